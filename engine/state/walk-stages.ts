import { amberOfS, firstRowOf, minimumGreenOfS } from '../twin/group-limits.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import { clearingAfterS, stageAfter } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { CityState } from './city-state.ts';

/** Times of a run are sums of steps. */
const ROUNDING_S = 1e-6;

/**
 * What the groups of a controller would show on a way from stage to stage by the intergreen matrix, foreseen without
 * touching any signal. One place for each group of the controller.
 */
export interface StageWalk {
  controller: number;
  /** Signals switch at whole seconds from here on. */
  fromS: number;
  green: Uint8Array;
  greenSinceS: Float64Array;
  greenEndedS: Float64Array;
  /** When a group starts its first green on the way; Infinity before. */
  nextGreenS: Float64Array;
  /** What the longest of the waits so far leaves of what anyone may wait; negative where it is too long, Infinity where nobody waits. */
  waitLeftS: number;
}

/** From what is shown now. */
export function startWalk(twin: ReadingTwin, { timeS, signals }: CityState, controller: number): StageWalk {
  const first = signals.controllers.firstGroup[controller]!, end = first + twin.controllers.groupCount[controller]!, { greenSinceS, greenEndedS } = signals.changeovers.groups;
  return {
    controller, fromS: timeS, green: Uint8Array.from(signals.shown.slice(first, end), (shown) => (isGreenAspect(shown) ? 1 : 0)),
    greenSinceS: greenSinceS.slice(first, end), greenEndedS: greenEndedS.slice(first, end), nextGreenS: new Float64Array(end - first).fill(Infinity), waitLeftS: Infinity,
  };
}

/**
 * From one stage to another, left at a time: by the matrix where the plan does not have them one after the other, else not sooner
 * than in the plan, for which of the two it will be nobody has decided yet. When the stage shows whole.
 */
export function walkOn(twin: ReadingTwin, state: CityState, walk: StageWalk, from: number, stage: number, leaveS: number): number {
  return walkTo(twin, state, walk, stage, leaveS, stageAfter(twin, from) === stage ? leaveS + clearingAfterS(twin, from) : leaveS);
}

/** Leaves what is shown for a stage at a time: minimum greens, amber and matrix as `changeOver` keeps them. When the stage shows whole. */
export function walkTo(twin: ReadingTwin, { signals }: CityState, walk: StageWalk, stage: number, leaveS: number, notBeforeS = leaveS): number {
  const firstRow = signals.controllers.firstGroup[walk.controller]!, { green, greenEndedS } = walk, count = green.length;
  let fromS = notBeforeS;
  for (let group = 0; group < count; group++) {
    if (green[group] === 1 && !isGreen(twin, stage, group)) {
      greenEndedS[group] = wholeS(walk, Math.max(leaveS, walk.greenSinceS[group]! + minimumGreenOfS(twin, firstRow + group)));
      green[group] = 0;
      fromS = Math.max(fromS, greenEndedS[group]!);
    }
  }
  for (let group = 0; group < count; group++) if (green[group] === 0) fromS = Math.max(fromS, greenEndedS[group]! + amberOfS(twin, firstRow + group));
  const startsS = startsByMatrix(twin, walk, wholeS(walk, fromS));
  let wholeFromS = wholeS(walk, fromS);
  for (let group = 0; group < count; group++) {
    if (green[group] === 1 || !isGreen(twin, stage, group)) continue;
    const startS = wholeS(walk, startsS[group]!);
    noteGreen(twin, walk, group, firstRow + group, startS);
    wholeFromS = Math.max(wholeFromS, startS);
  }
  return wholeFromS;
}

/** When each group may start at the earliest: every intergreen since the ends of greens that conflict is over. */
function startsByMatrix({ intergreens }: ReadingTwin, { controller, green, greenEndedS }: StageWalk, fromS: number): Float64Array {
  const startsS = new Float64Array(green.length).fill(fromS);
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    const starting = intergreens.startingGroup[row]!;
    startsS[starting] = Math.max(startsS[starting]!, greenEndedS[intergreens.endingGroup[row]!]! + intergreens.leastS[row]!);
  }
  return startsS;
}

function noteGreen(twin: ReadingTwin, walk: StageWalk, group: number, row: number, startS: number): void {
  const longestS = row < twin.signalGroups.count ? twin.signalGroups.longestWaitS[row]! : 0, endedS = walk.greenEndedS[group]!;
  // A controller without a plan has never been green.
  if (longestS > 0 && endedS !== -Infinity) walk.waitLeftS = Math.min(walk.waitLeftS, longestS - (startS - endedS - amberOfS(twin, row)));
  walk.green[group] = 1;
  walk.greenSinceS[group] = startS;
  if (walk.nextGreenS[group] === Infinity) walk.nextGreenS[group] = startS;
}

const wholeS = ({ fromS }: StageWalk, timeS: number): number => fromS + Math.ceil(timeS - fromS - ROUNDING_S);
