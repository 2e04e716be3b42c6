// Goal: a search for settings that is killed half-way goes on where it was and finds the same; what it hands over can be put on a city.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, startJumeau, type Workplace } from './command.ts';

let place: Workplace, elsewhere: Workplace;
beforeAll(() => {
  const twin = busTown();
  twin.controllers.busPriority.fill(1);
  [place, elsewhere] = [makeWorkplace(), makeWorkplace()];
  for (const { folder } of [place, elsewhere]) writeFileSync(join(folder, 'town.twin'), twinToBytes(twin));
});
afterAll(() => [place, elsewhere].forEach(({ remove }) => remove()));

const search = ['tune', 'priority', '--city', 'town.twin', '-o', 'settings', '--from', '07:00', '--hours', '0.1', '--runs', '100', '--seeds', '1', '--unseen', '2'];
const resultsOf = ({ home }: Workplace): string[] => { try { return readdirSync(join(home, 'results')); } catch { return []; } };
const filesOf = ({ folder }: Workplace): Record<string, string> => Object.fromEntries(readdirSync(join(folder, 'settings')).sort().map((name) => [name, readFileSync(join(folder, 'settings', name), 'utf8')]));

test('killed half-way it goes on where it was, makes no run twice, and hands over the same files as one that was never stopped', async () => {
  const child = startJumeau(place, ...search);
  while (resultsOf(place).length < 30 && child.exitCode === null) await pause(20);
  child.kill('SIGKILL');
  await child.ended;
  const before = resultsOf(place), writtenMs = before.map((key) => statSync(join(place.home, 'results', key, 'manifest.json')).mtimeMs);
  expect(before.length).toBeGreaterThanOrEqual(30);
  expect(readdirSync(place.folder)).not.toContain('settings');

  expect(jumeau(place, ...search).status).toBe(0);
  expect(resultsOf(place).length).toBeGreaterThan(before.length);
  expect(before.map((key) => statSync(join(place.home, 'results', key, 'manifest.json')).mtimeMs)).toEqual(writtenMs);
  const told = jumeauJson<{ runs: number; junctions: string[] }>(elsewhere, ...search);
  expect(filesOf(place)).toEqual(filesOf(elsewhere));
  expect(resultsOf(place).sort()).toEqual(resultsOf(elsewhere).sort());
  expect(told.runs).toBeLessThanOrEqual(100);
  console.log(`killed after ${before.length} of ${resultsOf(place).length} runs, ${told.junctions.length} junctions`);
}, 300_000);

test('its runs begin on streets that others have filled, each under its own settings; the city as a whole is measured from empty streets on', () => {
  const settings = resultsOf(place).map((key) => (JSON.parse(readFileSync(join(place.home, 'results', key, 'manifest.json'), 'utf8')) as { settings: { fromS: number; untilS: number; measuredFromS?: number; recordJunctions?: boolean } }).settings);
  const corridor = settings.filter(({ recordJunctions }) => recordJunctions), whole = settings.filter(({ recordJunctions }) => !recordJunctions);
  expect(corridor.length).toBeGreaterThan(30);
  for (const { fromS, untilS, measuredFromS } of corridor) expect([fromS, measuredFromS, untilS]).toEqual([6.5 * 3600, 7 * 3600, 7.1 * 3600]);
  expect(whole.map(({ fromS, untilS, measuredFromS }) => [fromS, measuredFromS, untilS])).toEqual([[6.5 * 3600, undefined, 7.1 * 3600]]);
});

const compare = (...rest: string[]) => ['compare', 'baseline', ...rest, '--city', 'town.twin', '--from', '07:00', '--hours', '0.1', '--seeds', '1'];

test('its table of settings stands for a question, in English and in French, as its changes do', () => {
  const hashOf = (file: string) => jumeauJson<{ hashes: { scenario: string[] } }>(place, ...compare(file)).hashes.scenario;
  expect(jumeau(place, ...search.with(search.indexOf('settings'), 'réglages'), '--lang', 'fr').status).toBe(0);
  expect(readFileSync(join(place.folder, 'réglages/settings.csv'), 'utf8')).toMatch(/^carrefour;/);
  expect(hashOf('settings/settings.csv')).toEqual(hashOf('settings/change.json'));
  expect(hashOf('réglages/settings.csv')).toEqual(hashOf('settings/change.json'));
});

test('a table that is none, and a city that has other junctions', () => {
  const codesOf = (...args: string[]) => (JSON.parse(jumeau(place, ...args, '--json').stderr) as { problems: { code: string }[] }).problems.map(({ code }) => code);
  writeFileSync(join(place.folder, 'none.csv'), 'name,value\n1,2\n');
  expect(codesOf(...compare('none.csv'))).toEqual(['cli-settings-head']);
  expect(codesOf(...compare('nothing.csv'))).toEqual(['cli-no-such-file']);
  const [head, first] = filesOf(place)['settings.csv']!.split('\n');
  writeFileSync(join(place.folder, 'other.csv'), `${head}\nnowhere,${first!.split(',').slice(1).join(',')}\n`);
  expect(codesOf(...compare('other.csv'))).toEqual(['change-unknown-controller']);
});
