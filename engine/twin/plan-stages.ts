import { isGreen } from './plan-green.ts';
import { firstIntervalOf, intervalCountOf } from './plan-of.ts';
import { aspect } from './signals.ts';
import type { ReadingTwin } from './twin.ts';

const known = new WeakMap<ReadingTwin, (readonly number[])[]>();

/** The stages of a controller, in the order of its plan: of several that which begins with interval `first`. Worked out once for each plan of a twin that runs: its tables are not replaced any more. */
export function stagesOf(twin: ReadingTwin, controller: number, first = twin.controllers.firstInterval[controller]!): readonly number[] {
  let plans = known.get(twin);
  if (!plans) known.set(twin, (plans = []));
  return (plans[first] ??= findStages(twin, controller, first));
}

/**
 * The intervals of a plan that a controller may choose from: its stages, and for signal groups that no stage serves (people
 * who cross during a part of one) the longest interval in which they are green and nobody's amber runs.
 */
export function findStages(twin: ReadingTwin, controller: number, first = twin.controllers.firstInterval[controller]!): number[] {
  const { controllers, intervals, aspects } = twin, groupCount = controllers.groupCount[controller]!;
  const all = Array.from({ length: intervalCountOf(twin, first) }, (_, at) => first + at);
  const isSteady = (interval: number): boolean => {
    const from = intervals.firstAspect[interval]!;
    for (let group = 0; group < groupCount; group++) if (aspects.shown[from + group] === aspect.amber || aspects.shown[from + group] === aspect.redAmber) return false;
    return true;
  };
  const chosen = new Set(all.filter((interval) => intervals.stage[interval] === 1));
  for (let group = 0; group < groupCount; group++) {
    const serves = (interval: number): boolean => isGreen(twin, interval, group);
    if ([...chosen].some(serves)) continue;
    let longest = -1;
    for (const interval of all) if (serves(interval) && isSteady(interval) && (longest < 0 || intervals.durationS[interval]! > intervals.durationS[longest]!)) longest = interval;
    if (longest >= 0) chosen.add(longest);
  }
  return [...chosen].sort((one, other) => one - other);
}

/** What follows an interval in its plan among those that a controller may change over to: stages, and what serves groups that no stage does. */
export function stageAfter(twin: ReadingTwin, interval: number): number {
  const stages = stagesOf(twin, twin.intervals.controller[interval]!, firstIntervalOf(twin, interval));
  return stages.find((stage) => stage > interval) ?? stages[0] ?? interval;
}

/** From the end of a stage to the start of the next in its plan. */
export function clearingAfterS(twin: ReadingTwin, stage: number): number {
  const first = firstIntervalOf(twin, stage), count = intervalCountOf(twin, stage), next = stageAfter(twin, stage);
  let clearingS = 0;
  for (let on = 1; on < count; on++) {
    const interval = first + ((stage - first + on) % count);
    if (interval === next) break;
    clearingS += twin.intervals.durationS[interval]!;
  }
  return clearingS;
}

/** What a controller that has left the order of its plan makes of it; -1 where there is no such stage. */
export interface StageOrder {
  /** The stage that follows the one which is shown out of turn. */
  resumeStage: number;
  /** The stage that has had its turn before, and is left out when the order comes to it. */
  leaveOutStage: number;
}

/** What follows a stage in an order that is not that of the plan. */
export function stageFollowing(twin: ReadingTwin, stage: number, { resumeStage, leaveOutStage }: StageOrder): number {
  const next = resumeStage >= 0 ? resumeStage : stageAfter(twin, stage);
  return next === leaveOutStage ? stageAfter(twin, next) : next;
}
