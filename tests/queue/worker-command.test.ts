// Goal: whoever starts a worker with a wrong address is told what is wrong and what to do, in their language, and no password is shown.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isQueueAddress, queueName } from '../../scenarios/runs/queue/broker.ts';
import { slotsOf, windowFor, workerName } from '../../scenarios/runs/queue/in-flight.ts';
import { isS3Address } from '../../scenarios/runs/s3/bucket.ts';
import { shownAddress } from '../../scenarios/runs/shown-address.ts';

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
