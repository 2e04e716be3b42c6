// Goal: what is measured is what a run does once its streets have filled, no more and no less; letting them fill first changes nothing that happens.
import { describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import type { Columns, Table } from '../../engine/foundation/table.ts';
import { resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { startsInEmptyStreets, usualWarmUpS } from '../../scenarios/runs/empty-start.ts';
import { busTown, dayOf } from './bus-town.ts';
import { lineTown } from './line-town.ts';

const FROM_S = 6.5 * 3600, MEASURED_S = 7 * 3600, UNTIL_S = 7.75 * 3600;
const unmeasured: RunSettings = { ...dayOf(5), fromS: FROM_S, untilS: UNTIL_S, recordJunctions: true }, warmed: RunSettings = { ...unmeasured, measuredFromS: MEASURED_S };

type Name = keyof ResultTables;
const rowsOf = (tables: ResultTables, name: Name): Record<string, number>[] => {
  const table = tables[name] as unknown as Table<Columns> & Record<string, ArrayLike<number>>;
  return Array.from({ length: table.count }, (_, row) => Object.fromEntries(Object.keys(resultTables[name]).map((column) => [column, table[column]![row]!])));
};

describe('a morning whose streets fill for half an hour', () => {
  const twin = busTown(), whole = run(twin, unmeasured), results = run(twin, warmed);
  const column: [Name, string][] = [
    ['trips', 'plannedDepartS'], ['stopVisits', 'departS'], ['junctionPassages', 'passedS'], ['laneGreens', 'untilS'], ['lighting', 'fromS'], ['minutes', 'timeS'], ['priorityDecisions', 'timeS'], ['links', 'fromS'],
  ];
  test.each(column)('%s: the rows of the run that measures from its start, from seven o’clock on', (name, at) => {
    const wanted = rowsOf(whole.tables, name).filter((row) => row[at]! >= MEASURED_S), all = rowsOf(whole.tables, name);
    expect(wanted.length).toBeGreaterThan(3);
    expect(wanted.length).toBeLessThan(all.length);
    // What ends in the very step at which measuring begins is of the time before.
    expect(rowsOf(results.tables, name).filter((row) => row[at]! > MEASURED_S)).toEqual(wanted.filter((row) => row[at]! > MEASURED_S));
    expect(rowsOf(results.tables, name).filter((row) => row[at]! < MEASURED_S)).toEqual([]);
  });

  test('what signals and lamps show at seven is known, though they changed before', () => {
    for (const controller of new Set(rowsOf(whole.tables, 'signalChanges').map((row) => row['controller']!))) {
      const shownAt = (tables: ResultTables) => rowsOf(tables, 'signalChanges').filter((row) => row['controller'] === controller && row['timeS']! <= MEASURED_S).at(-1)!['interval'];
      expect(shownAt(results.tables)).toBe(shownAt(whole.tables));
    }
    expect(rowsOf(results.tables, 'signalChanges').filter((row) => row['timeS']! <= MEASURED_S).every((row) => row['extendedForPriority'] === 0)).toBe(true);
    const zones = rowsOf(whole.tables, 'lampSwitches').map((row) => row['zone']!);
    for (const zone of new Set(zones)) expect(rowsOf(results.tables, 'lampSwitches').find((row) => row['zone'] === zone)).toMatchObject({ timeS: MEASURED_S });
  });

  test('figures count the vehicles planned since then; nothing that happens differs', () => {
    expect(results.figures).toMatchObject({ vehicleUpdates: whole.figures.vehicleUpdates, simulatedS: UNTIL_S - FROM_S, endS: UNTIL_S });
    const { vehiclesLoaded, vehiclesInserted, vehiclesArrived, vehiclesRunning, vehiclesWaitingToEnter } = results.figures;
    const planned = rowsOf(whole.tables, 'trips').filter((row) => row['plannedDepartS']! >= MEASURED_S).length;
    expect([vehiclesLoaded, vehiclesInserted + vehiclesWaitingToEnter, vehiclesArrived + vehiclesRunning + vehiclesWaitingToEnter]).toEqual([planned, planned, planned]);
    expect(results.figures.lightingEnergyKwh).toBeCloseTo(rowsOf(whole.tables, 'lighting').reduce((sum, row) => sum + (row['fromS']! >= MEASURED_S ? row['energyWh']! : 0), 0) / 1000, 6);
  });

  test('the same vehicles are measured as by a run that begins on empty streets, and find others there', () => {
    const empty = run(twin, { ...unmeasured, fromS: MEASURED_S }).tables;
    expect(rowsOf(empty, 'trips').map((row) => row['departure']!).sort()).toEqual(rowsOf(results.tables, 'trips').map((row) => row['departure']!).sort());
    const running = [results.tables, empty].map((tables) => rowsOf(tables, 'minutes')[0]!['running']!);
    expect(running[0]).toBeGreaterThan(0);
    expect(running[1]).toBe(0);
  });

  test.each([['while streets fill', MEASURED_S - 700], ['just when measuring begins', MEASURED_S], ['after', MEASURED_S + 700]])('stopped %s and gone on with: the same bits', (_, haltAtS) => {
    expect(goneOn(twin, warmed, haltAtS)).toEqual(results.figures);
  });
});

function goneOn(twin: Twin, settings: RunSettings, haltAtS: number) {
  let bytes: Uint8Array | undefined;
  run(twin, settings, { haltAtS, onHalt: (halted) => { bytes = checkpointToBytes(twin, halted, {}); } });
  const { value, problems } = checkpointFromBytes(twin, bytes!, settings);
  expect(problems).toEqual([]);
  return run(twin, settings, {}, value).figures;
}

test('passengers: those who came before and still wait count as come; the others balance', () => {
  const twin = lineTown({ stops: 5, leavesS: [600, 1200, 1800, 2400, 3000, 3600], perHour: [60, 60, 60, 60, 0] });
  const settings: RunSettings = { ...dayOf(2), fromS: 0, untilS: 4000, measuredFromS: 1500 }, { tables: { peopleAtStops: people, boardings } } = run(twin, settings);
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, one) => total + one, 0);
  expect(sum(people.boardedCount)).toBeGreaterThan(10);
  expect(sum(people.boardedCount) + sum(people.waitingCount)).toBe(sum(people.cameCount));
  expect(sum(boardings.boardedCount)).toBe(sum(people.boardedCount));
  expect(goneOn(twin, settings, 1400)).toEqual(goneOn(twin, settings, 2000));
});

test('half an hour is the rule in the course of a day, in a city that tells of days; a scenario begins as its files say', () => {
  const town = busTown();
  expect([usualWarmUpS(town, 7 * 3600), usualWarmUpS(town, 0), usualWarmUpS(town, 3 * 3600), usualWarmUpS(town, 5 * 3600)]).toEqual([1800, 0, 0, 0]);
  town.facts.synthetic = false;
  expect(usualWarmUpS(town, 7 * 3600)).toBe(0);
  expect(startsInEmptyStreets({ synthetic: true }, unmeasured)).toBe(true);
  expect(startsInEmptyStreets({ synthetic: true }, warmed)).toBe(false);
});
