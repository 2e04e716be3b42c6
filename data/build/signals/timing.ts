import { roadClass } from '../../../engine/twin/streets.ts';
import { amberS } from './intergreen-times.ts';
import { FRENCH_MINIMUM_GREEN_S } from './french-limits.ts';
import type { SignalPlanInput } from './plan-input.ts';
import type { Stage } from './stages.ts';
import type { Stream } from './streams.ts';

/** Cycle by number of stages: more stages lose more time in clearing, and need a longer cycle to make up for it. */
const CYCLE_S = [60, 60, 70, 80, 90];
/** A junction of many lanes has longer ways to clear and more traffic to share out. */
const MANY_LANES = 8;
const MANY_LANES_MORE_S = 10;
const LONGEST_CYCLE_S = 90;

/** Traffic of a lane by class of its street, relative to a residential street's: assumed, until flows are given. */
const LANE_WEIGHT: Readonly<Record<number, number>> = {
  [roadClass.motorway]: 3, [roadClass.trunk]: 3, [roadClass.primary]: 3, [roadClass.secondary]: 2.5, [roadClass.tertiary]: 2,
};
/** A tram passes in a few seconds, a few times an hour. */
const TRANSIT_WEIGHT = 0.5;

/** How long each stage of a cycle runs and how long the clearing after it takes, in whole seconds. */
export interface Timing { greenS: number[]; clearingS: number[] }

/** Greens in proportion to the traffic of the busiest approach of each stage, within a cycle by the junction's size. */
export function timingOf(tables: SignalPlanInput, streams: readonly Stream[], stages: readonly Stage[], intergreensS: readonly (readonly number[])[]): Timing {
  const clearingS = clearingTimesS(tables, streams, stages, intergreensS);
  const lostS = clearingS.reduce((sum, value) => sum + value, 0);
  const laneCount = new Set(streams.flatMap(({ lanes }) => lanes)).size;
  const wantedS = CYCLE_S[Math.min(stages.length, CYCLE_S.length - 1)]! + (laneCount >= MANY_LANES ? MANY_LANES_MORE_S : 0);
  const cycleS = Math.max(Math.min(wantedS, LONGEST_CYCLE_S), lostS + stages.length * FRENCH_MINIMUM_GREEN_S);
  const weights = stages.map(({ madeFor }) => weightOf(tables, madeFor.map((stream) => streams[stream]!)));
  return { greenS: shareOut(cycleS - lostS, weights), clearingS };
}

/** The busiest approach among these streams: lanes, weighted by the class of the street. */
function weightOf({ streets, links }: SignalPlanInput, streams: readonly Stream[]): number {
  let most = 0;
  for (const link of new Set(streams.map((stream) => stream.link))) {
    const ofLink = streams.filter((stream) => stream.link === link);
    const isTransit = ofLink.every((stream) => stream.isTransit);
    const lanes = new Set(ofLink.filter((stream) => isTransit || !stream.isTransit).flatMap((stream) => stream.lanes)).size;
    most = Math.max(most, lanes * (isTransit ? TRANSIT_WEIGHT : (LANE_WEIGHT[streets.class[links.street[link]!]!] ?? 1)));
  }
  return most;
}

/** Whole seconds in proportion to the weights, none below the minimum green, the sum kept. */
function shareOut(totalS: number, weights: readonly number[]): number[] {
  const sharedS = totalS - weights.length * FRENCH_MINIMUM_GREEN_S, sum = weights.reduce((all, weight) => all + weight, 0);
  const proportional = weights.map((weight) => (totalS * weight) / sum);
  // Stages that would fall below the minimum take it from the others, in proportion to what those have above it.
  const above = proportional.map((green) => Math.max(0, green - FRENCH_MINIMUM_GREEN_S));
  const aboveSum = above.reduce((all, value) => all + value, 0);
  const exact = above.map((value) => FRENCH_MINIMUM_GREEN_S + (aboveSum > 0 ? (sharedS * value) / aboveSum : sharedS / weights.length));
  const greenS = exact.map(Math.floor);
  const restS = totalS - greenS.reduce((all, value) => all + value, 0);
  const byRemainder = exact.map((value, stage) => ({ stage, remainder: value - greenS[stage]! })).sort((a, b) => b.remainder - a.remainder || a.stage - b.stage);
  for (let second = 0; second < restS; second++) greenS[byRemainder[second % byRemainder.length]!.stage]! += 1;
  return greenS;
}

/** How long the clearing after each stage takes: every intergreen is kept, also those that began in an earlier clearing. */
function clearingTimesS(tables: SignalPlanInput, streams: readonly Stream[], stages: readonly Stage[], intergreensS: readonly (readonly number[])[]): number[] {
  const count = stages.length;
  const clearingS = stages.map((stage, at) => {
    const next = stages[(at + 1) % count]!;
    const ending = [...stage.streams].filter((stream) => !next.streams.has(stream));
    return Math.max(0, ...ending.map((stream) => amberS(tables, streams[stream]!)));
  });
  for (let at = 0; at < count; at++) {
    const next = stages[(at + 1) % count]!;
    for (const starting of next.streams) {
      if (stages[at]!.streams.has(starting)) continue;
      for (let ending = 0; ending < streams.length; ending++) {
        if (intergreensS[ending]![starting]! === 0 || next.streams.has(ending)) continue;
        clearingS[at] = Math.max(clearingS[at]!, intergreensS[ending]![starting]! - sinceGreenS(stages, clearingS, at, ending));
      }
    }
  }
  return clearingS;
}

/** At least how long the green of a stream has been over at the end of a stage; 0 if it ends with that stage. */
function sinceGreenS(stages: readonly Stage[], clearingS: readonly number[], at: number, stream: number): number {
  let sinceS = 0;
  for (let back = 0; back < stages.length; back++) {
    const stage = (at - back + stages.length) % stages.length;
    if (stages[stage]!.streams.has(stream)) return sinceS;
    sinceS += FRENCH_MINIMUM_GREEN_S + clearingS[(stage - 1 + stages.length) % stages.length]!;
  }
  return Infinity;
}
