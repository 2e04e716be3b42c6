import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Piscina } from 'piscina';
import { twinFromBytes, twinHash, twinToBytes } from '../engine/twin/bytes.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { versions, workerPath } from '../scenarios/runs/engine-version.ts';
import { nativeSha256 } from '../scenarios/runs/native-sha256.ts';
import { shareTwin, type SharedTwin } from '../scenarios/runs/planned-run.ts';
import type { Store } from '../scenarios/runs/store.ts';
import { BadInput, badInput } from './bad-input.ts';
import { theStore } from './home.ts';
import { interrupt } from './interrupt.ts';
import { readTwin } from './read-twin.ts';
import type { Terminal } from './terminal.ts';

/** A city at hand: its tables, and the same in memory that worker threads see. */
export interface City { twin: Twin; shared: SharedTwin; path: string; reference: boolean }

const cityOf = (twin: Twin, bytes: Uint8Array, hash: string, path: string, reference: boolean): City =>
  ({ twin, path, reference, shared: shareTwin(bytes, { hash, city: twin.facts.name, synthetic: twin.facts.synthetic }) });

/** A twin that was just built, and lies in no file. `path`: what it came from. */
export function cityFromTwin(twin: Twin, path: string): City {
  const hash = twinHash(twin, nativeSha256);
  return cityOf(twin, twinToBytes(twin, hash), hash, path, false);
}

/** A twin from its file, whoever wrote it. */
export async function openCity(path: string): Promise<City> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch {
    throw badInput('cli-no-such-file', path);
  }
  const { value, problems } = readTwin(bytes, path);
  if (!value) throw new BadInput(problems);
  return cityOf(value.twin, bytes, value.hash, path, false);
}

/** The reference city: from the store if this version of the generator has built it before, else built now and kept. */
export async function referenceCity(terminal: Terminal): Promise<City> {
  const store = await theStore();
  const note = noteIn(store);
  const kept = await keptCity(store);
  if (kept) return kept;
  if (!terminal.json) terminal.note(terminal.words.cityPreparing);
  const { bytes, hash } = await generated();
  // What lies there under its name was altered, or is laid out as another version did.
  await rm(store.twinPath(hash), { force: true });
  const path = await store.keepTwin(hash, bytes);
  await writeFile(`${note}.${process.pid}`, JSON.stringify({ hash }));
  await rename(`${note}.${process.pid}`, note);
  return cityOf(twinFromBytes(bytes)!, bytes, hash, path, true);
}

/** The reference city where the store has it already; undefined where it would have to be built. */
export const referenceCityAtHand = async (): Promise<City | undefined> => keptCity(await theStore());

/** The city by a thread of its own, so that a person who stops the command in those ten seconds is heard. */
async function generated(): Promise<{ bytes: Uint8Array; hash: string }> {
  const thread = new Piscina<undefined, { bytes: Uint8Array; hash: string }>({ filename: join(dirname(workerPath()), 'generate-worker.js'), maxThreads: 1 });
  try {
    return await thread.run(undefined, { signal: interrupt.signal });
  } finally {
    await thread.destroy();
  }
}

const noteIn = (store: Pick<Store, 'folder'>): string => join(store.folder, `reference-city-${versions().referenceCity}.json`);

/** The fingerprint under which the store has the reference city of this version; undefined where it has none. */
export async function notedReferenceCity(store: Pick<Store, 'folder'>): Promise<string | undefined> {
  const note = await readFile(noteIn(store), 'utf8').catch(() => undefined);
  return note === undefined ? undefined : (JSON.parse(note) as { hash: string }).hash;
}

/** The city of that note; undefined when it is not there as it was put there. */
async function keptCity(store: Store): Promise<City | undefined> {
  const hash = await notedReferenceCity(store);
  if (hash === undefined) return undefined;
  const path = store.twinPath(hash);
  const read = await readFile(path).catch(() => undefined), bytes = read && new Uint8Array(read), twin = bytes && twinFromBytes(bytes);
  return twin && twinHash(twin, nativeSha256) === hash ? cityOf(twin, bytes, hash, path, true) : undefined;
}

/** A name that stands for a file rather than for a question. */
export const looksLikeFile = (name: string): boolean => /\.twin$/i.test(name) || /[\\/]/.test(name) || existsSync(name);
