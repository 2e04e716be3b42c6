// Goal: every number of the report on priority is what SQL over the stored results says, junction by junction; and a request is counted once.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTable, tableFrom, type Columns } from '../../engine/foundation/table.ts';
import { resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { priorityAnswers, unansweredCount } from '../../scenarios/measure/priority-answers.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import type { PrioritySide } from '../../scenarios/report/priority/priority-input.ts';
import { priorityPage } from '../../scenarios/report/priority/priority-page.ts';
import { findPriority, keepPriority, signalsOf, type PriorityContent } from '../../scenarios/report/priority/saved-priority.ts';
import { chooseView, readPriorityRun } from '../../scenarios/report/priority/priority-run.ts';
import type { RunManifest } from '../../scenarios/runs/manifest.ts';
import { writeResultTables } from '../../scenarios/runs/result-files.ts';
import { openStore } from '../../scenarios/runs/store.ts';
import { busTown } from './bus-town.ts';

const SEEDS = [1, 2, 3], QUESTIONS = ['bus-priority-off', 'baseline'] as const;
const settingsOf = (seed: number): RunSettings => ({ seed, fromS: 6 * 3600, untilS: 9 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false, recordJunctions: true });
const home = mkdtempSync(join(tmpdir(), 'jumeau-priority-report-'));
const folderOf = (question: string, seed: number): string => join(home, `${question}-${seed}`);

let twin: Twin, content: PriorityContent, page: string, sql: DuckDBConnection;

async function storedSide(name: (typeof QUESTIONS)[number]): Promise<PrioritySide> {
  const question = questionNamed(name)!, changed = applyChanges(twin, question.changes).value!, view = chooseView(twin, settingsOf(1)), runs = [];
  for (const seed of SEEDS) {
    const { figures, tables } = run(changed, settingsOf(seed)), folder = folderOf(name, seed);
    mkdirSync(folder);
    writeResultTables(folder, tables);
    runs.push(await readPriorityRun({ folder, manifest: { settings: settingsOf(seed), figures } as RunManifest }, changed, seed === 1 ? view : undefined));
  }
  return { question, runs, twin: changed };
}

beforeAll(async () => {
  twin = busTown();
  sql = await (await DuckDBInstance.create()).connect();
  const view = chooseView(twin, settingsOf(1))!;
  const { name, synthetic, date, energy, sources } = twin.facts, { seed: _, ...settings } = settingsOf(1);
  content = {
    facts: { name, synthetic, date, energy, sources }, twinHash: twinHash(twin), settings, engine: 'test', node: process.versions.node, command: 'npx jumeau report priority bus-priority-off baseline',
    baseline: await storedSide('bus-priority-off'), scenario: await storedSide('baseline'), view: { line: twin.lines.name[view.corridor.line]!, fromS: view.fromS, untilS: view.untilS },
  };
  page = priorityPage({ language: 'fr', ...content });
});
afterAll(() => rmSync(home, { recursive: true }));

/** Mean over the seeds of one number from SQL; tables are named `{trips}`. */
async function asked(question: string, query: string): Promise<number> {
  const all = await Promise.all(SEEDS.map(async (seed) => {
    const read = query.replace(/\{(\w+)\}/g, (_, table: string) => `read_parquet('${join(folderOf(question, seed), `${table}.parquet`)}')`);
    return Number((await sql.runAndReadAll(read)).getRows()[0]![0]);
  }));
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}
const busRows = (): string => Array.from({ length: twin.departures.count }, (_, row) => row).filter((row) => twin.vehicleTypes.name[twin.departures.vehicleType[row]!] === 'bus').join(', ');
const indicatorCell = (indicator: string, field: string): number => Number(new RegExp(`data-${field}="([^"]+)"`).exec(new RegExp(`<tr data-indicator="${indicator}".*?</tr>`, 's').exec(page)![0])![1]);

test('what is kept of it gives the same page to the byte, without the tables of the town that say who drives', async () => {
  // Of a bucket its address says nothing of where this machine keeps what is made of its results.
  const store = { ...await openStore(join(home, 'store')), home: 's3://bucket' };
  await keepPriority(store, '0123456789abcdef', content);
  const kept = (await findPriority(store, '0123456789abcdef'))!;
  expect(kept.scenario.twin.departures.count).toBe(0);
  expect(twin.departures.count).toBeGreaterThan(0);
  expect(priorityPage({ language: 'fr', ...kept })).toBe(page);
  // Nobody looks at them: an empty table must not pass for a town without traffic.
  const left = signalsOf(twin), gone = (Object.keys(left) as (keyof Twin)[]).filter((table) => left[table] !== twin[table]);
  expect(gone.length).toBeGreaterThan(5);
  const untouchable = (side: PrioritySide): PrioritySide => ({ ...side, twin: Object.defineProperties({ ...side.twin }, Object.fromEntries(gone.map((table) => [table, { get: () => { throw new Error(`${table} is not kept`); } }]))) });
  expect(priorityPage({ language: 'fr', ...kept, baseline: untouchable(kept.baseline), scenario: untouchable(kept.scenario) })).toBe(page);
  expect(await findPriority(store, 'ffffffffffffffff')).toBeUndefined();
});

describe('of the whole town', () => {
  test.each([
    ['junction-delay-bus-s', () => `SELECT avg("delayS") FROM {junctionPassages} WHERE departure IN (${busRows()})`],
    ['junction-delay-other-s', () => `SELECT avg("delayS") FROM {junctionPassages} WHERE departure NOT IN (${busRows()})`],
    ['split-failures-percent', () => 'SELECT 100.0 * count(*) FILTER (WHERE "leftWaitingCount" > 0) / count(*) FILTER (WHERE "waitingCount" > 0) FROM {laneGreens} WHERE "isWhole" = 1'],
    ['queue-at-green-m', () => 'SELECT avg("queueM") FROM {laneGreens} WHERE "isWhole" = 1'],
  ])('%s', async (indicator, query) => {
    expect(indicatorCell(indicator, 'baseline')).toBeCloseTo(await asked('bus-priority-off', query()), 6);
    expect(indicatorCell(indicator, 'scenario')).toBeCloseTo(await asked('baseline', query()), 6);
  });
});

test('of each junction: delay of buses and of others, before and after', async () => {
  const rows = [...page.matchAll(/<tr data-controller="(\d+)".*?<\/tr>/gs)];
  expect(rows.length).toBeGreaterThan(2);
  for (const [text, controller] of rows) {
    const lanes = Array.from({ length: twin.lanes.count }, (_, lane) => lane).filter((lane) => twin.junctions.controller[twin.links.toJunction[twin.lanes.link[lane]!]!] === Number(controller)).join(', ');
    for (const [figure, who] of [['bus', 'IN'], ['other', 'NOT IN']] as const) {
      const cell = new RegExp(`data-figure="${figure}" data-was="([^"]+)" data-is="([^"]+)"`).exec(text);
      if (!cell) continue;
      const query = `SELECT avg("delayS") FROM {junctionPassages} WHERE lane IN (${lanes}) AND departure ${who} (${busRows()})`;
      expect(Number(cell[1])).toBeCloseTo(await asked('bus-priority-off', query), 6);
      expect(Number(cell[2])).toBeCloseTo(await asked('baseline', query), 6);
    }
  }
});

test('of each class: passages, delay, and what its people lose in all; of everyone the sum', async () => {
  const rowOf = (name: string): string => new RegExp(`<tr data-class="${name}".*?</tr>`, 's').exec(page)![0];
  const cells = (name: string): number[] => [...rowOf(name).matchAll(/data-was="([^"]+)" data-is="([^"]+)"/g)].flatMap(([, was, is]) => [Number(was), Number(is)]);
  const where = { bus: `departure IN (${busRows()})`, car: `departure NOT IN (${busRows()})` }, people = { bus: 20, car: 1.3 };
  for (const name of ['bus', 'car'] as const) {
    const [passagesWas, passagesIs, delayWas, delayIs, hoursWas, hoursIs] = cells(name);
    for (const [question, passages, delay, hours] of [['bus-priority-off', passagesWas, delayWas, hoursWas], ['baseline', passagesIs, delayIs, hoursIs]] as const) {
      expect(passages).toBeCloseTo(await asked(question, `SELECT count(*) FROM {junctionPassages} WHERE ${where[name]}`), 9);
      expect(delay).toBeCloseTo(await asked(question, `SELECT avg("delayS") FROM {junctionPassages} WHERE ${where[name]}`), 6);
      expect(hours).toBeCloseTo(await asked(question, `SELECT sum("delayS") * ${people[name]} / 3600 FROM {junctionPassages} WHERE ${where[name]}`), 6);
    }
  }
  expect(cells('all').slice(4).map((hours, side) => hours - cells('bus')[4 + side]! - cells('car')[4 + side]!)).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)]);
});

test('of the stages of the busiest junction: how often and how long they showed', async () => {
  const controller = Number(/<tr data-controller="(\d+)"/.exec(page)![1]), stages = Array.from({ length: twin.intervals.count }, (_, row) => row).filter((row) => twin.intervals.controller[row] === controller && twin.intervals.stage[row] === 1);
  const rows = [...page.matchAll(/<tr data-stage="(\d+)" data-times="(\d+)" data-mean="([^"]+)"/g)].map(([, stage, times, mean]) => ({ stage: Number(stage), times: Number(times), mean: Number(mean) }));
  expect(rows.map(({ stage }) => stage)).toEqual(stages.flatMap((_, at) => [at + 1, at + 1]));
  for (const [at, { stage, times, mean }] of rows.entries()) {
    const lengths = `SELECT "interval", "timeS", lead("timeS") OVER (ORDER BY "timeS") - "timeS" AS "lengthS" FROM {signalChanges} WHERE controller = ${controller}`, whole = `(${lengths}) WHERE "interval" = ${stages[stage - 1]} AND "lengthS" IS NOT NULL AND "timeS" > ${6 * 3600}`;
    const perRun = await asked(QUESTIONS[at % 2]!, `SELECT count(*) FROM ${whole}`), sumS = await asked(QUESTIONS[at % 2]!, `SELECT sum("lengthS") FROM ${whole}`);
    expect(times).toBeCloseTo(perRun * SEEDS.length, 9);
    expect(mean).toBeCloseTo(sumS / perRun, 6);
  }
  expect(page).toContain('Plan suivi de 06:00 à 09:00.');
});

test('the page says what it is not, shows the settings of both sides, and draws buses', () => {
  expect(page).toContain('Non validé');
  expect(page).toContain('pas de priorité');
  expect(page).toContain('prolongation');
  expect(page.match(/<figure>/g)!.length).toBeGreaterThanOrEqual(5);
  expect(page).not.toMatch(/undefined|NaN|Infinity/);
});

test('a request is counted once, by the best that it got; a cost each time, a gain once', () => {
  const tables = Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
  const row = (departure: number, answer: keyof typeof priorityAnswer, reason: keyof typeof priorityReason, gainS = 0, costVehicleS = 0, givenBackS = 0) => ({
    controller: 0, timeS: 0, departure, signalGroup: 0, answer: priorityAnswer[answer], reason: priorityReason[reason], interval: 0, askedS: 10, arrivesS: 0, bandS: 0, metRed: 0, lateS: 0, headwayShare: -1, aboardCount: -1, togetherCount: 0, untilS: -1, gainS, costVehicleS, otherDeparture: -1, givenBackS,
  });
  tables.priorityDecisions = tableFrom(resultTables.priorityDecisions, [
    row(1, 'refused', 'lockout'), row(1, 'extension', 'missesGreen', 40, 5), row(1, 'extension', 'missesGreen', 42, 3), row(1, 'passed', 'signedOff'),
    row(2, 'refused', 'lockout'), row(2, 'refused', 'anotherFirst'), row(2, 'dropped', 'notRenewed'), row(3, 'notNeeded', 'comesOnGreen'), row(3, 'passed', 'signedOff'), row(4, 'earlyGreen', 'comesOnRed', 10, 7),
    // Told before the run measured, or never: a request all the same.
    row(6, 'passed', 'signedOff'),
    // What stages got back is no request, whoever it was taken for.
    row(4, 'givenBack', 'none', 0, 0, 6), row(5, 'givenBack', 'none', 0, 0, 2), row(5, 'notGivenBack', 'none', 0, 0, 3),
  ]);
  const answers = priorityAnswers({ tables })!;
  expect(answers).toEqual({ requests: 5, served: { extension: 1, earlyGreen: 1 }, notNeeded: 1, refused: { anotherFirst: 1 }, gainS: 52, costVehicleS: 15, givenBackS: 8, notGivenBackS: 3 });
  expect(unansweredCount(answers)).toBe(1);
});
