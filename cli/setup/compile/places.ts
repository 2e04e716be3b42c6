import ts from 'typescript';
import { twinTables } from '../../../engine/twin/twin.ts';
import { fault, plainKind } from './source.ts';
import { asKind, numberValue, typeOf, widest, type Cell, type Code, type ColumnKind, type ColumnUse, type Compilation, type Kind, type NumberValue, type PathValue, type Value } from './values.ts';

/*
 * Where the numbers of a run lie. A column lies somewhere in the memory of the run: its start is a global of the module,
 * set before a phase. A plain number of an object lies in a cell, 8 bytes each, side by side for each thread.
 */

export const CELL_BYTES = 8;
const BYTES: Record<ColumnKind, number> = { f64: 8, f32: 4, i32: 4, u32: 4, u16: 2, i16: 2, u8: 1, i8: 1 };
const KIND_OF_ARRAY: Readonly<Record<string, ColumnKind>> = {
  Float64Array: 'f64', Float32Array: 'f32', Int32Array: 'i32', Uint32Array: 'u32', Uint16Array: 'u16', Int16Array: 'i16', Uint8Array: 'u8', Int8Array: 'i8',
};
/** Scratch of one look: written before it is read, by compiled code alone. */
const SCRATCH = /^traffic\.(sight|coming|berth|ahead|meeting|views)\./;
/** Plain numbers of state and traffic that are whole by what they mean; all others may be fractions. */
const WHOLE = /(Count|Record|\.tick|\.seed|\.collisions|\.thread)$/;

export const isScratch = (path: string): boolean => SCRATCH.test(path);
export const columnGlobal = ({ index }: ColumnUse): string => `column${index}`;
export const CELLS = 'cells';

function cellAt(compilation: Compilation, path: string, isBoolean: boolean): Cell {
  const { cells } = compilation, known = cells.get(path);
  if (known) return known;
  const cell: Cell = { kind: isBoolean || isScratch(path) || WHOLE.test(path) ? 'i32' : 'f64', offset: cells.size * CELL_BYTES, isWritten: false };
  cells.set(path, cell);
  compilation.hasChanged = true;
  return cell;
}

function loadCell({ wasm }: Compilation, cell: Cell): NumberValue {
  const start = () => wasm.global.get(CELLS, typeOf('i32'));
  return numberValue(cell.kind, () => (cell.kind === 'f64' ? wasm.f64.load(cell.offset, 8, start()) : wasm.i32.load(cell.offset, 4, start())));
}

/** A plain number of an object as it is written to: what it holds, and how to put another into it. */
export function cellOf(compilation: Compilation, path: string, isBoolean: boolean): { held: NumberValue; put(value: NumberValue): Code } {
  const { wasm } = compilation, cell = cellAt(compilation, path, isBoolean), start = () => wasm.global.get(CELLS, typeOf('i32'));
  cell.isWritten = true;
  return {
    held: loadCell(compilation, cell),
    put: (value) => (cell.kind === 'f64' ? wasm.f64.store(cell.offset, 8, start(), asKind(compilation, value, 'f64')) : wasm.i32.store(cell.offset, 4, start(), asKind(compilation, value, 'i32'))),
  };
}

/** Scratch holds whatever is put into it; a number that is whole by its name stays whole. */
export function widenCell(compilation: Compilation, path: string, kind: Kind, node: ts.Node): void {
  const cell = compilation.cells.get(path)!;
  if (widest(cell.kind, kind) === cell.kind) return;
  if (!isScratch(path)) fault(compilation.source, node, `${path} is whole by its name, and a fraction is put into it`);
  cell.kind = 'f64';
  compilation.hasChanged = true;
}

/** Whether there is something at a path that may be undefined. */
export const isThere = (compilation: Compilation, path: string): NumberValue => loadCell(compilation, cellAt(compilation, `has:${path}`, true));

/** How long a column is. */
export const lengthOf = (compilation: Compilation, path: string): NumberValue => loadCell(compilation, cellAt(compilation, `length:${path}`, true));

/** What stands under a name of an object. */
export function memberOf(compilation: Compilation, object: PathValue, name: string, node: ts.Node): Value {
  const { source } = compilation, { checker } = source, property = checker.getPropertyOfType(checker.getNonNullableType(object.type), name);
  if (!property) return fault(source, node, `${object.path} has no ${name}`);
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(property)), path = `${object.path}.${name}`, plain = plainKind(source, type);
  return plain ? loadCell(compilation, cellAt(compilation, path, plain === 'boolean')) : { is: 'path', path, type };
}

function kindOfColumn({ source }: Compilation, { path, type }: PathValue, node: ts.Node): ColumnKind {
  const [, table, column] = /^traffic\.twin\.(\w+)\.(\w+)$/.exec(path) ?? [];
  // Tables of a twin are read only, and read-only columns do not say in their type how they are stored.
  const tables = twinTables as Readonly<Record<string, Readonly<Record<string, { kind: string }>>>>;
  const kind = table ? tables[table]?.[column!]?.kind : KIND_OF_ARRAY[type.symbol?.name ?? ''];
  return kind !== undefined && kind in BYTES ? (kind as ColumnKind) : fault(source, node, `${path} is no column of numbers`);
}

export function columnOf(compilation: Compilation, column: PathValue, node: ts.Node): ColumnUse {
  const { columns } = compilation, known = columns.get(column.path);
  if (known) return known;
  const use: ColumnUse = { kind: kindOfColumn(compilation, column, node), index: columns.size };
  columns.set(column.path, use);
  compilation.hasChanged = true;
  return use;
}

export const kindOfRow = ({ kind }: ColumnUse): Kind => (kind === 'f64' || kind === 'f32' ? 'f64' : 'i32');
export const bytesOfRow = ({ kind }: ColumnUse): number => BYTES[kind];
export const startOf = ({ wasm }: Compilation, use: ColumnUse): Code => wasm.global.get(columnGlobal(use), typeOf('i32'));

export function addressOf(compilation: Compilation, use: ColumnUse, row: NumberValue): Code {
  const { wasm } = compilation, at = asKind(compilation, row, 'i32'), shift = Math.log2(bytesOfRow(use));
  return wasm.i32.add(startOf(compilation, use), shift === 0 ? at : wasm.i32.shl(at, wasm.i32.const(shift)));
}

export function loadRow({ wasm }: Compilation, { kind }: ColumnUse, address: Code): Code {
  switch (kind) {
    case 'f64': return wasm.f64.load(0, 8, address);
    case 'f32': return wasm.f64.promote(wasm.f32.load(0, 4, address));
    case 'u16': return wasm.i32.load16_u(0, 2, address);
    case 'i16': return wasm.i32.load16_s(0, 2, address);
    case 'u8': return wasm.i32.load8_u(0, 1, address);
    case 'i8': return wasm.i32.load8_s(0, 1, address);
    default: return wasm.i32.load(0, 4, address);
  }
}

export function storeRow(compilation: Compilation, { kind }: ColumnUse, address: Code, value: NumberValue): Code {
  const { wasm } = compilation, as = (to: Kind) => asKind(compilation, value, to);
  switch (kind) {
    case 'f64': return wasm.f64.store(0, 8, address, as('f64'));
    case 'f32': return wasm.f32.store(0, 4, address, wasm.f32.demote(as('f64')));
    case 'u16': case 'i16': return wasm.i32.store16(0, 2, address, as('i32'));
    case 'u8': case 'i8': return wasm.i32.store8(0, 1, address, as('i32'));
    default: return wasm.i32.store(0, 4, address, as('i32'));
  }
}

/** One row of a column. */
export function rowOf(compilation: Compilation, column: PathValue, row: NumberValue, node: ts.Node): NumberValue {
  const use = columnOf(compilation, column, node);
  return numberValue(kindOfRow(use), () => loadRow(compilation, use, addressOf(compilation, use, row)), { isUnsigned: use.kind === 'u32' });
}
