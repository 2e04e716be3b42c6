import { recordRunningIntervals } from './detectors/record-intervals.ts';
import { pickRows, type Columns, type Table } from './foundation/table.ts';
import { finishLighting } from './lighting/switch-lamps.ts';
import { closeCrossingInterval } from './pedestrians/walk-across.ts';
import { closeEnergyInterval } from './results/energy-log.ts';
import { makeGrowingTable, type GrowingTable } from './results/growing-table.ts';
import { closeLinkInterval } from './results/link-counts.ts';
import type { ResultLog } from './results/result-log.ts';
import { resultTables, type ResultTables } from './results/tables.ts';
import type { CityState } from './state/city-state.ts';
import type { ReadingTwin } from './twin/twin.ts';

/**
 * Streets have filled: from here on the run measures. What it recorded on the way is forgotten, but for what signals and
 * lamps show now, which whoever looks at the results has to know. Nothing that the city does changes by it.
 */
export function beginMeasuring(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { timeS, pedestrians, passengers, counts, lighting } = state;
  // Intervals that are running end here, and others begin.
  finishLighting(twin, state, log);
  recordRunningIntervals(twin, state, log);
  if (pedestrians) closeCrossingInterval(pedestrians, log, timeS);
  closeLinkInterval(log.linkCounts, log.links, timeS);
  if (log.energy) closeEnergyInterval(log.energy, log.linkEnergy, timeS);
  const shown = { signalChanges: lastSignalChanges(log), aspectChanges: lastAspectChanges(log), lampSwitches: lastLampSwitches(log, timeS), groupSwitches: lastGroupSwitches(log, timeS) };
  for (const [name, columns] of Object.entries(resultTables)) forget(log, name as keyof ResultTables, columns as Columns, (shown as Partial<Record<string, Table<Columns>>>)[name]);
  lighting.energyWh = 0;
  counts.rescued = counts.collisions = 0;
  if (passengers) log.boardedBefore?.set(passengers.lineStops.boarded);
}

/** Leaves these rows in a table of the log, none without any. */
function forget(log: ResultLog, name: keyof ResultTables, columns: Columns, kept: Table<Columns> | undefined): void {
  const table = makeGrowingTable(columns, kept ? Math.max(256, kept.count) : undefined);
  if (kept) {
    const rows = table.rows as Table<Columns> & Record<string, Float64Array>;
    for (const column of Object.keys(columns)) rows[column]!.set((kept as typeof rows)[column]!);
    rows.count = kept.count;
  }
  (log as unknown as Record<string, GrowingTable<Columns>>)[name] = table;
}

/** The interval that each controller shows; how the one before came to end is of the time before. */
function lastSignalChanges({ signalChanges: { columns, rows } }: ResultLog): Table<Columns> {
  const last = pickRows(columns, rows, lastRows(rows.count, (row) => rows.controller[row]!));
  last.extendedForPriority.fill(0);
  return last as unknown as Table<Columns>;
}

/** What groups show on the way to a stage, where a controller is under way to one. */
function lastAspectChanges({ signalChanges: { rows: changes }, aspectChanges: { columns, rows } }: ResultLog): Table<Columns> {
  const sinceS = new Map(lastRows(changes.count, (row) => changes.controller[row]!).map((row) => [changes.controller[row]!, changes.timeS[row]!]));
  const open = Array.from({ length: rows.count }, (_, row) => row).filter((row) => rows.timeS[row]! >= (sinceS.get(rows.controller[row]!) ?? -Infinity));
  return pickRows(columns, rows, open) as unknown as Table<Columns>;
}

/** The output of each zone, from now on: the first row of a zone stands at the start of what is measured. */
function lastLampSwitches({ lampSwitches: { columns, rows } }: ResultLog, timeS: number): Table<Columns> {
  const last = pickRows(columns, rows, lastRows(rows.count, (row) => rows.zone[row]!));
  last.timeS.fill(timeS);
  return last as unknown as Table<Columns>;
}

/** How each group moves, from now on: what is left of a ramp. */
function lastGroupSwitches({ groupSwitches: { columns, rows } }: ResultLog, timeS: number): Table<Columns> {
  const last = pickRows(columns, rows, lastRows(rows.count, (row) => rows.group[row]!));
  for (let row = 0; row < last.count; row++) {
    const goneS = timeS - last.timeS[row]!, rampS = last.rampS[row]!, share = last.outputShare[row]!, end = last.endShare[row]!;
    last.outputShare[row] = goneS < rampS ? share + ((end - share) * goneS) / rampS : end;
    last.rampS[row] = Math.max(0, rampS - goneS);
    last.timeS[row] = timeS;
  }
  return last as unknown as Table<Columns>;
}

/** The last row of each, in the order of the table. */
function lastRows(count: number, ofWhat: (row: number) => number): number[] {
  const last = new Map<number, number>();
  for (let row = 0; row < count; row++) last.set(ofWhat(row), row);
  return [...last.values()].sort((one, other) => one - other);
}
