// PostgreSQL and Redis as people run them, each in a folder and on a port of its own, on loopback, gone when the test is over.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';

// What `npm test` installs them by, plain JavaScript without types.
const setup = '../../cli/setup/brokers.mjs';
const { findPostgres, findRedis } = (await import(setup)) as { findPostgres(): string | undefined; findRedis(): string | undefined };

export interface BrokerServer {
  url: string;
  /** Forgets everything, as an operator does by mistake. */
  wipe(): Promise<void>;
  /** Is gone at once, as at a loss of power; and comes back at the same place. */
  kill(): Promise<void>;
  again(): Promise<void>;
  stop(): Promise<void>;
}

export type BrokerKind = 'PostgreSQL' | 'Redis';

/** Which brokers can be started here. Where tests count, both must. */
export const brokerKinds: readonly { kind: BrokerKind; missing: boolean }[] = (['PostgreSQL', 'Redis'] as const).map((kind) => {
  const missing = (kind === 'PostgreSQL' ? findPostgres() : findRedis()) === undefined;
  if (missing && process.env['CI'] === 'true') throw new Error(`${kind} is not installed`);
  return { kind, missing };
});

export const startBroker = (kind: BrokerKind): Promise<BrokerServer> => (kind === 'PostgreSQL' ? startPostgres() : startRedis());

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package has made, or as nobody. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      continue; // No such user here.
    }
  }
  return undefined;
}

/** PostgreSQL with TLS and a certificate that it signed itself, as packages set it up, and the file of it. */
export async function startTlsPostgres(): Promise<BrokerServer & { certificate: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-tls-')), [certificate, key] = [join(folder, 'server.crt'), join(folder, 'server.key')], user = ordinaryUser();
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=broker', '-addext', 'subjectAltName=IP:127.0.0.1', '-out', certificate, '-keyout', key], { stdio: 'ignore' });
  if (user) for (const path of [folder, certificate, key]) chownSync(path, user.uid, user.gid);
  const server = await startPostgres(['-c', 'ssl=on', '-c', `ssl_cert_file=${certificate}`, '-c', `ssl_key_file=${key}`]);
  return { ...server, certificate, stop: () => server.stop().finally(() => rmSync(folder, { recursive: true, force: true })) };
}

async function startPostgres(more: readonly string[] = []): Promise<BrokerServer> {
  const programs = findPostgres()!, folder = mkdtempSync(join(tmpdir(), 'jumeau-postgres-')), data = join(folder, 'data'), user = ordinaryUser(), port = await freePort();
  if (user) chownSync(folder, user.uid, user.gid);
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'jumeau', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'], { ...user, cwd: folder, stdio: 'ignore' });
  // Without fsync: what a power cut would lose is not what is tested here.
  const start = (): ChildProcess => spawn(join(programs, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', '-F', '-c', 'max_connections=60', ...more], { ...user, cwd: folder, stdio: 'ignore' });
  const url = `postgres://jumeau@127.0.0.1:${port}/postgres`;
  const ask = async (question: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(question).finally(() => client.end());
  };
  return running(start, 'SIGINT', folder, { url, wipe: () => ask('drop schema bullmq cascade'), answers: () => ask('select 1') });
}

async function startRedis(): Promise<BrokerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-redis-')), port = await freePort(), url = `redis://127.0.0.1:${port}`;
  const start = (): ChildProcess => spawn(findRedis()!, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' });
  const ask = async (work: (client: Redis) => Promise<unknown>): Promise<void> => {
    const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await work(client);
    } finally {
      client.disconnect();
    }
  };
  return running(start, 'SIGTERM', folder, { url, wipe: () => ask((client) => client.flushall()), answers: () => ask((client) => client.ping()) });
}

async function untilItAnswers(ask: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
  }
}

async function running(start: () => ChildProcess, end: NodeJS.Signals, folder: string, { url, wipe, answers }: { url: string; wipe: () => Promise<void>; answers: () => Promise<void> }): Promise<BrokerServer> {
  let server = start();
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => server.once('close', resolve));
    if (server.exitCode === null && server.signalCode === null && server.kill(signal)) await ended;
  };
  await untilItAnswers(answers);
  return {
    url, wipe,
    // PostgreSQL's own word for it: SIGKILL would leave its other processes behind.
    kill: () => stop(end === 'SIGINT' ? 'SIGQUIT' : 'SIGKILL'),
    async again() {
      server = start();
      await untilItAnswers(answers);
    },
    async stop() {
      await stop(end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
