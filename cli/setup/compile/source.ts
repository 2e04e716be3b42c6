import { relative } from 'node:path';
import ts from 'typescript';

/** The engine's sources as the type checker knows them. */
export interface Source { root: string; program: ts.Program; checker: ts.TypeChecker }

/** A function as it stands in the source. */
export type Written = ts.FunctionDeclaration | ts.ArrowFunction;

export function openSource(root: string, entry: string): Source {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile), { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([`${root}${entry}`], options);
  return { root, program, checker: program.getTypeChecker() };
}

/** Says where the source asks for what cannot be compiled, and why. */
export function fault({ root }: Source, node: ts.Node, why: string): never {
  const file = node.getSourceFile(), { line } = file.getLineAndCharacterOfPosition(node.getStart());
  throw new Error(`${relative(root, file.fileName)}:${line + 1}: ${why}: ${node.getText().slice(0, 100)}`);
}

/** What a name stands for, imports followed to where it is declared. */
export function symbolOf({ checker }: Source, name: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

export function functionOf(symbol: ts.Symbol | undefined): Written | undefined {
  const declaration = symbol?.valueDeclaration;
  if (declaration && ts.isFunctionDeclaration(declaration)) return declaration;
  const value = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && ts.isArrowFunction(value) ? value : undefined;
}

/** What a constant of a file is given. */
export function constantOf(symbol: ts.Symbol | undefined): ts.Expression | undefined {
  const declaration = symbol?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isSourceFile(declaration.parent.parent.parent)) return undefined;
  return ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const ? declaration.initializer : undefined;
}

function exportOf({ root, program, checker }: Source, file: string, name: string): ts.Symbol {
  const module = program.getSourceFile(`${root}${file}`), symbol = module && checker.getSymbolAtLocation(module);
  const found = symbol && checker.getExportsOfModule(symbol).find((one) => one.name === name);
  if (!found) throw new Error(`${file} has no ${name}`);
  return found;
}

export const typeNamed = (source: Source, file: string, name: string): ts.Type => source.checker.getDeclaredTypeOfSymbol(exportOf(source, file, name));

export function functionNamed(source: Source, file: string, name: string): Written {
  const written = functionOf(exportOf(source, file, name));
  if (!written) throw new Error(`${file}: ${name} is no function`);
  return written;
}

/** An expression without what means nothing at run time: brackets, `!`, `as`. */
export const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? bare(node.expression) : node;

/** Whether values of a type are plain numbers, or true or false; undefined: neither. */
export function plainKind({ checker }: Source, type: ts.Type): 'number' | 'boolean' | undefined {
  const certain = checker.getNonNullableType(type);
  if (certain.flags & ts.TypeFlags.NumberLike) return 'number';
  if (certain.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  const kinds = certain.isUnion() ? certain.types.map((one) => plainKind({ checker } as Source, one)) : [undefined];
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined;
}
