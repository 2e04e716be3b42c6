// Goal: a store in a bucket gives every machine the same whole results, takes each once, and sets aside what differs; whoever cannot sign gets nothing.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveSweep } from '../../cli/sweep-saved.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { keyOf } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openBucket, type Bucket } from '../../scenarios/runs/s3/bucket.ts';
import { openS3Store } from '../../scenarios/runs/s3/open-s3-store.ts';
import { openStore, type Store } from '../../scenarios/runs/store.ts';
import { removeUnused, unusedIn } from '../../scenarios/runs/unused.ts';
import { verifyResult } from '../../scenarios/runs/verify-result.ts';
import { smallCity } from '../browser/small-city.ts';
import { signatureOf, startS3, type S3Server } from './s3-server.ts';
import { sharedTown, shortRuns } from './fleet-town.ts';

const key = { accessKeyId: 'jumeau', secretAccessKey: 'a/secret+key', region: 'eu-west-3' };
const folders: string[] = [], newFolder = (): string => folders[folders.push(mkdtempSync(join(tmpdir(), 'jumeau-bucket-'))) - 1]!;
let server: S3Server;
const bucketNamed = (name: string): Bucket => openBucket(server.address(name), key);

beforeAll(async () => { server = await startS3(key); });
afterAll(async () => {
  await server.close();
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

test('the server signs as the example of the S3 documentation does: GET Object', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', amzDate = '20130524T000000Z';
  const headers = { host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9', 'x-amz-content-sha256': empty, 'x-amz-date': amzDate };
  expect(signatureOf({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' },
    { method: 'GET', path: '/test.txt', query: '', headers, signedHeaders: ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'], amzDate, bodySum: empty }))
    .toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

test('objects come back as they were put; of several that put one first, one has done it; lists have several pages', async () => {
  const bucket = openBucket(`${server.address('own')}`.replace('s3://own', 's3://own/a folder/é'), key), bytes = new Uint8Array([0, 255, 10, 13]);
  expect(await bucket.get('none')).toBeUndefined();
  await bucket.put('one/two', bytes);
  expect(await bucket.get('one/two')).toEqual(bytes);
  expect([...server.objects.keys()]).toContain('own/a folder/é/one/two');
  const firsts = await Promise.all(Array.from({ length: 8 }, (_, at) => bucket.putFirst('once', new Uint8Array([at]))));
  expect(firsts.filter((first) => first).length).toBe(1);
  expect(await bucket.get('once')).toEqual(new Uint8Array([firsts.indexOf(true)]));
  for (let at = 0; at < 10; at++) await bucket.put(`many/${at}/x`, bytes);
  const names = async (start: string, asFolders: boolean): Promise<string[]> => { const all: string[] = []; for await (const name of bucket.list(start, asFolders)) all.push(name); return all; };
  expect(await names('many/', true)).toEqual(Array.from({ length: 10 }, (_, at) => `many/${at}/`));
  expect(await names('many/', false)).toEqual(Array.from({ length: 10 }, (_, at) => `many/${at}/x`));
  await bucket.remove('once');
  expect(await bucket.get('once')).toBeUndefined();
});

test('a wrong secret, or nobody there, is a fault that names request and cause', async () => {
  await expect(openBucket(server.address('own'), { ...key, secretAccessKey: 'guessed' }).get('one')).rejects.toThrow(/GET one: 403 SignatureDoesNotMatch/);
  await expect(openBucket('s3://own?endpoint=http://127.0.0.1:2', key).get('one')).rejects.toThrow(/GET one: .*ECONNREFUSED/);
});

test('what one machine computed, another has from the bucket, file by file; what lost a file on the way is no result', async () => {
  const planned = shortRuns(sharedTown(), 2), here = await openS3Store(bucketNamed('runs'), newFolder()), there = await openS3Store(bucketNamed('runs'), newFolder()), folder = await openStore(newFolder());
  const inFolder = await runAll(planned, { store: folder, useStored: true }), inBucket = await runAll(planned, { store: here, useStored: true });
  expect(inBucket.map(({ result }) => result!.manifest.figures)).toEqual(inFolder.map(({ result }) => result!.manifest.figures));
  const [first, second] = inBucket.map(({ result }) => result!), fetched = await there.find(first!.manifest.key);
  const filesIn = (path: string) => readdirSync(path).sort().map((name) => ({ name, bytes: readFileSync(join(path, name)).toString('base64') }));
  expect(filesIn(fetched!.folder)).toEqual(filesIn(first!.folder));
  expect(fetched!.folder).not.toBe(first!.folder);
  const before = server.requests.length;
  expect(await there.find(first!.manifest.key)).toBeDefined();
  expect(server.requests.length).toBe(before);
  const table = [...server.objects.keys()].find((name) => name.includes(second!.manifest.key) && name.endsWith('minutes.parquet'))!;
  server.objects.delete(table);
  expect(await there.find(second!.manifest.key)).toBeUndefined();
});

test('twins and inputs come from the bucket, and none that was altered', async () => {
  const here = await openS3Store(bucketNamed('inputs'), newFolder()), there = await openS3Store(bucketNamed('inputs'), newFolder()), bytes = new TextEncoder().encode('what is asked');
  await here.keepTwin('ab'.repeat(32), bytes);
  expect(await there.readTwin('ab'.repeat(32))).toEqual(bytes);
  expect(await there.readTwin('cd'.repeat(32))).toBeUndefined();
  const hash = await here.keepInput(bytes);
  server.objects.set(`inputs/inputs/${hash}`, Buffer.from('something else'));
  expect(await there.readInput(hash)).toBeUndefined();
  server.objects.set(`inputs/inputs/${hash}`, Buffer.from(bytes));
  expect(await there.readInput(hash)).toEqual(bytes);
});

test('an equal second result is taken for the first; a different one is set aside, and the first stays', async () => {
  const planned = shortRuns(sharedTown(), 1), stores = await Promise.all([1, 2, 3].map(() => openS3Store(bucketNamed('twice'), newFolder())));
  const [one, two] = await Promise.all(stores.slice(0, 2).map((store) => runAll(planned, { store, useStored: false })));
  expect(two![0]!.result!.manifest.figures.hash).toBe(one![0]!.result!.manifest.figures.hash);
  const { manifest } = one![0]!.result!, name = `twice/results/${manifest.key}/manifest.json`, altered = JSON.stringify({ ...manifest, figures: { ...manifest.figures, hash: 'f'.repeat(64) } });
  // The first now says that something else came out: its files with it, which lie under the sum of their manifest.
  const placeOf = (text: string): string => `twice/results/${manifest.key}/${createHash('sha256').update(text).digest('hex').slice(0, 16)}/`, whole = server.objects.get(name)!.toString();
  for (const [path, bytes] of [...server.objects]) if (path.startsWith(placeOf(whole))) server.objects.set(path.replace(placeOf(whole), placeOf(altered)), bytes);
  server.objects.set(name, Buffer.from(altered));
  const [different] = await runAll(planned, { store: stores[2]!, useStored: false });
  expect(different).toMatchObject({ fault: expect.stringContaining(manifest.figures.hash) });
  expect(server.objects.get(name)!.toString()).toBe(altered);
  expect([...server.objects.keys()].filter((path) => path.startsWith(`twice/quarantine/${manifest.key}/`)).length).toBeGreaterThan(1);
});

test('of two equal writers a third machine has a whole result, whose sums fit; what lost a file is finished by the next one; a store is known by its number', async () => {
  const [run] = shortRuns(sharedTown(), 1), stores = await Promise.all([1, 2, 3, 4].map(() => openS3Store(bucketNamed('equal'), newFolder())));
  expect(new Set(stores.map(({ id }) => id)).size).toBe(1);
  expect((await openS3Store(bucketNamed('other'), newFolder())).id).not.toBe(stores[0]!.id);
  for (const store of stores.slice(0, 2)) await runAll([run!], { store, useStored: false });
  const key = keyOf(run!), found = await stores[2]!.find(key);
  expect(found).toBeDefined();
  expect([await stores[2]!.verify(key), (await verifyResult(found!.folder, key))]).toEqual([[], []]);
  const table = [...server.objects.keys()].find((name) => name.startsWith('equal/') && name.endsWith('minutes.parquet'))!;
  server.objects.delete(table);
  expect((await stores[2]!.verify(key)).map(({ code }) => code)).toContain('store-file-missing');
  await runAll([run!], { store: stores[3]!, useStored: true });
  expect(await (await openS3Store(bucketNamed('equal'), newFolder())).find(key)).toBeDefined();
});

test('results of a bucket are listed and removed there, and what this machine keeps beside lies in a folder', async () => {
  const here = await openS3Store(bucketNamed('listed'), newFolder()), there = await openS3Store(bucketNamed('listed'), newFolder());
  const [first, second] = await runAll(shortRuns(sharedTown(), 2), { store: here, useStored: true });
  const keysOf = async (store: Store): Promise<string[]> => { const keys: string[] = []; for await (const { key, manifest } of store.list()) if (manifest) keys.push(key); return keys; };
  const both = [first!, second!].map(({ result }) => result!.manifest.key).sort();
  expect(await keysOf(there)).toEqual(both);
  expect(await there.remove(both[0]!)).toBeGreaterThan(1000);
  expect([...server.objects.keys()].filter((name) => name.startsWith(`listed/results/${both[0]!}`))).toEqual([]);
  expect(await keysOf(there)).toEqual([both[1]]);
  // Of what this machine has of the bucket all may go that nobody has asked for lately; the bucket is not looked at.
  const ago = new Date(Date.now() - 9 * 24 * 3600 * 1000), before = ago.getTime() + 1, search = { notedCity: () => Promise.resolve(undefined), onLooked: () => undefined }, asked = server.requests.length;
  for (const name of readdirSync(here.folder, { recursive: true }) as string[]) utimesSync(join(here.folder, name), ago, ago);
  const unused = await unusedIn(here, before, search), copied = unused.find(({ path }) => path.endsWith(both[1]!))!;
  expect([server.requests.length, unused.map(({ room, path }) => [room, path.startsWith(here.folder)])]).toEqual([asked, unused.map(() => ['buckets', true])]);
  expect([unused.length, await here.find(both[1]!) !== undefined, await removeUnused(here, copied, before), existsSync(copied.path)]).toEqual([2, true, false, true]);
  const kept = await saveSweep(here, 'ab'.repeat(16), { 'sweep.json': '{}' });
  expect([kept.startsWith(here.folder), readFileSync(join(kept, 'sweep.json'), 'utf8')]).toEqual([true, '{}']);
});

test('what a command keeps beside the results of a bucket, the next one finds', async () => {
  const folder = newFolder(), home = newFolder(), command = fileURLToPath(new URL('../../dist/jumeau.js', import.meta.url));
  writeFileSync(join(folder, 'town.twin'), twinToBytes(smallCity()));
  writeFileSync(join(folder, 'night.json'), JSON.stringify([{ change: 'dim-lamps', why: 'a test of what is kept', zone: 'all', from: '23:00', until: '05:00', outputShare: 0.5 }]));
  const env = { ...process.env, JUMEAU_HOME: home, JUMEAU_STORE: server.address('year'), AWS_ACCESS_KEY_ID: key.accessKeyId, AWS_SECRET_ACCESS_KEY: key.secretAccessKey };
  const compared = async (): Promise<number> => {
    await promisify(execFile)(process.execPath, [command, 'compare', 'baseline', 'night.json', '--city', 'town.twin', '--json'], { cwd: folder, env });
    const [bucket] = readdirSync(join(home, 'buckets')), comparisons = join(home, 'buckets', bucket!, 'comparisons'), [id] = readdirSync(comparisons);
    return statSync(join(comparisons, id!, 'comparison.json')).ino;
  };
  const first = await compared();
  expect(await compared()).toBe(first);
});
