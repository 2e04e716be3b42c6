import { codeName } from '../../engine/foundation/table.ts';
import { preemptionLevel } from '../../engine/twin/preemption.ts';
import { priorityMeans, ruleOf } from '../../engine/twin/priority.ts';
import { stageChoice } from '../../engine/twin/signals.ts';
import { stageControlOf } from '../../engine/twin/stage-control-of.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { planDiagram, type PlanDiagram } from '../measure/signal-diagrams.ts';
import { coordinatedStageOf, planControlOf } from '../measure/stage-limits.ts';

/** What decides how long a stage lasts and which comes next: the plan alone, traffic over detectors, the plan with stages that end for want of traffic, or a choice by the traffic. */
export type ControlKind = 'plan' | 'actuated' | 'coordinated' | keyof typeof stageChoice;

/** How a controller is run, as its part of the twin says. */
export interface JunctionControl {
  kind: ControlKind;
  /** Of the plan with which the day begins. */
  cycleS: number;
  stageCount: number;
  /** Which of the stages takes what the others leave, counted from 1; 0 where none does. */
  coordinatedStage: number;
  /** What it may do for a bus that asks; empty where it gives no priority. */
  means: (keyof typeof priorityMeans)[];
  /** What its rules would let it do for a bus, whether it gives priority or not. */
  allowed: (keyof typeof priorityMeans)[];
  /** Who goes before its plan, and how far. */
  beforeThePlan: { who: (keyof typeof category)[]; level: keyof typeof preemptionLevel }[];
}

/** What is known of a junction before anybody looks at a time: how it is run, and its plans. */
export interface JunctionPlans { control: JunctionControl; plans: { name: string; diagram: PlanDiagram }[] }

/** More plans than this nobody looks through. */
const MOST_PLANS = 12;

export function junctionPlans(twin: ReadingTwin, controller: number): JunctionPlans {
  const { controllers, signalPlans } = twin, plans: JunctionPlans['plans'] = [];
  for (let plan = 0; plan < signalPlans.count && plans.length < MOST_PLANS; plan++) {
    if (signalPlans.controller[plan] === controller) plans.push({ name: signalPlans.name[plan]!, diagram: planDiagram(twin, controller, signalPlans.firstInterval[plan]!) });
  }
  // One that has no more than its own.
  if (plans.length === 0) plans.push({ name: '', diagram: planDiagram(twin, controller, controllers.firstInterval[controller]!) });
  return { control: junctionControl(twin, controller), plans };
}

export function junctionControl(twin: ReadingTwin, controller: number): JunctionControl {
  const { controllers, intervals, preemptionRules } = twin, first = controllers.firstInterval[controller]!;
  const stages = Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => first + at).filter((interval) => intervals.stage[interval] === 1);
  const allowed = namesOf(priorityMeans, ruleOf(twin, controller).means), given = controllers.busPriority[controller] === 1, beforeThePlan: JunctionControl['beforeThePlan'] = [];
  for (let row = 0; row < preemptionRules.count; row++) {
    if (preemptionRules.controller[row] !== controller) continue;
    beforeThePlan.push({ who: namesOf(category, preemptionRules.category[row]!), level: codeName(preemptionLevel, preemptionRules.level[row]!) as keyof typeof preemptionLevel });
  }
  return {
    kind: controlKind(twin, controller, first), cycleS: controllers.cycleS[controller]!, coordinatedStage: stages.indexOf(coordinatedStageOf(twin, controller, first)) + 1, stageCount: stages.length,
    means: given ? allowed : [], allowed, beforeThePlan,
  };
}

function controlKind(twin: ReadingTwin, controller: number, first: number): ControlKind {
  const planned = planControlOf(twin, controller, first);
  return stageChoiceOf(twin, controller) ?? (planned === 'actuated' || planned === 'coordinated' ? planned : 'plan');
}

/** By what a controller chooses its stages; undefined where it follows its plan. */
export function stageChoiceOf(twin: ReadingTwin, controller: number): keyof typeof stageChoice | undefined {
  const row = stageControlOf(twin, controller);
  return row < 0 ? undefined : codeName(stageChoice, twin.stageControls.choice[row]!) as keyof typeof stageChoice;
}

const namesOf = <Name extends string>(bits: Readonly<Record<Name, number>>, value: number): Name[] =>
  (Object.entries(bits) as [Name, number][]).flatMap(([name, bit]) => ((value & bit) !== 0 ? [name] : []));
