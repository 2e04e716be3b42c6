import { hashTable, makeHasher, type Sha256 } from '../foundation/hash.ts';
import { tablesFromBytes, tablesToBytes } from '../foundation/table-bytes.ts';
import type { Columns, Table } from '../foundation/table.ts';
import { twinTables, type CityFacts, type ReadingTwin, type Twin } from './twin.ts';

/** The last digit is the version of the format: raise it when a table, a column or the facts change. */
const MAGIC = 'JUMEAU-8';

/** What a file says beside its tables. `hash`: the twin's fingerprint when it was written. */
interface About { hash: string; facts: CityFacts }

/** `hash`: the twin's fingerprint, where it is known already. */
export function twinToBytes(twin: ReadingTwin, hash = twinHash(twin)): Uint8Array {
  return tablesToBytes(MAGIC, twinTables, twin as Twin, { hash, facts: twin.facts } satisfies About);
}

/**
 * Undefined when the bytes are not laid out as a twin of this version. Nothing else is looked at: a file that came from
 * elsewhere may have been altered (`statedHash`) and may hold anything (`checkTwin`).
 */
export function twinFromBytes(bytes: Uint8Array): Twin | undefined {
  const read = tablesFromBytes(MAGIC, twinTables, bytes);
  return read && isAbout(read.about) ? { facts: read.about.facts, ...read.tables } : undefined;
}

/** The fingerprint that a file says its twin has: another one than `twinHash` gives, if it was altered since. */
export function statedHash(bytes: Uint8Array): string | undefined {
  const about = tablesFromBytes(MAGIC, {}, bytes)?.about;
  return isAbout(about) ? about.hash : undefined;
}

const isAbout = (about: unknown): about is About => {
  const { hash, facts } = (about ?? {}) as Partial<About>;
  return typeof hash === 'string' && typeof facts === 'object' && facts !== null;
};

/** The twin's fingerprint: 64 hexadecimal digits over its facts and every column. */
export function twinHash(twin: ReadingTwin, makeSha256?: () => Sha256): string {
  const hasher = makeHasher(makeSha256);
  hasher.text(JSON.stringify(twin.facts));
  for (const [name, columns] of Object.entries(twinTables)) {
    hashTable(hasher, name, columns as Columns, twin[name as keyof typeof twinTables] as unknown as Table<Columns>);
  }
  return hasher.digest();
}
