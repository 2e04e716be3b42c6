// Goal: whoever keeps the lamps of a city sees by command their age, what fails in the years to come, and what one lamp out does to its street.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { makeTable } from '../../engine/foundation/table.ts';
import { lampColumns } from '../../engine/twin/lighting.ts';
import { litTown } from '../verification/lit-town.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

/** Streets of the town whose light is known, in the file where that is not all of them. */
const KNOWN_STREETS = 20;

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(litTown(2.2)));
  const unknown = litTown(2.2), part = litTown(2.2), undated = litTown(2.2);
  unknown.litStreets.luminaire.fill(-1);
  part.litStreets.luminaire.fill(-1, KNOWN_STREETS);
  undated.lamps.installedYear.fill(0);
  for (const [name, twin] of Object.entries({ unknown, part, undated })) writeFileSync(join(place.folder, `${name}.twin`), twinToBytes(twin));
  // So dim that no street keeps its class, whatever its lamps do.
  writeFileSync(join(place.folder, 'dim.twin'), twinToBytes(litTown(0.01)));
  writeFileSync(join(place.folder, 'dark.twin'), twinToBytes({ ...busTown(), lamps: makeTable(lampColumns, 0) }));
  // The example that the page on the model gives is the file that people start from.
  writeFileSync(join(place.folder, 'failures.yaml'), /```yaml\n([\s\S]*?)```/.exec(readFileSync(new URL('../../docs/models/lamp-maintenance.md', import.meta.url), 'utf8'))![1]!);
});
afterAll(() => place.remove());

const FEW = ['--years', '1', '--seeds', '2'];

test.each([
  ['en', 'en-GB', /light of all (\S+) km of lit streets is unknown/, /Light known on (\S+) km, unknown on (\S+) km/, /keep their class at full output \(light unknown on (\S+) km more\)/, /No street keeps its class at full output/],
  ['fr', 'fr-FR', /lumière des (\S+) km de rues éclairées est inconnue/, /Lumière connue sur (\S+) km, inconnue sur (\S+) km/, /dans leur classe à pleine puissance \((\S+) km de lumière inconnue à part\)/, /Aucune rue n’est dans sa classe à pleine puissance/],
] as const)('what nobody knows is said to be unknown, by its km, and never nought (%s)', (language, locale, nothing, part, beside, noneKept) => {
  const { streets, litStreets } = litTown(2.2), km = (from: number, end = litStreets.count): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Array.from(litStreets.street.subarray(from, end)).reduce((sum, street) => sum + streets.lengthM[street]! / 1000, 0));
  const told = (name: string): string => jumeau(place, 'lamps', `${name}.twin`, ...FEW, '--lang', language).stdout, unknown = told('unknown'), known = told('part');
  expect(nothing.exec(unknown)?.[1]).toBe(km(0));
  expect(unknown).not.toMatch(/\b0[.,]0 km|\b0[.,]0\s?%|One lamp out\n|Un point lumineux en panne\n/);
  expect(part.exec(known)?.slice(1)).toEqual([km(0, KNOWN_STREETS), km(KNOWN_STREETS)]);
  expect(beside.exec(known)?.[1]).toBe(km(KNOWN_STREETS));
  expect(told('town')).not.toMatch(/unknown on|inconnue/);
  // No street of this town loses its mean: nothing is "to be repaired first".
  expect(jumeauJson<Told>(place, 'lamps', 'part.twin', ...FEW).oneLampOut).toMatchObject({ meanLostKm: 0, meanLostStreets: 0 });
  expect(known).toMatch(/Nowhere does the mean fall|Nulle part la valeur moyenne/);
  expect(known).not.toMatch(/to be repaired first|à réparer d’abord/);
  expect(told('dim')).toMatch(noneKept);
  // Lamps of no known year: of today nothing is known, though of new lamps it is.
  expect(told('undated')).toMatch(/\n {2}(today|aujourd’hui)(\s+–){4}\s+\d/);
});

test('for programs what is unknown is null, and empty in the file', () => {
  const { oneLampOut } = jumeauJson<{ oneLampOut: Record<string, number | null> }>(place, 'lamps', 'unknown.twin', ...FEW, '-o', 'unknown.csv');
  expect(oneLampOut).toMatchObject({ keptKm: null, lostKm: null, meanLostKm: null });
  const [head, ...rows] = readFileSync(join(place.folder, 'unknown.csv'), 'utf8').trim().split('\n').map((line) => line.split(',')), at = head!.indexOf('keepsClass');
  expect(rows.map((row) => row[at])).toEqual(Array(49).fill(''));
});

interface Told { years: { year: number; failures: { mean: number } }[]; failures: { source: string | null; modes: unknown[]; repairNights: number }; streetsAtFull: { design: { keptKm: number } }; oneLampOut: { keptKm: number; lostKm: number; meanLostKm: number; meanLostStreets: number } }

test('a record of failures, few years and every street in a file: what is told is what the file says', () => {
  const told = jumeauJson<Told>(place, 'lamps', 'town.twin', '--failures', 'failures.yaml', '--years', '2', '--seeds', '3', '-o', 'streets.csv');
  expect(told.failures).toMatchObject({ source: 'repair register 2019 to 2025', repairNights: 9 });
  expect(told.years.length).toBe(2);
  const [head, ...rows] = readFileSync(join(place.folder, 'streets.csv'), 'utf8').trim().split('\n').map((line) => line.split(',')), at = (name: string): number => head!.indexOf(name);
  const km = (name: string, value: string): number => rows.reduce((sum, row) => (row[at(name)] === value ? sum + Number(row[at('lengthM')]) / 1000 : sum), 0);
  expect(rows.length).toBe(49);
  expect(km('keepsClass', 'yes')).toBeCloseTo(told.oneLampOut.keptKm, 3);
  expect(told.streetsAtFull.design.keptKm).toBeCloseTo(told.oneLampOut.keptKm, 9);
  expect(km('keepsWithOneOut', 'no')).toBeCloseTo(told.oneLampOut.lostKm, 3);
  expect(km('keepsMeanWithOneOut', 'no')).toBeCloseTo(told.oneLampOut.meanLostKm, 3);
});

test('in both languages: a question on a city of its own, nights in the singular, the day in words, tables of 110 characters at most', () => {
  for (const [language, said] of [['fr', ['vues après 1 nuit,', 'Un point lumineux en panne']], ['en', ['seen after 1 night,', 'One lamp out']]] as const) {
    const { status, stdout, stderr } = jumeau(place, 'lamps', 'dim-after-midnight', '--city', 'town.twin', '--years', '2', '--seeds', '2', '--lang', language);
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('rror')]);
    for (const words of said) expect(stdout).toContain(words);
    expect(stdout).not.toMatch(/\(s\)|undefined|NaN|\d{4}-\d{2}-\d{2}/);
    for (const line of stdout.split('\n').filter((one) => /^ {2}\S+ {2,}/.test(one))) expect(line.length).toBeLessThanOrEqual(110);
  }
});

test('a city without lamps says so, and what is wrong in a file of failures has its place', () => {
  expect(jumeau(place, 'lamps', 'dark.twin', '--lang', 'fr').stdout).toContain('pas de points lumineux');
  writeFileSync(join(place.folder, 'wrong.yaml'), 'source: none\nmodes: [{ share: 0.5, shape: 1, scaleH: 9000 }]\ndetectionNights: 1\nrepairNights: 1\n');
  const wrong = jumeau(place, 'lamps', 'town.twin', '--failures', 'wrong.yaml');
  expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('wrong.yaml')]);
});
