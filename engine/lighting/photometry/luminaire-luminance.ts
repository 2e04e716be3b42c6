import { cos, sin } from '../../foundation/exact-math.ts';
import type { IntensityTable } from '../../twin/photometric-flux.ts';
import { intensityCdPerKlm } from './intensity.ts';

const RAD_PER_DEG = Math.PI / 180;

/** The part of a luminaire that gives light: a box or, where its width is 0, a cylinder. Heights as seen from C0, C90, C180 and C270. */
export interface LuminousBox {
  /** Along C90 to C270, or the diameter. */
  luminousLengthM: number;
  /** Along C0 to C180; 0 where it is round. */
  luminousWidthM: number;
  luminousHeightsM: readonly [c0: number, c90: number, c180: number, c270: number];
}

/** What of the luminous part shows from (C, gamma), in m²: its lower face foreshortened by cos(gamma), its sides by sin(gamma). */
export function projectedAreaM2({ luminousLengthM: longM, luminousWidthM: wideM, luminousHeightsM: [c0M, c90M, c180M, c270M] }: LuminousBox, cDeg: number, gammaDeg: number): number {
  const cosC = cos(cDeg * RAD_PER_DEG), sinC = sin(cDeg * RAD_PER_DEG), down = Math.abs(cos(gammaDeg * RAD_PER_DEG)), aside = sin(gammaDeg * RAD_PER_DEG);
  const acrossM = cosC >= 0 ? c0M : c180M, endM = sinC >= 0 ? c90M : c270M;
  if (wideM > 0) return longM * wideM * down + (longM * acrossM * Math.abs(cosC) + wideM * endM * Math.abs(sinC)) * aside;
  // All round the same diameter; its height goes over from one quarter to the next.
  return (Math.PI / 4) * longM * longM * down + longM * (acrossM * cosC * cosC + endM * sinC * sinC) * aside;
}

/** Mean luminance of a luminaire as seen from (C, gamma), in cd/m²; 0 where nothing of it shows. */
export function luminaireLuminanceCdM2(table: IntensityTable & { readonly sourceFluxLm: number }, box: LuminousBox, cDeg: number, gammaDeg: number): number {
  const areaM2 = projectedAreaM2(box, cDeg, gammaDeg);
  return areaM2 > 0 ? (intensityCdPerKlm(table, cDeg, gammaDeg) * table.sourceFluxLm) / 1000 / areaM2 : 0;
}
