// Goal: whoever has a photometric file reads by command what its light does to a street, and is told of everything that is wrong with the question at once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardRTable } from '../../engine/lighting/road/r-table.ts';
import { roadLighting, type RoadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { tableFlux } from '../../engine/twin/photometric-flux.ts';
import type { Photometry } from '../../engine/twin/photometry.ts';
import { eulumdatFile, everyDeg } from '../verification/photometric-writers.ts';
import { roadBeam, street } from '../verification/road-scenes.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

interface Answer {
  LavCdM2: number; Uo: number; Ul: number; fTiPct: number; REI: number; EavLx: number; EminLx: number; DP: number; DE: number;
  profile: { hoursPerYear: number; outputShare: number }[]; classes: Record<string, string | null>; isOverLit: boolean; overLit: { class: string; keptAtOutput: { least: number; most: number } | null } | null; lanes: unknown[]; q0: number;
}

/** LM-63-2002, type C, absolute, as a maker writes it: whole planes, candela to a tenth, 7,000 lm. */
function iesText({ planesDeg, anglesDeg, intensitiesCdPerKlm }: Photometry, fluxLm: number, powerW: number): string {
  const candela = Array.from(intensitiesCdPerKlm, (cd) => ((cd * fluxLm) / 1000).toFixed(1)), angles = anglesDeg.length;
  return [
    'IESNA:LM-63-2002', '[TEST] made by a formula', '[MANUFAC] none', '[LUMINAIRE] road beam', 'TILT=NONE',
    `1 ${fluxLm} 1 ${angles} ${planesDeg.length} 1 2 0 0 0`, `1 1 ${powerW}`, [...anglesDeg].join(' '), [...planesDeg].join(' '),
    ...Array.from(planesDeg, (_, plane) => candela.slice(plane * angles, (plane + 1) * angles).join(' ')), '',
  ].join('\r\n');
}

const FLUX_LM = 7000, POWER_W = 60, beam = roadBeam();
/** What the file says: candela to a tenth. */
const inFile: Photometry = { ...beam, intensitiesCdPerKlm: beam.intensitiesCdPerKlm.map((cd) => Number(((cd * FLUX_LM) / 1000).toFixed(1)) / (FLUX_LM / 1000)) };

let place: Workplace, file: string;
beforeAll(() => {
  place = makeWorkplace();
  file = join(place.folder, 'beam.ies');
  writeFileSync(file, iesText(beam, FLUX_LM, POWER_W));
});
afterAll(() => place.remove());
const asked = (...more: string[]): string[] => ['street', '--photometry', file, '--spacing', '30', '--height', '8', '--width', '7', ...more];
const near = (value: number, expected: number, share: number): void => expect(Math.abs(value / expected - 1)).toBeLessThan(share);

function expectFigures(answer: Answer, lit: RoadLighting): void {
  const { LavCdM2, Uo, Ul, fTiPct, REI, EavLx, EminLx, DP } = answer;
  const given = [LavCdM2, Uo, Ul, fTiPct, REI, EavLx, EminLx, DP], computed = [lit.lavCdM2, lit.uo, lit.ul, lit.fTiPct, lit.rei, lit.eavLx, lit.eminLx, lit.dpWPerLxM2];
  given.forEach((value, at) => near(value, computed[at]!, 1e-9));
}

test('all options of the example: the figures of the engine, by the names of the trade', () => {
  const answer = jumeauJson<Answer>(place, ...asked('--lanes', '2', '--overhang', '0', '--tilt', '0', '--arrangement', 'single', '--maintenance', '0.8', '--r-table', 'R3'));
  expectFigures(answer, roadLighting(street({ photometry: inFile })));
  // 60 W for 4,000 h on 30 m by 7 m.
  near(answer.DE, (60 * 4000) / 210, 1e-12);
  expect(answer.profile).toMatchObject([{ hoursPerYear: 4000, outputShare: 1 }]);
  expect(answer.classes).toEqual({ M: 'M5', C: 'C5', P: 'P3' });
  expect(answer.isOverLit).toBe(false);
  expect(answer.lanes.length).toBe(2);
});

// EN 13201-2:2015, table 3: P1 has a mean of 15 lx and 3 lx at least; by its note a) the mean is at most 22.5 lx.
test('a street lit too much has no P class, and is told at which share of its flux it would have one: there it has it, beyond it has not', () => {
  const FULL_LM = 90_000, lit = (fluxLm: number) => jumeauJson<Answer>(place, ...asked('--flux', String(fluxLm))), full = lit(FULL_LM), { least, most } = full.overLit!.keptAtOutput!;
  expect(full.EavLx).toBeGreaterThan(22.5);
  expect(full).toMatchObject({ classes: { P: null }, isOverLit: true, overLit: { class: 'P1', mostEavLx: 22.5 } });
  expect([least, most]).toEqual([expect.closeTo(Math.max(15 / full.EavLx, 3 / full.EminLx), 9), expect.closeTo(22.5 / full.EavLx, 9)]);
  for (const [share, name] of [[most * 1.001, null], [most * 0.999, 'P1'], [least * 1.001, 'P1'], [least * 0.999, 'P2']] as const) {
    const dimmed = lit(FULL_LM * share);
    expect([dimmed.classes['P'], dimmed.isOverLit, dimmed.overLit === null]).toEqual([name, name === null, name !== null]);
  }
  const percents = (pattern: RegExp, language: string): number[] => pattern.exec(jumeau(place, ...asked('--flux', String(FULL_LM)), '--lang', language).stdout)!.slice(1).map(Number);
  const english = percents(/P none\s+lit too much for P1: Eav [\d.]+, at most 22\.5 allowed; P1 kept at (\d+) to (\d+)% of this flux\n/, 'en');
  expect(percents(/P aucune\s+trop éclairée pour P1\s: Eav [\d,]+, au plus 22,5 permis\s; P1 tenue de (\d+) à (\d+)\s% de ce flux\n/, 'fr')).toEqual(english);
  expect([english[0]! / 100 >= least, english[1]! / 100 <= most]).toEqual([true, true]);
});

test('light too uneven for a P class at any flux: that is said, and no share', () => {
  const far = asked('--flux', '90000').map((word) => (word === '30' ? '70' : word)), uneven = jumeauJson<Answer>(place, ...far);
  expect(uneven.EminLx / uneven.EavLx).toBeLessThan(0.2 / 1.5);
  expect(uneven).toMatchObject({ classes: { P: null }, overLit: { keptAtOutput: null } });
  expect(jumeau(place, ...far).stdout).toContain('too uneven for a P class at any flux');
});

test('another flux, power, profile, arrangement, tilt, surface and way to drive', () => {
  const answer = jumeauJson<Answer>(place, ...asked('--lanes', '3', '--overhang', '-1', '--tilt', '5', '--arrangement', 'staggered', '--maintenance', '0,7', '--r-table', 'r1', '--q0', '0.12', '--flux', '14000', '--power', '100', '--two-way', '--hours', '1800', '2200@0.5'));
  // 14,000 lm leave the luminaire; the table is of 1,000 lm of its lamps.
  const outputRatio = tableFlux(inFile) / 1000, rTable = { ...standardRTable('r1'), r: standardRTable('r1').r.map((r) => r * 1.2) };
  expectFigures(answer, roadLighting(street({ photometry: inFile, laneCount: 3, overhangM: -1, tiltDeg: 5, arrangement: 2, maintenanceFactor: 0.7, rTable, fluxLm: 14_000 / outputRatio, powerW: 100, isTwoWay: true })));
  // Two luminaires a field; 1,800 h and half of 2,200 h.
  near(answer.DE, (2 * 100 * 2900) / 210, 1e-12);
  expect([answer.lanes.length, answer.q0]).toEqual([4, 0.12]);
});

test('--flux is that of the luminaire, as inspect and design programs give it: the file’s own changes nothing, and both fluxes are said', () => {
  const { lumens, sourceFluxLm } = jumeauJson<{ lumens: number; sourceFluxLm: number }>(place, 'inspect', file), own = jumeauJson<Answer>(place, ...asked()), given = jumeauJson<Answer>(place, ...asked('--flux', String(lumens)));
  expect(Math.abs(lumens / sourceFluxLm - 1)).toBeGreaterThan(0.01);
  near(given.LavCdM2, own.LavCdM2, 1e-12);
  near(given.EavLx, own.EavLx, 1e-12);
  expect(given).toMatchObject({ installation: { luminaireFluxLm: expect.closeTo(lumens, 6) as number, lampsFluxLm: expect.closeTo(sourceFluxLm, 6) as number } });
  const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
  expect(jumeau(place, ...asked(), '--lang', 'en').stdout).toContain(`each luminaire ${english.format(lumens)} lm (lamps: ${english.format(sourceFluxLm)} lm), 60.0 W`);
});

test('a surface of one’s own from a file', () => {
  const own = join(place.folder, 'own.csv');
  writeFileSync(own, 'tan_gamma\\beta,0,90,180\n0,700,700,700\n1,250,250,250\n12,0.4,0.4,0.4\n');
  const answer = jumeauJson<Answer>(place, ...asked('--r-table', own));
  expect(answer.LavCdM2).toBeGreaterThan(0.1);
  expect(answer.q0).toBeGreaterThan(0.05);
});

test('a file whose C0 lies across the road is pointed out, and turned by an option', () => {
  const across = join(place.folder, 'across.ies'), planes = beam.planesDeg.length - 1, angles = beam.anglesDeg.length;
  // The beam a quarter of a turn back: what went along C90 goes along C0.
  const quarter = planes / 4, cut = (plane: number): Float64Array => beam.intensitiesCdPerKlm.slice(plane * angles, (plane + 1) * angles);
  const intensitiesCdPerKlm = Float64Array.from(Array.from({ length: planes + 1 }, (_, plane) => [...cut((plane + quarter) % planes)]).flat());
  writeFileSync(across, iesText({ ...beam, intensitiesCdPerKlm }, FLUX_LM, POWER_W));
  const question = ['street', '--photometry', across, '--spacing', '30', '--height', '8', '--width', '7'], asIs = jumeau(place, ...question, '--json'), turned = jumeau(place, ...question, '--turn', '90', '--json');
  expect((JSON.parse(asIs.stderr) as { problems: unknown[] }).problems).toMatchObject([{ severity: 'warning', code: 'street-turned', parameters: { turnDeg: 90 } }]);
  expect(turned.stderr).toBe('');
  expectFigures(JSON.parse(turned.stdout) as Answer, roadLighting(street({ photometry: inFile })));
});

test('for people: figures, classes with what the next one lacks, drivers and a drawing, in both languages', () => {
  const english = jumeau(place, ...asked()).stdout, french = jumeau(place, ...asked(), '--lang', 'fr').stdout;
  expect(english).toMatch(/mean luminance Lav\s+0\.\d\d cd\/m²[\s\S]*power density D_P[\s\S]*annual energy D_E[\s\S]*4,000 h a year at 100%[\s\S]*M5\s+for M4: mean luminance[\s\S]*lane 1 →[\s\S]*[░▒▓█]{10}[\s\S]*o {20}o/);
  expect(french).toMatch(/luminance moyenne Lav\s+0,\d\d cd\/m²[\s\S]*4\s000 h par an à 100\s%[\s\S]*M5\s+pour M4\s: luminance moyenne[\s\S]*voie 1 →/);
});

test('everything that is wrong with the question is told at once, place by place', () => {
  const { status, stdout, stderr } = jumeau(place, 'street', '--photometry', 'none.ies', '--height', 'eight', '--width', '0', '--lanes', '2.5', '--arrangement', 'both', '--turn', '400', '--r-table', 'none.csv', '--maintenance', '1.2', '--hours', 'always', '--json');
  const { problems } = JSON.parse(stderr) as { problems: { code: string; where: string; message: string }[] };
  expect([status, stdout]).toEqual([1, '']);
  expect(problems.map(({ code, where }) => `${code} ${where}`).sort()).toEqual([
    'cli-missing-option --spacing', 'cli-no-such-file none.csv', 'cli-no-such-file none.ies', 'cli-not-a-number --height', 'cli-not-a-number --lanes', 'cli-not-a-number --maintenance', 'cli-not-a-number --turn', 'cli-not-a-number --width',
    'street-arrangement --arrangement', 'street-hours --hours',
  ]);
  for (const { message } of problems) expect(message.length).toBeGreaterThan(20);
  const asphalt = jumeau(place, ...asked('--r-table', 'asphalt', '--hours', '5000', '5000'));
  expect(asphalt.status).toBe(1);
  expect(asphalt.stderr).toMatch(/--hours[\s\S]*10,000 h|10,000 h[\s\S]*--r-table/);
  // Limits are written as the French write them, and a lamp without light is no lamp.
  const french = jumeau(place, ...asked('--flux', '0', '--height', '0.2', '--maintenance', '80'), '--lang', 'fr');
  expect(french.status).toBe(1);
  for (const said of [/--flux.*de 1 à 10\s000\s000/, /--height.*de 0,5 à 40/, /--maintenance.*0,8 pour 80\s%/]) expect(french.stderr).toMatch(said);
});

test('lamps no higher than the eyes of a driver: fTI is not known and that is said', () => {
  const low = jumeau(place, ...asked('--height', '1.2'), '--json');
  expect(JSON.parse(low.stdout)).toMatchObject({ fTiPct: null });
  expect((JSON.parse(low.stderr) as { problems: unknown[] }).problems).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'street-low', parameters: { heightM: 1.2, eyesM: 1.5 } }));
  expect(jumeau(place, ...asked('--height', '1.2')).stdout).toMatch(/glare fTI\s+– %/);
});

// A table measured with the luminaire tilted by 10 degrees is that of the luminaire as it hangs at a tilt of 10: as the same table, measured level, at a tilt of 0.
test('the tilt during measurement of an EULUMDAT file, line 25, is taken off the tilt asked for, and told', () => {
  const table = { planesDeg: everyDeg(15, 0, 345), anglesDeg: everyDeg(5, 0, 180), value: (c: number, gamma: number) => (gamma < 85 ? 100 + c / 4 + gamma : 0) };
  const write = (name: string, tilt: string): string => {
    const lines = eulumdatFile(table).split('\r\n'), path = join(place.folder, name);
    lines[24] = tilt;
    writeFileSync(path, lines.join('\r\n'));
    return path;
  };
  const answer = (path: string, ...more: string[]) => jumeauJson<Answer>(place, 'street', '--photometry', path, '--spacing', '30', '--height', '8', '--width', '7', ...more);
  const tilted = write('tilted.ldt', '10,0'), level = answer(write('level.ldt', '0'));
  expect(answer(tilted, '--tilt', '10').LavCdM2).toBe(level.LavCdM2);
  expect(answer(tilted).LavCdM2).not.toBeCloseTo(level.LavCdM2, 4);
  expect(jumeau(place, 'inspect', tilted, '--lang', 'en').stderr).toContain('tilted.ldt: line 25: the luminaire was measured tilted by 10 degrees');
});

test.each([['en', /neither IES LM-63 .* nor EULUMDAT/], ['fr', /ni de l’IES LM-63 .*, ni de l’EULUMDAT/]] as const)('a letter in the place of a photometric file is told as one thing, not line by line (%s)', (language, told) => {
  const letter = join(place.folder, 'letter.txt');
  writeFileSync(letter, 'Dear colleague,\n\nthe luminaire of Rue Monge\nhas 7,000 lm.\n');
  const { status, stderr } = jumeau(place, 'street', '--photometry', letter, '--spacing', '30', '--height', '8', '--width', '7', '--lang', language);
  expect(status).toBe(1);
  expect(stderr).toMatch(told);
  expect(stderr.match(/letter\.txt/g)).toHaveLength(1);
});
