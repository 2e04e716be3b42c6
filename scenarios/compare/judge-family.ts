import type { Comparison } from './compare-runs.ts';
import { holmAdjusted } from './holm.ts';

/** A wrong "clear" among all figures that are judged together, at most this often. */
const MOST_WRONG = 0.05;

/** Figures in two families: what was asked for before any run, and what is looked at beside it. In the order given. `unjudged`: how many more were asked for of which nothing can be said. */
export function judgedInFamilies(figures: readonly Comparison[], unjudged = 0): Comparison[] {
  const ofFamily = (asked: boolean): Comparison[] => judgedTogether(figures.filter((one) => one.asked === asked), asked ? unjudged : 0), asked = ofFamily(true), beside = ofFamily(false);
  let nextAsked = 0, nextBeside = 0;
  return figures.map((one) => (one.asked ? asked[nextAsked++]! : beside[nextBeside++]!));
}

/**
 * Figures that are judged together, as one family of those that owe something to chance: among twenty that nothing touches one would differ "clearly"
 * by chance. The intervals stay those of each figure alone. Others come back as they are, and all in the order given. `unjudged`: how many more belong to
 * the family of which nothing can be said.
 */
function judgedTogether(figures: readonly Comparison[], unjudged: number): Comparison[] {
  // One without a p-value, all pairs of which are alike, counts as well: whether it would be was not known before the runs.
  const family = figures.filter(({ familySize }) => familySize > 0), adjusted = holmAdjusted([...family.map(({ pValue }) => pValue ?? 1), ...new Array<number>(unjudged).fill(1)]);
  let next = 0;
  return figures.map((one) => {
    if (one.familySize === 0) return one;
    const mine = adjusted[next++]!, adjustedPValue = one.pValue === null ? null : mine, holds = adjustedPValue === null || adjustedPValue <= MOST_WRONG;
    return { ...one, adjustedPValue, familySize: family.length + unjudged, verdict: holds ? one.verdict : 'unclear' };
  });
}
