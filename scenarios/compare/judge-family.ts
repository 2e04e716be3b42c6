import type { Comparison } from './compare-runs.ts';
import { holmAdjusted } from './holm.ts';

/** A wrong "clear" among all figures that are judged together, at most this often. */
const MOST_WRONG = 0.05;

/** Figures in two families: what was asked for before any run, and what is looked at beside it. In the order given. */
export function judgedInFamilies(figures: readonly Comparison[]): Comparison[] {
  const ofFamily = (asked: boolean): Comparison[] => judgedTogether(figures.filter((one) => one.asked === asked)), asked = ofFamily(true), beside = ofFamily(false);
  let nextAsked = 0, nextBeside = 0;
  return figures.map((one) => (one.asked ? asked[nextAsked++]! : beside[nextBeside++]!));
}

/**
 * Figures that are judged together, as one family of those that owe something to chance: among twenty that nothing touches one would differ "clearly"
 * by chance. The intervals stay those of each figure alone. Others come back as they are, and all in the order given.
 */
function judgedTogether(figures: readonly Comparison[]): Comparison[] {
  // One without a p-value, all pairs of which are alike, counts as well: whether it would be was not known before the runs.
  const family = figures.filter(({ familySize }) => familySize > 0), adjusted = holmAdjusted(family.map(({ pValue }) => pValue ?? 1));
  let next = 0;
  return figures.map((one) => {
    if (one.familySize === 0) return one;
    const mine = adjusted[next++]!, adjustedPValue = one.pValue === null ? null : mine, holds = adjustedPValue === null || adjustedPValue <= MOST_WRONG;
    return { ...one, adjustedPValue, familySize: family.length, verdict: holds ? one.verdict : 'unclear' };
  });
}
