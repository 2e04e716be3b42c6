import { atan2 } from '../../engine/foundation/exact-math.ts';

/**
 * How often |t| comes out at `t` or more by chance alone, for whole degrees of freedom: finite sums in powers of the cosine of θ = atan(t / √degrees).
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 for odd degrees and 26.7.4 for even ones.
 */
export function chanceBeyond(t: number, degreesOfFreedom: number): number {
  const square = t * t, cos2 = degreesOfFreedom / (degreesOfFreedom + square), sine = Math.sqrt(square / (degreesOfFreedom + square));
  const odd = degreesOfFreedom % 2 === 1, angle = (2 / Math.PI) * atan2(Math.abs(t), Math.sqrt(degreesOfFreedom));
  let within = odd ? angle : 0, term = odd ? (2 / Math.PI) * sine * Math.sqrt(cos2) : sine, power = odd ? 1 : 0;
  const next = (): void => { term *= ((power + 1) / (power + 2)) * cos2; power += 2; };
  for (; power < degreesOfFreedom; next()) within += term;
  if (within < 0.9) return 1 - within;
  // Close to 1 the rest would have no digits left. The terms that the finite sum leaves out are that rest: all of them together add up to 1.
  let beyond = 0;
  for (; term > beyond * 1e-17; next()) beyond += term;
  return beyond;
}

/** Quantiles that were asked for: each takes a search, and the same few are wanted thousands of times. */
const known = new Map<string, number>();

/** The value that |t| stays below with this probability: `chanceBeyond` turned round, to the last digit. */
export function tWithin(share: number, degreesOfFreedom: number): number {
  const key = `${share} ${degreesOfFreedom}`, found = known.get(key);
  if (found !== undefined) return found;
  let low = 0, high = 1;
  while (chanceBeyond(high, degreesOfFreedom) > 1 - share) [low, high] = [high, high * 2];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (chanceBeyond(middle, degreesOfFreedom) > 1 - share) low = middle;
    else high = middle;
  }
  known.set(key, high);
  return high;
}

/** Of an interval that holds the truth with 95 % probability. */
export const t975 = (degreesOfFreedom: number): number => tWithin(0.95, degreesOfFreedom);
