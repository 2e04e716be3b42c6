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

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(litTown(2.2)));
  writeFileSync(join(place.folder, 'dark.twin'), twinToBytes({ ...busTown(), lamps: makeTable(lampColumns, 0) }));
  // The example that the page on the model gives is the file that people start from.
  writeFileSync(join(place.folder, 'failures.yaml'), /```yaml\n([\s\S]*?)```/.exec(readFileSync(new URL('../../docs/models/lamp-maintenance.md', import.meta.url), 'utf8'))![1]!);
});
afterAll(() => place.remove());

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
