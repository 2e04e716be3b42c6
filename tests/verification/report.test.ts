// Goal: every number of a report is what code that shares nothing with it finds in the stored results.
// The numbers are read out of the page itself; SQL over the Parquet files, and sun times of another library, say what they should be.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { getTimes } from 'suncalc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { leadingIndicators } from '../../scenarios/questions/leading-indicators.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import type { ReportSide } from '../../scenarios/report/report-input.ts';
import { reportPage } from '../../scenarios/report/report-page.ts';
import { readReportRun } from '../../scenarios/report/stored-run.ts';
import type { RunManifest } from '../../scenarios/runs/manifest.ts';
import { writeResultTables } from '../../scenarios/runs/result-files.ts';
import { busTown, dayOf, runDay } from './bus-town.ts';

const SEEDS = [1, 2, 3];
/** The runs end at midnight. */
const END_S = 86_400;
const home = mkdtempSync(join(tmpdir(), 'jumeau-report-'));
const folderOf = (question: string, seed: number) => join(home, `${question}-${seed}`);

let twin: Twin;
let sql: DuckDBConnection;
const pages = new Map<string, string>();

/** Runs a question, stores the results as the project stores them, and reads back what a report needs. */
async function storedSide(name: string): Promise<ReportSide> {
  const question = questionNamed(name)!;
  const changed = applyChanges(twin, question.changes).value!;
  const runs = [];
  for (const seed of SEEDS) {
    const { figures, tables } = runDay(changed, seed);
    const folder = folderOf(name, seed);
    mkdirSync(folder);
    writeResultTables(folder, tables);
    const manifest = { settings: dayOf(seed), figures } as RunManifest;
    runs.push(await readReportRun({ folder, manifest }, changed));
  }
  return { question, runs };
}

beforeAll(async () => {
  twin = busTown();
  sql = await (await DuckDBInstance.create()).connect();
  const baseline = await storedSide('baseline');
  for (const name of ['dim-after-midnight', 'bus-priority-off']) {
    const scenario = await storedSide(name);
    pages.set(name, reportPage({
      language: 'fr', facts: twin.facts, twinHash: twinHash(twin), baseline, scenario, indicators: leadingIndicators(baseline.question, scenario.question), judging: {}, settings: dayOf(1), engine: 'test', node: process.versions.node,
    }));
  }
});
afterAll(() => rmSync(home, { recursive: true }));

/** A number of the page: what the table says of an indicator. */
function printed(page: string, indicator: string, field: 'baseline' | 'scenario' | 'difference' | 'low' | 'high'): number {
  const row = new RegExp(`<tr data-indicator="${indicator}".*?</tr>`, 's').exec(pages.get(page)!)![0];
  return Number(new RegExp(`data-${field}="([^"]+)"`).exec(row)![1]);
}

/** One number from SQL over the results of one run; tables are named `{trips}`. */
async function asked(question: string, seed: number, query: string): Promise<number> {
  const read = query.replace(/\{(\w+)\}/g, (_, table: string) => {
    const path = join(folderOf(question, seed), `${table}.parquet`);
    return existsSync(path) ? `read_parquet('${path}')` : '(SELECT 0 WHERE false)'; // A table without rows has no file.
  });
  return Number((await sql.runAndReadAll(read)).getRows()[0]![0]);
}

const meanAsked = async (question: string, query: string): Promise<number> =>
  (await Promise.all(SEEDS.map((seed) => asked(question, seed, query)))).reduce((sum, one) => sum + one, 0) / SEEDS.length;

const busRows = () => Array.from({ length: twin.departures.count }, (_, row) => row).filter((row) => twin.vehicleTypes.name[twin.departures.vehicleType[row]!] === 'bus').join(', ');

describe.each(['dim-after-midnight', 'bus-priority-off'])('report on %s', (page) => {
  test.each([
    ['lighting-energy-kwh', () => 'SELECT sum("energyWh") / 1000 FROM {lighting}'],
    ['bus-mean-delay-s', () => `SELECT avg(greatest(0, "departS" - "timetabledDepartS")) FROM {stopVisits} WHERE "timetabledDepartS" >= 0 AND departure IN (${busRows()})`],
    ['bus-punctuality-percent', () => `SELECT 100 * avg(CASE WHEN "departS" - "timetabledDepartS" BETWEEN -60 AND 180 THEN 1.0 ELSE 0.0 END) FROM {stopVisits} WHERE "timetabledDepartS" >= 0 AND departure IN (${busRows()})`],
    ['traffic-mean-travel-time-s', () => `SELECT avg((CASE WHEN "arriveS" >= 0 THEN "arriveS" ELSE ${END_S} END) - "plannedDepartS") FROM {trips} WHERE departure NOT IN (${busRows()})`],
    ['bus-time-loss-s-per-km', () => `SELECT sum("timeLossS") / (sum("routeLengthM") / 1000) FROM {trips} WHERE departure IN (${busRows()})`],
    ['bus-priority-extensions', () => 'SELECT sum("extendedForPriority") FROM {signalChanges}'],
    ['vehicle-kilometres', () => 'SELECT sum("routeLengthM") / 1000 FROM {trips}'],
    ['traffic-mean-time-loss-s', () => `SELECT avg("timeLossS" + (CASE WHEN "departS" >= 0 THEN "departS" ELSE ${END_S} END) - "plannedDepartS") FROM {trips} WHERE departure NOT IN (${busRows()})`],
    ['traffic-not-arrived', () => `SELECT count(*) FROM {trips} WHERE "arriveS" < 0 AND departure NOT IN (${busRows()})`],
    ['rescues', () => 'SELECT count(*) FROM {rescues}'],
  ])('%s is what the stored results hold', async (indicator, query) => {
    for (const [field, question] of [['baseline', 'baseline'], ['scenario', page]] as const) {
      const found = await meanAsked(question, query());
      expect(printed(page, indicator, field)).toBeCloseTo(found, 6);
      expect(Number.isFinite(found)).toBe(true);
    }
  });
});

test('what people read in the table is the same number, rounded', () => {
  // Priority has an answer of its own: how sure controllers were of arrivals.
  for (const [name, indicators] of [['dim-after-midnight', 19], ['bus-priority-off', 16]] as const) {
    const cells = [...pages.get(name)!.matchAll(/data-(?:baseline|scenario|difference)="([^"]+)">([^<]+)</g)];
    expect(cells.length).toBe(3 * indicators);
    for (const [, full, shown] of cells) {
      const text = shown!.replace(/\s/g, '').replace('−', '-').replace(',', '.'), decimals = text.split('.')[1]?.length ?? 0;
      expect(Math.abs(Number(text) - Number(full)), `${shown} for ${full}`).toBeLessThanOrEqual(0.5 * Math.pow(10, -decimals) + 1e-9);
    }
  }
});

test('the difference in bus delay and its interval are those of paired runs', async () => {
  const query = `SELECT avg(greatest("departS" - "timetabledDepartS", 0)) FROM {stopVisits} WHERE "timetabledDepartS" >= 0 AND departure IN (${busRows()})`;
  const differences = await Promise.all(SEEDS.map(async (seed) => (await asked('bus-priority-off', seed, query)) - (await asked('baseline', seed, query))));
  const list = `(VALUES ${differences.map((one) => `(${one}::DOUBLE)`).join(', ')}) AS pairs(difference)`;
  const [mean, standardError] = (await sql.runAndReadAll(`SELECT avg(difference), stddev_samp(difference) / sqrt(count(*)) FROM ${list}`)).getRows()[0]!.map(Number) as [number, number];
  // Student's t with two degrees of freedom has a closed form.
  const half = (0.95 / Math.sqrt(2 * 0.975 * 0.025)) * standardError;
  expect(printed('bus-priority-off', 'bus-mean-delay-s', 'difference')).toBeCloseTo(mean, 6);
  expect(printed('bus-priority-off', 'bus-mean-delay-s', 'low')).toBeCloseTo(mean - half, 6);
  expect(printed('bus-priority-off', 'bus-mean-delay-s', 'high')).toBeCloseTo(mean + half, 6);
});

/** Energy of the lamps, minute by minute, by the sun times of suncalc and the clock of the platform's own time zone. */
function lampEnergyKwh(fromMs: number, untilMs: number, mostAfterMidnight: number): number {
  const { originLatitudeDeg, originLongitudeDeg, lighting } = twin.facts;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });
  const main = Array.from(twin.lamps.zone, (zone, lamp) => (zone === 0 ? twin.lamps.ratedPowerW[lamp]! : 0)).reduce((a, b) => a + b);
  const residential = Array.from(twin.lamps.zone, (zone, lamp) => (zone === 1 ? twin.lamps.ratedPowerW[lamp]! : 0)).reduce((a, b) => a + b);
  const [mainStandbyW, residentialStandbyW] = [0, 1].map((zone) => twin.lamps.zone.filter((one) => one === zone).length * lighting.standbyPowerW) as [number, number];
  const powerW = (ratedW: number, floorW: number, share: number) => floorW + (ratedW - floorW) * share;
  const MINUTE_MS = 60_000, HOUR_MS = 3_600_000, DAY_MS = 86_400_000;
  let wattMinutes = 0, clockHour = 0;
  for (let dayMs = Math.floor(fromMs / DAY_MS) * DAY_MS; dayMs < untilMs; dayMs += DAY_MS) {
    // At noon UTC the sun times asked for are those of the same day in France.
    const sun = getTimes(new Date(dayMs + DAY_MS / 2), originLatitudeDeg, originLongitudeDeg);
    for (let nowMs = Math.max(dayMs, fromMs); nowMs < Math.min(dayMs + DAY_MS, untilMs); nowMs += MINUTE_MS) {
      const middleMs = nowMs + MINUTE_MS / 2;
      // France is whole hours ahead of UTC: its clock need be asked once an hour.
      if (nowMs % HOUR_MS === 0) clockHour = Number(clock.format(middleMs));
      const burns = middleMs < sun.sunrise!.getTime() || middleMs >= sun.sunset!.getTime();
      const hour = burns ? clockHour : 12;
      const most = hour < 5 ? mostAfterMidnight : 1;
      const night = hour < 5 || hour >= 23 ? 0.4 : 1;
      wattMinutes += powerW(main, mainStandbyW, burns ? Math.min(1, most) : 0) + powerW(residential, residentialStandbyW, burns ? Math.min(night, most) : 0);
    }
  }
  return wattMinutes / 60_000;
}

describe('lighting over the year', () => {
  test('the stored energy of the day is what another library finds for that day', async () => {
    // 17 March 2026, an hour ahead of UTC.
    const fromMs = Date.UTC(2026, 2, 16, 23);
    const stored = await asked('baseline', 1, 'SELECT sum("energyWh") / 1000 FROM {lighting}');
    expect(Math.abs(lampEnergyKwh(fromMs, fromMs + 86_400_000, 1) / stored - 1)).toBeLessThan(0.003);
  });

  test('energy, cost and CO2 of the year follow, before and after the change, within 0.3 %', () => {
    const fromMs = Date.UTC(2025, 11, 31, 23), untilMs = Date.UTC(2026, 11, 31, 23);
    const beforeLedKwh = (Array.from(twin.lamps.powerBeforeW).reduce((a, b) => a + b) * 4292) / 1000;
    for (const [field, most] of [['baseline', 1], ['scenario', 0.4]] as const) {
      const kwh = lampEnergyKwh(fromMs, untilMs, most);
      expect(Math.abs(printed('dim-after-midnight', 'lighting-saving-since-led-percent', field) - 100 * (1 - kwh / beforeLedKwh))).toBeLessThan(0.1);
      const close = (indicator: string, expected: number) => expect(Math.abs(printed('dim-after-midnight', indicator, field) / expected - 1), indicator).toBeLessThan(0.003);
      close('lighting-energy-year-kwh', kwh);
      close('lighting-cost-year-eur', kwh * 0.2);
      close('lighting-co2-year-kg', kwh * 0.05);
    }
  });

  test('lamps burn from sunset to sunrise: 4,292 h a year at Dijon, as two other libraries have it', () => {
    const hours = Number(/\((\d\s?\d{3}) h d’allumage\)/.exec(pages.get('dim-after-midnight')!)![1]!.replace(/\s/, ''));
    expect(Math.abs(hours - 4292)).toBeLessThan(5);
  });
});
