import { amberOfS, firstRowOf } from './group-limits.ts';
import { isGreen } from './plan-green.ts';
import { mostShortenedS } from './shortest-interval.ts';
import type { ReadingTwin } from './twin.ts';

/** Shortest green. Usual in France; 5 s in Germany (RiLSA). */
const MINIMUM_GREEN_S = 6;
/** The most of a stage that is given back at once, so that one stage alone does not pay. */
const MOST_GIVEN_BACK_SHARE = 0.3;

const keptS = (durationS: number): number => durationS - Math.max(0, Math.min(durationS - MINIMUM_GREEN_S, Math.floor(durationS * MOST_GIVEN_BACK_SHARE)));

/** What an interval can give back, in whole seconds, when its plan runs late. */
export const mostGivenBackS = (twin: ReadingTwin, controller: number, interval: number): number => mostShortenedS(twin, controller, interval, keptS);

/** How late a plan may become so that so many cycles can give it back: more, and coordination with the neighbours would be lost. */
export const mostBehindS = (twin: ReadingTwin, controller: number, cycles: number): number =>
  cycles * sumOver(twin, controller, (interval) => mostGivenBackS(twin, controller, interval));

/** How early a plan may become so that stages which may last longer can make up for it in so many cycles, and nobody waits longer than anyone may. */
export const mostAheadS = (twin: ReadingTwin, controller: number, cycles: number): number => cycles * Math.min(
  sumOver(twin, controller, (interval) => (twin.intervals.stage[interval] ? twin.intervals.longestS[interval]! - twin.intervals.durationS[interval]! : 0)),
  mostWaitedS(twin, controller),
);

/** How much longer a cycle may become until the first of the groups would be red for longer than anyone may wait. */
function mostWaitedS(twin: ReadingTwin, controller: number): number {
  const { signalGroups } = twin, first = firstRowOf(signalGroups, controller);
  let leftS = Infinity;
  for (let group = 0; group < twin.controllers.groupCount[controller]! && first + group < signalGroups.count; group++) {
    const longestS = signalGroups.longestWaitS[first + group]!, redS = sumOver(twin, controller, (interval) => (isGreen(twin, interval, group) ? 0 : twin.intervals.durationS[interval]!));
    if (longestS > 0 && redS < twin.controllers.cycleS[controller]!) leftS = Math.min(leftS, Math.max(0, longestS - (redS - amberOfS(twin, first + group))));
  }
  return leftS;
}

function sumOver({ controllers }: ReadingTwin, controller: number, of: (interval: number) => number): number {
  const first = controllers.firstInterval[controller]!;
  let sum = 0;
  for (let interval = first; interval < first + controllers.intervalCount[controller]!; interval++) sum += of(interval);
  return sum;
}
