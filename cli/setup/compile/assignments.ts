import binaryen from 'binaryen';
import ts from 'typescript';
import { addressOf, cellOf, columnOf, kindOfRow, loadRow, storeRow, widenCell } from './places.ts';
import { bare, fault, plainKind, symbolOf } from './source.ts';
import { asKind, numberOf, numberValue, spareLocal, typeOf, widenLocal, type Compilation, type Kind, type NumberValue, type Value } from './values.ts';

/** How an assignment is worked out: from what is held, what comes next; and which of the two the expression gives. */
export interface Assignment { node: ts.Expression; target: ts.Expression; next(held: NumberValue): Value; gives: 'old' | 'new' }

/** Whether the value of an assignment is used: not where it stands alone. */
const isUsed = ({ parent }: ts.Node): boolean => !ts.isExpressionStatement(parent) && !ts.isForStatement(parent);

/** Puts a number into a local, a plain number of an object, or a row of a column. */
export function assign(compilation: Compilation, assignment: Assignment): Value {
  const target = bare(assignment.target);
  if (ts.isIdentifier(target)) return assignLocal(compilation, assignment, target);
  if (ts.isPropertyAccessExpression(target)) return assignMember(compilation, assignment, target);
  if (ts.isElementAccessExpression(target)) return assignRow(compilation, assignment, target);
  return fault(compilation.source, target, 'compiled code cannot assign to this');
}

/** The code of an assignment: alone, or giving the old or the new number, each worked out once. */
function written(compilation: Compilation, { node, gives }: Assignment, kind: Kind, held: NumberValue, next: NumberValue, put: (value: NumberValue) => number): Value {
  const { wasm } = compilation;
  if (!isUsed(node)) return { is: 'nothing', make: () => put(next) };
  return numberValue(kind, () => {
    const kept = spareLocal(compilation, kind), keptValue = numberValue(kind, () => wasm.local.get(kept, typeOf(kind)));
    const steps = gives === 'old'
      ? [wasm.local.set(kept, asKind(compilation, held, kind)), put(next)]
      : [wasm.local.set(kept, asKind(compilation, next, kind)), put(keptValue)];
    return wasm.block(null, [...steps, keptValue.make()], typeOf(kind));
  });
}

function assignLocal(compilation: Compilation, assignment: Assignment, target: ts.Identifier): Value {
  const { wasm, source, current } = compilation, local = current.names.get(symbolOf(source, target)!);
  if (local?.is !== 'local') return fault(source, target, 'this is no local number');
  const held = numberValue(local.kind, () => wasm.local.get(local.index, typeOf(local.kind))), next = numberOf(compilation, assignment.next(held), assignment.node);
  widenLocal(compilation, local, next.kind);
  return written(compilation, assignment, local.kind, held, next, (value) => wasm.local.set(local.index, asKind(compilation, value, local.kind)));
}

function assignMember(compilation: Compilation, assignment: Assignment, target: ts.PropertyAccessExpression): Value {
  const { source } = compilation, object = compilation.expression(target.expression), plain = plainKind(source, source.checker.getTypeAtLocation(target));
  if (object.is !== 'path' || !plain) return fault(source, target, 'this is no plain number of an object');
  const path = `${object.path}.${target.name.text}`, cell = cellOf(compilation, path, plain === 'boolean'), next = numberOf(compilation, assignment.next(cell.held), assignment.node);
  widenCell(compilation, path, next.kind, assignment.node);
  return written(compilation, assignment, cell.held.kind, cell.held, next, cell.put);
}

function assignRow(compilation: Compilation, assignment: Assignment, target: ts.ElementAccessExpression): Value {
  const { wasm, source } = compilation, column = compilation.expression(target.expression);
  if (column.is !== 'path') return fault(source, target, 'this is no column');
  const use = columnOf(compilation, column, target), kind = kindOfRow(use), row = numberOf(compilation, compilation.expression(target.argumentExpression), target);
  // The row is worked out once: it may count on as it is read.
  let address = -1;
  const at = () => wasm.local.get(address, binaryen.i32);
  const held = numberValue(kind, () => loadRow(compilation, use, at()), { isUnsigned: use.kind === 'u32' });
  const value = written(compilation, assignment, kind, held, numberOf(compilation, assignment.next(held), assignment.node), (next) => storeRow(compilation, use, at(), next));
  const found = (make: () => number) => () => {
    address = spareLocal(compilation, 'i32');
    const find = wasm.local.set(address, addressOf(compilation, use, row));
    return wasm.block(null, [find, make()], value.is === 'number' ? typeOf(kind) : binaryen.none);
  };
  return value.is === 'number' ? numberValue(kind, found(value.make)) : { is: 'nothing', make: found((value as { make(): number }).make) };
}
