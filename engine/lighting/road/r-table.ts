import { atan2 } from '../../foundation/exact-math.ts';
import { roadSurface } from '../../twin/lit-streets.ts';
import { atan2Deg } from './angle-deg.ts';
import { BETAS_DEG, R_VALUES, TAN_GAMMAS } from './r-table-values.ts';

/** How a road surface reflects: its reduced luminance coefficient by the direction that light comes from (CIE 144; EN 13201-3:2015). */
export interface RTable {
  /** Tangents of the angle of incidence from the vertical, rising from 0. */
  tanGammas: Float64Array;
  /** Angles between the vertical planes of light and of sight, rising from 0 (the lamp beyond the point) to 180 (behind the observer's side). */
  betasDeg: Float64Array;
  /** r x 10,000 in 1/sr: all betas of the first tan gamma, then of the next. */
  r: Float64Array;
  /** Average luminance coefficient, 1/sr: how light the surface is on the whole. */
  q0: number;
}

export type SurfaceName = keyof typeof roadSurface;

/** Average luminance coefficients as published with the tables (CIE 144), two decimals. */
export const PUBLISHED_Q0: Readonly<Record<SurfaceName, number>> = { r1: 0.1, r2: 0.07, r3: 0.07, r4: 0.08, c1: 0.1, c2: 0.07 };

const readLine = (line: string): number[] => {
  const [value, times] = line.trim().split('x');
  const read = times === undefined ? line.trim().split(' ').map(Number) : new Array<number>(Number(times)).fill(Number(value));
  return [...read, ...new Array<number>(BETAS_DEG.length - read.length).fill(0)];
};

/** A standard surface, in numbers. */
export const standardRTable = (name: SurfaceName): RTable => ({
  tanGammas: Float64Array.from(TAN_GAMMAS), betasDeg: Float64Array.from(BETAS_DEG),
  r: Float64Array.from(R_VALUES[name].trim().split('\n').flatMap(readLine)), q0: PUBLISHED_Q0[name],
});

/** By code of `litStreets.surface`. */
export const surfaceNames = Object.keys(roadSurface) as readonly SurfaceName[];

/** The same surface lighter or darker on the whole, as mirroring as before: all r times one factor (CIE 144, 5.3). */
export const scaledToQ0 = (table: RTable, q0: number): RTable => ({ ...table, q0, r: table.r.map((value) => (value * q0) / table.q0) });

/** Mirror factor S1: r at beta 0 and tan gamma 2 over r straight down (CIE 144). */
export function mirrorFactor(table: RTable): number {
  return makeRLookup(table)(2, 0) / table.r[0]!;
}

const AHEAD_H = 12, BEHIND_H = 4, BESIDE_H = 3;

/**
 * Average luminance coefficient Q0: q averaged over the solid angle of the lamps that matter, those over a rectangle 12 H ahead of the
 * point, 4 H behind it and 3 H to each side (CIE 66, CIE 144). With r = q cos³ gamma and dA cos³ gamma / H² for the solid angle
 * of a piece dA of that rectangle, q integrates to the sum of r dA: midpoint rule with squares of H / 50.
 */
export function averageLuminanceCoefficient(table: RTable): number {
  const r = makeRLookup(table), stepH = 0.02;
  let sum = 0;
  for (let x = -BEHIND_H + stepH / 2; x < AHEAD_H; x += stepH) {
    for (let y = stepH / 2; y < BESIDE_H; y += stepH) {
      const tanGamma = Math.sqrt(x * x + y * y);
      sum += r(tanGamma, atan2Deg(y, x));
    }
  }
  const corner = (aheadH: number): number => atan2(aheadH * BESIDE_H, Math.sqrt(1 + aheadH * aheadH + BESIDE_H * BESIDE_H));
  return (sum * stepH * stepH * 1e-4) / (corner(AHEAD_H) + corner(BEHIND_H));
}

const TAN_BIN = 0.25;

/** r x 10,000 of a surface, from tan gamma and beta (0 to 180 degrees). */
export type RLookup = (tanGamma: number, betaDeg: number) => number;

/**
 * Linear between neighbours in tan gamma and in beta, 0 beyond the table (EN 13201-3:2015). Bins lead to the neighbours
 * without a search: every quarter of a tangent and every degree knows the last node before it.
 */
export function makeRLookup({ tanGammas, betasDeg, r }: RTable): RLookup {
  const across = betasDeg.length, lastTan = tanGammas.length - 1, lastBeta = across - 1, mostTan = tanGammas[lastTan]!;
  const tanBins = binsOf(tanGammas, TAN_BIN), betaBins = binsOf(betasDeg, 1);
  return (tanGamma, betaDeg) => {
    if (tanGamma > mostTan) return 0;
    let low = tanBins[Math.floor(tanGamma / TAN_BIN)]!, left = betaBins[Math.floor(betaDeg)]!;
    while (low < lastTan - 1 && tanGammas[low + 1]! <= tanGamma) low++;
    while (left < lastBeta - 1 && betasDeg[left + 1]! <= betaDeg) left++;
    const up = (tanGamma - tanGammas[low]!) / (tanGammas[low + 1]! - tanGammas[low]!);
    const right = Math.min(1, (betaDeg - betasDeg[left]!) / (betasDeg[left + 1]! - betasDeg[left]!));
    const at = low * across + left;
    const near = r[at]! + (r[at + 1]! - r[at]!) * right;
    const far = r[at + across]! + (r[at + across + 1]! - r[at + across]!) * right;
    return near + (far - near) * up;
  };
}

/** For each bin of this width the last node at or before its start, so that the interval can be found from there. */
export function binsOf(nodes: Float64Array, width: number): Uint16Array {
  const bins = new Uint16Array(Math.floor(nodes[nodes.length - 1]! / width) + 2);
  let node = 0;
  for (let bin = 0; bin < bins.length; bin++) {
    while (node < nodes.length - 2 && nodes[node + 1]! <= bin * width) node++;
    bins[bin] = node;
  }
  return bins;
}
