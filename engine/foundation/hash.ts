import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Columns, Reading, Table } from './table.ts';

const encoder = new TextEncoder();

/** Something that values are fed to and that tells their fingerprint at the end. */
export interface Hasher {
  text(value: string): void;
  column(values: ArrayLike<number> | readonly string[]): void;
  /** 64 hexadecimal digits: the SHA-256 of everything fed so far, each value with its length before it. */
  digest(): string;
}

/** SHA-256 from a library in plain JavaScript: the same digits in Node and in every browser. */
export function makeHasher(): Hasher {
  const hash = sha256.create();
  const bytes = (value: Uint8Array) => {
    hash.update(encoder.encode(`${value.byteLength}:`));
    hash.update(value);
  };
  return {
    text: (value) => bytes(encoder.encode(value)),
    column(values) {
      if (ArrayBuffer.isView(values)) bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      else bytes(encoder.encode(JSON.stringify(values)));
    },
    digest: () => bytesToHex(hash.digest()),
  };
}

/** Feeds a whole table, its column names included. */
export function hashTable<C extends Columns>(hasher: Hasher, name: string, columns: C, table: Reading<Table<C>>): void {
  hasher.text(`${name}:${table.count}`);
  for (const column of Object.keys(columns)) {
    hasher.text(column);
    hasher.column((table as Record<string, unknown>)[column] as ArrayLike<number>);
  }
}
