// Goal: a sweep is the comparisons that a person would make by hand, point by point, and outlives whatever stops it.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepRuns, type SweepRunsPlan } from '../../cli/sweep-runs.ts';
import { openTerminal } from '../../cli/terminal.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import type { RunAll } from '../../scenarios/runs/planned-run.ts';
import type { Store, StoredResult } from '../../scenarios/runs/store.ts';
import { busTown, dayOf } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, startJumeau, type Workplace } from './command.ts';

const POINTS = [{ extensionS: 0, earlyGreen: false }, { extensionS: 10, earlyGreen: false }, { extensionS: 20, earlyGreen: true }], SEEDS = 3, RUNS = SEEDS * (POINTS.length + 1);
const changes = (extensionS: unknown, earlyGreen: unknown): object[] => [{ change: 'priority-rules', why: 'Which extension serves buses best', controllers: 'all', longestExtensionS: extensionS, earlyGreen }];
const sweepFile = { title: 'How long may a bus hold its green?', changes: changes({ parameter: 'extensionS' }, { parameter: 'earlyGreen' }), design: { by: 'list', points: POINTS }, seeds: SEEDS, from: '07:00', hours: 0.5, indicators: ['bus-time-loss-s-per-km', 'traffic-mean-time-loss-s', 'lighting-energy-year-kwh'] };

interface Row { indicator: string; pairs: number; baselineMean: number; scenarioMean: number; differenceMean: number; interval95: { low: number; high: number } | null }
interface Sweep { sweep: string; folder: string; computed: number; stored: number; best: number[]; points: { point: number; values: Record<string, unknown>; indicators: Row[] }[] }

let place: Workplace, town: string, answer: Sweep;
const sweepOf = (where: Workplace, ...options: string[]): Sweep => jumeauJson<Sweep>(where, 'sweep', 'extension.json', '--city', town, ...options);

beforeAll(() => {
  place = makeWorkplace();
  town = join(place.folder, 'town.twin');
  writeFileSync(town, twinToBytes(busTown()));
  writeFileSync(join(place.folder, 'extension.json'), JSON.stringify(sweepFile));
  answer = sweepOf(place, '-o', 'points.csv', '--report', 'page.html', '--lang', 'en');
});
afterAll(() => place.remove());

test('each point is what a comparison of its changes says, to the digit; both share their runs', () => {
  expect(answer).toMatchObject({ computed: RUNS, stored: 0 });
  writeFileSync(join(place.folder, 'by-hand.json'), JSON.stringify({ changes: changes(20, true), indicators: sweepFile.indicators }));
  const runsBefore = readdirSync(join(place.home, 'results')).length;
  const { indicators } = jumeauJson<{ indicators: Row[] }>(place, 'compare', 'baseline', 'by-hand.json', '--city', town, '--from', '07:00', '--hours', '0.5', '--seeds', String(SEEDS));
  expect(readdirSync(join(place.home, 'results')).length).toBe(runsBefore);
  for (const { indicator, pairs, baselineMean, scenarioMean, differenceMean, interval95 } of answer.points[2]!.indicators) {
    expect(indicators.find((one) => one.indicator === indicator)).toMatchObject({ pairs, baselineMean, scenarioMean, differenceMean, interval95 });
  }
  expect(answer.points[2]!.indicators[0]!.differenceMean).toBeLessThan(-1);
});

test('without indicators a sweep of one point judges as a comparison does: what the question asks for by itself, the rest beside it; a first figure that the town does not have does not judge', () => {
  const { indicators: _, ...usual } = sweepFile, [, , point] = POINTS;
  writeFileSync(join(place.folder, 'one.json'), JSON.stringify({ ...usual, design: { by: 'list', points: [point] } }));
  writeFileSync(join(place.folder, 'one-by-hand.json'), JSON.stringify({ changes: changes(point!.extensionS, point!.earlyGreen) }));
  type Judged = Row & { asked: boolean; familySize: number; adjustedPValue: number | null; verdict: string };
  const verdicts = (rows: readonly Row[]) => (rows as Judged[]).map(({ indicator, asked, familySize, adjustedPValue, verdict }) => ({ indicator, asked, familySize, adjustedPValue, verdict }));
  const swept = verdicts(jumeauJson<Sweep>(place, 'sweep', 'one.json', '--city', town, '-o', 'one.csv', '--lang', 'en').points[0]!.indicators);
  expect(swept).toEqual(verdicts(jumeauJson<{ indicators: Row[] }>(place, 'compare', 'baseline', 'one-by-hand.json', '--city', town, '--from', '07:00', '--hours', '0.5', '--seeds', String(SEEDS)).indicators));
  expect(new Set(swept.map(({ asked }) => asked))).toEqual(new Set([true, false]));
  expect(readFileSync(join(place.folder, 'one.csv'), 'utf8').split('\n')[0]).toContain('verdict,family,familySize,');
  // Nobody travels in this town: the change of a headway is asked for the wait of passengers first, and is judged by what there is.
  writeFileSync(join(place.folder, 'headway.json'), JSON.stringify({ changes: [{ change: 'headway', why: 'More buses', lines: ['L1'], everyMin: { parameter: 'everyMin' }, direction: 'both', from: '06:00', until: '20:00' }], parameters: { everyMin: { values: [10] } }, seeds: 1, from: '07:00', hours: 0.2 }));
  expect(jumeau(place, 'sweep', 'headway.json', '--city', town, '--lang', 'en').stdout).toMatch(/^Of 1 variant, for (?!.*figure is missing)/m);
  writeFileSync(join(place.folder, 'headway.json'), readFileSync(join(place.folder, 'headway.json'), 'utf8').replace('"seeds"', '"indicators":["passenger-mean-wait-s","bus-mean-delay-s"],"seeds"'));
  expect(jumeau(place, 'sweep', 'headway.json', '--city', town, '--lang', 'en').stdout.replace(/\n/g, ' ')).toMatch(/for 1 the figure is missing\. Measured were: the mean lateness of buses\. .*\(bus-mean-delay-s\)/);
});

test('the city as it is bears its own name, though a sweep ran it first', () => {
  const { baseline } = JSON.parse(readFileSync(join(answer.folder, 'sweep.json'), 'utf8')) as { baseline: { keys: string[] } }, keys = jumeauJson<{ results: { key: string }[] }>(place, 'results', '--question', 'baseline').results.map(({ key }) => key);
  expect(keys.filter((key) => baseline.keys.includes(key)).sort()).toEqual([...baseline.keys].sort());
  expect(jumeauJson<{ results: { key: string }[] }>(place, 'results', '--question', 'extension.json').results.some(({ key }) => baseline.keys.includes(key))).toBe(false);
});

test('the change that changes nothing gives the baseline to the bit, and is said to have no effect', () => {
  // The plans of the town let greens last ten seconds longer.
  const { values, indicators } = answer.points[1]!;
  expect(values).toEqual(POINTS[1]);
  expect(indicators).toHaveLength(3);
  for (const { differenceMean, scenarioMean, baselineMean } of indicators) expect([differenceMean, scenarioMean]).toEqual([0, baselineMean]);
  expect(jumeau(place, 'sweep', 'extension.json', '--city', town).stderr).toMatch(/extension\.json: line 1: change 1: at 1 of 3 variants with extensionS = 10, earlyGreen = false: the change "priority-rules" alters nothing/);
});

test('what is kept says the same by SQL, and as CSV', async () => {
  const sql = await (await DuckDBInstance.create()).connect(), points = answer.points.flatMap(({ point, values, indicators }) => indicators.map((one) => [point, values['extensionS'], values['earlyGreen'], one.indicator, one.scenarioMean - one.baselineMean, one.pairs]));
  for (const file of [join(answer.folder, 'points.parquet'), join(place.folder, 'points.csv')]) {
    const rows = (await sql.runAndReadAll(`SELECT point, p_extensionS, p_earlyGreen, indicator, mean - baselineMean, pairs FROM '${file}' ORDER BY point`)).getRows().map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
    expect(rows).toHaveLength(points.length);
    expect(rows).toEqual(expect.arrayContaining(points));
  }
  // A difference that is not the mean of the seeds' differences shows here: the runs themselves, by their keys.
  const { baseline, points: kept } = JSON.parse(readFileSync(join(answer.folder, 'sweep.json'), 'utf8')) as { baseline: { keys: string[] }; points: { keys: string[] }[] };
  const lossOf = (key: string): number => (JSON.parse(readFileSync(join(place.home, 'results', key, 'manifest.json'), 'utf8')) as { indicators: Record<string, number> }).indicators['bus-time-loss-s-per-km']!;
  const byHand = baseline.keys.map((key, at) => lossOf(kept[2]!.keys[at]!) - lossOf(key)).reduce((sum, one) => sum + one, 0) / SEEDS;
  expect(answer.points[2]!.indicators[0]!.differenceMean).toBeCloseTo(byHand, 10);
});

test('people read a sentence and a table of 80 columns, in their language, and a page with the same figures', () => {
  for (const [language, sentence] of [['en', /Of 3 variants, for the time lost by buses: .*The best: extensionS\s=\s20,\searlyGreen\s=\syes,\swith\s−/s], ['fr', /Sur 3 variantes, pour le temps perdu par les bus\u00a0: .*La meilleure\u00a0:[ \n]extensionS\s=\s20,\searlyGreen\s=\soui,\savec\s−/s]] as const) {
    const { stdout } = jumeau(place, 'sweep', 'extension.json', '--city', town, '--lang', language);
    expect(stdout).toMatch(sentence);
    expect(stdout.split('\n').slice(1, 14).filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).not.toMatch(/undefined|NaN/);
    if (language === 'fr') expect(stdout.split('\n').filter((line) => /[^\u00a0\d]:(?!\d)/.test(line))).toEqual([]);
  }
  const page = readFileSync(join(place.folder, 'page.html'), 'utf8'), shown = [...page.matchAll(/data-point="(\d+)" data-difference="([^"]+)"/g)].map(([, point, difference]) => [Number(point), Number(difference)]);
  expect(shown).toEqual(answer.best.map((point) => [point, answer.points[point - 1]!.indicators[0]!.differenceMean]));
  expect(page).not.toMatch(/<script|undefined|NaN/);
});

test('what is kept is said again without any run and without the city: text, page, print, table and list, the same as when it was made', async () => {
  const away = makeWorkplace();
  try {
    cpSync(join(place.home, 'sweeps'), join(away.home, 'sweeps'), { recursive: true });
    const [first] = jumeauJson<{ id: string; file: string; points: number; seeds: number }[]>(away, 'report', 'sweep').filter(({ file }) => file === 'extension.json');
    expect(first).toMatchObject({ id: answer.sweep, points: POINTS.length, seeds: SEEDS });
    const { status, stderr } = jumeau(away, 'report', 'sweep', answer.sweep, '-o', 'again.html', '--csv', 'again.csv', '--lang', 'en');
    // What was to be known when it was made is so still.
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^.*1 .*\n.*extension\.json: line 1: change 1: at 1 of 3 variants with extensionS = 10, earlyGreen = false: the change "priority-rules" alters nothing.*\n$/)]);
    expect(readFileSync(join(away.folder, 'again.html'), 'utf8')).toContain('change 1: at 1 of 3 variants with extensionS = 10, earlyGreen = false: the change &quot;priority-rules&quot; alters nothing');
    for (const [one, other] of [['again.html', 'page.html'], ['again.csv', 'points.csv']] as const) expect(readFileSync(join(away.folder, one), 'utf8')).toBe(readFileSync(join(place.folder, other), 'utf8'));
    expect(jumeauJson<Sweep>(away, 'report', 'sweep', 'extension.json').points).toEqual(answer.points);
    expect(jumeauJson<Sweep>(away, 'report', 'sweep', answer.sweep.slice(0, 6)).sweep).toBe(answer.sweep);
    // All that is told, but for how its runs were come by.
    const told = (text: string): string => text.replace(/^0 runs simulated, .*\n/m, '');
    const before = jumeau(place, 'sweep', 'extension.json', '--city', town, '--lang', 'en').stdout;
    expect(told(before)).not.toBe(before);
    expect(jumeau(away, 'report', 'sweep', 'extension.json', '--lang', 'en').stdout).toBe(told(before));
    expect(jumeau(away, 'report', 'sweep', answer.sweep, '-o', 'again.pdf', '--lang', 'en').status).toBe(0);
    const printed = readFileSync(join(away.folder, 'again.pdf'), 'latin1');
    // Its title, as UTF-16.
    expect([printed.slice(0, 5), Buffer.from(/\/Title <FEFF([0-9A-F]+)>/i.exec(printed)![1]!, 'hex').swap16().toString('utf16le')]).toEqual(['%PDF-', expect.stringContaining(sweepFile.title)]);
    expect(readdirSync(join(away.home, 'results'))).toEqual([]);
    // Handed over as a file, by somebody else.
    cpSync(join(away.home, 'sweeps', answer.sweep, 'sweep.json'), join(away.folder, 'theirs.json'));
    expect(jumeauJson<Sweep>(away, 'report', 'sweep', 'theirs.json').sweep).toBe(answer.sweep);
    for (const [given, said] of [[['nothing'], /no sweep is kept under this name\. Kept are: (?:[0-9a-f]{32} \(\w+\.json\), )*[0-9a-f]{32} \(extension\.json\)/], [['nothing', '-o', 'x.txt'], /x\.txt/], [['-o', 'x.html'], /no sweep is kept/]] as const) {
      expect(jumeau(away, 'report', 'sweep', ...given, '--lang', 'en')).toMatchObject({ status: 1, stderr: expect.stringMatching(said) });
    }
    writeFileSync(join(away.folder, 'theirs.json'), '{"format":1}');
    expect(jumeau(away, 'report', 'sweep', 'theirs.json', '--lang', 'en')).toMatchObject({ status: 1, stderr: expect.stringContaining('this is no sweep that this version reads') });
    expect(jumeau(away, 'report', answer.sweep, '--lang', 'en')).toMatchObject({ status: 1, stderr: expect.stringContaining(`npx jumeau report sweep ${answer.sweep}`) });
  } finally {
    away.remove();
  }
});

test('the page says what was changed, why, against what, when and how to compute it again, in both languages', () => {
  for (const [language, texts] of [['fr', ['Ce qui a été changé', 'vert anticipé', 'Pourquoi', 'Situation de référence', 'à partir de 07:00, 30', 'Mise en charge des rues']], ['en', ['What was changed', 'Why: Which extension serves buses best', 'Baseline: As it is today', 'from 07:00, 30', 'Filling of the streets']]] as const) {
    jumeau(place, 'report', 'sweep', answer.sweep, '-o', `said-${language}.html`, '--lang', language);
    const page = readFileSync(join(place.folder, `said-${language}.html`), 'utf8').replace(/[\u00a0\u202f]/g, ' ');
    for (const text of [...texts, `npx jumeau sweep extension.json --city ${town}`]) expect(page).toContain(text);
  }
});

test('figures of the city alone need no run', () => {
  const dims = { changes: [{ change: 'dim-lamps', why: 'Council plan, measure 12', zone: 'all', from: '23:00', until: '05:00', outputShare: { parameter: 'share' } }], parameters: { share: { values: [0, 0.5, 1] } } };
  const awkward = `l'été $(id).json`;
  writeFileSync(join(place.folder, awkward), JSON.stringify(dims));
  const { computed, stored, points, folder } = jumeauJson<Sweep>(place, 'sweep', awkward, '--city', town);
  expect([computed, stored]).toEqual([0, 0]);
  // Who copies the command from the page runs the same, whatever the file is called.
  const { command } = JSON.parse(readFileSync(join(folder, 'sweep.json'), 'utf8')) as { command: string };
  expect(execFileSync('sh', ['-c', `npx() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' }).split('\n')).toEqual(['jumeau', 'sweep', awkward, '--city', town, '']);
  const energy = points.map(({ indicators }) => indicators.find(({ indicator }) => indicator === 'lighting-energy-year-kwh')!.differenceMean);
  // Lamps off save twice what lamps at half output do, where power follows output; at full output nothing.
  expect(energy[2]).toBe(0);
  expect(energy[0]).toBeLessThan(energy[1]!);
  expect(energy[1]).toBeLessThan(0);
});

test('what is wrong at some points is told before anything runs', () => {
  writeFileSync(join(place.folder, 'wrong.json'), JSON.stringify({ ...sweepFile, design: { by: 'list', points: [10, 61, 70].map((extensionS) => ({ extensionS, earlyGreen: true })) } }));
  const runsBefore = readdirSync(join(place.home, 'results')).length, { status, stderr } = jumeau(place, 'sweep', 'wrong.json', '--city', town);
  expect([status, readdirSync(join(place.home, 'results')).length]).toEqual([1, runsBefore]);
  expect(stderr).toMatch(/wrong\.json: line 1: change 1 \(priority-rules\), longestExtensionS: at 2 of 3 variants, the first with extensionS = 61, earlyGreen = true: the value does not fit \(write 60 or less\)/);
});

test('killed in the middle, it goes on with what is missing and ends with the same figures', async () => {
  const other = makeWorkplace();
  try {
    writeFileSync(join(other.folder, 'extension.json'), JSON.stringify(sweepFile));
    const child = startJumeau(other, 'sweep', 'extension.json', '--city', town, '--workers', '1'), results = join(other.home, 'results');
    const finished = (): string[] => { try { return readdirSync(results); } catch { return []; } };
    while (finished().length < 2) await pause(5);
    child.kill('SIGKILL');
    await child.ended;
    const done = finished().length, again = sweepOf(other);
    expect(done).toBeLessThan(RUNS);
    expect([again.stored, again.computed]).toEqual([done, RUNS - done]);
    expect([again.sweep, again.points]).toEqual([answer.sweep, answer.points]);
  } finally {
    other.remove();
  }
});

describe('carrying out', () => {
  const result = (seed: number, side: number): StoredResult => ({ folder: '', manifest: { indicators: { 'bus-mean-delay-s': side * 100 + seed } } as unknown as StoredResult['manifest'] });
  const planOf = (sides: number, seeds: number): SweepRunsPlan => {
    const twin = busTown();
    return {
      city: { twin, shared: { bytes: new SharedArrayBuffer(0), hash: 'hash', city: 'town', synthetic: true }, path: '', reference: false }, scenario: 'sweep', indicators: ['bus-mean-delay-s'],
      // What changes tells the side.
      sides: Array.from({ length: sides }, (_, side) => ({ changes: () => [{ side }] as never, ofCity: {}, lampsFollowTraffic: false })), settings: Array.from({ length: seeds }, (_, at) => dayOf(at + 1)),
    };
  };
  const sideOf = (planned: Parameters<RunAll>[0][number]): number => (planned.changes[0] as unknown as { side: number }).side;
  const carriedOut = (plan: SweepRunsPlan, runAll: RunAll, lotsAtOnce: 1 | 2 = 1) => sweepRuns(openTerminal('en', true), plan, runAll, { store: {} as Store, workers: 1, signal: new AbortController().signal, lotsAtOnce });

  test('one run that fails is told with its reason, and the others count', async () => {
    const done = await carriedOut(planOf(3, 2), async (planned, { onFinished }) => planned.map((run, at) => {
      if (sideOf(run) === 1 && run.settings.seed === 2) return { problems: [], fault: 'the thread fell' };
      onFinished?.(at, result(run.settings.seed, sideOf(run)), false);
      return { result: result(run.settings.seed, sideOf(run)), stored: false, problems: [] };
    }));
    expect(done).toMatchObject({ failed: [{ side: 1, seed: 2, reason: 'the thread fell', isFault: true }], computed: 5, stored: 0 });
    expect(done.runs.map((runs) => runs.map(({ values }) => values['bus-mean-delay-s']))).toEqual([[1, 2], [101], [201, 202]]);
  });

  test('ten thousand runs are handed on in lots, baseline first, whichever ends first', async () => {
    const lots: number[] = [], order: number[] = [];
    const done = await carriedOut(planOf(2000, 5), async (planned, { onFinished }) => {
      lots.push(planned.length);
      order.push(...planned.map(sideOf));
      for (const [at, run] of [...planned.entries()].reverse()) onFinished?.(at, result(run.settings.seed, sideOf(run)), true);
      return planned.map((run) => ({ result: result(run.settings.seed, sideOf(run)), stored: true, problems: [] }));
    });
    expect(Math.max(...lots)).toBeLessThanOrEqual(1000);
    expect(lots.reduce((sum, lot) => sum + lot, 0)).toBe(10_000);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(done.stored).toBe(10_000);
    expect(done.runs[1999]!.map(({ seed, values }) => [seed, values['bus-mean-delay-s']])).toEqual([1, 2, 3, 4, 5].map((seed) => [seed, 199_900 + seed]));
  });

  test('a fleet has the next lot before the last one ends, and never more than two; a fault calls off both', async () => {
    let underWay = 0, most = 0, together = 0;
    const slow: RunAll = async (planned, { onFinished }) => {
      most = Math.max(most, ++underWay);
      if (underWay === 2) together++;
      const outcomes = planned.map((run) => ({ result: result(run.settings.seed, sideOf(run)), stored: false, problems: [] }));
      for (let at = 0; at < 500; at++) onFinished?.(at, outcomes[at]!.result, false);
      await pause(50);
      for (let at = 500; at < planned.length; at++) onFinished?.(at, outcomes[at]!.result, false);
      underWay--;
      return outcomes;
    };
    const done = await carriedOut(planOf(5, 1000), slow, 2);
    expect({ most, together, computed: done.computed }).toEqual({ most: 2, together: 4, computed: 5000 });
    let begun = 0;
    await expect(carriedOut(planOf(5, 1000), async (planned, { signal, onFinished }) => {
      if (++begun === 2) throw new Error('the disk is full');
      planned.forEach((run, at) => onFinished?.(at, result(run.settings.seed, sideOf(run)), false));
      await new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new Error('called off')), { once: true }));
      return [];
    }, 2)).rejects.toThrow('the disk is full');
    expect(begun).toBe(2);
  });
});
