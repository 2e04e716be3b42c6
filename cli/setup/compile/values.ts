import binaryen from 'binaryen';
import type ts from 'typescript';
import { fault, type Source, type Written } from './source.ts';

/** How a number is held: whole in 32 bits, or as JavaScript holds it. */
export type Kind = 'i32' | 'f64';
export type Code = binaryen.ExpressionRef;

/**
 * What an expression of the source stands for. A number has code, made anew for each place where it is used; `constant`
 * where it is known. An object or a column is a path from one of the roots, known while compiling: no code at all.
 */
export interface NumberValue { is: 'number'; kind: Kind; constant?: number; isUnsigned?: boolean; make(): Code }
export interface PathValue { is: 'path'; path: string; type: ts.Type }
export interface NoValue { is: 'nothing'; make(): Code }
export type Value = NumberValue | PathValue | NoValue;

/** A local of a function. Its kind is whole until something else is put into it. */
export interface Local { is: 'local'; kind: Kind; index: number }

/** A function of the source for one choice of objects handed to it: paths are known, numbers are its parameters. */
export interface Instance {
  name: string;
  written: Written;
  paths: Map<number, PathValue>;
  params: Local[];
  names: Map<ts.Symbol, Local | PathValue>;
  result: Kind | 'nothing';
  localTypes: binaryen.Type[];
}

/** A plain number of an object: where it lies, counted from the start of the thread's cells. */
export interface Cell { kind: Kind; offset: number; isWritten: boolean }
/** A column that compiled code reads or writes. */
export interface ColumnUse { kind: ColumnKind; index: number }
export type ColumnKind = 'f64' | 'f32' | 'i32' | 'u32' | 'u16' | 'i16' | 'u8' | 'i8';

/** One run of the compiler. It goes over all functions until no kind changes any more, then once more to write code. */
export interface Compilation {
  source: Source;
  wasm: binaryen.Module;
  instances: Map<string, Instance>;
  cells: Map<string, Cell>;
  columns: Map<string, ColumnUse>;
  /** What stays TypeScript and is called from compiled code: how many numbers each is handed. */
  hosted: Map<string, number>;
  isWriting: boolean;
  hasChanged: boolean;
  /** The function that is being gone over, and the loops around the statement. */
  current: Instance;
  loops: { end: string; next: string }[];
  labels: number;
  /** Goes over any expression: set once, for its parts call each other in circles. */
  expression(node: ts.Expression): Value;
}

export const widest = (one: Kind, other: Kind): Kind => (one === 'f64' || other === 'f64' ? 'f64' : 'i32');
export const typeOf = (kind: Kind | 'nothing'): binaryen.Type => (kind === 'nothing' ? binaryen.none : kind === 'f64' ? binaryen.f64 : binaryen.i32);

export const numberValue = (kind: Kind, make: () => Code, more: { constant?: number; isUnsigned?: boolean } = {}): NumberValue => ({ is: 'number', kind, make, ...more });

export function constantValue({ wasm }: Compilation, value: number, isFraction = false): NumberValue {
  const isWhole = !isFraction && Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0);
  return isWhole ? numberValue('i32', () => wasm.i32.const(value), { constant: value }) : numberValue('f64', () => wasm.f64.const(value), { constant: value });
}

export function numberOf({ source }: Compilation, value: Value, node: ts.Node): NumberValue {
  return value.is === 'number' ? value : fault(source, node, 'this is not a number');
}

/** A number as another kind. Whole ones stay what they are; who writes a fraction where a row belongs gets its whole part. */
export function asKind({ wasm }: Compilation, value: NumberValue, kind: Kind): Code {
  if (value.kind === kind) return value.make();
  if (value.constant !== undefined) return kind === 'f64' ? wasm.f64.const(value.constant) : wasm.i32.const(value.constant | 0);
  if (kind === 'i32') return wasm.i32.trunc_s_sat.f64(value.make());
  return value.isUnsigned ? wasm.f64.convert_u.i32(value.make()) : wasm.f64.convert_s.i32(value.make());
}

/** The low 32 bits of a whole number, as operators on bits take them. */
export function asBits({ wasm }: Compilation, value: NumberValue): Code {
  if (value.constant !== undefined) return wasm.i32.const(value.constant | 0);
  return value.kind === 'i32' ? value.make() : wasm.i32.wrap(wasm.i64.trunc_s_sat.f64(value.make()));
}

/** A new local for the code alone. */
export function spareLocal({ current }: Compilation, kind: Kind): number {
  current.localTypes.push(typeOf(kind));
  return current.params.length + current.localTypes.length - 1;
}

export function widenLocal(compilation: Compilation, local: Local, kind: Kind): void {
  if (widest(local.kind, kind) === local.kind) return;
  local.kind = 'f64';
  compilation.hasChanged = true;
}
