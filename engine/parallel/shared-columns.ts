import type { Part, Values } from '../checkpoint/leaves.ts';
import type { ColumnMemory } from '../foundation/table.ts';

export const isShared = (values: { buffer: ArrayBufferLike }): boolean => values.buffer instanceof SharedArrayBuffer;

/** A column of zeros that all threads see. */
export const sharedColumn: ColumnMemory['make'] = <C>(Kind: { new (length: number): C; readonly BYTES_PER_ELEMENT: number }, length: number): C =>
  new (Kind as unknown as new (buffer: SharedArrayBuffer) => C)(new SharedArrayBuffer(length * Kind.BYTES_PER_ELEMENT));

/** Moves every column below a part into memory that all threads see; those that are there already stay. */
export function shareColumns(part: object): void {
  for (const [name, value] of Object.entries(part)) {
    if (ArrayBuffer.isView(value)) {
      const values = value as Values;
      if (isShared(values)) continue;
      const shared = sharedColumn(values.constructor as Float64ArrayConstructor, values.length);
      shared.set(values);
      (part as Part)[name] = shared;
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) shareColumns(value);
  }
}

/** The same columns in an object made in one go, as makeTable makes tables: one that grew name by name would be slow to read. */
export const remade = <T>(part: T): T => (typeof part !== 'object' || part === null || ArrayBuffer.isView(part) || Array.isArray(part)
  ? part
  : Object.fromEntries(Object.entries(part).map(([name, value]) => [name, remade(value)])) as T);

/** A twin, or any part, without its texts: no step reads a name. */
export const withoutTexts = <T>(part: T): T => (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)
  ? part
  : Object.fromEntries(Object.entries(part).filter(([, value]) => !Array.isArray(value)).map(([name, value]) => [name, withoutTexts(value)])) as T);

/** A twin, or any part, with copies of columns in place of those that have one: they are not copied once more for each thread. */
export const withColumns = <T>(part: T, copies: ReadonlyMap<unknown, unknown> | undefined): T => {
  if (typeof part !== 'object' || part === null || copies === undefined) return part;
  if (ArrayBuffer.isView(part)) return (copies.get(part) ?? part) as T;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withColumns(value, copies)])) as T;
};
