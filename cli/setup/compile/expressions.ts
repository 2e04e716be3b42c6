import ts from 'typescript';
import { assign } from './assignments.ts';
import { call } from './calls.ts';
import { negative, operate } from './operators.ts';
import { isThere, memberOf, rowOf } from './places.ts';
import { bare, constantOf, fault, plainKind, symbolOf } from './source.ts';
import { asKind, constantValue, numberOf, numberValue, typeOf, widest, type Code, type Compilation, type NumberValue, type Value } from './values.ts';

export function expression(compilation: Compilation, wrapped: ts.Expression): Value {
  const node = bare(wrapped), { source } = compilation;
  if (ts.isNumericLiteral(node)) return constantValue(compilation, Number(node.text), /^[\d_]*\.|^\d[\d_]*e/i.test(node.getText()));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return constantValue(compilation, 1);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return constantValue(compilation, 0);
  if (ts.isIdentifier(node)) return named(compilation, node);
  if (ts.isPropertyAccessExpression(node)) return member(compilation, node);
  if (ts.isElementAccessExpression(node)) return element(compilation, node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return unary(compilation, node);
  if (ts.isBinaryExpression(node)) return binary(compilation, node);
  if (ts.isConditionalExpression(node)) return choice(compilation, node);
  if (ts.isCallExpression(node)) return call(compilation, node);
  return fault(source, node, `no ${ts.SyntaxKind[node.kind]} in compiled code`);
}

/** Whether a value counts as true: a number that is not 0, something that is there. */
export function truth(compilation: Compilation, value: Value, node: ts.Node): Code {
  if (value.is === 'path') return isThere(compilation, value.path).make();
  const { kind, make } = numberOf(compilation, value, node), { f64 } = compilation.wasm;
  return kind === 'i32' ? make() : f64.gt(f64.abs(make()), f64.const(0));
}

function named(compilation: Compilation, node: ts.Identifier): Value {
  const { source, current, wasm } = compilation;
  if (node.text === 'Infinity' || node.text === 'NaN') return constantValue(compilation, Number(node.text), true);
  const symbol = symbolOf(source, node)!, known = current.names.get(symbol), constant = constantOf(symbol);
  if (known?.is === 'local') return numberValue(known.kind, () => wasm.local.get(known.index, typeOf(known.kind)));
  if (known) return known;
  return constant ? expression(compilation, constant) : fault(source, node, 'compiled code does not know this name');
}

function member(compilation: Compilation, node: ts.PropertyAccessExpression): Value {
  const constant = memberOfConstant(compilation, node);
  if (constant) return expression(compilation, constant);
  const object = expression(compilation, node.expression);
  return object.is === 'path' ? memberOf(compilation, object, node.name.text, node) : fault(compilation.source, node, 'this is no object');
}

/** What a constant list of codes says under a name. */
function memberOfConstant({ source, current }: Compilation, node: ts.PropertyAccessExpression): ts.Expression | undefined {
  const symbol = ts.isIdentifier(node.expression) ? symbolOf(source, node.expression) : undefined;
  const constant = symbol && !current.names.has(symbol) ? constantOf(symbol) : undefined, list = constant && bare(constant);
  if (!list || !ts.isObjectLiteralExpression(list)) return undefined;
  return list.properties.filter((one) => ts.isPropertyAssignment(one)).find(({ name }) => ts.isIdentifier(name) && name.text === node.name.text)?.initializer;
}

function element(compilation: Compilation, node: ts.ElementAccessExpression): Value {
  const column = expression(compilation, node.expression), row = numberOf(compilation, expression(compilation, node.argumentExpression), node);
  return column.is === 'path' ? rowOf(compilation, column, row, node) : fault(compilation.source, node, 'this is no column');
}

function unary(compilation: Compilation, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Value {
  const { wasm, source } = compilation, { SyntaxKind } = ts;
  switch (node.operator) {
    case SyntaxKind.PlusPlusToken: case SyntaxKind.MinusMinusToken: {
      const sign = node.operator === SyntaxKind.PlusPlusToken ? '+' : '-';
      return assign(compilation, {
        node, target: node.operand, gives: ts.isPostfixUnaryExpression(node) ? 'old' : 'new',
        next: (held) => operate(compilation, sign, held, constantValue(compilation, 1), node),
      });
    }
    case SyntaxKind.ExclamationToken: {
      const value = expression(compilation, node.operand);
      return numberValue('i32', () => wasm.i32.eqz(truth(compilation, value, node)));
    }
    case SyntaxKind.MinusToken: return negative(compilation, numberOf(compilation, expression(compilation, node.operand), node));
    default: return fault(source, node, 'no such operator in compiled code');
  }
}

function binary(compilation: Compilation, node: ts.BinaryExpression): Value {
  const { source, wasm } = compilation, operator = node.operatorToken.getText(), { left, right } = node;
  if (operator === '=') return assign(compilation, { node, target: left, gives: 'new', next: () => expression(compilation, right) });
  if (/^([-+*/&|^]|<<|>>>?)=$/.test(operator)) {
    return assign(compilation, { node, target: left, gives: 'new', next: (held) => operate(compilation, operator.slice(0, -1), held, numberOf(compilation, expression(compilation, right), node), node) });
  }
  const one = expression(compilation, left);
  if (right.getText() === 'undefined') return isMissing(compilation, one, operator, node);
  const other = expression(compilation, right);
  if (operator === '&&' || operator === '||') holdToTruth(compilation, node);
  if (operator === '&&') return numberValue('i32', () => wasm.if(truth(compilation, one, node), truth(compilation, other, node), wasm.i32.const(0)));
  if (operator === '||') return numberValue('i32', () => wasm.if(truth(compilation, one, node), wasm.i32.const(1), truth(compilation, other, node)));
  return one.is === 'number' && other.is === 'number' ? operate(compilation, operator, one, other, node) : fault(source, node, 'these are no numbers');
}

/** `a && b` gives a or b themselves in JavaScript: here only what is true or false, or there or not, is joined. */
function holdToTruth({ source }: Compilation, node: ts.BinaryExpression): void {
  for (const side of [node.left, node.right]) {
    if (plainKind(source, source.checker.getTypeAtLocation(side)) === 'number') fault(source, side, 'compiled code joins what is true or false, not numbers');
  }
}

function isMissing(compilation: Compilation, value: Value, operator: string, node: ts.Node): NumberValue {
  if (value.is !== 'path') return fault(compilation.source, node, 'a number is never undefined in compiled code');
  const there = isThere(compilation, value.path);
  return operator === '!==' ? there : numberValue('i32', () => compilation.wasm.i32.eqz(there.make()));
}

function choice(compilation: Compilation, node: ts.ConditionalExpression): NumberValue {
  const asked = expression(compilation, node.condition);
  const one = numberOf(compilation, expression(compilation, node.whenTrue), node), other = numberOf(compilation, expression(compilation, node.whenFalse), node), kind = widest(one.kind, other.kind);
  return numberValue(kind, () => compilation.wasm.if(truth(compilation, asked, node), asKind(compilation, one, kind), asKind(compilation, other, kind)));
}
