// Goal: one beam, written in LM-63 photometry of type A, B and C, is read as the same light and the same flux.
import { expect, test } from 'vitest';
import type { MeasuredLuminaire } from '../../data/formats/photometry/measured-luminaire.ts';
import { readIes } from '../../data/formats/photometry/read-ies.ts';
import { intensityCdPerKlm } from '../../engine/lighting/photometry/intensity.ts';
import { tableFlux } from '../../engine/twin/photometric-flux.ts';
import { photometricSymmetry } from '../../engine/twin/photometry.ts';
import { everyDeg, iesFile, type GivenTable } from './photometric-writers.ts';

const rad = (deg: number): number => (deg * Math.PI) / 180, EXPONENT = 20, PEAK_CD = 1000;
/** x towards C0, y towards C90, z up. */
type Direction = readonly [x: number, y: number, z: number];

/** Turns by matrices, each about one axis; a turn is counter-clockwise for who looks against the axis. */
const aboutZ = ([x, y, z]: Direction, deg: number): Direction => [x * Math.cos(rad(deg)) - y * Math.sin(rad(deg)), x * Math.sin(rad(deg)) + y * Math.cos(rad(deg)), z];
const aboutY = ([x, y, z]: Direction, deg: number): Direction => [x * Math.cos(rad(deg)) + z * Math.sin(rad(deg)), y, -x * Math.sin(rad(deg)) + z * Math.cos(rad(deg))];
const aboutX = ([x, y, z]: Direction, deg: number): Direction => [x, y * Math.cos(rad(deg)) - z * Math.sin(rad(deg)), y * Math.sin(rad(deg)) + z * Math.cos(rad(deg))];

/** Where each type looks: A lifts the level C0 by V, then turns to the right; B turns the vertical aside to the right of who looks down with C0 ahead, then lifts it towards C0. */
const towards = {
  A: (hDeg: number, vDeg: number): Direction => aboutZ(aboutY([1, 0, 0], -vDeg), -hDeg),
  B: (hDeg: number, vDeg: number): Direction => aboutY(aboutX([0, 0, -1], -hDeg), -vDeg),
  C: (cDeg: number, gammaDeg: number): Direction => aboutZ(aboutY([0, 0, -1], -gammaDeg), cDeg),
};
const typeNumber = { A: 3, B: 2, C: 1 } as const;
type PhotometryType = keyof typeof towards;

/** cos^n about an axis. */
const beam = (axis: Direction) => (to: Direction): number => PEAK_CD * Math.max(0, axis[0] * to[0] + axis[1] * to[1] + axis[2] * to[2]) ** EXPONENT;
const tableOf = (type: PhotometryType, axis: Direction, planesDeg: readonly number[], anglesDeg: readonly number[]): GivenTable => ({ planesDeg, anglesDeg, value: (first, second) => beam(axis)(towards[type](first, second)) });
const read = (type: PhotometryType, table: GivenTable): MeasuredLuminaire => readIes('a.ies', iesFile(table, { type: typeNumber[type], lumensPerLamp: -1 })).value!;
const both = (stepDeg: number): number[] => everyDeg(stepDeg, -90, 90);
const candela = ({ photometry }: MeasuredLuminaire, cDeg: number, gammaDeg: number): number => (intensityCdPerKlm(photometry, cDeg, gammaDeg) * photometry.sourceFluxLm) / 1000;
const anglesOf = ([x, y, z]: Direction): readonly [cDeg: number, gammaDeg: number] => [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(Math.hypot(x, y), -z) * 180) / Math.PI];
const theoryLm = (2 * Math.PI * PEAK_CD) / (EXPONENT + 1);

/** Aimed a little to the right and below; each inside the half sphere that its type covers, so that next to none is cut off. */
const headlamp = towards.A(20, -15), floodlight = towards.B(25, 30);

test('type A: every node gives its own value by direction, and nothing behind', () => {
  const luminaire = read('A', tableOf('A', headlamp, both(5), both(5)));
  for (const h of both(5)) for (const v of both(5)) {
    const to = towards.A(h, v);
    // At the poles all planes meet.
    if (Math.abs(v) < 90) expect(Math.abs(candela(luminaire, ...anglesOf(to)) - beam(headlamp)(to))).toBeLessThan(1e-6);
  }
  for (const c of [91, 135, 180, 269]) for (const gamma of [10, 90, 170]) expect(candela(luminaire, c, gamma)).toBe(0);
  expect(luminaire.measuredType).toBe('A');
});

test('type B: nodes on both level lines give their own value; between them the error falls as the square of the step', () => {
  const worstCd = (stepDeg: number): number => {
    const luminaire = read('B', tableOf('B', floodlight, both(stepDeg), both(stepDeg)));
    for (const deg of everyDeg(5, -85, 85)) for (const to of [towards.B(deg, 0), towards.B(0, deg)]) expect(Math.abs(candela(luminaire, ...anglesOf(to)) - beam(floodlight)(to))).toBeLessThan(1e-6);
    let worst = 0;
    for (let c = 0.7; c < 360; c += 7.3) for (let gamma = 0.4; gamma < 89; gamma += 3.1) worst = Math.max(worst, Math.abs(candela(luminaire, c, gamma) - beam(floodlight)(towards.C(c, gamma))));
    return worst;
  };
  const [coarse, fine] = [worstCd(2.5), worstCd(1.25)];
  expect(fine).toBeLessThan(PEAK_CD * 0.005);
  expect(coarse / fine).toBeGreaterThan(3);
  expect(coarse / fine).toBeLessThan(5);
});

test('the same flux: that of cos^n, of the file in its own angles, and of the same beam in a file of type C', () => {
  const own = (table: GivenTable): number => tableFlux({ planesDeg: Float64Array.from(table.planesDeg), anglesDeg: Float64Array.from(table.anglesDeg, (deg) => deg + 90), intensitiesCdPerKlm: Float64Array.from(table.planesDeg.flatMap((plane) => table.anglesDeg.map((angle) => table.value(plane, angle)))) });
  const a = tableOf('A', headlamp, both(1), both(1)), b = tableOf('B', floodlight, both(1), both(1));
  // Type B turns about its own axis: planes by V, and H along each.
  const bByV: GivenTable = { ...b, value: (v, h) => b.value(h, v) };
  for (const [luminaire, ownLm, axis] of [[read('A', a), own(a), headlamp], [read('B', b), own(bByV), floodlight]] as const) {
    const asC = read('C', tableOf('C', axis, everyDeg(1, 0, 360), everyDeg(1, 0, 180)));
    for (const lm of [ownLm, asC.photometry.sourceFluxLm, theoryLm]) expect(Math.abs(luminaire.photometry.sourceFluxLm / lm - 1)).toBeLessThan(1e-3);
  }
});

test.each<[PhotometryType, keyof typeof photometricSymmetry, Direction]>([['A', 'aboutC0C180', towards.A(0, -10)], ['B', 'aboutC0C180', towards.B(0, 20)], ['B', 'aboutBothPlanes', towards.B(0, 0)]])('type %s: halves that a file leaves out are mirrored (%s)', (type, symmetry, axis) => {
  const half = everyDeg(2.5, 0, 90), v = symmetry === 'aboutBothPlanes' ? half : both(2.5);
  const [left, whole] = [read(type, tableOf(type, axis, half, v)), read(type, tableOf(type, axis, both(2.5), both(2.5)))];
  expect(left.symmetry).toBe(photometricSymmetry[symmetry]);
  for (let c = 0; c < 360; c += 7) for (let gamma = 1; gamma < 180; gamma += 8) expect(Math.abs(candela(left, c, gamma) - candela(whole, c, gamma))).toBeLessThan(1e-9);
});

test('there and back: light read from type B, written as type C and read again is the same to the last digit but one', () => {
  const luminaire = read('B', tableOf('B', floodlight, both(5), both(5))), { planesDeg, anglesDeg } = luminaire.photometry;
  const again = read('C', { planesDeg: [...planesDeg], anglesDeg: [...anglesDeg], value: (c, gamma) => candela(luminaire, c, gamma) });
  for (let c = 1; c < 360; c += 11) for (let gamma = 0; gamma <= 90; gamma += 4) expect(Math.abs(candela(again, c, gamma) - candela(luminaire, c, gamma))).toBeLessThan(1e-9);
});
