import type { Columns } from '../foundation/table.ts';
import { servedColumns, stageAccountColumns, type CompensationState } from '../state/compensation-state.ts';
import type { Part } from './leaves.ts';

/** The tables of green to be given back, with the rows that are used. */
export function compensationTables(compensation: CompensationState | undefined): [name: string, table: Part, columns: Columns, used: number][] {
  if (!compensation) return [];
  const { stages, served } = compensation;
  return [['compensation.stages', stages, stageAccountColumns, stages.count], ['compensation.served', served, servedColumns, served.count]];
}
