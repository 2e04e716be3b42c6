// Goal: whatever happens to a photometric file, reading it ends, throws nothing, and gives light that can be computed with or says in both languages what is wrong.
import { expect, test } from 'vitest';
import { MOST_PHOTOMETRY_BYTES, MOST_PLANES } from '../../data/formats/photometry/measured-luminaire.ts';
import { readPhotometry } from '../../data/formats/photometry/read-photometry.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { lightFigures } from '../../engine/lighting/photometry/light-figures.ts';
import { inWords, placeInWords } from '../../scenarios/language/problems.ts';
import { eulumdatFile, everyDeg, iesFile, type GivenTable } from '../verification/photometric-writers.ts';

const value = (c: number, gamma: number): number => 300 - gamma + c / 10;
const table: GivenTable = { planesDeg: everyDeg(30, 0, 330), anglesDeg: everyDeg(15, 0, 180), value };
const hv: GivenTable = { planesDeg: everyDeg(15, -90, 90), anglesDeg: everyDeg(15, -90, 90), value: (h, v) => 300 - Math.abs(h) - Math.abs(v) };
const ies = iesFile(table), ldt = eulumdatFile(table), bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codesOf = (file: string, text: string): string[] => readPhotometry(file, bytes(text)).problems.map(({ code }) => code);
/** A file with its lines changed: line number (from 1) to text. */
const withLines = (text: string, changed: Record<number, string>): string => text.split('\r\n').map((line, at) => changed[at + 1] ?? line).join('\r\n');
/** Lines of the file in LM-63 on which its angles, planes and values begin. */
const ANGLES = 8, PLANES = 10, VALUES = 12;
const withFirstValue = (value: string): string => withLines(ies, { [VALUES]: ies.split('\r\n')[VALUES - 1]!.replace(/^\S+/, value) });

test.each<[string, string, string]>([
  ['photometry-no-tilt', 'a.ies', ies.replace('TILT=NONE', '')],
  ['photometry-unknown-edition', 'a.ies', ies.replace('2002', '2050')],
  ['photometry-no-tilt-file', 'a.ies', ies.replace('TILT=NONE', 'TILT=other.tlt')],
  ['photometry-type', 'a.ies', iesFile(hv, { type: 2 })],
  ['photometry-type', 'a.ies', iesFile(hv, { type: 3 })],
  ['photometry-hv-angles', 'a.ies', iesFile(table, { type: 2 })],
  ['photometry-hv-angles', 'a.ies', iesFile({ ...hv, anglesDeg: everyDeg(15, 0, 180) }, { type: 3 })],
  ['photometry-hv-span', 'a.ies', iesFile({ ...hv, planesDeg: everyDeg(15, 15, 90) }, { type: 2 })],
  ['photometry-hv-span', 'a.ies', iesFile({ ...hv, planesDeg: [0] }, { type: 3 })],
  ['photometry-hv-part', 'a.ies', iesFile({ ...hv, anglesDeg: everyDeg(15, -60, 60) }, { type: 2 })],
  ['photometry-v-mirrored', 'a.ies', iesFile({ ...hv, anglesDeg: everyDeg(15, 0, 90) }, { type: 3 })],
  ['photometry-plane-count', 'a.ies', iesFile({ ...hv, planesDeg: everyDeg(0.125, -90, 90), anglesDeg: [-90, 90] }, { type: 3 })],
  ['photometry-field', 'a.ies', iesFile(table, { units: 3 })],
  ['photometry-field', 'a.ies', ies.replace('1 1 50', '1 1 fifty')],
  ['photometry-plane-count', 'a.ies', ies.replace(' 13 12 ', ' 13 1.5 ')],
  ['photometry-angle-count', 'a.ies', ies.replace(' 13 12 ', ' 1 12 ')],
  ['photometry-too-many-values', 'a.ies', ies.replace(' 13 12 ', ' 1400 1400 ')],
  ['photometry-too-few-numbers', 'a.ies', ies.slice(0, -20)],
  ['photometry-left-over', 'a.ies', `${ies}1 2 3\r\n`],
  ['photometry-c-span', 'a.ies', iesFile({ ...table, planesDeg: [0, 30, 200] })],
  ['photometry-c-angles', 'a.ies', withLines(ies, { [PLANES]: '0 30 20 90 120 150 180 210 240 270' })],
  ['photometry-gamma-angles', 'a.ies', withLines(ies, { [ANGLES]: '0 15 30 45 NaN 75 90 105 120 135' })],
  ['photometry-gamma-angles', 'a.ies', withLines(ies, { [ANGLES]: '0 1e-300 30 45 60 75 90 105 120 135' })],
  ['photometry-part-of-angles', 'a.ies', iesFile({ ...table, anglesDeg: everyDeg(5, 10, 80) })],
  ['photometry-intensity', 'a.ies', withFirstValue('1e99')],
  ['photometry-negative', 'a.ies', withFirstValue('-0.1')],
  ['photometry-dark', 'a.ies', iesFile({ ...table, value: () => 0 })],
  ['photometry-no-flux', 'a.ies', iesFile(table, { lumensPerLamp: 0 })],
  ['photometry-tilt-angles', 'a.ies', iesFile(table, { tilt: ['TILT=INCLUDE', '1', '3', '0 90 45', '1 1 1'] })],
  ['photometry-plane-count', 'a.ies', iesFile({ planesDeg: everyDeg(0.125, 0, 180), anglesDeg: [0, 90], value })],
  ['photometry-field', 'a.ldt', withLines(ldt, { 3: '7' })],
  ['photometry-field', 'a.ldt', withLines(ldt, { 3: '1.5' })],
  ['photometry-plane-count', 'a.ldt', withLines(ldt, { 4: '9999' })],
  ['photometry-planes-of-symmetry', 'a.ldt', withLines(ldt, { 3: '4', 4: '11' })],
  ['photometry-c-of-symmetry', 'a.ldt', withLines(ldt, { 3: '2', 49: '179' })],
  ['photometry-no-flux', 'a.ldt', eulumdatFile(table, { sets: [[1, 'LED', 0, '', '', 5]] })],
  ['photometry-lamp-sets', 'a.ldt', eulumdatFile(table, { sets: [[1, 'a', 1000, '', '', 5], [1, 'b', 1000, '', '', 5]] })],
  ['photometry-too-short', 'a.ldt', ldt.split('\r\n').slice(0, 90).join('\r\n')],
  ['photometry-stated-ratio', 'a.ldt', withLines(ldt, { 23: '10' })],
  ['photometry-stated-downward', 'a.ldt', withLines(ldt, { 22: '10' })],
  ['photometry-too-large', 'a.ldt', ' '.repeat(MOST_PHOTOMETRY_BYTES + 1)],
])('%s is told (%s)', (code, file, text) => {
  const { value: read, problems } = readPhotometry(file, bytes(text));
  expect(problems.map((problem) => problem.code)).toContain(code);
  expect(read === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
  for (const problem of problems) expect(inWords(problem, 'fr')).not.toBe(inWords(problem, 'en'));
});

test('all that is wrong is told at once, with its line', () => {
  const { problems } = readPhotometry('a.ies', bytes(withLines(withFirstValue('bright'), { [ANGLES]: '0 15 30 45 20 75 90 105 120 135' })));
  expect(problems.map(({ code, where }) => [code, where])).toEqual([['photometry-gamma-angles', 'a.ies: line 8'], ['photometry-intensity', 'a.ies: line 12']]);
  expect(placeInWords(problems[0]!.where, 'fr')).toBe('a.ies : ligne 8');
});

test('endings decide, and TILT= where there is none that is known', () => {
  expect([codesOf('a.IES', ies), codesOf('a.LDT', ldt), codesOf('photometry', ies), codesOf('photometry', ldt)]).toEqual([[], [], [], []]);
});

const CASES = process.env['JUMEAU_PROOF'] === '1' ? 20_000 : 600, SEED = 77, PURPOSE = 9101;
const PIECES = ['-1', '0', '1e308', 'NaN', '', '\r\n', '\0', 'TILT=INCLUDE', '99999999999', '-', ',', '½', '1e-320', '360', '[', 'IESNA91\n'];
/** A file damaged in one to six places: bytes changed, pieces cut out, put in, doubled. */
function damaged(text: string, seed: number): Uint8Array {
  const draw = (at: number, most: number): number => Math.floor(randomShare(SEED, PURPOSE, seed, at) * most);
  let now = text;
  for (let blow = 0; blow <= draw(0, 6); blow++) {
    const at = draw(blow * 5 + 1, now.length + 1), long = draw(blow * 5 + 2, 60), piece = PIECES[draw(blow * 5 + 3, PIECES.length)]!;
    now = [now.slice(0, at) + now.slice(at + long), now.slice(0, at) + piece + now.slice(at + long % 5), now.slice(0, at) + now.slice(at, at + long).repeat(3) + now.slice(at + long)][draw(blow * 5 + 4, 3)]!;
  }
  return bytes(now);
}
test(`${CASES} damaged files of each form: light that can be computed with, or errors (seed ${SEED})`, () => {
  let read = 0, refused = 0;
  for (let seed = 0; seed < CASES; seed++) for (const [file, text] of [['a.ies', ies], ['a.ldt', ldt], ['a.ies', [iesFile(hv, { type: 2 }), iesFile(hv, { type: 3 })][seed % 2]!]] as const) {
    const { value: luminaire, problems } = readPhotometry(file, damaged(text, seed));
    if (!luminaire) { refused++; expect(problems.some(({ severity }) => severity === 'error')).toBe(true); continue; }
    read++;
    const { planesDeg, anglesDeg, intensitiesCdPerKlm, sourceFluxLm } = luminaire.photometry, { lumens, maxCandela, ulrPct } = lightFigures(luminaire.photometry);
    expect([planesDeg[0], planesDeg.at(-1), intensitiesCdPerKlm.length, planesDeg.length <= MOST_PLANES]).toEqual([0, 360, planesDeg.length * anglesDeg.length, true]);
    expect(planesDeg.every((deg, at) => at === 0 || deg > planesDeg[at - 1]!) && anglesDeg.every((deg, at) => at === 0 || deg > anglesDeg[at - 1]!)).toBe(true);
    expect([sourceFluxLm, lumens, maxCandela, ulrPct].every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
  }
  console.log(`${read} read, ${refused} refused`);
  expect(Math.min(read, refused)).toBeGreaterThan(CASES / 10);
});
