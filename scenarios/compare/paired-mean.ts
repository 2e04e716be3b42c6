import { chanceBeyond, tWithin } from './student-t.ts';

/** Bounds of an interval, in the unit of what it is about. */
export interface Interval { low: number; high: number }

/** The mean of paired differences, and how far it may be off: its standard error, and the degrees of freedom that this rests on. */
export interface PairedMean { mean: number; standardError: number; degreesOfFreedom: number }

/**
 * Of differences, two or more. `spread`: those that say how far differences lie apart. All of them, unless how many there are was decided by the first
 * ones: then these alone, for theirs is the spread that the mean of all is independent of (Stein 1945).
 */
export function pairedMean(differences: readonly number[], spread: readonly number[] = differences): PairedMean {
  return { mean: meanOf(differences), standardError: Math.sqrt(covariance(spread, spread) / differences.length), degreesOfFreedom: spread.length - 1 };
}

/** Holds the true mean with this probability where differences are spread normally: mean ± t s / √n (Student 1908; NIST e-Handbook, section 7.3.1.1 in pairs). */
export function intervalOf({ mean, standardError, degreesOfFreedom }: PairedMean, share = 0.95): Interval {
  const half = tWithin(share, degreesOfFreedom) * standardError;
  return { low: mean - half, high: mean + half };
}

/** How often chance alone would take the mean as far from 0, to either side, were the true one 0. A spread of 0 tells nothing of chance: null. */
export const pValueOf = ({ mean, standardError, degreesOfFreedom }: PairedMean): number | null =>
  standardError > 0 ? chanceBeyond(mean / standardError, degreesOfFreedom) : null;

/** Mean of paired differences and its 95 % interval; null with one. */
export function pairedInterval(differences: readonly number[]): { mean: number; interval95: Interval | null } {
  if (differences.length < 2) return { mean: meanOf(differences), interval95: null };
  const paired = pairedMean(differences);
  return { mean: paired.mean, interval95: intervalOf(paired) };
}

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a sample: with n − 1. */
export function covariance(ones: readonly number[], others: readonly number[]): number {
  const oneMean = meanOf(ones), otherMean = meanOf(others);
  return ones.reduce((sum, one, at) => sum + (one - oneMean) * (others[at]! - otherMean), 0) / (ones.length - 1);
}
