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

/** SHA-256 by whatever computes it: the digits are the same. */
export interface Sha256 {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** From a library in plain JavaScript, for Node and every browser. A platform's own is faster: who has one hands it in. */
const plainSha256 = (): Sha256 => sha256.create();

export function makeHasher(makeSha256 = plainSha256): Hasher {
  const hash = makeSha256();
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
