import { amberOfS, firstRowOf } from '../../engine/twin/group-limits.ts';
import { clearingSteps } from '../../engine/twin/plan-clearing.ts';
import { isGreenAspect } from '../../engine/twin/plan-green.ts';
import type { PlanStep } from '../../engine/twin/plan-tables.ts';
import { aspect } from '../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** A stage with the steps around it in which only its own groups are green, and the clearing that follows in the plan as it stands. */
interface Section { lead: PlanStep[]; stage: PlanStep; rest: PlanStep[]; clearing: PlanStep[] }

/**
 * The steps of a plan with its stages in another order, counted from 0; the plan then begins with the first of them. Clearings between
 * stages that followed each other before stay; others are made from the intergreen matrix and the ambers. Undefined where the plan shows
 * anything else than green, amber and red, which no matrix tells of.
 */
export function stagesInOrder(twin: ReadingTwin, controller: number, steps: readonly PlanStep[], order: readonly number[]): PlanStep[] | undefined {
  const plain: readonly number[] = [aspect.red, aspect.amber, aspect.green, aspect.greenPermissive];
  if (!steps.every(({ shown }) => shown.every((one) => plain.includes(one)))) return undefined;
  const sections = sectionsOf(steps);
  return order.flatMap((from, at) => {
    const to = order[(at + 1) % order.length]!, own = sections[from]!, next = sections[to]!;
    const clearing = to === (from + 1) % sections.length ? own.clearing : madeClearing(twin, controller, own, next);
    return [...own.lead, own.stage, ...own.rest, ...clearing];
  });
}

function sectionsOf(steps: readonly PlanStep[]): Section[] {
  const stages = steps.flatMap(({ stage }, at) => (stage === 1 ? [at] : []));
  const sections = stages.map((at): Section => ({ lead: [], stage: steps[at]!, rest: [], clearing: [] }));
  sections.forEach((section, at) => {
    const first = stages[at]!, next = sections[(at + 1) % sections.length]!, until = stages[(at + 1) % stages.length]! + (at + 1 === stages.length ? steps.length : 0);
    const between = Array.from({ length: until - first - 1 }, (_, on) => steps[(first + 1 + on) % steps.length]!);
    const within = (step: PlanStep, stage: PlanStep): boolean => step.shown.some(isGreenAspect) && step.shown.every((one, group) => one === aspect.red || (isGreenAspect(one) && isGreenAspect(stage.shown[group]!)));
    while (between.length > 0 && within(between[0]!, section.stage)) section.rest.push(between.shift()!);
    // What goes on being green is no beginning of the next stage.
    const begins = (step: PlanStep): boolean => within(step, next.stage) && step.shown.some((one, group) => isGreenAspect(one) && !isGreenAspect(section.stage.shown[group]!));
    while (between.length > 0 && begins(between.at(-1)!)) next.lead.unshift(between.pop()!);
    section.clearing = between;
  });
  return sections;
}

/** As short as amber and matrix allow, every group counted from the end of its own green to the start of the other's. */
function madeClearing(twin: ReadingTwin, controller: number, from: Section, to: Section): PlanStep[] {
  const { controllers, intergreens, signalGroups } = twin, leaving = [from.stage, ...from.rest], coming = [...to.lead, to.stage], before = leaving.at(-1)!.shown, after = coming[0]!.shown;
  const firstGroup = firstRowOf(signalGroups, controller), groups = Array.from({ length: controllers.groupCount[controller]! }, (_, group) => group), ambersS = groups.map((group) => amberOfS(twin, firstGroup + group));
  const isGreenIn = (steps: readonly PlanStep[], at: number, group: number): boolean => isGreenAspect(steps[at]!.shown[group]!);
  const sumS = (steps: readonly PlanStep[]): number => steps.reduce((sum, { durationS }) => sum + durationS, 0);
  // How long before the clearing a green ended, and how long after it one begins; undefined for a group that has none.
  const endedS = groups.map((group) => { const last = leaving.findLastIndex((_, at) => isGreenIn(leaving, at, group)); return last < 0 ? undefined : sumS(leaving.slice(last + 1)); });
  const beginsS = groups.map((group) => { const first = coming.findIndex((_, at) => isGreenIn(coming, at, group)); return first < 0 ? undefined : sumS(coming.slice(0, first)); });
  let lengthS = Math.max(0, ...groups.filter((group) => isGreenAspect(before[group]!) && !isGreenAspect(after[group]!)).map((group) => ambersS[group]!));
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    const endS = endedS[intergreens.endingGroup[row]!], startS = beginsS[intergreens.startingGroup[row]!];
    if (endS !== undefined && startS !== undefined) lengthS = Math.max(lengthS, intergreens.leastS[row]! - endS - startS);
  }
  return clearingSteps(ambersS, before, after, lengthS).map(({ durationS, shown }) => ({ durationS, longestS: durationS, stage: 0, shown }));
}
