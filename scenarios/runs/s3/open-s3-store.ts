import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { manifestSchema, type RunManifest } from '../manifest.ts';
import { filesBytesIn } from '../result-files.ts';
import { openStore, type Store, type StoredResult } from '../store.ts';
import type { Bucket } from './bucket.ts';

/**
 * A store in a bucket, for machines that share no folder. What this machine has read or written lies in a folder as well: a copy that may be deleted at will.
 *
 *     twins/<hash>.twin, inputs/<sha256>
 *     results/<key>/manifest.json             whole from the moment that this is there: it is written last, and once
 *     results/<key>/<start of hash>/<file>    two workers that had the same run write the same bytes; if not, to different names
 *     quarantine/<key>/<start of hash>/...    a second result that differs from the first
 */

/** Requests for one result at a time. */
const AT_ONCE = 8;
/** Enough of a hash to tell two results of one key apart. */
const HASH_SHOWN = 16;

/** Opens the store in `bucket`; `home`: where copies of this machine lie, which `list`, `verify` and `remove` are about. Methods reject with BucketFault, and this one where the bucket cannot be read. */
export async function openS3Store(bucket: Bucket, home: string): Promise<Store> {
  const local = await openStore(join(home, 'buckets', createHash('sha256').update(bucket.address).digest('hex').slice(0, 12)));
  await bucket.get('results/'); // No such object: a bucket that can be read says so.
  const find = async (key: string): Promise<StoredResult | undefined> => await local.find(key) ?? fetchResult(bucket, local, key);
  return {
    ...local,
    home: bucket.address,
    find,
    async keepTwin(hash, bytes) {
      await bucket.putFirst(`twins/${hash}.twin`, bytes);
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
      await bucket.putFirst(`inputs/${hash}`, bytes);
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
      const before = await sendResult(bucket, aside, manifest);
      if (before === undefined) return local.keep(aside, manifest);
      await rm(aside, { recursive: true, force: true });
      const first = await find(manifest.key);
      if (!first) throw new Error(`results/${manifest.key} has a manifest and lacks files`);
      return first;
    },
  };
}

const placeOf = ({ key, figures: { hash } }: RunManifest): string => `${key}/${hash.slice(0, HASH_SHOWN)}`;

/** Undefined when the bucket now has this result, from us or from another worker; else the manifest of the different one that it had, and keeps. */
async function sendResult(bucket: Bucket, folder: string, manifest: RunManifest): Promise<RunManifest | undefined> {
  const names = Object.keys(await filesBytesIn(folder)).filter((name) => name !== 'manifest.json'), text = await readFile(join(folder, 'manifest.json'));
  await eachOf(names, async (name) => bucket.put(`results/${placeOf(manifest)}/${name}`, await readFile(join(folder, name))));
  if (await bucket.putFirst(`results/${manifest.key}/manifest.json`, text)) return undefined;
  const before = manifestFrom(await bucket.get(`results/${manifest.key}/manifest.json`));
  if (!before) throw new Error(`results/${manifest.key}/manifest.json is none of this version`);
  if (before.figures.hash === manifest.figures.hash) return undefined;
  await eachOf(names, async (name) => {
    await bucket.put(`quarantine/${placeOf(manifest)}/${name}`, await readFile(join(folder, name)));
    await bucket.remove(`results/${placeOf(manifest)}/${name}`);
  });
  await bucket.put(`quarantine/${placeOf(manifest)}/manifest.json`, text);
  return before;
}

/** Copies a result of the bucket to this machine. Undefined where there is none, or none of this version. */
async function fetchResult(bucket: Bucket, local: Store, key: string): Promise<StoredResult | undefined> {
  const text = await bucket.get(`results/${key}/manifest.json`), manifest = manifestFrom(text);
  if (!text || !manifest || manifest.key !== key) return undefined;
  const folder = await local.openAside(), start = `results/${placeOf(manifest)}/`, names: string[] = [];
  for await (const name of bucket.list(start)) names.push(name.slice(start.length));
  await eachOf(names.filter((name) => !name.split('/').includes('..')), async (name) => {
    const bytes = await bucket.get(start + name), path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    if (bytes) await writeFile(path, bytes);
  });
  await writeFile(join(folder, 'manifest.json'), text);
  await local.keep(folder, manifest);
  return local.find(key); // Not there where a file was lost on the way: what is not whole is none.
}

function manifestFrom(bytes: Uint8Array | undefined): RunManifest | undefined {
  try {
    return bytes && manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined; // No JSON: no manifest.
  }
}

async function eachOf(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
  const next = names.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (const name of next) await work(name); }));
}
