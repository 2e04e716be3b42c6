// Goal: Student's t for any degrees of freedom and level is that of the published tables, tails included, and two-sided p-values are those of R.
import { describe, expect, test } from 'vitest';
import { pairedMean, pValueOf } from '../../scenarios/compare/paired-mean.ts';
import { chanceBeyond, t975, tWithin } from '../../scenarios/compare/student-t.ts';

/**
 * Upper critical values at one-sided 0.90, 0.95, 0.975, 0.99 and 0.995: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2. At 0.999 and
 * 0.9995: E. T. Federighi, Extended tables of the percentage points of Student's t-distribution, Journal of the American Statistical Association 54 (1959);
 * its 31.598 for two degrees is a misprint of 31.599, as the closed form for two degrees shows.
 */
const TABLE: readonly (readonly number[])[] = [
  [1, 3.078, 6.314, 12.706, 31.821, 63.657, 318.309, 636.619], [2, 1.886, 2.92, 4.303, 6.965, 9.925, 22.327, 31.599], [3, 1.638, 2.353, 3.182, 4.541, 5.841, 10.214, 12.924],
  [4, 1.533, 2.132, 2.776, 3.747, 4.604, 7.173, 8.61], [5, 1.476, 2.015, 2.571, 3.365, 4.032, 5.893, 6.869], [6, 1.44, 1.943, 2.447, 3.143, 3.707, 5.208, 5.959],
  [7, 1.415, 1.895, 2.365, 2.998, 3.499, 4.785, 5.408], [8, 1.397, 1.86, 2.306, 2.896, 3.355, 4.501, 5.041], [9, 1.383, 1.833, 2.262, 2.821, 3.25, 4.297, 4.781],
  [10, 1.372, 1.812, 2.228, 2.764, 3.169, 4.144, 4.587], [12, 1.356, 1.782, 2.179, 2.681, 3.055, 3.93, 4.318], [15, 1.341, 1.753, 2.131, 2.602, 2.947, 3.733, 4.073],
  [20, 1.325, 1.725, 2.086, 2.528, 2.845, 3.552, 3.85], [25, 1.316, 1.708, 2.06, 2.485, 2.787, 3.45, 3.725], [30, 1.31, 1.697, 2.042, 2.457, 2.75, 3.385, 3.646],
  [40, 1.303, 1.684, 2.021, 2.423, 2.704, 3.307], [60, 1.296, 1.671, 2, 2.39, 2.66, 3.232], [100, 1.29, 1.66, 1.984, 2.364, 2.626, 3.174],
];
const ONE_SIDED = [0.9, 0.95, 0.975, 0.99, 0.995, 0.999, 0.9995];

test.each(TABLE)('%i degrees of freedom: the printed quantiles', (degrees, ...printed) => {
  for (const [at, quantile] of printed.entries()) {
    expect(Math.abs(tWithin(2 * ONE_SIDED[at]! - 1, degrees!) - quantile), `${ONE_SIDED[at]}`).toBeLessThan(0.00055);
  }
});

test('beyond the tables: towards the normal distribution', () => {
  expect(t975(199)).toBeCloseTo(1.97196, 5);
  expect(tWithin(0.95, 10_000)).toBeCloseTo(1.96, 3);
  expect(tWithin(0.99, 10_000)).toBeCloseTo(2.5759, 3);
});

describe('against closed forms', () => {
  test.each([0.1, 0.5, 1, 1.7, 3, 20, 1e4])('t = %d: one, two and four degrees', (t) => {
    const one = (2 / Math.PI) * Math.atan(1 / t), two = 1 - t / Math.sqrt(2 + t * t), four = 1 - (t / Math.sqrt(4 + t * t)) * (1 + 2 / (4 + t * t));
    expect(chanceBeyond(t, 1) / one).toBeCloseTo(1, 12);
    expect(chanceBeyond(t, 2)).toBeCloseTo(two, 14);
    expect(chanceBeyond(t, 4)).toBeCloseTo(four, 14);
    expect(chanceBeyond(-t, 4)).toBe(chanceBeyond(t, 4));
  });

  test('far tails keep their digits: the first term of the density’s integral there', () => {
    // Two-sided tail of ν = 3 for large t: 2 · 2√3 / π · 3 / (3 t³) · (1 − O(1/t²)), from the density 2 / (π √3 (1 + t²/3)²).
    expect(chanceBeyond(1e6, 3) / ((4 * Math.sqrt(3)) / Math.PI / 1e18)).toBeCloseTo(1, 10);
    expect(chanceBeyond(0, 3)).toBe(1);
    expect(chanceBeyond(0, 4)).toBe(1);
  });

  test.each([1, 2, 3, 4, 7, 30, 199])('%i degrees of freedom: the quantile is the turned-round chance, at every level', (degrees) => {
    for (const share of [0.01, 0.5, 0.8, 0.9, 0.95, 0.999, 0.9999999]) expect(1 - chanceBeyond(tWithin(share, degrees), degrees)).toBeCloseTo(share, 12);
  });
});

/** Student's t density integrated from -t to t by Simpson's rule: no series. */
function probabilityWithin(t: number, degrees: number): number {
  const density = (x: number) => Math.pow(1 + (x * x) / degrees, -(degrees + 1) / 2);
  // With x = √degrees tan(angle) the whole line becomes a finite span.
  const integral = (untilAngle: number) => {
    const steps = 4000, width = untilAngle / steps;
    let sum = 0;
    for (let at = 0; at <= steps; at++) {
      const angle = at * width, x = Math.sqrt(degrees) * Math.tan(angle);
      const value = angle >= Math.PI / 2 ? 0 : density(x) * Math.sqrt(degrees) * (1 + Math.tan(angle) * Math.tan(angle));
      sum += value * (at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2);
    }
    return (sum * width) / 3;
  };
  return integral(Math.atan(t / Math.sqrt(degrees))) / integral(Math.PI / 2 - 1e-9);
}

test.each([2, 3, 5, 11, 30, 45, 100, 199])('%i degrees of freedom, by numerical integration', (degrees) => {
  for (const t of [0.2, 1, 2, 4]) expect(1 - chanceBeyond(t, degrees)).toBeCloseTo(probabilityWithin(t, degrees), 9);
});

test('Student’s sleep data: t = −4.0621 with 9 degrees of freedom, p = 0.002833, as R’s t.test prints', () => {
  // Cushny and Peebles (1905): `sleep` in R, differences patient by patient.
  const paired = pairedMean([-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4]);
  expect(paired.mean / paired.standardError).toBeCloseTo(-4.0621, 4);
  expect(paired.degreesOfFreedom).toBe(9);
  expect(pValueOf(paired)).toBeCloseTo(0.002833, 6);
  expect(pValueOf(pairedMean([2, 2, 2]))).toBeNull();
});
