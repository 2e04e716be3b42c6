import binaryen from 'binaryen';
import { LAYOUT_SECTION, type Layout } from '../../../engine/compiled/layout.ts';
import { hostedName, instanceOf } from './calls.ts';
import { expression } from './expressions.ts';
import { CELL_BYTES, CELLS, columnGlobal, isScratch, memberOf } from './places.ts';
import { functionNamed, openSource, typeNamed } from './source.ts';
import { functionBody } from './statements.ts';
import { constantValue, typeOf, widenLocal, type Compilation, type Instance, type Kind, type PathValue, type Value } from './values.ts';

/** Small functions are compiled into those that call them. */
const INLINED = { always: 40, ifOften: 120, ifOnce: 1000 };
const MOST_PAGES = 65_536;

/** A function that compiled code offers: objects are paths from a root; how the numbers after them are held. */
export interface Offered { file: string; name: string; objects: readonly string[]; numbers?: readonly Kind[] }
/** What is compiled: whatever the offered functions call, found from one file of the source. */
export interface Order { entry: string; roots: Readonly<Record<string, { file: string; type: string }>>; offered: readonly Offered[]; /** Functions that stay TypeScript. */ hosted?: readonly string[] }

/** Compiles functions from the TypeScript that runs them elsewhere. Returns a WebAssembly module that holds its own layout. */
export function compile(root: string, { entry, roots, offered: asked, hosted = [] }: Order): Uint8Array {
  const source = openSource(root, entry), wasm = newModule();
  const compilation: Compilation = {
    source, wasm, instances: new Map(), cells: new Map(), columns: new Map(), hosted: new Map(hosted.map((name) => [name, 0])), isWriting: false, hasChanged: true, current: undefined as unknown as Instance, loops: [], labels: 0,
    expression: (node) => expression(compilation, node),
  };
  const offered = asked.map(({ file, name, objects, numbers = [] }) => {
    const written = functionNamed(source, file, name), values: Value[] = [...objects.map((path) => pathOf(compilation, roots, path)), ...numbers.map((kind) => constantValue(compilation, 0, kind === 'f64'))];
    const instance = instanceOf(compilation, name, written, values, written);
    numbers.forEach((kind, index) => widenLocal(compilation, instance.params[index]!, kind));
    return { name, instance };
  });
  settleKinds(compilation);
  writeFunctions(compilation);
  wasm.addGlobalImport(CELLS, 'engine', CELLS, binaryen.i32);
  for (const use of compilation.columns.values()) {
    wasm.addGlobal(columnGlobal(use), binaryen.i32, true, wasm.i32.const(0));
    wasm.addGlobalExport(columnGlobal(use), columnGlobal(use));
  }
  for (const [name, numbers] of compilation.hosted) {
    wasm.addFunctionImport(hostedName(name), 'hosted', name, binaryen.createType(new Array<binaryen.Type>(numbers).fill(binaryen.f64)), binaryen.none);
  }
  for (const { name, instance } of offered) wasm.addFunctionExport(instance.name, name);
  if (!wasm.validate()) throw new Error('the compiler wrote a module that is not valid: a fault of the compiler');
  optimise(wasm);
  wasm.addCustomSection(LAYOUT_SECTION, new TextEncoder().encode(JSON.stringify(layoutOf(compilation))));
  return wasm.emitBinary();
}

function newModule(): binaryen.Module {
  const wasm = new binaryen.Module(), { Features } = binaryen;
  wasm.setFeatures(Features.NontrappingFPToInt | Features.BulkMemory | Features.BulkMemoryOpt | Features.Atomics | Features.SignExt | Features.MutableGlobals);
  wasm.setMemory(1, MOST_PAGES, null, [], true, false, '0');
  wasm.addMemoryImport('0', 'engine', 'memory', true);
  return wasm;
}

function pathOf(compilation: Compilation, roots: Order['roots'], path: string): PathValue {
  const { source } = compilation, [root, ...names] = path.split('.') as [string, ...string[]], { file, type } = roots[root]!, node = source.program.getSourceFile(source.root + file)!;
  return names.reduce<PathValue>((object, member) => memberOf(compilation, object, member, node) as PathValue, { is: 'path', path: root, type: typeNamed(source, file, type) });
}

/** Goes over all functions, and those that they call, until no number turns out to be a fraction any more. */
function settleKinds(compilation: Compilation): void {
  while (compilation.hasChanged) {
    compilation.hasChanged = false;
    for (const instance of compilation.instances.values()) functionBody(compilation, instance);
  }
}

function writeFunctions(compilation: Compilation): void {
  const { wasm, instances } = compilation;
  compilation.isWriting = true;
  for (const instance of instances.values()) {
    const body = functionBody(compilation, instance), { name, params, result, localTypes } = instance;
    // Every way through a function that gives something back ends with a return.
    const whole = result === 'nothing' ? wasm.block(null, body) : wasm.block(null, [...body, wasm.unreachable()], typeOf(result));
    wasm.addFunction(name, binaryen.createType(params.map(({ kind }) => typeOf(kind))), typeOf(result), localTypes, whole);
  }
}

function optimise(wasm: binaryen.Module): void {
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setFastMath(false);
  // Names of functions stay in the module, for profiles.
  binaryen.setDebugInfo(true);
  binaryen.setAlwaysInlineMaxSize(INLINED.always);
  binaryen.setFlexibleInlineMaxSize(INLINED.ifOften);
  binaryen.setOneCallerInlineMaxSize(INLINED.ifOnce);
  wasm.optimize();
}

function layoutOf({ cells, columns, hosted }: Compilation): Layout {
  const known = [...cells].filter(([path]) => !isScratch(path));
  const cellsNamed = (prefix: string) => known.filter(([path]) => path.startsWith(prefix)).map(([path, { offset }]) => ({ path: path.slice(prefix.length), offset }));
  return {
    cellBytes: cells.size * CELL_BYTES,
    numbers: known.filter(([path]) => !path.includes(':')).map(([path, { kind, offset, isWritten }]) => ({ path, kind, offset, isWritten })),
    there: cellsNamed('has:'),
    lengths: cellsNamed('length:'),
    hosted: [...hosted.keys()],
    columns: [...columns].map(([path, use]) => ({ path, global: columnGlobal(use) })),
  };
}
