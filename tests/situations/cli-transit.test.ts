// Goal: whoever asks how buses ran reads it by line, by stop and by junction, with what chance does to it, and how far another question is from it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { lineClass, lineColumns, transitMode } from '../../engine/twin/transit.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { differencesOverSeeds, rowsOverSeeds, type KeyedRows, type RowOverSeeds } from '../../scenarios/compare/compare-rows.ts';
import { every, lineTown } from '../verification/line-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

describe('rows over seeds', () => {
  const run = (wait: number | null, onTime: number): KeyedRows => new Map([['L1', { line: 'L1', wait, onTime }]]);

  test('mean ± t s / √n, of what each run has', () => {
    // 1, 2, 3: mean 2, s = 1, t(2) = 4.303: 4.303 / √3 = 2.484.
    const [row] = rowsOverSeeds([run(1, 50), run(2, 50), run(3, 50)]);
    expect(row).toMatchObject({ key: 'L1', texts: { line: 'L1' }, numbers: { wait: { seeds: 3, mean: 2 }, onTime: { mean: 50, interval95: null } } });
    expect(row!.numbers['wait']!.interval95!.high).toBeCloseTo(2 + 2.484, 3);
    expect(rowsOverSeeds([run(null, 1), run(4, 1)])[0]!.numbers['wait']).toEqual({ seeds: 1, mean: 4, interval95: null });
  });

  test('differences pair by pair: what seeds have in common drops out', () => {
    const [row] = differencesOverSeeds([run(100, 0), run(200, 0), run(300, 0)], [run(90, 0), run(191, 0), run(289, 0)]);
    expect(row!.numbers['wait']!.mean).toBeCloseTo(-10, 9);
    expect(row!.numbers['wait']!.interval95!.high).toBeLessThan(-7);
  });
});

describe('the command', () => {
  let place: Workplace, town: string;
  beforeAll(() => {
    place = makeWorkplace();
    town = join(place.folder, 'town.twin');
    // Lines of the question that holds to headways, in a town of one road.
    const twin = lineTown({ stops: 8, leavesS: every(240, 12), perHour: [200, 200, 200, 150, 100, 60, 30, 0] });
    twin.lines = tableFrom(lineColumns, ['L3', 'L5', 'L6', 'L8'].map((name) => ({ name, title: '', mode: transitMode.bus, colour: 0, lengthM: 4000, headwayS: 0, lineClass: lineClass.ordinary, assumed: 0 })));
    twin.stops.name[2] = 'stop 1';
    twin.facts.synthetic = true;
    writeFileSync(town, twinToBytes(twin));
  });
  afterAll(() => place.remove());
  const asked = (...more: string[]) => ['transit', 'baseline', ...more, '--city', town, '--from', '00:00', '--hours', '1', '--seeds', '3'];

  test('by line: one row with its interval, the same in JSON', () => {
    const { rows } = jumeauJson<{ rows: RowOverSeeds[] }>(place, ...asked());
    expect(rows.map(({ key }) => key)).toEqual(['L3']);
    const boarded = rows[0]!.numbers['boarded']!;
    expect(boarded.seeds).toBe(3);
    expect(boarded.interval95!.low).toBeLessThan(boarded.mean);
    expect(jumeau(place, ...asked()).stdout).toMatch(/L3 +\d+ ±\d+/);
    expect(jumeau(place, ...asked(), '--lang', 'fr').stdout).toMatch(/attente s[\s\S]*±\s: demi-largeur/);
  });

  test('a single run tells of its buses and passengers, for people and for programs', () => {
    const { transit } = jumeauJson<{ transit: Record<string, number | null> }>(place, 'run', town, '--hours', '1');
    expect(transit['passenger-rides']).toBeGreaterThan(100);
    expect(transit['bus-stop-line-delay-s']).toBeNull();
    const { stdout } = jumeau(place, 'run', town, '--hours', '1');
    expect(stdout).toMatch(/Buses, trams and passengers\n[\s\S]*Mean wait of passengers at stops +[\d.]+ s/);
    expect(stdout).not.toMatch(/Delay of a bus at a signal/);
  });

  test('by stop: every stop where someone was served, in the order of the ride', () => {
    const { rows } = jumeauJson<{ rows: RowOverSeeds[] }>(place, ...asked('--by', 'stop'));
    // Two of them bear one name, as stops of a long street do.
    expect(rows.map(({ texts }) => texts['stop'])).toEqual([0, 1, 1, 3, 4, 5, 6, 7].map((stop) => `stop ${stop}`));
    expect(jumeau(place, ...asked('--by', 'stop')).stdout).toMatch(/L3 → stop 7/);
  });

  test('with a second question: how far it is from the first, seed by seed', () => {
    const { differences } = jumeauJson<{ differences: RowOverSeeds[] }>(place, 'transit', 'baseline', 'hold-headways', '--city', town, '--from', '00:00', '--hours', '1', '--seeds', '3');
    expect(differences[0]!.numbers['excessWaitS']!.mean).toBeLessThan(0);
    expect(jumeau(place, ...asked('hold-headways')).stdout).toMatch(/Holding to headways, difference from: As it is today[\s\S]*L3/);
  });

  test('a table that there is not is told', () => {
    const { status, stderr } = jumeau(place, ...asked('--by', 'driver'));
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/"driver".*line, stop, junction/);
  });
});
