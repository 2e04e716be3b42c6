import { exp } from '../../foundation/exact-math.ts';
import type { ReadingTwin } from '../../twin/twin.ts';

type Kinds = Pick<ReadingTwin, 'luminaires'>;

/**
 * Burning hours for which a driver holds the flux by raising power (constant light output); 0 where it does not. Rated flux is then the flux held,
 * and rated power what that takes at the end.
 */
const heldUntilH = ({ luminaires }: Kinds, kind: number): number => (luminaires.constantFluxStartShare[kind]! < 1 ? luminaires.constantFluxEndH[kind]! : 0);

/**
 * What a lamp takes at full output over its rated power, after so many burning hours. Constant light output: a driver starts below and comes
 * up evenly, held in whole hundredths. Lamps on gear take more with each hour.
 */
export function driveShare(twin: Kinds, kind: number, burningH: number): number {
  if (kind < 0) return 1;
  const { luminaires } = twin, endH = heldUntilH(twin, kind), startShare = luminaires.constantFluxStartShare[kind]!;
  // A billionth of a hundredth: hours that should meet a step exactly may miss it by the last bit.
  if (burningH < endH) return Math.floor(100 * (startShare + ((1 - startShare) * burningH) / endH) + 1e-9) / 100;
  return 1 + luminaires.powerRisePerH[kind]! * burningH;
}

/** Hours of the longest usual LM-80 test; TM-21 lets nobody say more than six times as far ahead. */
export const LM80_TEST_H = 10_000, MOST_TM21_TIMES = 6;

/**
 * Flux of the clean lamp over its rated flux: exp(-alpha t) of IES TM-21-11 after so many burning hours. While a driver makes up for the decay
 * nothing is lost; from then on power stays, and flux decays from what was held. Beyond six times the test flux is told as it is there.
 */
export function cleanFluxShare(twin: Kinds, kind: number, burningH: number): number {
  const decayedH = Math.max(0, Math.min(burningH, LM80_TEST_H * MOST_TM21_TIMES) - heldUntilH(twin, kind));
  return exp(-twin.luminaires.fluxDecayPerH[kind]! * decayedH);
}

/** The same with dirt since the last cleaning. Beyond six times the test nothing is known, held or not: flux is never told better than it is there, and `isKnown` says so. */
export function fluxShare(twin: Kinds, kind: number, burningH: number, ageYears: number): { share: number; isKnown: boolean } {
  if (kind < 0) return { share: 1, isKnown: false };
  const { luminaires } = twin, everyYears = luminaires.cleaningYears[kind]!, sinceYears = everyYears > 0 ? ageYears - Math.floor(ageYears / everyYears) * everyYears : ageYears;
  const dirt = Math.max(0, 1 - luminaires.dirtPerYearShare[kind]! * sinceYears);
  return { share: cleanFluxShare(twin, kind, burningH) * dirt, isKnown: luminaires.fluxDecayPerH[kind] === 0 || burningH <= LM80_TEST_H * MOST_TM21_TIMES };
}
