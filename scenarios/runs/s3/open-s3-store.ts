import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { touch } from '../inputs.ts';
import { manifestSchema, type RunManifest } from '../manifest.ts';
import { filesBytesIn } from '../result-files.ts';
import { newStoreFile, STORE_FILE, storeIdFrom } from '../store-id.ts';
import { openStore, type Store, type StoredResult } from '../store.ts';
import { isKey } from '../stored-results.ts';
import { verifyResult } from '../verify-result.ts';
import type { Bucket } from './bucket.ts';

/**
 * A store in a bucket, for machines that share no folder. What this machine has read or written lies in a folder as well: twins, inputs and results are copies there,
 * which may be deleted at will; what this machine keeps beside them (comparisons, sweeps, reports) is in no bucket.
 *
 *     store.json                              which store this is
 *     twins/<hash>.twin, inputs/<sha256>
 *     results/<key>/manifest.json             whole from the moment that this is there: it is written last, and once
 *     results/<key>/<sum of manifest>/<file>  of this very manifest: two workers that had the same run never write to one name
 *     quarantine/<key>/<sum of manifest>/...  a second result that differs from the first
 */

/** Requests for one result at a time. */
const AT_ONCE = 8;
/** Enough of a sum to tell two manifests of one key apart. */
const SUM_SHOWN = 16;

/** Opens the store in `bucket`; `home`: below which copies of this machine lie. Methods reject with BucketFault, and this one where the bucket cannot be read, or lacks a number and may not be written. */
export async function openS3Store(bucket: Bucket, home: string): Promise<Store> {
  const id = await storeIdOf(bucket), local = await openStore(join(home, 'buckets', id.slice(0, 12))), sent = new Set<string>();
  /** A copy that is asked for again is in use; touched before it is looked for, for whoever clears away meanwhile. */
  const find = async (key: string): Promise<StoredResult | undefined> => {
    if (isKey(key)) await touch(join(local.folder, 'results', key));
    return await local.find(key) ?? copyResult(bucket, local, key);
  };
  /** A city is large, and asked for by every lot of runs. */
  const putOnce = async (name: string, bytes: Uint8Array): Promise<void> => {
    if (sent.has(name)) return;
    await bucket.putFirst(name, bytes);
    sent.add(name);
  };
  return {
    ...local,
    home: bucket.address, id, find,
    /** Whoever lists results reads them: what this machine lacks is copied on the way. */
    async *list() {
      const keys = new Set(await keysOf(bucket));
      for (const key of keys) await find(key);
      for await (const listed of local.list()) if (keys.has(listed.key)) yield listed;
    },
    keys: () => keysOf(bucket),
    async listed(key) {
      await find(key);
      return local.listed(key);
    },
    /** Of what the bucket holds, whatever is copied here. */
    async verify(key) {
      const folder = await local.openAside();
      try {
        const found = isKey(key) ? await resultIn(bucket, key) : undefined;
        if (!found) return await verifyResult(join(folder, 'none'), key);
        await fetchFiles(bucket, found, folder);
        return (await verifyResult(folder, key)).map((problem) => ({ ...problem, where: problem.where.replace(folder, `${bucket.address} results/${key}`) }));
      } finally {
        await local.drop(folder);
      }
    },
    /** The manifest first: what has none is no result. */
    async remove(key) {
      if (!isKey(key)) return undefined;
      const start = `results/${key}/`, sizes = await bucket.sizes(start);
      if (sizes.delete('manifest.json')) await bucket.remove(`${start}manifest.json`);
      await eachOf([...sizes.keys()], (name) => bucket.remove(start + name));
      const copied = await local.remove(key);
      return sizes.size === 0 ? copied : [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    },
    async keepTwin(hash, bytes) {
      await putOnce(`twins/${hash}.twin`, bytes);
      return local.keepTwin(hash, bytes);
    },
    async readTwin(hash) {
      const copy = await local.readTwin(hash);
      if (copy) return copy;
      const bytes = await bucket.get(`twins/${hash}.twin`);
      if (bytes) await local.keepTwin(hash, bytes);
      return bytes;
    },
    async keepInput(bytes) {
      const hash = await local.keepInput(bytes);
      await putOnce(`inputs/${hash}`, bytes);
      return hash;
    },
    async readInput(hash) {
      const copy = await local.readInput(hash);
      if (copy) return copy;
      const bytes = await bucket.get(`inputs/${hash}`);
      // What is altered under way has another sum, and is none.
      return bytes && await local.keepInput(bytes) === hash ? bytes : undefined;
    },
    async keep(aside, manifest) {
      const isOurs = await sendResult(bucket, aside, manifest);
      if (isOurs) return local.keep(aside, manifest);
      await rm(aside, { recursive: true, force: true });
      const first = await find(manifest.key);
      if (!first) throw new Error(`results/${manifest.key} has gone while it was compared`);
      return first;
    },
  };
}

async function keysOf(bucket: Bucket): Promise<string[]> {
  const keys: string[] = [];
  for await (const folder of bucket.list('results/', true)) keys.push(folder.split('/')[1]!);
  return keys.sort();
}

async function storeIdOf(bucket: Bucket): Promise<string> {
  const before = await bucket.get(STORE_FILE);
  if (!before) await bucket.putFirst(STORE_FILE, new TextEncoder().encode(newStoreFile()));
  return storeIdFrom(new TextDecoder().decode(before ?? await bucket.get(STORE_FILE)), `${bucket.address} ${STORE_FILE}`);
}

const placeOf = (room: 'results' | 'quarantine', key: string, manifest: Uint8Array): string => `${room}/${key}/${createHash('sha256').update(manifest).digest('hex').slice(0, SUM_SHOWN)}/`;

/** What a bucket has under a key. `manifest`: undefined where it is none of this version. */
interface InBucket { text: Uint8Array; place: string; manifest: RunManifest | undefined; sizes: ReadonlyMap<string, number>; isWhole: boolean }

async function resultIn(bucket: Bucket, key: string): Promise<InBucket | undefined> {
  const text = await bucket.get(`results/${key}/manifest.json`);
  if (!text) return undefined;
  const manifest = manifestFrom(text), place = placeOf('results', key, text), sizes = await bucket.sizes(place);
  return { text, place, manifest, sizes, isWhole: manifest?.key === key && Object.entries(manifest.filesBytes).every(([name, bytes]) => sizes.get(name) === bytes) };
}

/** Whether the bucket now has this result, from us or from another worker; if not, it keeps the different one that it had. What it had and is not whole makes room. */
async function sendResult(bucket: Bucket, folder: string, manifest: RunManifest): Promise<boolean> {
  const { key, figures: { hash } } = manifest, name = `results/${key}/manifest.json`, text = new Uint8Array(await readFile(join(folder, 'manifest.json')));
  const files = Object.keys(await filesBytesIn(folder)).filter((file) => file !== 'manifest.json');
  const send = (place: string): Promise<void> => eachOf(files, async (file) => bucket.put(place + file, await readFile(join(folder, file))));
  let before = await resultIn(bucket, key);
  if (!before?.isWhole) {
    const place = placeOf('results', key, text);
    await send(place);
    if (!before && await bucket.putFirst(name, text)) return true;
    before = await resultIn(bucket, key);
    if (!before?.isWhole) {
      await bucket.put(name, text);
      return true;
    }
    if (before.place !== place) await eachOf(files, (file) => bucket.remove(place + file));
  }
  if (before.manifest!.figures.hash === hash) return true;
  const aside = placeOf('quarantine', key, text);
  await send(aside);
  await bucket.put(`${aside}manifest.json`, text);
  return false;
}

/** Copies a result of the bucket to this machine. Undefined where there is none, or none of this version. */
async function copyResult(bucket: Bucket, local: Store, key: string): Promise<StoredResult | undefined> {
  const found = isKey(key) ? await resultIn(bucket, key) : undefined;
  if (!found?.manifest || !found.isWhole) return undefined;
  const folder = await local.openAside();
  try {
    await fetchFiles(bucket, found, folder);
    await local.keep(folder, found.manifest);
  } finally {
    await local.drop(folder);
  }
  return local.find(key); // Not there where a file was lost on the way: what is not whole is none.
}

async function fetchFiles(bucket: Bucket, { place, sizes, text }: InBucket, folder: string): Promise<void> {
  await eachOf([...sizes.keys()].filter((name) => !name.split('/').includes('..')), async (name) => {
    const bytes = await bucket.get(place + name), path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    if (bytes) await writeFile(path, bytes);
  });
  await writeFile(join(folder, 'manifest.json'), text);
}

function manifestFrom(bytes: Uint8Array): RunManifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined; // No JSON: no manifest.
  }
}

async function eachOf(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
  const next = names.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (const name of next) await work(name); }));
}
