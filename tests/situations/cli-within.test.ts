// Goal: `compare --within` runs as many seeds as the first ones ask for, no run twice, and every page tells the interval that this procedure gives.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

interface Row { indicator: string; pairs: number; spreadPairs: number; differenceMean: number; interval95: { low: number; high: number } | null; familySize: number }
interface Told { seeds: number[]; saved: string; answer: string; within: { firstSeeds: number; wanted: { indicator: string; wantedHalf: number; state: string; half: number }[] }; indicators: Row[] }

let place: Workplace, first: { indicator: string; differences: number[] };
const SIDES = ['bus-priority-off', 'baseline', '--city', 'town.twin', '--from', '07:00', '--hours', '0.2', '--warm-up', '0'];
const within = (...more: string[]): Told => jumeauJson<Told>(place, 'compare', ...SIDES, '--seeds', '3', ...more);
const results = (): number => readdirSync(join(place.home, 'results')).length;

/** What each seed gave, from the saved file: no statistics of ours. */
function differencesOf(saved: string, indicator: string): number[] {
  const file = JSON.parse(readFileSync(join(place.home, 'comparisons', saved, 'comparison.json'), 'utf8')) as Record<'baseline' | 'scenario', { runs: { values: Record<string, number> }[] }>;
  return file.scenario.runs.map(({ values }, at) => values[indicator]! - file.baseline.runs[at]!.values[indicator]!);
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));

beforeAll(() => {
  place = makeWorkplace();
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(busTown()));
  const indicator = 'bus-time-loss-s-per-km';
  first = { indicator, differences: differencesOf(within().saved, indicator) };
});
afterAll(() => place.remove());

test('three seeds, then as many as their spread asks for; the interval rests on it, in the page too; the second time nothing is run', () => {
  // Six seeds: as wide as five would not do. t(2; 0.975) = 4.302653.
  const half = (4.302653 * deviation(first.differences)) / Math.sqrt(5.5), wanted = `${first.indicator}=${half.toFixed(6)}`, told = within('--within', wanted), differences = differencesOf(told.saved, first.indicator);
  expect(told).toMatchObject({ seeds: [1, 2, 3, 4, 5, 6], within: { firstSeeds: 3, wanted: [{ indicator: first.indicator, state: 'reached' }] } });
  expect(differences.slice(0, 3)).toEqual(first.differences);
  const row = told.indicators.find(({ indicator }) => indicator === first.indicator)!, reached = (4.302653 * deviation(first.differences)) / Math.sqrt(6);
  expect(row).toMatchObject({ pairs: 6, spreadPairs: 3 });
  expect(row.interval95!.low).toBeCloseTo(mean(differences) - reached, 4);
  expect(row.interval95!.high).toBeCloseTo(mean(differences) + reached, 4);
  expect(told.within.wanted[0]!.half).toBeCloseTo(reached, 4);

  const before = results();
  expect(before).toBe(12);
  expect(within('--within', wanted)).toEqual(told);
  expect(results()).toBe(before);
  jumeau(place, 'report', told.saved, '-o', 'page.html');
  const cell = new RegExp(`data-indicator="${first.indicator}".*?data-low="([^"]+)" data-high="([^"]+)"`, 's').exec(readFileSync(join(place.folder, 'page.html'), 'utf8'))!;
  expect([Number(cell[1]), Number(cell[2])]).toEqual([row.interval95!.low, row.interval95!.high]);
});

test('the page of the same questions is that with the most seeds, and says so, unless seeds are named', () => {
  const ways = SIDES.slice(0, 2), few = jumeauJson<Told>(place, 'compare', ...SIDES, '--seeds', '3'), asked = `${first.indicator}=${((4.302653 * deviation(first.differences)) / Math.sqrt(4.5)).toFixed(6)}`, many = within('--within', asked);
  expect([few.seeds.length, many.seeds.length > 3]).toEqual([3, true]);
  const kept = jumeauJson<{ id: string; seeds: number }[]>(place, 'report'), most = kept.filter(({ seeds }) => seeds === Math.max(...kept.map((one) => one.seeds))).map(({ id }) => id), before = results();
  const report = (...more: string[]) => jumeauJson<{ saved: string; seeds: number[] }>(place, 'report', ...SIDES, ...more, '-o', 'same.html');
  expect(most).toContain(report().saved);
  expect(report('--seeds', '3').saved).toBe(few.saved);
  expect(jumeau(place, 'report', ...SIDES, '-o', 'same.html').stdout).toMatch(new RegExp(`^Drawn from the saved comparison (${most.join('|')}), the one of these changes with the most seeds`, 'm'));
  expect(results()).toBe(before);
  // Of another span, or the other way round, it is another question.
  for (const other of [[...SIDES.slice(0, -3), '0.1', '--warm-up', '0'], [ways[1]!, ways[0]!, ...SIDES.slice(2)]]) expect(most).not.toContain(jumeauJson<{ saved: string }>(place, 'report', ...other, '-o', 'other.html').saved);
});

test('a figure that the comparison does not lead with joins it; one without chance is known exactly', () => {
  const told = within('--within', 'junction-delay-bus-s=5', '--within', 'lighting-energy-kwh=1', '--within', '50%');
  expect(told.seeds).toEqual([1, 2, 3]);
  expect(told.within.wanted.map(({ indicator, state }) => [indicator, state])).toEqual([['junction-delay-bus-s', 'unmeasured'], ['lighting-energy-kwh', 'exact'], [first.indicator, 'reached']]);
  const stdout = jumeau(place, 'compare', ...SIDES, '--seeds', '3', '--within', 'lighting-energy-kwh=1', '--lang', 'fr').stdout.replace(/[\u00a0\u202f]/g, ' ');
  // The answer comes before the figures, the precision after them.
  const { stdout: percent, stderr } = jumeau(place, 'compare', ...SIDES, '--seeds', '3', '--within', '50%');
  expect(percent.replace(/[\u00a0\u202f]/g, ' ')).toMatch(/±50% \(±[\d.]+ s\/km\) asked for, ±[\d.]+ s\/km reached/);
  expect(stderr.match(/--seeds: 3 first seeds/g)).toHaveLength(1);
  expect(stdout).toMatch(/graines\n\n[^\n]+\.\n\n {2}Retard moyen[\s\S]*\n\nPrécision demandée : 3 graines, sans en ajouter\n[^\n]*sans hasard : connu exactement/);
});

test.each([
  ['en', /4 problems:[\s\S]*"3" says no precision[\s\S]*did you mean "bus-mean-delay-s"[\s\S]*a per cent of "bus-mean-delay-s" says nothing[\s\S]*"nothing" says no precision/],
  ['fr', /4 problèmes[\s\S]*« 3 » ne dit aucune précision[\s\S]*vouliez-vous dire « bus-mean-delay-s »[\s\S]*un pourcentage de « bus-mean-delay-s » ne dit rien/],
] as const)('what cannot be read is told all at once, before any run (%s)', (language, told) => {
  const before = results(), wrong = ['3', 'bus-mean-dely-s=2', 'bus-mean-delay-s=2%', 'nothing'].flatMap((one) => ['--within', one]);
  const answer = jumeau(place, 'compare', ...SIDES, ...wrong, '--lang', language);
  expect(answer.status).toBe(1);
  expect(answer.stderr.replace(/\u00a0/g, ' ')).toMatch(told);
  expect(jumeau(place, 'compare', ...SIDES, '--within', '1%', '--seeds', '2', '--lang', language)).toMatchObject({ status: 1, stderr: expect.stringMatching(/--seeds/) as string });
  expect(results()).toBe(before);
});
