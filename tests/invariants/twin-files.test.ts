// Goal: a .twin file from elsewhere, altered or made up to harm, gets no further than a list of problems, or can be run to the end. 50 draws, in proof 1000.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { readTwin } from '../../cli/read-twin.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { run } from '../../engine/run.ts';
import { SignalFault } from '../../engine/signal-monitor/signal-fault.ts';
import { statedHash, twinFromBytes, twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { twinTables, type Twin } from '../../engine/twin/twin.ts';
import { inWords, problemWords } from '../../scenarios/language/problems.ts';
import { busTown } from '../verification/bus-town.ts';
import { lineTown } from '../verification/line-town.ts';
import { eventfulCity } from './random-city.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const DRAWS = proof ? 1000 : 50;
const codes = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))];

/** Something to run, or problems that have words in both languages. */
function judge({ value, problems }: ReturnType<typeof readTwin>): void {
  expect(value === undefined).toBe(problems.length > 0);
  for (const problem of problems) {
    expect(problem.where).toMatch(/^a\.twin/);
    expect(problemWords[problem.code], problem.code).toBeDefined();
    for (const language of ['fr', 'en'] as const) expect(inWords(problem, language), problem.code).not.toMatch(/undefined|\[object/);
  }
}

test('a file says which twin was written, and is read back as that one', () => {
  const twin = busTown(), bytes = twinToBytes(twin);
  expect(checkTwin(twin)).toEqual([]);
  expect(statedHash(bytes)).toBe(twinHash(twin));
  expect(readTwin(bytes, 'a.twin')).toMatchObject({ value: { hash: twinHash(twin) }, problems: [] });
  expect(twinHash(twinFromBytes(bytes)!)).toBe(twinHash(twin));
});

test(`one byte altered anywhere, ${DRAWS} times: it is noticed, or stood between two columns`, () => {
  const whole = twinToBytes(busTown());
  let noticed = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const bytes = whole.slice(), at = Math.floor(bytes.length * randomShare(draw, 961, 0, 0)), mask = 1 + Math.floor(255 * randomShare(draw, 961, 0, 1));
    bytes[at] = bytes[at]! ^ mask;
    const answer = readTwin(bytes, 'a.twin');
    judge(answer);
    if (answer.value) expect(answer.value.hash).toBe(statedHash(whole));
    else noticed++;
  }
  expect(noticed).toBeGreaterThan(0.9 * DRAWS);
});

describe.each([['a town with signals, buses and lamps', busTown()], ['a city with crossings and events', eventfulCity(3, 300)]])('%s', (_, sound) => {
  test(`numbers of its tables replaced by nasty ones, ${DRAWS} times, the fingerprint that of the nonsense`, () => {
    expect(checkTwin(sound).filter(({ severity }) => severity === 'error')).toEqual([]);
    let refused = 0;
    for (let seed = 1; seed <= DRAWS; seed++) {
      const twin = twinFromBytes(twinToBytes(sound))!, harm = spoil(twin, seed);
      const answer = readTwin(twinToBytes(twin), 'a.twin');
      judge(answer);
      if (!answer.value) { refused++; continue; }
      const fromS = sound.departures.departS[0]!;
      try {
        expect(run(answer.value.twin, { seed, fromS, untilS: fromS + 200, stepS: 1, untilAllArrived: false, busPriority: true, replay: false, rerouteShare: 0.5 }).figures.simulatedS, harm).toBe(200);
      } catch (fault) {
        // A plan that breaks its own limits is stopped by the monitor, with a problem.
        if (!(fault instanceof SignalFault)) throw new Error(`${harm}: ${String((fault as Error).stack)}`);
      }
    }
    expect(refused).toBeGreaterThan(0.2 * DRAWS);
  });
});

test('people without end, who would be drawn one after the other for ever', () => {
  const refused = (sound: Twin, harm: (twin: Twin) => void): string[] => {
    const twin = twinFromBytes(twinToBytes(sound))!;
    harm(twin);
    const answer = readTwin(twinToBytes(twin), 'a.twin');
    judge(answer);
    return codes(answer.problems);
  };
  const city = eventfulCity(3, 300), town = lineTown({ stops: 3, leavesS: [60, 360], perHour: [60, 60, 0] });
  expect(refused(city, (twin) => { twin.crossings.dayPeopleCount[0] = 1e300; })).toEqual(['twin-people-count']);
  expect(refused(city, (twin) => { twin.crossings.dayPeopleCount[0] = -1; })).toEqual(['twin-people-count']);
  expect(refused(city, (twin) => { twin.walkingHours.dayShare[0] = 1e300; })).toEqual(['twin-people-share']);
  expect(refused(town, (twin) => { twin.lineStops.dayPeopleCount[0] = 1e300; })).toEqual(['twin-people-count']);
  expect(refused(town, (twin) => { twin.lineStops.untilS[0] = 1e300; })).toEqual(['twin-people-count']);
});

test('facts that are none', () => {
  const harms: [(facts: Record<string, unknown>) => void, string][] = [
    [(facts) => { facts['stepS'] = 0; }, 'facts.stepS'], [(facts) => { facts['stepS'] = '1'; }, 'facts.stepS'], [(facts) => { delete facts['name']; }, 'facts.name'],
    [(facts) => { facts['date'] = '2026-02-30'; }, 'facts.date'], [(facts) => { facts['sources'] = [{}]; }, 'facts.sources.0.what'], [(facts) => { facts['rerouteShare'] = 2; }, 'facts.rerouteShare'],
    [(facts) => { facts['metresPerDegreeEast'] = 0; }, 'facts.metresPerDegreeEast'], [(facts) => { facts['defaultUntilS'] = facts['defaultFromS']; }, 'facts.defaultUntilS'],
    [(facts) => { facts['unknown'] = 1; }, 'facts'],
  ];
  for (const [harm, where] of harms) {
    const twin = busTown();
    twin.facts = structuredClone(twin.facts);
    harm(twin.facts as unknown as Record<string, unknown>);
    const answer = readTwin(twinToBytes(twin), 'a.twin');
    judge(answer);
    expect(answer.problems.map((problem) => problem.where)).toContain(`a.twin: ${where}`);
    expect(codes(answer.problems).every((code) => code === 'twin-fact' || code === 'twin-ends-before-it-begins')).toBe(true);
  }
});

/** Writes a nasty value into one to three numbers of the tables; says where. */
function spoil(twin: Twin, seed: number): string {
  let tick = 0;
  const below = (count: number): number => Math.floor(count * randomShare(seed, 962, 0, tick++));
  const nasty = [-1, 0, 1, 2, 255, 65_535, 2 ** 31 - 1, -(2 ** 31), NaN, Infinity, -Infinity, 1e300, -1e300, 1e-300, 0.5, -0.5, 1e6];
  const names = Object.keys(twinTables).filter((name) => twin[name as keyof typeof twinTables].count > 0) as (keyof typeof twinTables)[], harm: string[] = [];
  for (let times = 1 + below(3); times > 0; times--) {
    const name = names[below(names.length)]!, table = twin[name] as unknown as Record<string, Float64Array>, columns = Object.keys(table).filter((column) => ArrayBuffer.isView(table[column]));
    if (columns.length === 0) continue;
    const column = columns[below(columns.length)]!, row = below(table[column]!.length), value = nasty[below(nasty.length)]!;
    table[column]![row] = value;
    harm.push(`${name}.${column}[${row}] = ${value}`);
  }
  return harm.join(', ');
}
