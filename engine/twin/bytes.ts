import { hashTable, makeHasher, type Sha256 } from '../foundation/hash.ts';
import { tablesFromBytes, tablesToBytes } from '../foundation/table-bytes.ts';
import type { Columns, Table } from '../foundation/table.ts';
import { twinTables, type CityFacts, type ReadingTwin, type Twin } from './twin.ts';

/** The last digit is the version of the format: raise it when a table, a column or the facts change. */
const MAGIC = 'JUMEAU-5';

export function twinToBytes(twin: ReadingTwin): Uint8Array {
  return tablesToBytes(MAGIC, twinTables, twin as Twin, twin.facts);
}

/** Undefined when the bytes are not a whole twin of this version. */
export function twinFromBytes(bytes: Uint8Array): Twin | undefined {
  const read = tablesFromBytes(MAGIC, twinTables, bytes);
  return read && { facts: read.about as CityFacts, ...read.tables };
}

/** The twin's fingerprint: 64 hexadecimal digits over its facts and every column. */
export function twinHash(twin: ReadingTwin, makeSha256?: () => Sha256): string {
  const hasher = makeHasher(makeSha256);
  hasher.text(JSON.stringify(twin.facts));
  for (const [name, columns] of Object.entries(twinTables)) {
    hashTable(hasher, name, columns as Columns, twin[name as keyof typeof twinTables] as unknown as Table<Columns>);
  }
  return hasher.digest();
}
