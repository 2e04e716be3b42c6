// Goal: the same light, written in every form that LM-63 and EULUMDAT allow, is read as the same light.
import { expect, test } from 'vitest';
import { readEulumdat } from '../../data/formats/photometry/read-eulumdat.ts';
import { readIes } from '../../data/formats/photometry/read-ies.ts';
import { tiltFactor, type MeasuredLuminaire } from '../../data/formats/photometry/measured-luminaire.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { intensityCdPerKlm } from '../../engine/lighting/photometry/intensity.ts';
import { tableFlux } from '../../engine/twin/photometric-flux.ts';
import { photometricSymmetry } from '../../engine/twin/photometry.ts';
import { eulumdatFile, everyDeg, iesFile, type GivenTable } from './photometric-writers.ts';

const rad = (deg: number): number => (deg * Math.PI) / 180, anglesDeg = everyDeg(5, 0, 180);
/** Light of each symmetry, by formula; halves so that decimal text holds every value exactly. */
const halves = (value: number): number => Math.round(value * 2) / 2;
const lights: Record<keyof typeof photometricSymmetry, (c: number, gamma: number) => number> = {
  none: (c, gamma) => halves(200 + 50 * Math.sin(rad(c + 20)) + 30 * Math.cos(rad(gamma))),
  aboutAxis: (_, gamma) => halves(200 + 100 * Math.cos(rad(gamma))),
  aboutC0C180: (c, gamma) => halves(200 + 60 * Math.cos(rad(c)) * Math.sin(rad(gamma)) + 30 * Math.cos(rad(gamma))),
  aboutC90C270: (c, gamma) => halves(200 + 60 * Math.sin(rad(c)) * Math.sin(rad(gamma)) + 30 * Math.cos(rad(gamma))),
  aboutBothPlanes: (c, gamma) => halves(200 + 60 * Math.cos(rad(2 * c)) * Math.sin(rad(gamma)) + 30 * Math.cos(rad(gamma))),
};
type Symmetry = keyof typeof lights;
const table = (symmetry: Symmetry, planesDeg: readonly number[]): GivenTable => ({ planesDeg, anglesDeg, value: lights[symmetry] });
const good = ({ value, problems }: Checked<MeasuredLuminaire>): MeasuredLuminaire => {
  expect(problems.filter(({ code }) => !code.startsWith('photometry-stated'))).toEqual([]);
  return value!;
};

/** Every light at every node of a table with planes each 15 degrees is what the formula says. */
function expectLight({ photometry }: MeasuredLuminaire, value: (c: number, gamma: number) => number, within = 1e-9): void {
  expect([photometry.planesDeg[0], photometry.planesDeg.at(-1)]).toEqual([0, 360]);
  for (const c of everyDeg(15, 0, 360)) for (const gamma of anglesDeg) expect(Math.abs(intensityCdPerKlm(photometry, c, gamma) - value(c, gamma))).toBeLessThan(within);
}

const circle = everyDeg(15, 0, 345);
test.each<[Symmetry, number]>([['none', 0], ['aboutAxis', 1], ['aboutC0C180', 2], ['aboutC90C270', 3], ['aboutBothPlanes', 4]])('EULUMDAT: light of symmetry "%s" as Isym %i and as Isym 0', (symmetry, isym) => {
  for (const as of new Set([isym, 0])) for (const comma of [false, true]) {
    const luminaire = good(readEulumdat('made.ldt', eulumdatFile(table(symmetry, circle), { isym: as, comma })));
    expectLight(luminaire, lights[symmetry]);
    expect(luminaire.symmetry).toBe(photometricSymmetry[as === 0 ? 'none' : symmetry]);
  }
});

test.each<[Symmetry, number[][]]>([
  ['none', [everyDeg(15, 0, 360), circle]], ['aboutAxis', [[0], everyDeg(15, 0, 90), everyDeg(15, 0, 180), everyDeg(15, 0, 360)]], ['aboutC0C180', [everyDeg(15, 0, 180), everyDeg(15, 0, 360)]],
  ['aboutC90C270', [everyDeg(15, 90, 270), everyDeg(15, 0, 360)]], ['aboutBothPlanes', [everyDeg(15, 0, 90), everyDeg(15, 0, 180), everyDeg(15, 90, 270), everyDeg(15, 0, 360)]],
])('LM-63: light of symmetry "%s" by the planes that it leaves and by more', (symmetry, forms) => {
  for (const planesDeg of forms) expectLight(good(readIes('made.ies', iesFile(table(symmetry, planesDeg)))), lights[symmetry]);
});

test.each([[''], ['IESNA91'], ['IESNA:LM-63-1995'], ['IESNA:LM-63-2002'], ['IES:LM-63-2019']])('first line "%s": the same light, whatever the length of lines', (firstLine) => {
  for (const perLine of [1, 7, 200]) expectLight(good(readIes('made.ies', iesFile(table('none', circle), { firstLine, perLine, keywords: firstLine === '' ? ['a luminaire of 1986'] : ['[LUMCAT] Made 1'] }))), lights.none);
});

test('blanks, tabs, commas and line ends of any kind', () => {
  const written = iesFile(table('none', circle));
  const [head, body] = [written.slice(0, written.indexOf('TILT')), written.slice(written.indexOf('TILT'))];
  for (const other of [written.replaceAll('\r\n', '\n'), written.replaceAll('\r\n', '\r'), head + body.replaceAll(' ', ', '), head + body.replaceAll(' ', '\t '), head.replaceAll('[', '  [') + body]) expectLight(good(readIes('made.ies', other)), lights.none);
});

test('planes that lie half a step aside: what is between them follows straight lines, across 0 as well', () => {
  const even = (c: number): number => (c <= 180 ? 100 + c : 460 - c);
  const { photometry } = good(readEulumdat('made.ldt', eulumdatFile({ planesDeg: everyDeg(30, 15, 345), anglesDeg, value: even })));
  for (const [c, expected] of [[0, 115], [360, 115], [5, 115], [45, 145], [60, 160], [195, 265]] as const) expect(intensityCdPerKlm(photometry, c, 40)).toBeCloseTo(expected, 9);
});

test('absolute and relative photometry, lamps, multiplier and ballast factor: the same candela', () => {
  const candela = ({ photometry }: MeasuredLuminaire, c: number, gamma: number): number => (intensityCdPerKlm(photometry, c, gamma) * photometry.sourceFluxLm) / 1000;
  const given = table('none', circle), absolute = good(readIes('a.ies', iesFile(given, { lumensPerLamp: -1 })));
  const forms = [
    absolute, good(readIes('b.ies', iesFile(given, { lamps: 2, lumensPerLamp: 700 }))), good(readIes('c.ies', iesFile({ ...given, value: (c, gamma) => lights.none(c, gamma) / 4 }, { multiplier: 2, ballastFactor: 2 }))),
    good(readIes('d.ies', iesFile({ ...given, value: (c, gamma) => lights.none(c, gamma) / 2 }, { firstLine: 'IESNA91', kept: 2 }))),
    good(readEulumdat('e.ldt', eulumdatFile(given))), good(readEulumdat('f.ldt', eulumdatFile({ ...given, value: (c, gamma) => lights.none(c, gamma) / 2 }, { sets: [[-1, 'LED', 4000, '', '', 9]], conversion: 0.5 }))),
  ];
  for (const form of forms) for (const [c, gamma] of [[0, 0], [20, 33], [190, 77], [359, 120]] as const) expect(candela(form, c, gamma)).toBeCloseTo(candela(absolute, c, gamma), 9);
  expect(forms.map(({ isAbsolute }) => isAbsolute)).toEqual([true, false, false, false, false, true]);
  // Flux of an absolute file is that of its table; later editions keep the second number for other things.
  expect(absolute.photometry.sourceFluxLm).toBeCloseTo((tableFlux(absolute.photometry) * absolute.photometry.sourceFluxLm) / 1000, 6);
  expect(candela(good(readIes('g.ies', iesFile(given, { firstLine: 'IES:LM-63-2019', kept: 1.00001 }))), 20, 30)).toBeCloseTo(candela(absolute, 20, 30), 9);
  expect(good(readIes('g.ies', iesFile(given, { firstLine: 'IES:LM-63-2019', kept: 1.10001 }))).generationType).toBe(1.10001);
});

const tiltLines = ['1', '3', '0 45 90', '1 0.9 0.6'];
test('TILT: none, in the file and in a file of its own', () => {
  const given = table('aboutAxis', [0]);
  expect(good(readIes('a.ies', iesFile(given))).tilt).toBeUndefined();
  const included = good(readIes('a.ies', iesFile(given, { tilt: ['TILT=INCLUDE', ...tiltLines] })));
  const beside = good(readIes('a.ies', iesFile(given, { tilt: ['TILT=lamp.tlt'] }), (name) => (name === 'lamp.tlt' ? tiltLines.join('\n') : undefined)));
  for (const { tilt, ...luminaire } of [included, beside]) {
    expectLight(luminaire, lights.aboutAxis);
    expect([0, 22.5, 45, -45, 60, 90, 120].map((tiltDeg) => Math.round(tiltFactor(tilt!, tiltDeg) * 1e9) / 1e9)).toEqual([1, 0.95, 0.9, 0.9, 0.8, 0.6, 0.6]);
    expect(tilt!.geometry).toBe(1);
  }
  const lost = readIes('a.ies', iesFile(given, { tilt: ['TILT=lamp.tlt'] }));
  expect(lost.problems.map(({ code, severity }) => [code, severity])).toEqual([['photometry-no-tilt-file', 'warning']]);
  expect(lost.value!.tilt).toBeUndefined();
});

test('sizes in feet, metres and millimetres; round ones', () => {
  const sizes = (luminaire: MeasuredLuminaire): number[] => [luminaire.luminousLengthM, luminaire.luminousWidthM, ...luminaire.luminousHeightsM].map((value) => Math.round(value * 1e6) / 1e6);
  const given = table('aboutAxis', [0]), ies = (units: number, ...of: [number, number, number]): number[] => sizes(good(readIes('a.ies', iesFile(given, { units, sizes: of }))));
  expect(ies(2, 0.6, 0.3, 0.1)).toEqual([0.6, 0.3, 0.1, 0.1, 0.1, 0.1]);
  expect(ies(1, 2, 1, 0)).toEqual([0.6096, 0.3048, 0, 0, 0, 0]);
  expect(ies(2, -0.5, -0.5, 0)).toEqual([0.5, 0, 0, 0, 0, 0]);
  expect(ies(2, -0.5, 0, 0.2)).toEqual([0.5, 0, 0.2, 0.2, 0.2, 0.2]);
  expect(sizes(good(readEulumdat('a.ldt', eulumdatFile(table('aboutAxis', circle)))))).toEqual([0.6, 0.3, 0.01, 0.02, 0.03, 0.04]);
});

test('names, makers, watts and colour', () => {
  const ies = good(readIes('a.ies', iesFile(table('aboutAxis', [0]), { keywords: ['[MANUFAC] Nobody', '[LUMINAIRE] long words', '[LUMCAT] Made 1', '[_CCT] 2700 K'] })));
  const ldt = good(readEulumdat('a.ldt', eulumdatFile(table('aboutAxis', circle))));
  expect([ies, ldt].map(({ name, maker, inputPowerW, colourTemperatureK }) => [name, maker, inputPowerW, colourTemperatureK])).toEqual([['Made 1', 'Nobody', 50, 2700], ['Made 1', 'Nobody', 50, 3000]]);
});

test('of several sets of lamps the first counts, and that is told', () => {
  const { value, problems } = readEulumdat('a.ldt', eulumdatFile(table('aboutAxis', circle), { sets: [[1, 'one', 500, '3000', '', 15], [2, 'two', 1200, '3000', '', 30]] }));
  expect([value!.photometry.sourceFluxLm, value!.inputPowerW]).toEqual([500, 15]);
  expect(problems.map(({ code }) => code)).toEqual(['photometry-lamp-sets']);
});
