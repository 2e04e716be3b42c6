import { codeOf, f64, i32, text, yesNo, type Columns } from '../../engine/foundation/table.ts';
import { measureStartS } from '../../engine/run-settings.ts';
import { indicators } from '../measure/indicators.ts';
import type { ListedResult } from '../runs/stored-results.ts';

/** What SQL knows of every run: from its manifest, without a look at its tables. */
export const runColumns = {
  run: text('key of the result: the name of its folder; every other table has it too'),
  question: text('name of the question, or of the twin’s file'),
  city: text('name of the city'),
  twin: text('fingerprint of the city that the changes were applied to'),
  synthetic: yesNo('whether any part of the city is made up'),
  changes: text('the changes, as JSON'),
  seed: i32('what every random draw follows from'),
  fromS: f64('start of the simulation, since midnight of the first day'),
  measuredFromS: f64('from when on it measures: later than fromS where streets fill before'),
  untilS: f64('when it was to end at the latest'),
  stepS: f64('length of a step'),
  busPriority: yesNo('whether signals grant priority at all'),
  hash: text('fingerprint of the final state and of all tables'),
  simulatedS: f64('the time in which streets fill included'),
  endS: f64('when the run ended'),
  vehicleUpdates: f64('vehicles on the network summed over the steps'),
  vehiclesLoaded: i32('departures'),
  vehiclesInserted: i32('of these, entered'),
  vehiclesArrived: i32('of these, arrived'),
  vehiclesRunning: i32('on the network at the end'),
  vehiclesWaitingToEnter: i32('that could not enter before the end'),
  rescued: i32('vehicles moved on because they had stood too long'),
  collisions: i32('collisions'),
  meanTravelTimeS: f64('mean over arrived vehicles, buses included'),
  meanTimeLossS: f64('mean over arrived vehicles, buses included'),
  meanDepartDelayS: f64('mean over arrived vehicles: from when they wanted to enter until they did'),
  busMeanTravelTimeS: f64('mean over arrived buses'),
  busMeanTimeLossS: f64('mean over arrived buses'),
  lightingEnergyKwh: f64('taken by all lamps'),
  engine: text('version and fingerprint of the code that ran'),
  node: text('version of Node'),
  keptAt: text('when it was kept, UTC'),
  wallS: f64('what the run took on the clock'),
  bytesCount: f64('what its files take'),
} satisfies Columns;

const better = { lower: 0, higher: 1, neither: 2 } as const;

/** What every run measured while its tables were in memory. */
export const indicatorColumns = {
  run: text('key of the result'),
  indicator: text('name of the indicator'),
  value: f64('null where the run had nothing to measure it on'),
  unit: text('unit of the value, in English'),
  better: codeOf(better, 'which way is better'),
} satisfies Columns;

/** One row as it is told to SQL. */
export type SqlRow = Readonly<Record<string, string | number | boolean | null>>;

/** Undefined for what is no result of this version. */
export function runRow({ key, keptMs, bytes, manifest }: ListedResult): SqlRow | undefined {
  if (!manifest) return undefined;
  const { settings, figures, costs } = manifest;
  return {
    ...figures, run: key, question: manifest.scenario, city: manifest.city, twin: manifest.twinHash, synthetic: manifest.synthetic, changes: JSON.stringify(manifest.changes),
    seed: settings.seed, fromS: settings.fromS, measuredFromS: measureStartS(settings), untilS: settings.untilS, stepS: settings.stepS, busPriority: settings.busPriority,
    engine: manifest.engine, node: manifest.node, keptAt: new Date(keptMs).toISOString().slice(0, 19).replace('T', ' '), wallS: costs.wallS, bytesCount: bytes,
  };
}

/** Of those known to this version, in the order of reports. */
export const indicatorRows = ({ key, manifest }: ListedResult): SqlRow[] => indicators.flatMap((indicator) => {
  const value = manifest?.indicators[indicator.name];
  return value === undefined ? [] : [{ run: key, indicator: indicator.name, value, unit: indicator.unit.en, better: indicator.better }];
});
