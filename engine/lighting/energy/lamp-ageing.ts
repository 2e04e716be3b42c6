import { exp } from '../../foundation/exact-math.ts';
import type { ReadingTwin } from '../../twin/twin.ts';

/**
 * What a lamp takes at full output over its rated power, after so many burning hours. Constant light output: a driver starts below and comes
 * up evenly, held in whole hundredths. Lamps on gear take more with each hour.
 */
export function driveShare({ luminaires }: Pick<ReadingTwin, 'luminaires'>, kind: number, burningH: number): number {
  if (kind < 0) return 1;
  const endH = luminaires.constantFluxEndH[kind]!, startShare = luminaires.constantFluxStartShare[kind]!;
  // A billionth of a hundredth: hours that should meet a step exactly may miss it by the last bit.
  if (endH > 0 && burningH < endH) return Math.floor(100 * (startShare + ((1 - startShare) * burningH) / endH) + 1e-9) / 100;
  return 1 + luminaires.powerRisePerH[kind]! * burningH;
}

/** Hours of the longest usual LM-80 test; TM-21 lets nobody say more than six times as far ahead. */
export const LM80_TEST_H = 10_000, MOST_TM21_TIMES = 6;

/**
 * Flux over flux when new: exp(-alpha t) of IES TM-21-11 after burning, and dirt since the last cleaning. Beyond six times the test nothing
 * is known: flux is told as it is there, never better, and `isKnown` says so.
 */
export function fluxShare({ luminaires }: Pick<ReadingTwin, 'luminaires'>, kind: number, burningH: number, ageYears: number): { share: number; isKnown: boolean } {
  if (kind < 0) return { share: 1, isKnown: false };
  const mostH = LM80_TEST_H * MOST_TM21_TIMES, decayPerH = luminaires.fluxDecayPerH[kind]!, everyYears = luminaires.cleaningYears[kind]!;
  const sinceYears = everyYears > 0 ? ageYears - Math.floor(ageYears / everyYears) * everyYears : ageYears;
  const clean = exp(-decayPerH * Math.min(burningH, mostH)), dirt = Math.max(0, 1 - luminaires.dirtPerYearShare[kind]! * sinceYears);
  return { share: clean * dirt, isKnown: decayPerH === 0 || burningH <= mostH };
}
