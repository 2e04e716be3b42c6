import { makeTable, type Columns } from '../engine/foundation/table.ts';
import { resultTables, type ResultTables, type RunFigures } from '../engine/results/tables.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { indicatorNamed, type IndicatorName } from '../scenarios/measure/indicators.ts';
import { readOperated } from './read-operated.ts';

/** What a run says of buses, trams and passengers, the most important first. */
const shown = [
  'bus-on-time-percent', 'bus-excess-wait-s', 'bus-commercial-speed-kmh', 'bus-run-time-spread-s', 'bus-stop-line-delay-s',
  'passenger-rides', 'passenger-mean-wait-s', 'passenger-mean-time-s', 'passengers-left-behind',
] as const satisfies readonly IndicatorName[];

export type TransitFigures = { [Name in (typeof shown)[number]]: number | null };

/** Undefined in a city that knows nothing of the stops of its lines. `twin`: as it ran. */
export async function transitOfRun(folder: string, twin: ReadingTwin, figures: RunFigures): Promise<TransitFigures | undefined> {
  if (twin.lineStops.count === 0) return undefined;
  // None of these looks at any other table.
  const none = Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
  const over = { twin, figures, tables: { ...none, ...(await readOperated(folder, twin)).tables } };
  return Object.fromEntries(shown.map((name) => [name, indicatorNamed(name).measure(over)])) as TransitFigures;
}

/** Those that could be measured. */
export const measuredNames = (figures: TransitFigures): IndicatorName[] => shown.filter((name) => figures[name] !== null);
