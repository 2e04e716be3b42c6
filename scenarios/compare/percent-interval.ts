import { covariance, meanOf, type Interval } from './paired-mean.ts';
import { tWithin } from './student-t.ts';

/** What one seed gave on both sides. */
export interface Pair { was: number; is: number }

/**
 * The mean difference in per cent of the baseline's mean, both known from runs: all shares that a paired t test of `is − (1 + share) was` does not rule
 * out (Fieller, Some problems in interval estimation, Journal of the Royal Statistical Society B 16 (1954), 175–185). It leaves 0 out exactly where the
 * interval of the difference does. Null where the baseline's own mean may be 0: no per cent is ruled out then. `spread`: see `pairedMean`.
 */
export function percentInterval(pairs: readonly Pair[], spread: readonly Pair[] = pairs, share = 0.95): Interval | null {
  const before = meanOf(pairs.map(({ was }) => was)), difference = meanOf(pairs.map(({ is, was }) => is - was));
  const was = spread.map((pair) => pair.was), apart = spread.map((pair) => pair.is - pair.was), t = tWithin(share, spread.length - 1);
  const factor = (t * t) / pairs.length;
  // The shares within solve a share² − 2 b share + c ≤ 0.
  const a = before * before - factor * covariance(was, was), b = before * difference - factor * covariance(was, apart), c = difference * difference - factor * covariance(apart, apart);
  const root = b * b - a * c;
  if (a <= 0 || root < 0) return null;
  const middle = (100 * b) / a, half = (100 * Math.sqrt(root)) / a;
  // Of a baseline below 0, more is still more.
  return before > 0 ? { low: middle - half, high: middle + half } : { low: -middle - half, high: -middle + half };
}
