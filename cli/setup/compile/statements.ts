import ts from 'typescript';
import { expression, truth } from './expressions.ts';
import { memberOf } from './places.ts';
import { fault, symbolOf } from './source.ts';
import { asKind, numberOf, spareLocal, widenLocal, widest, type Code, type Compilation, type Instance, type Value } from './values.ts';

/** Goes over a function: settles kinds, and gives its code when code is being written. */
export function functionBody(compilation: Compilation, instance: Instance): Code[] {
  compilation.current = instance;
  instance.localTypes = [];
  for (const local of instance.names.values()) if (local.is === 'local' && !instance.params.includes(local)) local.index = -1;
  let numbers = 0;
  const opening = instance.written.parameters.flatMap(({ name }, index) => {
    const path = instance.paths.get(index);
    if (path) return take(compilation, name, path);
    instance.names.set(symbolOf(compilation.source, name)!, instance.params[numbers++]!);
    return [];
  });
  const body = instance.written.body!;
  return [...opening, ...(ts.isBlock(body) ? statement(compilation, body) : giveBack(compilation, body))];
}

function statement(compilation: Compilation, node: ts.Statement): Code[] {
  const { isWriting, wasm, loops } = compilation;
  if (ts.isBlock(node)) return node.statements.flatMap((one) => statement(compilation, one));
  if (ts.isVariableStatement(node)) return declare(compilation, node.declarationList);
  if (ts.isExpressionStatement(node)) return alone(compilation, node.expression);
  if (ts.isReturnStatement(node)) return node.expression ? giveBack(compilation, node.expression) : isWriting ? [wasm.return()] : [];
  if (ts.isIfStatement(node)) return condition(compilation, node);
  if (ts.isForStatement(node)) return loop(compilation, node, node.initializer, node.condition, node.incrementor);
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) return loop(compilation, node, undefined, node.expression, undefined);
  if (ts.isContinueStatement(node)) return isWriting ? [wasm.br(loops.at(-1)!.next)] : [];
  if (ts.isBreakStatement(node)) return isWriting ? [wasm.br(loops.at(-1)!.end)] : [];
  return fault(compilation.source, node, `no ${ts.SyntaxKind[node.kind]} in compiled code`);
}

function alone(compilation: Compilation, node: ts.Expression): Code[] {
  const value = expression(compilation, node);
  if (!compilation.isWriting) return [];
  return value.is === 'nothing' ? [value.make()] : [compilation.wasm.drop(numberOf(compilation, value, node).make())];
}

const declare = (compilation: Compilation, { declarations }: ts.VariableDeclarationList): Code[] => declarations.flatMap((node) =>
  (node.initializer ? take(compilation, node.name, expression(compilation, node.initializer)) : fault(compilation.source, node, 'a local of compiled code has a value from the start')));

/** Gives a name to a value, or names to what an object holds. */
function take(compilation: Compilation, name: ts.BindingName, value: Value): Code[] {
  if (ts.isIdentifier(name)) return nameValue(compilation, name, value);
  if (!ts.isObjectBindingPattern(name) || value.is !== 'path') return fault(compilation.source, name, 'compiled code cannot take this apart');
  return name.elements.flatMap((one) => take(compilation, one.name, memberOf(compilation, value, ((one.propertyName ?? one.name) as ts.Identifier).text, one)));
}

function nameValue(compilation: Compilation, name: ts.Identifier, value: Value): Code[] {
  const { source, current, wasm, isWriting } = compilation, symbol = symbolOf(source, name)!;
  if (value.is === 'path') { current.names.set(symbol, value); return []; }
  const number = numberOf(compilation, value, name), known = current.names.get(symbol);
  const local = known?.is === 'local' ? known : { is: 'local' as const, kind: number.kind, index: -1 };
  if (!known) { current.names.set(symbol, local); compilation.hasChanged = true; }
  widenLocal(compilation, local, number.kind);
  if (!isWriting) return [];
  if (local.index < 0) local.index = spareLocal(compilation, local.kind);
  return [wasm.local.set(local.index, asKind(compilation, number, local.kind))];
}

function condition(compilation: Compilation, { expression: asked, thenStatement, elseStatement }: ts.IfStatement): Code[] {
  const { wasm, isWriting } = compilation, value = expression(compilation, asked);
  const then = statement(compilation, thenStatement), otherwise = elseStatement && statement(compilation, elseStatement);
  return isWriting ? [wasm.if(truth(compilation, value, asked), wasm.block(null, then), otherwise && wasm.block(null, otherwise))] : [];
}

function loop(compilation: Compilation, node: ts.ForStatement | ts.WhileStatement | ts.DoStatement, first: ts.ForInitializer | undefined, asked: ts.Expression | undefined, last: ts.Expression | undefined): Code[] {
  const { wasm, loops, isWriting } = compilation, label = compilation.labels++, end = `end ${label}`, next = `next ${label}`, again = `again ${label}`;
  const before = !first ? [] : ts.isVariableDeclarationList(first) ? declare(compilation, first) : alone(compilation, first);
  const value = asked && expression(compilation, asked);
  loops.push({ end, next });
  const body = statement(compilation, node.statement);
  loops.pop();
  const after = last ? alone(compilation, last) : [];
  if (!isWriting) return [];
  const leave = value ? [wasm.br(end, wasm.i32.eqz(truth(compilation, value, node)))] : [];
  const round = ts.isDoStatement(node) ? [wasm.block(next, body), ...leave] : [...leave, wasm.block(next, body), ...after];
  return [...before, wasm.block(end, [wasm.loop(again, wasm.block(null, [...round, wasm.br(again)]))])];
}

function giveBack(compilation: Compilation, node: ts.Expression): Code[] {
  const { wasm, current, isWriting } = compilation, value = expression(compilation, node);
  if (value.is === 'nothing') return isWriting ? [value.make(), wasm.return()] : [];
  const number = numberOf(compilation, value, node);
  if (current.result === 'nothing') return fault(compilation.source, node, 'this function gives nothing back');
  if (widest(current.result, number.kind) !== current.result) { current.result = 'f64'; compilation.hasChanged = true; }
  return isWriting ? [wasm.return(asKind(compilation, number, current.result))] : [];
}
