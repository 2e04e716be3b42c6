import type { ColumnKind, NumberColumn } from '../foundation/table.ts';
import type { GrowingTable } from '../results/growing-table.ts';

export type Values = NumberColumn;

/** Something made of typed columns, plain numbers and parts of the same kind. */
export type Part = { [name: string]: unknown };

/** One number or one column of a part, and the way to it: 'state.vehicles.positionM'. */
export interface Leaf {
  path: string;
  /** Where it hangs, so that it can be put back. */
  part: Part;
  name: string;
  value: number | Values;
  /** Rows of a result table are appended without end: it may be of any length. */
  grows: boolean;
}

export const isGrowing = (value: Part): boolean => typeof value['roomRows'] === 'number' && typeof value['rows'] === 'object';

/** All numbers and columns below a part, in the order in which they were declared. What is neither (a recorder, a declaration) is passed over. */
export function leavesOf(part: Part, path = '', grows = false): Leaf[] {
  return Object.entries(part).flatMap(([name, value]): Leaf[] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'number' || ArrayBuffer.isView(value)) return [{ path: at, part, name, value: value as number | Values, grows }];
    if (typeof value !== 'object' || value === null) return [];
    if (isGrowing(value as Part)) return leavesOf((value as { rows: Part }).rows, at, true);
    return leavesOf(value as Part, at, grows);
  });
}

const kinds: [new (length: number) => Values, ColumnKind][] = [
  [Float64Array, 'f64'], [Float32Array, 'f32'], [Int32Array, 'i32'], [Uint32Array, 'u32'], [Uint16Array, 'u16'], [Uint8Array, 'u8'],
];

/** How a column is stored; undefined for a kind that no file holds. */
export const kindOf = (values: Values): ColumnKind | undefined => kinds.find(([Kind]) => values instanceof Kind)?.[1];

/** Gives every growing table below a part room for exactly the rows that it holds now. */
export function fitGrowing(part: Part): void {
  for (const value of Object.values(part)) {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (!isGrowing(value as Part)) { fitGrowing(value as Part); continue; }
    const table = value as unknown as GrowingTable<Record<string, never>>;
    table.roomRows = Math.max(1, table.rows.count);
    // Room for a first row: a table doubles what it has.
    if (table.rows.count === 0) for (const [name, column] of Object.entries(table.rows as Part)) if (ArrayBuffer.isView(column)) (table.rows as Part)[name] = new (column.constructor as new (length: number) => Values)(1);
  }
}
