import type { CityState } from '../state/city-state.ts';
import { firstRowOf } from '../twin/group-limits.ts';
import { isGreen } from '../twin/plan-green.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { changeTo } from './begin-stage.ts';
import { groupDemands } from './group-demands.ts';
import { choosableStages } from './stage-plan.ts';
import { urgentStage } from './urgent-stage.ts';

/** The row that says how a controller chooses its stages, -1 for one that goes by its plan. */
export function stageControlOf({ stageControls }: ReadingTwin, controller: number): number {
  if (stageControls.count === 0) return -1;
  const row = firstRowOf(stageControls, controller);
  return row < stageControls.count && stageControls.controller[row] === controller ? row : -1;
}

/**
 * Decides which stage of its plan a controller runs next: the one whose signal groups together have the most demand, or,
 * where someone would otherwise wait longer than they may, the one that serves them. Among equals the running one stays,
 * then the first of the plan.
 */
export function chooseStage(twin: ReadingTwin, state: CityState, control: number): void {
  const { stageControls } = twin, { controllers } = state.signals, controller = stageControls.controller[control]!, running = controllers.interval[controller]!;
  const stages = choosableStages(twin, controller), urgent = urgentStage(twin, state, control, stages);
  const next = urgent >= 0 ? urgent : mostDemanded(twin, groupDemands(twin, state, controller, stageControls.choice[control]!), stages, running);
  const decideInS = urgent >= 0 ? stageControls.leastStageS[control]! : stageControls.decisionEveryS[control]!;
  if (next === running) controllers.endsS[controller] = state.timeS + decideInS;
  else changeTo(state.signals, controller, next, state.timeS, decideInS);
}

/** When a controller that chooses decides again after it has come to a stage: the time of the change counts, the shortest stage is kept. */
export function nextDecisionS({ stageControls }: ReadingTwin, { timeS, signals: { changeovers: { controllers } } }: CityState, control: number): number {
  const controller = stageControls.controller[control]!;
  return Math.max(timeS + stageControls.leastStageS[control]!, controllers.beganS[controller]! + controllers.stageS[controller]!);
}

function mostDemanded(twin: ReadingTwin, demands: Readonly<Float64Array>, stages: readonly number[], running: number): number {
  const demandOf = stages.map((stage) => stageDemand(twin, demands, stages, stage));
  const runningAt = stages.indexOf(running);
  let best = runningAt >= 0 ? runningAt : 0;
  for (let at = 0; at < stages.length; at++) if (demandOf[at]! > demandOf[best]!) best = at;
  return stages[best]!;
}

/** The demand that a stage serves. A green that gives way counts only for groups that no stage protects: theirs is no way to clear a queue. */
function stageDemand(twin: ReadingTwin, demands: Readonly<Float64Array>, stages: readonly number[], stage: number): number {
  const protects = (other: number, group: number): boolean => twin.aspects.shown[twin.intervals.firstAspect[other]! + group] === aspect.green;
  let sum = 0;
  for (let group = 0; group < demands.length; group++) {
    if (isGreen(twin, stage, group) && (protects(stage, group) || !stages.some((other) => protects(other, group)))) sum += demands[group]!;
  }
  return sum;
}
