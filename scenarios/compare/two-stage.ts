import { pairedMean } from './paired-mean.ts';
import { tWithin } from './student-t.ts';

/**
 * How many pairs it takes for the 95 % interval to reach no further than `half` to either side, told by the spread of the first ones: (t s / half)²,
 * t with the degrees of freedom of these. Charles Stein, A two-sample test for a linear hypothesis whose power is independent of the variance, Annals of
 * Mathematical Statistics 16 (1945), 243–258: with the first ones' spread in the interval (`pairedMean`) too, it holds the truth as often as it says.
 */
export function pairsFor(half: number, first: readonly number[]): number {
  const { standardError, degreesOfFreedom } = pairedMean(first), t = tWithin(0.95, degreesOfFreedom);
  return Math.max(first.length, Math.ceil((t * standardError / half) ** 2 * first.length));
}
