import { parquetWriteBuffer } from 'hyparquet-writer';
import { familyName } from '../scenarios/compare/compare-all.ts';
import type { Language } from '../scenarios/language/language.ts';
import type { IndicatorName } from '../scenarios/measure/indicators.ts';
import { indicatorNamed } from '../scenarios/measure/indicators.ts';
import type { Parameter } from '../scenarios/sweep/points.ts';
import type { Level } from '../scenarios/sweep/sweep-file.ts';
import { judgedSweep } from '../scenarios/sweep/judged-sweep.ts';
import type { SavedSweep } from '../scenarios/sweep/saved-sweep.ts';
import type { PointFigures } from '../scenarios/sweep/sweep-figures.ts';
import { csvLine } from './csv-lines.ts';

/** How a file of points begins: tells it from files of others. */
export const SWEEP_POINTS_HEAD = 'point,p_';

/** A table of a sweep, one row a point and indicator; a figure that no run of the point has is empty. `p_NAME`: the value of a parameter. */
interface Column { name: string; type: 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'STRING'; read(figures: PointFigures, indicator: IndicatorName): Level | null }

type Comparison = PointFigures['comparisons'][number];

function columnsOf(parameters: readonly Parameter[]): Column[] {
  const figure = (name: string, type: Column['type'], read: (one: Comparison) => Level | null): Column => ({ name, type, read: ({ comparisons }, wanted) => {
    const one = comparisons.find(({ indicator }) => indicator.name === wanted);
    return one ? read(one) : null;
  } });
  return [
    // Counted from 1, as people do.
    { name: 'point', type: 'INT32', read: ({ at }) => at + 1 },
    ...parameters.map(({ name, levels }, at): Column => ({ name: `p_${name}`, type: typeOf(levels), read: ({ point }) => (typeOf(levels) === 'STRING' ? String(point[at]) : point[at]!) })),
    { name: 'indicator', type: 'STRING', read: (_, indicator) => indicator },
    { name: 'unit', type: 'STRING', read: (_, indicator) => indicatorNamed(indicator).unit.en },
    figure('pairs', 'INT32', ({ pairs }) => pairs), { name: 'missingRuns', type: 'INT32', read: ({ missingRuns }) => missingRuns }, figure('baselineMean', 'DOUBLE', (one) => one.baselineMean), figure('mean', 'DOUBLE', ({ scenarioMean }) => scenarioMean),
    figure('difference', 'DOUBLE', ({ differenceMean }) => differenceMean), figure('differencePercent', 'DOUBLE', (one) => one.differencePercent),
    figure('low95', 'DOUBLE', ({ interval95 }) => interval95?.low ?? null), figure('high95', 'DOUBLE', ({ interval95 }) => interval95?.high ?? null),
    figure('percentLow95', 'DOUBLE', ({ percentInterval95 }) => percentInterval95?.low ?? null), figure('percentHigh95', 'DOUBLE', ({ percentInterval95 }) => percentInterval95?.high ?? null),
    figure('pValue', 'DOUBLE', ({ pValue }) => pValue), figure('adjustedPValue', 'DOUBLE', (one) => one.adjustedPValue),
    figure('verdict', 'STRING', ({ verdict }) => verdict), figure('family', 'STRING', ({ asked }) => familyName(asked)), figure('familySize', 'INT32', ({ familySize }) => familySize),
    // On every row of a point, so that none is read without its price.
    { name: 'clearlyWorse', type: 'STRING', read: ({ comparisons }) => comparisons.filter(({ verdict }) => verdict === 'worse').map(({ indicator }) => indicator.name).join(' ') },
  ];
}

const typeOf = (levels: readonly Level[]): Column['type'] => (levels.every((level) => typeof level === 'number') ? 'DOUBLE' : levels.every((level) => typeof level === 'boolean') ? 'BOOLEAN' : 'STRING');

/** As CSV, with full digits. */
export function* sweepCsv(saved: SavedSweep, language: Language): Generator<string> {
  const { parameters, indicators } = saved, { figures } = judgedSweep(saved), columns = columnsOf(parameters);
  yield csvLine(columns.map(({ name }) => name), language);
  for (const one of figures) {
    for (const indicator of indicators) yield csvLine(columns.map(({ read }) => read(one, indicator)), language);
  }
}

/** The same as a Parquet file; `values`: all values of the point in one field of JSON, for those who do not know the parameters. */
export function sweepParquet(saved: SavedSweep): Uint8Array {
  const { parameters, indicators } = saved, { figures } = judgedSweep(saved);
  const values: Column = { name: 'values', type: 'STRING', read: ({ point }) => JSON.stringify(valuesOf(parameters, point)) };
  const columnData = [...columnsOf(parameters), values].map(({ name, type, read }) => ({ name, type, nullable: true, data: figures.flatMap((one) => indicators.map((indicator) => read(one, indicator))) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'jumeau' }));
}

/** The values of a point by the names of its parameters. */
export const valuesOf = (parameters: readonly Parameter[], point: readonly Level[]): Record<string, Level> => Object.fromEntries(parameters.map(({ name }, at) => [name, point[at]!]));
