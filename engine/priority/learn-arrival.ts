import type { CityState } from '../state/city-state.ts';
import type { PriorityState } from '../state/priority-state.ts';

/** A mean over about so many of the last passages: traffic changes over the day. */
const REMEMBERED = 20;
/** The band is to hold this share of passages ... */
const BAND_SHARE = 0.9;
/** ... and is moved by so much at a time, as in Robbins and Monro (1951): a quantile found without keeping what was seen. */
const BAND_STEP_S = 1, NARROWEST_BAND_S = 0.5;

const groupOf = ({ signals }: CityState, { requests: { rows } }: PriorityState, row: number): number =>
  signals.controllers.firstGroup[rows.controller[row]!]! + rows.signalGroup[row]!;

/** How much later than it says a vehicle will pass: what was learned of its whole approach, in proportion to what is left of it. */
export function correctionS(state: CityState, priority: PriorityState, row: number, saysS: number): number {
  const { rows } = priority.requests, wholeS = rows.firstArrivesS[row]! - rows.askedS[row]!, leftS = saysS - state.timeS;
  if (!(wholeS > 0) || !(leftS > 0)) return 0;
  return priority.learned.errorS[groupOf(state, priority, row)]! * Math.min(1, leftS / wholeS);
}

/** How far from the expected time most vehicles of this group pass. */
export const bandOf = (state: CityState, priority: PriorityState, row: number): number => priority.learned.bandS[groupOf(state, priority, row)]!;

/** A passage that no red held up tells how good the first expectation was. */
export function learnPassage(state: CityState, priority: PriorityState, row: number): void {
  const { requests: { rows }, learned } = priority, group = groupOf(state, priority, row);
  if (rows.metRed[row] === 1) return;
  const isInside = Math.abs(state.timeS - rows.expectedS[row]!) <= learned.bandS[group]!;
  learned.bandS[group] = Math.max(NARROWEST_BAND_S, learned.bandS[group]! + BAND_STEP_S * (isInside ? BAND_SHARE - 1 : BAND_SHARE));
  const errorS = state.timeS - rows.firstArrivesS[row]!;
  learned.passedCount[group]!++;
  learned.errorS[group]! += (errorS - learned.errorS[group]!) / Math.min(learned.passedCount[group]!, REMEMBERED);
}
