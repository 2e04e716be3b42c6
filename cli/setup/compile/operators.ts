import binaryen from 'binaryen';
import type ts from 'typescript';
import { fault } from './source.ts';
import { asBits, asKind, constantValue, numberValue, spareLocal, widest, type Code, type Compilation, type NumberValue } from './values.ts';

/*
 * Operators on numbers, as JavaScript has them. Two whole numbers give a whole one but for `/`. What whole numbers cannot be:
 * beyond 32 bits (a sum would wrap round; columns without sign are read as their bits), or a zero below zero. Rows, counts and
 * sides of a city are neither.
 */

const COMPARISONS: Readonly<Record<string, 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'>> = { '===': 'eq', '!==': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' };

export function operate(compilation: Compilation, operator: string, one: NumberValue, other: NumberValue, node: ts.Node): NumberValue {
  switch (operator) {
    case '+': case '-': case '*': return arithmetic(compilation, operator, one, other);
    case '/': return divide(compilation, one, other);
    case '&': case '|': case '^': case '<<': case '>>': case '>>>': return onBits(compilation, operator, one, other);
    default: return COMPARISONS[operator] ? compare(compilation, COMPARISONS[operator], one, other) : fault(compilation.source, node, `no operator ${operator} in compiled code`);
  }
}

function arithmetic(compilation: Compilation, operator: '+' | '-' | '*', one: NumberValue, other: NumberValue): NumberValue {
  const kind = widest(one.kind, other.kind), calls = kind === 'f64' ? compilation.wasm.f64 : compilation.wasm.i32;
  if (one.constant !== undefined && other.constant !== undefined) {
    const value = operator === '+' ? one.constant + other.constant : operator === '-' ? one.constant - other.constant : one.constant * other.constant;
    return constantValue(compilation, value, kind === 'f64');
  }
  const call = operator === '+' ? calls.add : operator === '-' ? calls.sub : calls.mul;
  return numberValue(kind, () => call(asKind(compilation, one, kind), asKind(compilation, other, kind)));
}

function divide(compilation: Compilation, one: NumberValue, other: NumberValue): NumberValue {
  if (one.constant !== undefined && other.constant !== undefined) return constantValue(compilation, one.constant / other.constant, true);
  return numberValue('f64', () => compilation.wasm.f64.div(asKind(compilation, one, 'f64'), asKind(compilation, other, 'f64')));
}

function onBits(compilation: Compilation, operator: string, one: NumberValue, other: NumberValue): NumberValue {
  const { i32, f64 } = compilation.wasm, left = () => asBits(compilation, one), right = () => asBits(compilation, other);
  switch (operator) {
    case '&': return numberValue('i32', () => i32.and(left(), right()));
    case '|': return numberValue('i32', () => i32.or(left(), right()));
    case '^': return numberValue('i32', () => i32.xor(left(), right()));
    case '<<': return numberValue('i32', () => i32.shl(left(), right()));
    case '>>': return numberValue('i32', () => i32.shr_s(left(), right()));
    // `>>> 0` makes a number of 32 bits of it; by more than 0 it stays below 2^31.
    default: return other.constant === 0 ? numberValue('f64', () => f64.convert_u.i32(left())) : numberValue('i32', () => i32.shr_u(left(), right()));
  }
}

function compare(compilation: Compilation, how: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge', one: NumberValue, other: NumberValue): NumberValue {
  const { wasm } = compilation;
  if (widest(one.kind, other.kind) === 'f64') return numberValue('i32', () => wasm.f64[how](asKind(compilation, one, 'f64'), asKind(compilation, other, 'f64')));
  return numberValue('i32', () => wasm.i32[how === 'eq' || how === 'ne' ? how : (`${how}_s` as const)](one.make(), other.make()));
}

export function negative(compilation: Compilation, value: NumberValue): NumberValue {
  const { wasm } = compilation;
  if (value.constant !== undefined) return constantValue(compilation, -value.constant, value.kind === 'f64');
  return numberValue(value.kind, () => (value.kind === 'f64' ? wasm.f64.neg(value.make()) : wasm.i32.sub(wasm.i32.const(0), value.make())));
}

const least = (compilation: Compilation, one: NumberValue, other: NumberValue): NumberValue => extreme(compilation, 'min', one, other);
const greatest = (compilation: Compilation, one: NumberValue, other: NumberValue): NumberValue => extreme(compilation, 'max', one, other);

function extreme(compilation: Compilation, which: 'min' | 'max', one: NumberValue, other: NumberValue): NumberValue {
  const { wasm } = compilation, { i32 } = wasm;
  if (widest(one.kind, other.kind) === 'f64') return numberValue('f64', () => wasm.f64[which](asKind(compilation, one, 'f64'), asKind(compilation, other, 'f64')));
  return numberValue('i32', () => {
    const left = spareLocal(compilation, 'i32'), right = spareLocal(compilation, 'i32'), get = (local: number): Code => wasm.local.get(local, binaryen.i32);
    const goesFirst = which === 'min' ? i32.lt_s(get(left), get(right)) : i32.gt_s(get(left), get(right));
    return wasm.block(null, [wasm.local.set(left, one.make()), wasm.local.set(right, other.make()), wasm.select(goesFirst, get(left), get(right))], binaryen.i32);
  });
}

function wholeSize(compilation: Compilation, value: NumberValue): NumberValue {
  const { wasm } = compilation;
  return numberValue('i32', () => {
    const kept = spareLocal(compilation, 'i32'), get = (): Code => wasm.local.get(kept, binaryen.i32);
    const size = wasm.select(wasm.i32.lt_s(get(), wasm.i32.const(0)), wasm.i32.sub(wasm.i32.const(0), get()), get());
    return wasm.block(null, [wasm.local.set(kept, value.make()), size], binaryen.i32);
  });
}

/** The functions of `Math` that give the same bits everywhere. */
export function mathOf(compilation: Compilation, name: string, values: readonly NumberValue[], node: ts.Node): NumberValue {
  const { wasm } = compilation, [first] = values as [NumberValue], asFraction = () => asKind(compilation, first, 'f64');
  switch (name) {
    case 'sqrt': return numberValue('f64', () => wasm.f64.sqrt(asFraction()));
    case 'floor': return numberValue('f64', () => wasm.f64.floor(asFraction()));
    case 'ceil': return numberValue('f64', () => wasm.f64.ceil(asFraction()));
    case 'abs': return first.kind === 'f64' ? numberValue('f64', () => wasm.f64.abs(first.make())) : wholeSize(compilation, first);
    case 'imul': return numberValue('i32', () => wasm.i32.mul(asBits(compilation, first), asBits(compilation, values[1]!)));
    case 'min': return values.reduce((one, other) => least(compilation, one, other));
    case 'max': return values.reduce((one, other) => greatest(compilation, one, other));
    default: return fault(compilation.source, node, `no Math.${name} in compiled code`);
  }
}
