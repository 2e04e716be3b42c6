// Goal: whoever starts a worker with a wrong address is told what is wrong and what to do, in their language; no password is shown, and nothing that others put into a queue is obeyed by a terminal.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTerminal } from '../../cli/terminal.ts';
import { oneLine } from '../../cli/visible-text.ts';
import { isQueueAddress, queueName, type Broker } from '../../scenarios/runs/queue/broker.ts';
import { deadLetters } from '../../scenarios/runs/queue/dead-letters.ts';
import { slotsOf, windowFor, workerName } from '../../scenarios/runs/queue/in-flight.ts';
import { queueStatus } from '../../scenarios/runs/queue/queue-status.ts';
import { isS3Address } from '../../scenarios/runs/s3/bucket.ts';
import { shownAddress } from '../../scenarios/runs/shown-address.ts';
import { brokerKinds, startBroker, startTlsPostgres } from './broker-servers.ts';

const command = fileURLToPath(new URL('../../dist/jumeau.js', import.meta.url));
let home: string;
beforeAll(() => { home = mkdtempSync(join(tmpdir(), 'jumeau-worker-')); });
afterAll(() => rmSync(home, { recursive: true, force: true }));

const worker = (...options: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [command, 'worker', ...options], { env: { ...process.env, JUMEAU_HOME: home, JUMEAU_QUEUE: '' }, encoding: 'utf8' });
  return { status, stderr: stderr.replace(/[\u202f\u00a0]/g, ' ') };
};

test('no address, and one of something else', () => {
  expect(worker('--lang', 'en')).toEqual({ status: 1, stderr: expect.stringContaining('--queue: no queue is named') });
  expect(worker('--lang', 'fr', '--queue', 'http://machine')).toEqual({ status: 1, stderr: expect.stringContaining('« http://machine » n’est pas l’adresse d’une file') });
});

test('a broker that is not there, with its place and without its password', () => {
  const { status, stderr } = worker('--lang', 'en', '--queue', 'postgres://jumeau:secret@127.0.0.1:1/jumeau');
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/postgres:\/\/jumeau:\*\*\*@127\.0\.0\.1:1\/jumeau: the queue does not answer \(.*ECONNREFUSED/) });
  expect(stderr).not.toContain('secret');
});

describe.skipIf(brokerKinds.some(({ kind, missing }) => kind === 'PostgreSQL' && missing))('sslmode is what PostgreSQL means by it, and nothing of a library is printed', () => {
  beforeAll(() => { spawnSync(process.execPath, [command, 'results'], { env: { ...process.env, JUMEAU_HOME: home } }); });

  test('beside a certificate that the server signed itself: taken unasked, checked, or refused for what it is', async () => {
    const { url, certificate, stop } = await startTlsPostgres(), status = (mode: string) => worker('--status', '--lang', 'en', '--queue', `${url}?sslmode=${mode}`);
    try {
      const done = { status: 0, stderr: '' };
      expect(['require', `verify-full&sslrootcert=${certificate}`, `verify-ca&sslrootcert=${certificate}`].map(status)).toEqual([done, done, done]);
      expect(status('verify-full')).toEqual({ status: 1, stderr: expect.stringMatching(/the certificate of the server is not accepted \(self-signed certificate\).*sslrootcert=/) });
      for (const mode of ['verify-ca', 'verify-full&sslrootcert=/nowhere/ca.pem']) expect(status(mode)).toEqual({ status: 1, stderr: expect.stringContaining('the certificate of the server cannot be checked (') });
    } finally {
      await stop();
    }
  });

  test('where the server has no TLS: said, with what to do', async () => {
    const { url, stop } = await startBroker('PostgreSQL');
    try {
      expect(worker('--status', '--lang', 'fr', '--queue', `${url}?sslmode=require`)).toEqual({ status: 1, stderr: expect.stringMatching(/le serveur ne parle pas TLS.*ssl = on/) });
    } finally {
      await stop();
    }
  });
});

test('addresses of brokers', () => {
  expect(['postgres://a/b', 'postgresql://a', 'redis://a:6379', 'rediss://a'].filter(isQueueAddress).length).toBe(4);
  expect(['', 'a', 'mysql://a', 'postgres', 's3://a'].filter(isQueueAddress)).toEqual([]);
});

test('an address is shown without passwords, wherever it carries one; a bucket takes none', () => {
  expect(shownAddress('rediss://:p%40ss@host:1/2')).toBe('rediss://:***@host:1/2');
  expect(shownAddress('postgres://host/base?user=jumeau&password=secret&sslmode=require')).toBe('postgres://host/base?user=jumeau&password=***&sslmode=require');
  expect(shownAddress('s3://b/p?endpoint=https://me:secret@host&region=r')).toBe('s3://b/p?endpoint=https://me:***@host/&region=r');
  expect(shownAddress('s3://me:secret@b/p')).toBe('s3://me:***@b/p');
  expect(shownAddress('postgres://me:sec:ret@host:port:1/x')).not.toContain('ret@');
  expect(['s3://b', 's3://b/p%C3%A9?endpoint=http://127.0.0.1:9000&region=r'].map(isS3Address)).toEqual([true, true]);
  expect(['s3://b/%zz', 's3://b/%ff', 's3://me:secret@b/p', 's3://b?endpoint=https://me:secret@host', 's3://b?endpoint=host'].map(isS3Address)).toEqual([false, false, false, false, false]);
});

test.each([['to work', []], ...['--status', '--dead-letters', '--retry'].map((option) => [option, [option]] as const)] as const)('a worker makes no store where others should see one: a folder that is not mounted is an empty one (%s)', (_, asks) => {
  const empty = mkdtempSync(join(tmpdir(), 'jumeau-unmounted-'));
  try {
    expect(worker('--lang', 'en', '--queue', 'postgres://127.0.0.1:1/jumeau', '--store', empty, ...asks)).toEqual({ status: 1, stderr: expect.stringContaining(`${empty}: there is no store here`) });
    expect(readdirSync(empty)).toEqual([]);
  } finally {
    rmSync(empty, { recursive: true });
  }
});

describe('what others put into broker or store is told as what it is', () => {
  // A terminal obeys these: a window's title, a cleared screen, eight-bit controls, a line that runs backwards.
  const hostile = '\x1b]0;owned\x07\x1b[2J\x9b2J\u202e\r', data = { format: 1, key: 'ab'.repeat(20), twin: 'ab'.repeat(20), asked: 'cd'.repeat(20), seed: 7, engine: '1.0.0+test', anew: false };
  const jobs = [{ data }, { data: { ...data, key: hostile } }, { data: { ...data, seed: hostile.repeat(1000) } }, { data: null }, { data, progress: null }, { data, progress: { timeS: 'x' } }, { data, processedOn: Infinity }, { data: 'a text', processedOn: 'soon' }]
    .map((job) => ({ attemptsMade: 3, processedOn: 1000, finishedOn: 2000, progress: { timeS: 25_200 }, failedReason: hostile, ...job }));
  const broker = { queue: { getJobCounts: async () => ({ active: jobs.length }), getWorkers: async () => [], getActive: async () => jobs, getFailedCount: async () => jobs.length, getFailed: async () => jobs } } as unknown as Broker;
  const asStored = (text: string) => ({ readInput: async () => new TextEncoder().encode(text) });

  test('jobs of this version with their key and seed, others as jobs without', async () => {
    const { runs } = await queueStatus(broker, asStored('no JSON')), { letters } = await deadLetters(broker), { key, seed } = data, none = { key: undefined, seed: undefined };
    expect(runs.filter((run) => run.key !== undefined)).toEqual([[1000, 25_200], [1000, undefined], [1000, undefined], [undefined, 25_200]].map(([sinceMs, simulatedS]) => ({ key, seed, question: undefined, sinceMs, simulatedS })).sort((one, other) => (one.sinceMs ?? 0) - (other.sinceMs ?? 0)));
    expect(runs.filter((run) => run.key === undefined)).toEqual([undefined, 1000, 1000, 1000].map((sinceMs) => ({ ...none, question: undefined, sinceMs, simulatedS: 25_200 })));
    expect(letters).toEqual(jobs.map((job) => ({ ...([1, 2, 3, 7].includes(jobs.indexOf(job)) ? none : { key, seed }), attempts: 3, reason: hostile, atMs: 2000 })));
  });

  test('a question by its name in the store, once however many runs it has', async () => {
    let reads = 0;
    const asked = JSON.stringify({ city: 'Bourg', synthetic: true, scenario: hostile, changes: [], settings: { fromS: 0, untilS: 60, stepS: 1, untilAllArrived: false, busPriority: true, replay: false } });
    const { runs } = await queueStatus(broker, { readInput: async () => { reads++; return asStored(asked).readInput(); } });
    expect([reads, runs.filter(({ question }) => question === hostile).length]).toEqual([1, 4]);
  });

  test.each(['fr', 'en'] as const)('in %s on a terminal nothing of it is obeyed, ours is, and JSON stays what it was', (language) => {
    const said: string[] = [], written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0), terminal = openTerminal(language, false);
    try {
      terminal.out(`\x1b[1mbold\x1b[0m ${hostile}`);
      terminal.out(JSON.stringify({ reason: hostile }));
    } finally {
      written.mockRestore();
    }
    expect(said[0]).toBe('\x1b[1mbold\x1b[0m \\u001b]0;owned\\u0007\\u001b[2J\\u009b2J\\u202e\\u000d\n');
    expect([JSON.parse(said[1]!), /[\x7f-\x9f\x1b]/.test(said[1]!)]).toEqual([{ reason: hostile }, false]);
    expect(oneLine(`first\nsecond\r\n  third ${'x'.repeat(10_000)}`, 30)).toBe(`first second third ${'x'.repeat(10)}…`);
  });
});

test('each engine version and each store has a queue of its own, whose name a broker takes and a connection has room for', () => {
  const here = 'ab'.repeat(16), there = 'cd'.repeat(16);
  expect(queueName(here, '0.1.0+6f03d903d2c7')).toMatch(/^[\w.-]+$/);
  expect(new Set([queueName(here, '0.1.0+6f03d903d2c7'), queueName(here, '0.1.0+6f03d903d2c8'), queueName(there, '0.1.0+6f03d903d2c7')]).size).toBe(3);
  expect(`${queueName(here, '10.10.10+6f03d903d2c7')}:w:${workerName(512)}`.length).toBeLessThan(64);
});

test('the window follows the slots that workers tell, within its bounds', () => {
  expect(slotsOf(['jumeau-1:w:x4', 'bull:anVtZWF1:w:x12', undefined, 'a broker that hides its connections'])).toBe(4 + 12 + 1 + 1);
  expect([0, 16, 17, 100, 250, 10_000].map(windowFor)).toEqual([64, 64, 68, 400, 1000, 1000]);
});
