import { photometricSymmetry } from '../../../engine/twin/photometry.ts';

/** Planes closer than this are one. */
const SAME_DEG = 1e-6;

export interface WholePlanes { planesDeg: Float64Array; intensities: Float64Array }

/**
 * All planes from 0 to 360 degrees out of those that a symmetric file holds, given plane by plane. Where none lies at 0 (planes offset
 * by half a step) it is put between its neighbours by straight lines.
 */
export function wholePlanes(symmetry: number, givenDeg: readonly number[], given: ArrayLike<number>, angles: number): WholePlanes {
  const rows: { deg: number; row: number }[] = [];
  givenDeg.forEach((deg, row) => { for (const mirrored of mirrors(symmetry, deg)) rows.push({ deg: mirrored, row }); });
  rows.sort((a, b) => a.deg - b.deg || a.row - b.row);
  const kept = rows.filter(({ deg }, at) => at === 0 || deg - rows[at - 1]!.deg > SAME_DEG);
  if (kept.length > 1 && kept[0]!.deg + 360 - kept.at(-1)!.deg < SAME_DEG) kept.pop();
  const first = kept[0]!, last = kept.at(-1)!, hasZero = first.deg < SAME_DEG;
  const planesDeg = [0, ...kept.slice(hasZero ? 1 : 0).map(({ deg }) => deg), 360], intensities = new Float64Array(planesDeg.length * angles);
  const share = hasZero ? 0 : (360 - last.deg) / (first.deg + 360 - last.deg);
  for (let angle = 0; angle < angles; angle++) {
    const value = (row: number): number => given[row * angles + angle]!;
    const zero = hasZero ? value(first.row) : value(last.row) + (value(first.row) - value(last.row)) * share;
    intensities[angle] = intensities[(planesDeg.length - 1) * angles + angle] = zero;
    kept.slice(hasZero ? 1 : 0).forEach(({ row }, at) => { intensities[(at + 1) * angles + angle] = value(row); });
  }
  return { planesDeg: Float64Array.from(planesDeg), intensities };
}

const turned = (deg: number): number => deg - 360 * Math.floor(deg / 360);

/** Where else the light of a plane is found. */
function mirrors(symmetry: number, deg: number): number[] {
  switch (symmetry) {
    case photometricSymmetry.aboutAxis: return [0];
    case photometricSymmetry.aboutC0C180: return [turned(deg), turned(-deg)];
    case photometricSymmetry.aboutC90C270: return [turned(deg), turned(180 - deg)];
    case photometricSymmetry.aboutBothPlanes: return [turned(deg), turned(-deg), turned(180 - deg), turned(180 + deg)];
    default: return [turned(deg)];
  }
}
