/** Light and road surfaces for the naive EN 13201-3: its own small readers of IES files and r-tables, and optics that are formulas. */
import { readFileSync } from 'node:fs';
import { sharedPath } from '../shared-data.ts';
import { bilinear, type Intensity } from './naive-road-lighting.ts';

/** A luminaire as a table, whole planes from 0 to 360 degrees: cd for each 1,000 lm, plane by plane. */
export interface IntensityTable { planesDeg: number[]; anglesDeg: number[]; cdPerKlm: number[][]; lumens: number }

export const intensityOf = ({ planesDeg, anglesDeg, cdPerKlm }: IntensityTable): Intensity => bilinear(planesDeg, anglesDeg, (plane, angle) => cdPerKlm[plane]![angle]!);

/** Flux in lm for 1,000 lm of lamps: each zone between two angles has its solid angle, each plane half the way to its neighbours. */
export function fluxLm({ planesDeg, anglesDeg, cdPerKlm }: IntensityTable): number {
  const cos = anglesDeg.map((deg) => Math.cos((deg * Math.PI) / 180));
  let lm = 0;
  for (let plane = 0; plane + 1 < planesDeg.length; plane++) {
    const wedgeRad = ((planesDeg[plane + 1]! - planesDeg[plane]!) * Math.PI) / 180;
    for (let angle = 0; angle + 1 < anglesDeg.length; angle++) {
      const corners = [plane, plane + 1].flatMap((c) => [cdPerKlm[c]![angle]!, cdPerKlm[c]![angle + 1]!]);
      lm += wedgeRad * (cos[angle]! - cos[angle + 1]!) * (corners.reduce((sum, cd) => sum + cd, 0) / 4);
    }
  }
  return lm;
}

/**
 * IES LM-63, type C, TILT=NONE: the numbers after that line, planes mirrored until they reach 360 degrees. Where lumens for each lamp are -1
 * (absolute photometry) the flux is that of the table itself.
 */
export function readIesNaively(path: string): IntensityTable {
  const text = readFileSync(sharedPath(path), 'latin1');
  const numbers = text.slice(text.indexOf('TILT=NONE') + 'TILT=NONE'.length).trim().split(/[\s,]+/).map(Number);
  const [lamps, lampLm, multiplier, angleCount, planeCount] = numbers as [number, number, number, number, number];
  const [ballastFactor] = numbers.slice(10);
  const anglesDeg = numbers.slice(13, 13 + angleCount);
  let planesDeg = numbers.slice(13 + angleCount, 13 + angleCount + planeCount);
  let cd = planesDeg.map((_, plane) => numbers.slice(13 + angleCount + planeCount + plane * angleCount).slice(0, angleCount).map((value) => value * multiplier * ballastFactor!));
  if (planesDeg.length === 1) [planesDeg, cd] = [[0, 360], [cd[0]!, cd[0]!]];
  while (planesDeg[planesDeg.length - 1]! < 360) {
    const last = planesDeg[planesDeg.length - 1]!;
    planesDeg = [...planesDeg, ...planesDeg.slice(0, -1).reverse().map((deg) => 2 * last - deg)];
    cd = [...cd, ...cd.slice(0, -1).reverse()];
  }
  const whole = { planesDeg, anglesDeg, cdPerKlm: cd, lumens: lamps * lampLm };
  if (lampLm < 0) whole.lumens = fluxLm(whole);
  return { ...whole, cdPerKlm: cd.map((line) => line.map((value) => (value * 1000) / whole.lumens)) };
}

/** An r-table: r times 10,000 by tan gamma (lines) and beta in degrees (columns). */
export interface SurfaceTable { tanGammas: number[]; betasDeg: number[]; r: number[][] }

export function readRTable(name: string): SurfaceTable {
  const [head, ...lines] = readFileSync(sharedPath(`12-road-lighting/r-tables/${name}.csv`), 'utf8').trim().split(/\r?\n/).map((line) => line.split(','));
  return { betasDeg: head!.slice(1).map(Number), tanGammas: lines.map((line) => Number(line[0])), r: lines.map((line) => line.slice(1).map(Number)) };
}

export const surfaceOf = ({ tanGammas, betasDeg, r }: SurfaceTable): ((tanGamma: number, betaDeg: number) => number) =>
  bilinear(tanGammas, betasDeg, (line, column) => r[line]![column]! * 1e-4);

const rad = (deg: number): number => (deg * Math.PI) / 180;
/** A beam of unit strength on its axis, falling off with the power of the cosine of the angle from it. */
const beam = (axisCDeg: number, axisGammaDeg: number, power: number): Intensity => (cDeg, gammaDeg) => {
  const cos = Math.cos(rad(gammaDeg)) * Math.cos(rad(axisGammaDeg)) + Math.sin(rad(gammaDeg)) * Math.sin(rad(axisGammaDeg)) * Math.cos(rad(cDeg - axisCDeg));
  return Math.max(0, cos) ** power;
};

/** Optics that are formulas, smooth everywhere: their values at any angle are known without a table. */
export const optics: Record<string, Intensity> = {
  'the same all round downward': (_, gammaDeg) => 320 * Math.max(0, Math.cos(rad(gammaDeg))),
  'narrow, down': (_, gammaDeg) => 700 * Math.max(0, Math.cos(rad(gammaDeg))) ** 4,
  'street: two beams along it, a little towards the far kerb': (cDeg, gammaDeg) =>
    280 * beam(20, 62, 12)(cDeg, gammaDeg) + 280 * beam(160, 62, 12)(cDeg, gammaDeg) + 120 * Math.max(0, Math.cos(rad(gammaDeg))) ** 2,
  'one beam to a side, none of it even in C': (cDeg, gammaDeg) => 350 * beam(75, 50, 8)(cDeg, gammaDeg) + 60 * beam(200, 40, 3)(cDeg, gammaDeg) + 40,
};

export const everyDeg = (stepDeg: number, lastDeg: number): number[] => Array.from({ length: lastDeg / stepDeg + 1 }, (_, i) => i * stepDeg);

/** A formula made a table. */
export const tabulated = (optic: Intensity, planesDeg: number[], anglesDeg: number[]): IntensityTable =>
  ({ planesDeg, anglesDeg, cdPerKlm: planesDeg.map((c) => anglesDeg.map((gamma) => optic(c, gamma))), lumens: 1000 });
