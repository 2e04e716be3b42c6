import { exp } from '../foundation/exact-math.ts';

/**
 * Daylight under a clear sky by the altitude of the sun: P. M. Janiczek and J. A. DeYoung, Computer Programs for Sun and Moon Illuminance,
 * U.S. Naval Observatory Circular 171 (1987); coefficients as in D. Vallado, Fundamentals of Astrodynamics, table 5-1.
 * log10 of lux is a cubic in x = altitude / 90 degrees, piece by piece; the first piece whose `fromDeg` lies below holds.
 */
const PIECES: readonly { fromDeg: number; cubic: readonly [number, number, number, number] }[] = [
  { fromDeg: 20, cubic: [3.74, 3.97, -4.07, 1.47] },
  { fromDeg: 5, cubic: [3.05, 13.28, -45.98, 64.33] },
  { fromDeg: -0.8, cubic: [2.88, 22.26, -207.64, 1034.3] },
  { fromDeg: -5, cubic: [2.88, 21.81, -258.11, -858.36] },
  { fromDeg: -12, cubic: [2.7, 12.17, -431.69, -1899.83] },
  { fromDeg: -18, cubic: [13.84, 262.72, 1447.42, 2797.93] },
];
const LN10 = 2.302585092994046;
const DARKEST_DEG = -18, HIGHEST_DEG = 90;

/** Horizontal illuminance by the sun and the clear sky; below -18 degrees that of the end of twilight, less than a thousandth of a lux. */
export function daylightLx(sunAltitudeDeg: number): number {
  const altitudeDeg = Math.min(HIGHEST_DEG, Math.max(DARKEST_DEG, sunAltitudeDeg)), x = altitudeDeg / 90;
  const [a, b, c, d] = PIECES.find(({ fromDeg }) => altitudeDeg >= fromDeg)!.cubic;
  return exp(LN10 * (a + x * (b + x * (c + x * d))));
}

/** The altitude of the sun at which daylight has this illuminance; the lowest or highest that there is where it never has. */
export function sunAltitudeOfDaylightDeg(illuminanceLx: number): number {
  let lowDeg = DARKEST_DEG, highDeg = HIGHEST_DEG;
  // Pieces meet within 1 % of each other; at the joints bisection still finds one place. 2^-40 of 108 degrees is far below a second.
  for (let halving = 0; halving < 40; halving++) {
    const middleDeg = (lowDeg + highDeg) / 2;
    if (daylightLx(middleDeg) < illuminanceLx) lowDeg = middleDeg;
    else highDeg = middleDeg;
  }
  return lowDeg;
}
