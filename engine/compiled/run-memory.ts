import { anywhere, type ColumnMemory, type NumberColumn } from '../foundation/table.ts';

/**
 * The memory of one run, seen by compiled code on all its threads. It begins with a signature and the number of the run, by
 * which a thread knows columns that lie in it, and the address from which it is free.
 */
export interface RunMemory {
  memory: WebAssembly.Memory;
  /** Buffers already looked at: whether they are this memory. Growing gives it a new buffer; columns on older ones stay valid. */
  known: WeakMap<ArrayBufferLike, boolean>;
  /** By address: how many bytes are kept for a column that may grow. Memory that nobody has written to takes no room. */
  kept: Map<number, number>;
  /** Columns of the twin, which stays as it is, and their copies here. */
  copies: Map<NumberColumn, NumberColumn>;
}

const PAGE_BYTES = 65_536, FIRST_PAGES = 64, MOST_PAGES = 65_536, MOST_BYTES = 4_294_967_296 - PAGE_BYTES;
const SIGNATURE = [0x4a756d65, 0x61752072, 0x756e206d, 0x656d6f72], RUN_WORD = SIGNATURE.length, FREE_WORD = RUN_WORD + 1, FIRST_FREE_BYTE = 64;
/** Runs of this thread so far: a state that another run has left in memory is copied. */
let runs = 0;

/** Undefined where a platform gives no memory to share, as a browser whose page is not isolated: phases then run as TypeScript. */
export function makeRunMemory(): RunMemory | undefined {
  if (typeof SharedArrayBuffer === 'undefined' || typeof WebAssembly === 'undefined') return undefined;
  let memory: WebAssembly.Memory;
  try {
    memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES, shared: true });
  } catch {
    return undefined; // No room for its addresses.
  }
  const words = new Int32Array(memory.buffer);
  words.set(SIGNATURE);
  words[RUN_WORD] = ++runs;
  words[FREE_WORD] = FIRST_FREE_BYTE;
  return openRunMemory(memory);
}

/** The same memory, come to another thread. */
export const openRunMemory = (memory: WebAssembly.Memory): RunMemory => ({ memory, known: new WeakMap(), kept: new Map(), copies: new Map() });

/** Bytes that nobody else uses, zeros so far; their address is a multiple of 8. */
export function takeBytes(run: RunMemory, bytes: number): number {
  const { memory } = run, rounded = Math.ceil(bytes / 8) * 8, words = new Int32Array(memory.buffer), at = Atomics.load(words, FREE_WORD) >>> 0;
  if (at + rounded > MOST_BYTES) throw new Error('one run cannot hold more than 4 GB of columns: simulate fewer trips, or a part of the city');
  // Another thread has taken some meanwhile.
  if (Atomics.compareExchange(words, FREE_WORD, at | 0, (at + rounded) | 0) >>> 0 !== at) return takeBytes(run, bytes);
  const missing = Math.ceil((at + rounded) / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
  // Half as much again as it has, so that a growing city does not ask for every column.
  if (missing > 0) memory.grow(Math.min(MOST_PAGES - memory.buffer.byteLength / PAGE_BYTES, Math.max(missing, memory.buffer.byteLength / PAGE_BYTES / 2)));
  return at;
}

/** Whether a column lies in this memory already. */
export function liesIn({ memory, known }: RunMemory, { buffer }: NumberColumn): boolean {
  const before = known.get(buffer);
  if (before !== undefined) return before;
  const isLarge = buffer instanceof SharedArrayBuffer && buffer.byteLength >= PAGE_BYTES, own = new Int32Array(memory.buffer, 0, FREE_WORD);
  const isHere = isLarge && new Int32Array(buffer, 0, FREE_WORD).every((word, index) => word === own[index]);
  known.set(buffer, isHere);
  return isHere;
}

/** A column at an address. */
function columnAt<C>({ memory }: RunMemory, Kind: unknown, at: number, length: number): C {
  return new (Kind as new (buffer: ArrayBufferLike, at: number, length: number) => C)(memory.buffer, at, length);
}

/** Columns in this memory. One that was kept room for grows where it lies. */
export const columnsIn = (run: RunMemory): ColumnMemory => ({
  make: (Kind, length) => columnAt(run, Kind, takeBytes(run, length * Kind.BYTES_PER_ELEMENT), length),
  lengthen(column, length) {
    const fits = liesIn(run, column) && length * column.BYTES_PER_ELEMENT <= (run.kept.get(column.byteOffset) ?? 0);
    return fits ? columnAt(run, column.constructor, column.byteOffset, length) : anywhere.lengthen(column, length);
  },
});

/** A copy of a column in this memory, with room for it to grow to `mostRows`. */
export function copyInto<C extends NumberColumn>(run: RunMemory, column: C, mostRows = column.length): C {
  const bytes = Math.max(column.length, mostRows) * column.BYTES_PER_ELEMENT, at = takeBytes(run, bytes), copy = columnAt<C>(run, column.constructor, at, column.length);
  run.kept.set(at, bytes);
  if (!isEmpty(column)) copy.set(column);
  return copy;
}

function isEmpty(column: NumberColumn): boolean {
  for (let row = 0; row < column.length; row++) if (column[row] !== 0) return false;
  return true;
}
