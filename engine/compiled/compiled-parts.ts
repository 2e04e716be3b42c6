import type { Part } from '../checkpoint/leaves.ts';
import type { NumberColumn } from '../foundation/table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { arrive } from '../traffic/arrival.ts';
import type { Parts } from '../traffic/parts.ts';
import { replacedColumns, type Traffic } from '../traffic/traffic.ts';
import { layoutOf, type Layout } from './layout.ts';
import { copyInto, liesIn, takeBytes, type RunMemory } from './run-memory.ts';

/** What a compiled module offers: see `cli/setup/compile/compile-phases.ts`. */
type Offered = Omit<Parts, 'takeGaps'> & { takeGap(slot: number): void };

const TWIN = 'traffic.twin.', VEHICLES = 'state.vehicles.';
/** Vehicles grow where they lie up to this many; a room is doubled, so twice as many trips are room for all. */
const MOST_VEHICLES_KEPT = 1 << 20;

/**
 * The parts of a step by compiled code. Before the first one all columns that it works with are moved into the memory of
 * the run, and state and traffic hold them there from then on: TypeScript and compiled code see the same numbers.
 */
export function compiledParts(module: WebAssembly.Module, run: RunMemory, traffic: Traffic, state: CityState, log: ResultLog): Parts {
  const layout = layoutOf(module);
  if (!layout) throw new Error('this module holds no compiled phases');
  const cells = takeBytes(run, layout.cellBytes), roots: Part = { traffic, state, log };
  const { exports } = new WebAssembly.Instance(module, {
    engine: { memory: run.memory, cells: new WebAssembly.Global({ value: 'i32', mutable: false }, cells) },
    hosted: hostedFunctions(layout, roots, { arrive: (slot, place, atS) => arrive(traffic, state, log, slot!, place!, atS!) }),
  });
  const offered = exports as unknown as Offered, columns = columnMover(layout, run, roots, exports, traffic.twin.departures.count), numbers = numberCarrier(layout, run, roots, cells);
  let seen: readonly unknown[] = [];

  /** Hands the module what has changed since it ran last. */
  const ready = (): void => {
    const now = replacedColumns(traffic, state);
    if (now.some((column, index) => column !== seen[index])) {
      columns();
      numbers.look();
      seen = replacedColumns(traffic, state);
    }
    numbers.handIn();
  };
  const part = <Given extends unknown[], Found>(work: (...given: Given) => Found) => (...given: Given): Found => {
    ready();
    const found = work(...given);
    numbers.takeBack();
    return found;
  };
  return {
    forgetApproaches: part(offered.forgetApproaches),
    lookAtJunctions: part(offered.lookAtJunctions),
    lookOnOwn: part(offered.lookOnOwn),
    giveWay: part(offered.giveWay),
    moveOwn: part(offered.moveOwn),
    passOn: part(offered.passOn),
    chooseSides: part(offered.chooseSides),
    takeGaps: part((count: number) => { for (let index = 0; index < count; index++) offered.takeGap(traffic.changing[index]!); }),
  };
}

const at = (roots: Part, names: readonly string[]): Part | undefined => names.reduce<unknown>((part, name) => (part as Part | undefined)?.[name], roots) as Part | undefined;

/** What compiled code calls of TypeScript: functions by name, and methods of what may be missing by their path. Neither touches a plain number that compiled code writes. */
function hostedFunctions({ hosted }: Layout, roots: Part, functions: Readonly<Record<string, (...numbers: number[]) => void>>): Record<string, (...numbers: number[]) => void> {
  return Object.fromEntries(hosted.map((path) => {
    const names = path.split('.'), owner = names.slice(0, -1), name = names.at(-1)!;
    return [path, functions[path] ?? ((...numbers: number[]) => { (at(roots, owner) as unknown as Record<string, (...numbers: number[]) => void>)[name]!(...numbers); })];
  }));
}

/** Moves columns that do not lie in the memory of the run there, and tells the module where each starts. */
function columnMover(layout: Layout, run: RunMemory, roots: Part, exports: WebAssembly.Exports, trips: number): () => void {
  const columns = layout.columns.map(({ path, global }) => {
    const names = path.split('.');
    return { owner: names.slice(0, -1), name: names.at(-1)!, start: exports[global] as WebAssembly.Global, path };
  });
  const mostVehicles = Math.min(MOST_VEHICLES_KEPT, 2 * trips);
  const moved = (path: string, owner: Part, name: string): NumberColumn => {
    const column = owner[name] as NumberColumn | undefined;
    if (column === undefined) throw new Error(`the compiled phases know ${path}, this engine does not: they are of two builds; build again`);
    if (!path.startsWith(TWIN)) return liesIn(run, column) ? column : (owner[name] = copyInto(run, column, path.startsWith(VEHICLES) ? mostVehicles : undefined)) as NumberColumn;
    // A twin is read by many runs at once and stays as it is: compiled code reads a copy. Helpers are handed the copy.
    if (liesIn(run, column)) return column;
    const copy = run.copies.get(column) ?? copyInto(run, column);
    run.copies.set(column, copy);
    return copy;
  };
  return () => {
    for (const { owner: names, name, start, path } of columns) {
      const owner = at(roots, names);
      // What the city lacks is not asked for.
      if (owner !== undefined) start.value = moved(path, owner, name).byteOffset;
    }
  };
}

/** Carries plain numbers of state and traffic into the cells of this thread and back. `look` notes anew where they stand, and what is there. */
function numberCarrier(layout: Layout, run: RunMemory, roots: Part, cells: number): { look(): void; handIn(): void; takeBack(): void } {
  const words = new Int32Array(run.memory.buffer, cells, layout.cellBytes / 4), fractions = new Float64Array(run.memory.buffer, cells, layout.cellBytes / 8);
  const numbers = layout.numbers.map(({ path, kind, offset, isWritten }) => {
    const names = path.split('.'), into = kind === 'f64' ? fractions : words;
    return { ownerNames: names.slice(0, -1), owner: undefined as Part | undefined, name: names.at(-1)!, into, index: offset / into.BYTES_PER_ELEMENT, isWritten };
  });
  const written = numbers.filter(({ isWritten }) => isWritten);
  return {
    look() {
      for (const number of numbers) number.owner = at(roots, number.ownerNames);
      for (const { path, offset } of layout.there) words[offset / 4] = at(roots, path.split('.')) === undefined ? 0 : 1;
      for (const { path, offset } of layout.lengths) words[offset / 4] = (at(roots, path.split('.')) as unknown as NumberColumn).length;
    },
    handIn() {
      for (const { owner, name, into, index } of numbers) if (owner !== undefined) into[index] = owner[name] as number;
    },
    takeBack() {
      for (const { owner, name, into, index } of written) owner![name] = into[index];
    },
  };
}
