import binaryen from 'binaryen';
import ts from 'typescript';
import { mathOf, operate } from './operators.ts';
import { addressOf, bytesOfRow, columnOf, isThere, lengthOf, startOf } from './places.ts';
import { fault, functionOf, plainKind, symbolOf, type Written } from './source.ts';
import { asKind, constantValue, numberOf, numberValue, spareLocal, typeOf, widenLocal, type Compilation, type Instance, type NumberValue, type PathValue, type Value } from './values.ts';

export function call(compilation: Compilation, node: ts.CallExpression): Value {
  const { expression: callee } = node;
  return ts.isPropertyAccessExpression(callee) ? callMethod(compilation, node, callee) : callFunction(compilation, node, callee);
}

function callFunction(compilation: Compilation, node: ts.CallExpression, callee: ts.Expression): Value {
  const { source, wasm, hosted } = compilation, symbol = symbolOf(source, callee), written = functionOf(symbol);
  if (!symbol || !written) return fault(source, node, 'compiled code calls functions of the engine only');
  const values = node.arguments.map((argument) => compilation.expression(argument));
  if (hosted.has(symbol.name)) return callHost(compilation, symbol.name, values.filter((value) => value.is === 'number'));
  const instance = instanceOf(compilation, symbol.name, written, values, node), numbers = values.filter((value) => value.is === 'number');
  numbers.forEach(({ kind }, index) => widenLocal(compilation, instance.params[index]!, kind));
  const make = () => wasm.call(instance.name, numbers.map((value, index) => asKind(compilation, value, instance.params[index]!.kind)), typeOf(instance.result));
  return instance.result === 'nothing' ? { is: 'nothing', make } : numberValue(instance.result, make);
}

/** Something that stays TypeScript: handed its numbers as they are in JavaScript, and giving nothing back. */
function callHost(compilation: Compilation, name: string, numbers: readonly NumberValue[]): Value {
  const { wasm, hosted } = compilation;
  hosted.set(name, numbers.length);
  return { is: 'nothing', make: () => wasm.call(hostedName(name), numbers.map((value) => asKind(compilation, value, 'f64')), binaryen.none) };
}

export const hostedName = (name: string): string => `hosted ${name}`;

/** A function for these objects: each choice of objects is compiled apart, so that every place in memory is known. */
export function instanceOf(compilation: Compilation, name: string, written: Written, values: readonly Value[], node: ts.Node): Instance {
  const { source, instances } = compilation, objects = values.map((value) => (value.is === 'path' ? value.path : '')).join(','), key = `${written.getSourceFile().fileName} ${name} ${objects}`;
  const known = instances.get(key);
  if (known) return known;
  if (values.length !== written.parameters.length) fault(source, node, `${name} takes ${written.parameters.length} values`);
  const signature = source.checker.getSignatureFromDeclaration(written)!;
  const instance: Instance = {
    name: `${name} ${instances.size}`, written, names: new Map(), localTypes: [],
    paths: new Map(values.flatMap((value, index) => (value.is === 'path' ? [[index, value] as [number, PathValue]] : []))),
    params: values.filter((value) => value.is === 'number').map((_, index) => ({ is: 'local', kind: 'i32', index })),
    result: plainKind(source, signature.getReturnType()) ? 'i32' : 'nothing',
  };
  instances.set(key, instance);
  compilation.hasChanged = true;
  return instance;
}

function callMethod(compilation: Compilation, node: ts.CallExpression, callee: ts.PropertyAccessExpression): Value {
  const { source } = compilation, name = callee.name.text, on = callee.expression.getText();
  if (on === 'Math') return mathOf(compilation, name, numbers(compilation, node.arguments, node), node);
  if (on === 'Number' && name === 'isNaN') return isNaN(compilation, numbers(compilation, node.arguments, node)[0]!);
  const [first, ...rest] = on === 'Atomics' ? node.arguments : [callee.expression, ...node.arguments], column = compilation.expression(first!);
  if (column.is !== 'path') return fault(source, node, 'compiled code calls no method of this');
  if (callee.questionDotToken) return callIfThere(compilation, column, name, numbers(compilation, rest, node));
  if (on === 'Atomics') return atomic(compilation, name, column, numbers(compilation, rest, node), node);
  return name === 'fill' ? fillWithZeros(compilation, column, numbers(compilation, rest, node), node) : fault(source, node, 'compiled code calls no such method');
}

/** `log.replay?.cross(...)`: what may be missing stays TypeScript. */
function callIfThere(compilation: Compilation, { path }: PathValue, name: string, values: readonly NumberValue[]): Value {
  const there = isThere(compilation, path), { make } = callHost(compilation, `${path}.${name}`, values) as { make(): number };
  return { is: 'nothing', make: () => compilation.wasm.if(there.make(), make()) };
}

const numbers = (compilation: Compilation, nodes: readonly ts.Expression[], node: ts.Node): NumberValue[] => nodes.map((one) => numberOf(compilation, compilation.expression(one), node));

function isNaN(compilation: Compilation, value: NumberValue): NumberValue {
  const { wasm } = compilation;
  return numberValue('i32', () => {
    const kept = spareLocal(compilation, 'f64');
    return wasm.f64.ne(wasm.local.tee(kept, asKind(compilation, value, 'f64'), binaryen.f64), wasm.local.get(kept, binaryen.f64));
  });
}

function atomic(compilation: Compilation, name: string, column: PathValue, [row, value]: NumberValue[], node: ts.Node): Value {
  const { rmw } = compilation.wasm.i32.atomic, use = columnOf(compilation, column, node);
  if (use.kind !== 'i32') fault(compilation.source, node, 'compiled code is atomic on columns of 32 bits with a sign only');
  const change = name === 'or' ? rmw.or : name === 'add' ? rmw.add : name === 'exchange' ? rmw.xchg : fault(compilation.source, node, `no Atomics.${name} in compiled code`);
  return numberValue('i32', () => change(0, addressOf(compilation, use, row!), asKind(compilation, value!, 'i32')));
}

function fillWithZeros(compilation: Compilation, column: PathValue, [value]: NumberValue[], node: ts.CallExpression): Value {
  const { wasm } = compilation, use = columnOf(compilation, column, node);
  if (node.arguments.length !== 1 || value?.constant !== 0) return fault(compilation.source, node, 'compiled code fills a whole column with 0 only');
  const bytes = operate(compilation, '*', lengthOf(compilation, column.path), constantValue(compilation, bytesOfRow(use)), node);
  return { is: 'nothing', make: () => wasm.memory.fill(startOf(compilation, use), wasm.i32.const(0), bytes.make()) };
}
