// Goal: staff get a savings report from one command, an auditor gets the same from the command that the page prints, and whoever gives
// something wrong is told all of it at once.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTable, tableFrom } from '../../engine/foundation/table.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { routeColumns } from '../../engine/twin/demand.ts';
import { adaptiveKind, adaptiveRuleColumns } from '../../engine/twin/lighting-control.ts';
import { savingsTown } from '../verification/savings-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

interface Answer { file: string; tables: string; option: string; standings: string[]; savingKwh: number; savingPercent: number; reportedKwh: number; findings: { kind: string; meter: string }[]; uncertainty: { interval95: [number, number] } }

let place: Workplace;
const written = (name: string, content: string): string => { writeFileSync(join(place.folder, name), content); return name; };
const page = (name: string): string => readFileSync(join(place.folder, name), 'utf8');

beforeAll(() => {
  place = makeWorkplace();
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(savingsTown()));
  written('meters.csv', `meter;month;kwh\n${['C1', 'PDL2', 'PDL3'].flatMap((meter) => Array.from({ length: 12 }, (_, at) => `${meter};2026-${String(at + 1).padStart(2, '0')};${meter === 'C1' && at === 3 ? -1 : 150}`)).join('\n')}\n`);
  written('adjustments.csv', 'from;until;cabinet;kind;lamps;watts_before;watts_after;why\n2026-02-01;2026-02-10;C2;outage;;;;câble\n');
  written('tariff.yaml', 'tariff:\n  - { from: 2026-01-01, until: 2026-12-31, source: contrat, windows: [{ name: base, eurPerKwh: 0.18 }] }\n');
});
afterAll(() => place.remove());

test('a city alone gives option A by its inventory, and says that nothing was measured', () => {
  const answer = jumeauJson<Answer>(place, 'report', 'savings', 'town.twin', '-o', 'plain.html');
  expect([answer.option, answer.standings]).toEqual(['A', ['catalogue']]);
  // 86 to 170 W at full output became 40 to 92 W, half of them dimmed to 70 % and half to 40 % for six hours.
  expect(answer.savingPercent).toBeGreaterThan(55);
  expect(answer.savingPercent).toBeLessThan(70);
  expect(page('plain.html')).toContain('not a measured saving');
  expect(jumeau(place, 'report', 'savings', 'town.twin', '-o', 'plain.html', '--lang', 'fr').stdout).toContain('ce n’est pas une économie mesurée');
});

test('a question about lighting is held against the city as it is', () => {
  const answer = jumeauJson<Answer>(place, 'report', 'savings', 'dim-after-midnight', '--city', 'town.twin', '--from', '2026-03-01', '--until', '2026-03-31', '-o', 'question.html');
  expect(answer.savingPercent).toBeGreaterThan(1);
  expect(answer.savingPercent).toBeLessThan(30);
  expect(page('question.html')).toContain('What does dimming the whole city to 40%');
});

test('with readings it is option B, lists what is wrong, and the command that it prints gives the same again', () => {
  const given = ['report', 'savings', 'town.twin', '--meters', 'meters.csv', '--adjustments', 'adjustments.csv', '--tariff', 'tariff.yaml', '--draws', '500'];
  const answer = jumeauJson<Answer>(place, ...given, '-o', 'first.html'), first = page('first.html');
  expect([answer.option, answer.standings]).toEqual(['B', ['after-metered', 'partly-metered']]);
  expect(answer.reportedKwh).toBeCloseTo(35 * 150, 9);
  expect(answer.findings.filter(({ kind }) => kind !== 'far-from-model').map(({ kind, meter }) => `${kind} ${meter}`)).toEqual(['no-readings PDL4', 'negative C1']);
  expect(first).toContain(createHash('sha256').update(readFileSync(join(place.folder, 'meters.csv'))).digest('hex'));
  const command = /<code>(npx jumeau report savings [^<]+)<\/code>/.exec(first)![1]!.replaceAll('&#39;', '\'').split(' ').slice(2);
  rmSync(join(place.folder, 'first.html'));
  expect(jumeau(place, ...command).status).toBe(0);
  expect(page('first.html')).toBe(first);
});

test('another city is held against that of --city where only programs differ, and refused where lamps do', () => {
  const darker = savingsTown(), others = savingsTown();
  darker.dimmingLevels.outputShare.forEach((share, row) => { if (share < 1) darker.dimmingLevels.outputShare[row] = share / 2; });
  others.lamps.ratedPowerW[0]!++;
  writeFileSync(join(place.folder, 'darker.twin'), twinToBytes(darker));
  writeFileSync(join(place.folder, 'others.twin'), twinToBytes(others));
  const [was, is] = ['town.twin', 'darker.twin'].map((name) => jumeauJson<Answer>(place, 'report', 'savings', name, '-o', 'alone.html').reportedKwh) as [number, number];
  const answer = jumeauJson<Answer>(place, 'report', 'savings', 'darker.twin', '--city', 'town.twin', '-o', 'darker.html');
  expect(was - is).toBeGreaterThan(100);
  expect(answer.savingKwh).toBeCloseTo(was - is, 6);
  expect(page('darker.html')).toContain('the lighting of the city town.twin');
  const { status, stderr } = jumeau(place, 'report', 'savings', 'others.twin', '--city', 'town.twin', '-o', 'never.html');
  expect([status, stderr]).toEqual([1, expect.stringContaining('it differs from town.twin in more than its lighting programs (lamps)')]);
});

test('lamps that follow the traffic before are told as those that do after', () => {
  const following = savingsTown(), darker = savingsTown();
  following.adaptiveRules = tableFrom(adaptiveRuleColumns, [{ name: '', zone: 0, kind: adaptiveKind.presence, fromClockS: 0, untilClockS: 21_600, quietShare: 0.2, busyShare: 1, holdS: 60, fallS: 10, firstStep: 0, stepCount: 0, intervalS: 0, confirmationCount: 0 }]);
  darker.dimmingLevels.outputShare.fill(0.5);
  writeFileSync(join(place.folder, 'following.twin'), twinToBytes(following));
  writeFileSync(join(place.folder, 'dim.twin'), twinToBytes(darker));
  jumeau(place, 'report', 'savings', 'dim.twin', '--city', 'following.twin', '--draws', '200', '-o', 'following.html');
  expect(page('following.html')).toContain('Some lamps follow the traffic');
});

test('months that the baseline period lacks, and those of it that serve nothing, are told by command, page and JSON; the saving stands', () => {
  const args = ['report', 'savings', 'town.twin', '--draws', '200', '-o', 'short.html'], short = ['--baseline-from', '2024-11-01', '--baseline-until', '2025-06-30'], plain = jumeauJson<Answer>(place, ...args), answer = jumeauJson<Answer & { monthsWithoutBaseline: string[]; baselineMonthsUnused: string[] }>(place, ...args, ...short);
  expect(answer.savingKwh).toBe(plain.savingKwh);
  expect([answer.monthsWithoutBaseline, answer.baselineMonthsUnused]).toEqual([['2026-07', '2026-08', '2026-09', '2026-10'], []]);
  const told = jumeau(place, ...args, ...short).stdout;
  expect(told).toContain('July\u00a02026 – October\u00a02026');
  expect(told).toContain('no adjustment');
  expect(page('short.html')).toContain('data-figure="without-baseline-kwh"');
  const long = jumeau(place, ...args, '--baseline-from', '2024-01-01', '--baseline-until', '2025-12-31', '--lang', 'fr').stdout;
  expect(long).toContain('qui n’ont pas servi');
  expect(long).toContain('janvier\u00a02024 – décembre\u00a02024');
  expect(page('short.html')).not.toContain('data-figure="without-baseline-kwh"');
});

test('a baseline period without any month of the report is refused, and the usual one is named', () => {
  const { status, stderr } = jumeau(place, 'report', 'savings', 'town.twin', '--from', '2026-07-01', '--until', '2026-12-31', '--baseline-from', '2025-01-01', '--baseline-until', '2025-06-30', '-o', 'never.html');
  expect([status, stderr]).toEqual([1, expect.stringContaining('2025-07-01 to 2025-12-31')]);
  expect(() => page('never.html')).toThrow();
});

test('a city of another date, place, price, traffic or zones is refused, and all that differs is named', () => {
  const other = savingsTown();
  Object.assign(other.facts, { date: '2026-07-15', utcOffsetMin: 120, originLatitudeDeg: 48, energy: { ...other.facts.energy, priceEurPerKwh: 9 } });
  other.routes = makeTable(routeColumns, 1);
  other.lightingZones.name[0] = 'avenues';
  writeFileSync(join(place.folder, 'elsewhere.twin'), twinToBytes(other));
  const { status, stderr } = jumeau(place, 'report', 'savings', 'elsewhere.twin', '--city', 'town.twin', '-o', 'never.html');
  expect([status, stderr]).toEqual([1, expect.stringContaining('(date, utcOffsetMin, originLatitudeDeg, energy, lightingZones.name, routes)')]);
});

test('a file of readings to fill in has every meter and whole month, is read back, and never replaces another', () => {
  const { status, stdout } = jumeau(place, 'report', 'savings', 'town.twin', '--from', '2026-01-10', '--until', '2026-03-31', '--meters-template', 'template.csv', '--lang', 'fr');
  expect([status, stdout]).toEqual([0, expect.stringContaining('8 relevés à remplir')]);
  const lines = page('template.csv').trimEnd().split('\n');
  expect(lines, 'as a French spreadsheet writes it').toEqual(['meter;month;kwh;cabinet;commune', ...[['C1', 'C1', 'Dijon'], ['PDL2', 'C2', 'Dijon'], ['PDL3', 'C3', 'Dijon'], ['PDL4', 'C4', 'Talant']].flatMap(([meter, cabinet, commune]) => ['02', '03'].map((month) => `${meter};2026-${month};;${cabinet};${commune}`))]);
  const again = jumeau(place, 'report', 'savings', 'town.twin', '--meters-template', 'template.csv');
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('it is not replaced')]);
  expect(jumeau(place, 'report', 'savings', 'town.twin', '--meters-template', 'meters.csv').status).toBe(1);
  written('filled.csv', lines.map((line) => line.replace(';;', ';150,5;').replace('PDL4', 'PDL44')).join('\n'));
  const told = jumeau(place, 'report', 'savings', 'town.twin', '--from', '2026-02-01', '--until', '2026-03-31', '--meters', 'filled.csv', '-o', 'filled.html').stdout;
  expect(told).toContain('Meters of no cabinet: PDL44 (PDL4?). Those within the boundary are written: C1, PDL2, PDL3, PDL4');
});

test('all that is wrong with several files is said at once, and nothing is written', () => {
  written('bad-meters.csv', 'meter;month;kwh\nC1;2026-01;abc\n');
  written('bad-watts.csv', 'side;kind;mean_w;deviation_w;sample\nbefore;999;80;2;30\n');
  written('bad-adjustments.csv', 'from;until;cabinet;kind;lamps;watts_before;watts_after;why\n2026-02-01;;C9;added;3;;;x\n');
  written('bad-tariff.yaml', 'tariff:\n  - { from: 2026-01-01, until: 2026-06-30, source: contrat, windows: [{ name: base, eurPerKwh: 0.18 }] }\n');
  const { status, stderr } = jumeau(place, 'report', 'savings', 'town.twin', '--meters', 'bad-meters.csv', '--watts', 'bad-watts.csv', '--adjustments', 'bad-adjustments.csv', '--tariff', 'bad-tariff.yaml', '-o', 'never.html');
  expect(status).toBe(1);
  for (const said of ['"abc"', '"999 W"', '"C9"', '2026-07-01']) expect(stderr).toContain(said);
  expect(() => page('never.html')).toThrow();
});

test.each([
  [['town.twin', '--from', '2026-02-30', '--option', 'C', '--draws', '1'], ['no day', 'Give A or B', '--draws']], [['town.twin', '--from', '2026-05-01', '--until', '2026-04-01'], ['at least one day']], [['town.twin', '--option', 'B'], ['--meters']],
  [['bus-priority-off', '--city', 'town.twin'], ['changes no lamp']], [['town.twin', '--commune', 'Dijjon', 'Talan'], ['"Dijon"', '"Talant"']], [['town.twin', '--meters', 'nowhere.csv'], ['no such file']],
])('%j is told what to do instead', (args, wanted) => {
  const { status, stderr } = jumeau(place, 'report', 'savings', ...args, '-o', 'never.html');
  expect(status).toBe(1);
  for (const said of wanted) expect(stderr).toContain(said);
});
