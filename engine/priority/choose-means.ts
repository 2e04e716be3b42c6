import type { CityState } from '../state/city-state.ts';
import { isGreen } from '../twin/plan-green.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { costOfCutVehicleS, costOfShorterVehicleS } from './cost-to-others.ts';
import { shortestLengthS, type Cut } from './cut-short.ts';
import type { GreenAhead } from './green-ahead.ts';
import { latestEndS } from './latest-end.ts';
import { detoursFor, type Detour, type Wish } from './leave-plan.ts';

/** When green would begin by one of the means, and what the others would pay. */
interface Outcome { startsS: number; costVehicleS: number }

/**
 * The order of stages by which a bus is served best; undefined where an early green, or the plan itself, does as much for less.
 * Of all means that bring it through, the one that costs the others least; where none does, that by which its green begins first.
 */
export function bestDetour(twin: ReadingTwin, state: CityState, wish: Wish, comesS: number, green: GreenAhead, cut: Cut): { detour: Detour | undefined; refusal: number } {
  const { possible, refusal } = detoursFor(twin, state, wish);
  let best: Outcome = { startsS: green.startsS, costVehicleS: 0 }, detour: Detour | undefined;
  if (possible.length > 0 && cut.refusal === priorityReason.none) best = earlyGreenBy(twin, state, wish, green, cut.toS);
  for (const one of possible) {
    if (!isBetter(one, best, wish.wantedS, comesS)) continue;
    best = one;
    detour = one;
  }
  return { detour, refusal };
}

/** In time for the queue before it, in time for itself, or too late: what is in better time comes first, then what costs less. */
function isBetter(one: Outcome, than: Outcome, wantedS: number, comesS: number): boolean {
  const timeOf = ({ startsS }: Outcome): number => (startsS <= wantedS ? 0 : startsS <= comesS ? 1 : 2);
  if (timeOf(one) !== timeOf(than)) return timeOf(one) < timeOf(than);
  if (timeOf(one) === 2 && one.startsS !== than.startsS) return one.startsS < than.startsS;
  return one.costVehicleS < than.costVehicleS;
}

/** What an early green comes to when the stages in between are cut in turn, as far as it takes. */
function earlyGreenBy(twin: ReadingTwin, state: CityState, { controller, group, wantedS, rule }: Wish, green: GreenAhead, toS: number): Outcome {
  const { intervals } = twin, running = state.signals.controllers.interval[controller]!, first = firstIntervalOf(twin, running), count = intervalCountOf(twin, running);
  const byFirstS = latestEndS(twin, state, controller) - toS;
  let startsS = green.startsS - byFirstS, costVehicleS = costOfCutVehicleS(twin, state, controller, byFirstS);
  for (let on = 1; on < count && startsS > wantedS; on++) {
    const interval = first + ((running - first + on) % count), durationS = intervals.durationS[interval]!;
    if (isGreen(twin, interval, group)) break;
    const earlierS = Math.min(Math.ceil(startsS - wantedS), durationS - (intervals.stage[interval] === 1 ? shortestLengthS(twin, controller, interval, rule) : durationS));
    if (earlierS <= 0) continue;
    startsS -= earlierS;
    costVehicleS += costOfShorterVehicleS(twin, state, controller, interval, { leftS: durationS - earlierS, earlierS });
  }
  return { startsS, costVehicleS };
}
