import { anywhere, type ColumnMemory, type NumberColumn } from '../foundation/table.ts';

/**
 * The memory of one run, seen by compiled code on all its threads. It begins with a signature, by which a thread knows
 * columns that lie in it, and the address from which it is free.
 */
export interface RunMemory {
  memory: WebAssembly.Memory;
  /** Buffers already looked at: whether they are this memory. Growing gives it a new buffer; columns on older ones stay valid. */
  known: WeakMap<ArrayBufferLike, boolean>;
  /** By address: how many bytes are kept for a column that may grow. Memory that nobody has written to takes no room. */
  kept: Map<number, number>;
}

const PAGE_BYTES = 65_536, FIRST_PAGES = 64, MOST_PAGES = 65_536;
const SIGNATURE = [0x4a756d65, 0x61752072, 0x756e206d, 0x656d6f72], FREE_WORD = SIGNATURE.length, FIRST_FREE_BYTE = 64;

/** Undefined where a platform gives no memory to share, as a browser whose page is not isolated: phases then run as TypeScript. */
export function makeRunMemory(): RunMemory | undefined {
  if (typeof SharedArrayBuffer === 'undefined' || typeof WebAssembly === 'undefined') return undefined;
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES, shared: true }), words = new Int32Array(memory.buffer);
  words.set(SIGNATURE);
  words[FREE_WORD] = FIRST_FREE_BYTE;
  return { memory, known: new WeakMap(), kept: new Map() };
}

/** The same memory, come to another thread. */
export const openRunMemory = (memory: WebAssembly.Memory): RunMemory => ({ memory, known: new WeakMap(), kept: new Map() });

/** Bytes that nobody else uses, zeros so far; their address is a multiple of 8. */
export function takeBytes({ memory }: RunMemory, bytes: number): number {
  const rounded = Math.ceil(bytes / 8) * 8, at = Atomics.add(new Int32Array(memory.buffer), FREE_WORD, rounded) >>> 0;
  const missing = Math.ceil((at + rounded) / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
  // Half as much again as it has, so that a growing city does not ask for every column.
  if (missing > 0) memory.grow(Math.min(MOST_PAGES - memory.buffer.byteLength / PAGE_BYTES, Math.max(missing, memory.buffer.byteLength / PAGE_BYTES / 2)));
  return at;
}

/** Whether a column lies in this memory already. */
export function liesIn({ known }: RunMemory, { buffer }: NumberColumn): boolean {
  const before = known.get(buffer);
  if (before !== undefined) return before;
  const words = buffer instanceof SharedArrayBuffer && buffer.byteLength >= PAGE_BYTES ? new Int32Array(buffer, 0, SIGNATURE.length) : undefined;
  const isHere = words !== undefined && SIGNATURE.every((word, index) => words[index] === word);
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
