import { pickRows, rowsWhere, type Columns, type Reading, type Table } from '../../engine/foundation/table.ts';
import { aspectChangeColumns, priorityDecisionColumns, signalChangeColumns } from '../../engine/results/tables.ts';
import type { ExplainedTables } from './junction-at.ts';

/** What a run recorded of one controller: a city has hundreds, and whoever asks about one should wait for one only. */
export const controllerRows = ({ signalChanges, aspectChanges, priorityDecisions }: ExplainedTables, controller: number): ExplainedTables => ({
  signalChanges: rowsOf(signalChangeColumns, signalChanges, controller),
  aspectChanges: rowsOf(aspectChangeColumns, aspectChanges, controller),
  priorityDecisions: rowsOf(priorityDecisionColumns, priorityDecisions, controller),
});

function rowsOf<C extends Columns>(columns: C, table: Reading<Table<C>>, controller: number): Table<C> {
  const { controller: of, count } = table as unknown as { controller: ArrayLike<number>; count: number };
  return pickRows(columns, table, rowsWhere(count, (row) => of[row] === controller));
}
