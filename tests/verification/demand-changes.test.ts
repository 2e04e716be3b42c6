// Goal: a demand that grows by a share gives so many more departures, within the error of the draw, on the ways and at the times that are driven already; who drove before keeps
// what is drawn for them, and no growth is no change.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { NEVER_S } from '../../engine/twin/demand.ts';
import { communeColumns } from '../../engine/twin/territory.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { busTown } from './bus-town.ts';

const why = 'what the plan of the quarter says', HOUR_S = 3600;
type Growth = Extract<Change, { change: 'demand-growth' }>;
const grow = (growth: number, given: Partial<Growth> = {}): Growth => ({ change: 'demand-growth', why, growth, from: '00:00', until: '24:00', ...given });
const changed = (twin: Twin, ...changes: Change[]): Twin => applyChanges(twin, changes).value!;
const town = busTown(), carsOf = ({ departures }: Twin): number[] => Array.from({ length: departures.count }, (_, row) => row).filter((row) => departures.trip[row]! < 0);
const cars = carsOf(town);
/** Three standard errors of how many of `count` are chosen, each with this chance. */
const drawError = (count: number, chance: number): number => 3 * Math.sqrt(count * chance * (1 - chance));

describe('more trips', () => {
  test.each([0.1, 0.2, 0.5, 1, 1.5])('by %d give so many more departures of cars, within the error of the draw, and no more buses', (growth) => {
    const twin = changed(town, grow(growth)), chance = growth % 1;
    expect(Math.abs(carsOf(twin).length - cars.length * (1 + growth))).toBeLessThanOrEqual(drawError(cars.length, chance));
    expect(twin.departures.count - carsOf(twin).length).toBe(town.departures.count - cars.length);
  });

  test('stand behind all others: nobody else has another row, time or way', () => {
    const twin = changed(town, grow(0.2)), rows = town.departures.count;
    for (const [name, column] of Object.entries(town.departures)) if (typeof column === 'object') expect(Array.from<unknown>((twin.departures as unknown as Record<string, ArrayLike<unknown>>)[name]!).slice(0, rows), name).toEqual(Array.from<unknown>(column));
    expect([...new Set(checkTwin(twin).map(({ code }) => code))]).toEqual(['twin-not-sorted']);
  });

  test('keep ways and times: each is like one that leaves within 7.5 minutes of it', () => {
    const { departures } = changed(town, grow(0.3));
    for (let row = town.departures.count; row < departures.count; row++) {
      const like = cars.filter((car) => `${town.departures.name[car]} +1` === departures.name[row]);
      expect(like).toHaveLength(1);
      expect([departures.route[row], departures.vehicleType[row]]).toEqual([town.departures.route[like[0]!], town.departures.vehicleType[like[0]!]]);
      expect(Math.abs(departures.departS[row]! - town.departures.departS[like[0]!]!)).toBeLessThanOrEqual(450.1);
    }
  });

  test('of a small growth are among those of a larger one', () => {
    const names = (growth: number): Set<string> => new Set(Array.from(changed(town, grow(growth)).departures.name));
    const few = names(0.1), many = names(0.3);
    expect([...few].filter((name) => !many.has(name))).toEqual([]);
  });

  test('leave within the span they are asked for, and all others stay', () => {
    const { departures } = changed(town, grow(1, { from: '07:00', until: '08:00' })), added = Array.from(departures.departS).slice(town.departures.count);
    const inSpan = cars.filter((row) => town.departures.departS[row]! >= 7 * HOUR_S && town.departures.departS[row]! < 8 * HOUR_S);
    expect(added).toHaveLength(inSpan.length);
    expect(Math.min(...added)).toBeGreaterThanOrEqual(7 * HOUR_S);
    expect(Math.max(...added)).toBeLessThan(8 * HOUR_S);
  });

  test('come to drive: a run has so many more trips', () => {
    const drive = (twin: Twin): number => run(twin, { seed: 1, fromS: 7 * HOUR_S, untilS: 7.5 * HOUR_S, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables.trips.count;
    const half = (twin: Twin): number => Array.from(twin.departures.departS).filter((departS) => departS >= 7 * HOUR_S && departS <= 7.5 * HOUR_S - 1).length;
    const more = changed(town, grow(0.5)), fewer = changed(town, grow(-0.5));
    for (const twin of [more, fewer]) expect(drive(twin) - drive(town)).toBe(half(twin) - half(town));
  });
});

describe('fewer trips', () => {
  test('by a fifth: they keep their rows and never leave, within the error of the draw', () => {
    const { departures } = changed(town, grow(-0.2)), gone = Array.from(departures.departS).filter((departS) => departS === NEVER_S).length;
    expect(departures.count).toBe(town.departures.count);
    expect(Math.abs(gone - 0.2 * cars.length)).toBeLessThanOrEqual(drawError(cars.length, 0.2));
  });

  test('by all of them: no car is left, every bus is', () => {
    const { departures } = changed(town, grow(-1));
    for (let row = 0; row < departures.count; row++) expect(departures.departS[row] === NEVER_S).toBe(town.departures.trip[row]! < 0);
  });
});

describe('who is meant', () => {
  test('only the vehicles that are named', () => {
    expect(changed(town, grow(1, { vehicles: ['lorry'] })).departures.count).toBe(town.departures.count);
    expect(changed(town, grow(1, { vehicles: ['car', 'lorry'] })).departures.count).toBe(town.departures.count + cars.length);
  });

  test('only trips that begin or end in the commune', () => {
    const twin = busTown(), { streets, links, junctions, routes, routeLinks, departures } = twin;
    twin.communes = tableFrom(communeColumns, ['West', 'East'].map((name) => ({ name, code: '', population: 0, areaKm2: 1, xM: 0, yM: 0, firstPoint: 0, pointCount: 0 })));
    // Streets of the town lie west or east of its middle.
    for (let link = 0; link < links.count; link++) streets.commune[links.street[link]!] = junctions.xM[links.fromJunction[link]!]! + junctions.xM[links.toJunction[link]!]! < 0 ? 0 : 1;
    const end = (row: number, last: boolean): number => {
      const route = departures.route[row]!;
      return streets.commune[links.street[routeLinks.link[routes.firstLink[route]! + (last ? routes.linkCount[route]! - 1 : 0)]!]!]!;
    };
    const fromWest = cars.filter((row) => end(row, false) === 0), fromWestToEast = fromWest.filter((row) => end(row, true) === 1);
    expect(fromWest.length).toBeGreaterThan(fromWestToEast.length);
    expect(fromWestToEast.length).toBeGreaterThan(0);
    expect(changed(twin, grow(1, { fromCommune: 'West' })).departures.count).toBe(departures.count + fromWest.length);
    expect(changed(twin, grow(1, { fromCommune: 'West', toCommune: 'East' })).departures.count).toBe(departures.count + fromWestToEast.length);
  });
});

test('no growth is the same city to the bit, and says so; the same growth is the same city', () => {
  expect(twinHash(changed(town, grow(0)))).toBe(twinHash(town));
  expect(applyChanges(town, [grow(0)]).problems.map(({ code }) => code)).toEqual(['change-without-effect']);
  expect(twinHash(changed(busTown(), grow(0.2)))).toBe(twinHash(changed(town, grow(0.2))));
});

test('faults are told all at once in both languages, and what it does in a sentence', () => {
  const { problems } = applyChanges(town, [grow(0.1, { fromCommune: 'Nowhere', toCommune: 'Elsewhere', from: '05:00', until: '05:00' })]);
  expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual(['changes.0.until change-empty-span', 'changes.0.fromCommune change-unknown-commune', 'changes.0.toCommune change-unknown-commune']);
  const read = readChanges([{ change: 'demand-growth', why, growth: 20, vehicles: ['cars'] }, { change: 'demand-growth', why, growht: 0.2 }]).problems;
  expect(read.map(({ code, where }) => `${where} ${code}`)).toEqual(['changes.0.growth change-wrong-field', 'changes.0.vehicles.0 change-wrong-field', 'changes.1 change-unknown-field']);
  for (const problem of [...problems, ...read]) for (const language of ['fr', 'en'] as const) expect(inWords(problem, language)).toMatch(/^.{15,}[.?]$/);
  expect(changeInWords(grow(0.2, { vehicles: ['car', 'van'], fromCommune: 'Quetigny', from: '07:00', until: '09:00' }), 'en')).toBe('Trips (cars, vans) from Quetigny from 07:00 to 09:00: +20%.');
  expect(changeInWords(grow(-0.125), 'fr').replace(/\s/g, ' ')).toBe('Déplacements (tous les véhicules sans horaire) : −12,5 %.');
});
