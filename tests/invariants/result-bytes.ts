// Bytes of result files, to compare what versions of Node make of the same tables.
import { createHash } from 'node:crypto';
import type { Columns } from '../../engine/foundation/table.ts';
import { resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import { tableBytes } from '../../scenarios/runs/result-files.ts';
import { busTown } from '../verification/bus-town.ts';

/** Half an hour of the bus town: tables of two rows and of some hundred. */
export const townTables = (): ResultTables => run(busTown(), { seed: 3, fromS: 7 * 3600, untilS: 7.5 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false }).tables;

/** Of each table with rows: how many, and the sum of its file. */
export const fileSums = (): Record<string, string> => {
  const tables = townTables();
  return Object.fromEntries(Object.entries(resultTables).flatMap(([name, columns]) => {
    const table = tables[name as keyof ResultTables];
    return table.count === 0 ? [] : [[name, `${table.count} ${createHash('sha256').update(tableBytes(columns as Columns, table)).digest('hex')}`]];
  }));
};
