import { conflictKind, turn } from '../../../engine/twin/streets.ts';
import { FAST_MPS, FRENCH_AMBER_S, FRENCH_FAST_AMBER_S } from './french-limits.ts';
import type { SignalPlanInput } from './plan-input.ts';
import type { Stream } from './streams.ts';

/** After amber at least this much red for all, whatever the geometry says. */
const LEAST_ALL_RED_S = 1;
/** Speeds at which the last vehicles clear the junction: 10 m/s (instruction, part 6, article 110-C-2; RiLSA), 7 m/s turning (RiLSA), trams and buses likewise: not verified against the texts. */
const CLEARING_MPS = 10;
const CLEARING_TURN_MPS = 7;
const CLEARING_TRANSIT_MPS = 7;
/** A vehicle has cleared when its rear has: RiLSA counts 6 m, and 15 m for a tram; so for buses on lanes of their own, articulated ones among them. */
const CLEARING_LENGTH_M = 6;
const CLEARING_TRANSIT_LENGTH_M = 15;
/** The first vehicle may come at this speed without having stood: RiLSA's 40 km/h, not verified against the text. */
const ENTERING_MPS = 40 / 3.6;
/** Turning vehicles that pass the stop line last do so this long after the end of green; who goes straight uses the whole amber. */
const TURN_OVERRUN_S = 2;

/** How long amber follows the green of a stream. */
export function amberS({ links }: Pick<SignalPlanInput, 'links'>, stream: Stream): number {
  return links.speedLimitMps[stream.link]! > FAST_MPS ? FRENCH_FAST_AMBER_S : FRENCH_AMBER_S;
}

/**
 * Least whole seconds from the end of green of one stream to the start of green of another that it meets; 0 for streams
 * that do not meet. Overrun + clearing - entering time, the worst over all pairs of movements (RiLSA, section 2.5; the
 * French instruction counts amber + distance / speed, which is the same without the entering time).
 */
export function intergreenS(tables: SignalPlanInput, ending: Stream, starting: Stream): number {
  let leastS = 0;
  for (const movement of ending.movements) {
    for (const { untilM, foeFromM } of meetingPlaces(tables, movement, starting.movements)) {
      const clearingS = (untilM + (ending.isTransit ? CLEARING_TRANSIT_LENGTH_M : CLEARING_LENGTH_M)) / clearingMps(ending);
      const overrunS = ending.turn === turn.straight ? amberS(tables, ending) : TURN_OVERRUN_S;
      const neededS = Math.ceil(overrunS + clearingS - foeFromM / ENTERING_MPS);
      leastS = Math.max(leastS, neededS, amberS(tables, ending) + LEAST_ALL_RED_S);
    }
  }
  return leastS;
}

function clearingMps(stream: Stream): number {
  if (stream.isTransit) return CLEARING_TRANSIT_MPS;
  return stream.turn === turn.straight ? CLEARING_MPS : CLEARING_TURN_MPS;
}

/** Where a movement shares ground with some of the foes: until where along itself, from where along the foe. */
function meetingPlaces({ conflicts, movements }: SignalPlanInput, movement: number, foes: readonly number[]): { untilM: number; foeFromM: number }[] {
  const places = [];
  const first = movements.firstConflict[movement]!;
  for (let row = first; row < first + movements.conflictCount[movement]!; row++) {
    const foe = conflicts.foe[row]!;
    if (conflicts.kind[row] === conflictKind.diverge || !foes.includes(foe)) continue;
    const foeFirst = movements.firstConflict[foe]!;
    for (let there = foeFirst; there < foeFirst + movements.conflictCount[foe]!; there++) {
      if (conflicts.foe[there] === movement && conflicts.kind[there] === conflicts.kind[row]) places.push({ untilM: conflicts.untilM[row]!, foeFromM: conflicts.fromM[there]! });
    }
  }
  return places;
}
