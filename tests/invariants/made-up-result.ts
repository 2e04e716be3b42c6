// A result such as a run writes, without a run: for tests that ask what becomes of results, not what is in them.
import { makeTable, tableFrom, type Columns } from '../../engine/foundation/table.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { linkResultColumns, minuteColumns, resultTables, tripEnd, tripResultColumns, type ResultTables } from '../../engine/results/tables.ts';
import { RESULT_FORMAT, type RunManifest } from '../../scenarios/runs/manifest.ts';
import { writeManifest, writeResultTables } from '../../scenarios/runs/result-files.ts';
import { resultKey } from '../../scenarios/runs/result-key.ts';

const TRIPS = 40;

export const madeUpSettings = (seed: number): RunSettings => ({ seed, fromS: 7 * 3600, untilS: 7.5 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false });

/** What the seed gives: round numbers, so that sums can be checked by head. */
export function madeUpTables(seed: number): ResultTables {
  const empty = Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
  return {
    ...empty,
    trips: tableFrom(tripResultColumns, Array.from({ length: TRIPS }, (_, departure) => ({
      departure, end: departure % 4 === 0 ? tripEnd.running : tripEnd.arrived, plannedDepartS: 25200 + departure, departS: 25200 + departure, arriveS: departure % 4 === 0 ? -1 : 25300 + departure, timeLossS: seed + departure / 4, waitingS: 1, routeLengthM: 500,
    }))),
    links: tableFrom(linkResultColumns, [0, 1].map((link) => ({ link, fromS: 25200, entered: seed, left: 2, travelTimeS: 10.5, vehicleSeconds: 21, vehicleMetres: 300 }))),
    minutes: tableFrom(minuteColumns, [0, 1, 2].map((minute) => ({ timeS: 25200 + 60 * minute, running: minute, waitingToEnter: 0, arrived: minute, halting: 0, meanSpeedMps: 9.5, lightingPowerW: 1000 }))),
  };
}

/** Writes the files of a result into an empty folder. `hash`: what came out, as fingerprints say it. */
export async function madeUpResult(folder: string, seed: number, { hash = `hash-of-${seed}`, scenario = 'made-up', engine = '1.0.0+test', twinHash = 'a'.repeat(64), changes = [] }: Partial<Pick<RunManifest, 'scenario' | 'engine' | 'twinHash' | 'changes'>> & { hash?: string } = {}) {
  const written = writeResultTables(folder, madeUpTables(seed)), settings = madeUpSettings(seed), key = resultKey({ twinHash, changes, settings, engine });
  const manifest = writeManifest(folder, {
    format: RESULT_FORMAT, key, twinHash, city: 'Petiteville', synthetic: true, scenario, changes, settings, engine, node: '20.19.0',
    figures: {
      hash, simulatedS: 1800, endS: 27000, vehicleUpdates: 1000, vehiclesLoaded: TRIPS, vehiclesInserted: TRIPS, vehiclesArrived: 30, vehiclesRunning: 10, vehiclesWaitingToEnter: 0, rescued: 0, collisions: 0,
      meanTravelTimeS: 100, meanTimeLossS: seed + 5, meanDepartDelayS: 0, busMeanTravelTimeS: null, busMeanTimeLossS: null, lightingEnergyKwh: seed / 2,
    },
    indicators: { 'traffic-mean-travel-time-s': 100, 'lighting-energy-kwh': seed / 2, 'bus-mean-delay-s': null },
    costs: { wallS: 1, loadS: 0.1, loopS: 0.8, cpuS: null, peakRssMb: 100 },
  }, written);
  return { manifest };
}
