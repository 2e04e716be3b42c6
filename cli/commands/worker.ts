import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { wordsIn, type WordsOf } from '../../scenarios/language/language.ts';
import { queueWords } from '../../scenarios/language/queue.ts';
import { versions } from '../../scenarios/runs/engine-version.ts';
import { workersFor } from '../../scenarios/runs/pool.ts';
import type { Broker } from '../../scenarios/runs/queue/broker.ts';
import { deadLetters, retryDeadLetters } from '../../scenarios/runs/queue/dead-letters.ts';
import { queueStatus } from '../../scenarios/runs/queue/queue-status.ts';
import { serveQueue, StoreRefused } from '../../scenarios/runs/queue/serve-queue.ts';
import { STORE_FILE } from '../../scenarios/runs/store-id.ts';
import type { Store } from '../../scenarios/runs/store.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { clockText } from '../clock-text.ts';
import { brokerAt, checkQueue } from '../fleet.ts';
import { homeFolder, storeAddress, theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { oneLine } from '../visible-text.ts';

export interface WorkerCommandOptions { queue?: string; workers?: string; store?: string; status?: boolean; deadLetters?: boolean; retry?: boolean }

/** More runs at a time than any machine has cores. */
const MOST_SLOTS = 512;
/** Enough of a key to find it in the store. */
const KEY_SHOWN = 12;
/** Of a name or a reason that lies with broker or store; --json has it whole. */
const MOST_SHOWN = 300;

/** `jumeau worker --queue URL`: computes runs of a queue until it is told to end; or tells of those that were given up. */
export async function workerCommand(terminal: Terminal, options: WorkerCommandOptions, signal: AbortSignal): Promise<void> {
  const reader = makeOptionReader(), slots = reader.whole('--workers', options.workers, 1, MOST_SLOTS) ?? workersFor(Infinity);
  if (reader.problems.length > 0) throw new BadInput(reader.problems);
  await checkQueue(options.queue);
  const asksOnly = options.retry || options.deadLetters || options.status;
  checkThere(options.store);
  const store = await theStore(options.store), broker = await brokerAt(options.queue, store);
  try {
    if (options.retry) await retry(terminal, broker);
    if (options.deadLetters) await tellDeadLetters(terminal, broker);
    if (options.status) await tellStatus(terminal, broker, store);
    if (!asksOnly) await serve(terminal, broker, store, slots, signal);
  } finally {
    await broker.close();
  }
}

/** A worker never makes a store that others should see, nor does who asks how its queue stands: a network folder that is not mounted is an empty one. */
function checkThere(asked: string | undefined): void {
  const address = storeAddress(asked);
  if (!/^s3:/i.test(address) && address !== homeFolder() && !existsSync(join(address, STORE_FILE))) throw badInput('cli-store-none', address);
}

/** Being told to end is how a worker ends: no failure. With --json, a line for each thing that happens. */
async function serve(terminal: Terminal, broker: Broker, store: Store, slots: number, signal: AbortSignal): Promise<void> {
  const words = wordsIn(queueWords, terminal.language), { engine } = versions();
  const say = (line: string, event: object): void => (terminal.json ? terminal.out(JSON.stringify(event)) : terminal.out(line));
  let done = 0, failed = 0;
  try {
    await serveQueue(broker, {
      store, slots, signal,
      onReady() {
        if (!terminal.json) terminal.out(words.storeAt(store.home));
        say(words.listening(broker.place, engine, terminal.number(slots)), { event: 'listening', queue: broker.place, store: store.home, engine, slots });
      },
      onRun({ key, question, seed, wallS, stored, fault }) {
        const ended = fault === undefined ? ++done : ++failed, about = runNamed(words, key, question, seed), seconds = terminal.number(wallS, 1);
        const line = fault !== undefined ? words.runFailed(about, shown(fault)) : stored ? words.runThere(terminal.number(ended), about) : words.runDone(terminal.number(ended), about, seconds);
        say(line, { event: fault === undefined ? 'done' : 'failed', key, question, seed, seconds: wallS, stored, done, failed, ...(fault === undefined ? {} : { reason: fault }) });
      },
    });
  } catch (error) {
    throw error instanceof StoreRefused ? badInput('cli-store-refused', store.home, { cause: error.message }) : error;
  } finally {
    store.dropAside();
  }
  say(words.ended(terminal.number(done), terminal.number(failed)), { event: 'ended', done, failed });
}

/** How the queue stands: what waits, who listens, and how far the runs are that workers have. */
async function tellStatus(terminal: Terminal, broker: Broker, store: Store): Promise<void> {
  const words = wordsIn(queueWords, terminal.language), status = await queueStatus(broker, store), { engine } = versions(), nowMs = Date.now();
  const runs = status.runs.map(({ sinceMs, ...run }) => ({ ...run, forS: sinceMs === undefined ? undefined : Math.max(0, Math.round((nowMs - sinceMs) / 1000)) }));
  if (terminal.json) return terminal.out(JSON.stringify({ queue: broker.place, store: store.home, engine, ...status, runs }));
  const { number } = terminal;
  terminal.out(words.statusOf(broker.place, engine, store.home));
  terminal.out(words.counts(number(status.waiting), number(status.active), number(status.again), number(status.deadLetters)));
  terminal.out(status.workers === 0 ? words.nobody : words.listeners(number(status.workers), number(status.slots)));
  for (const { key, question, seed, forS, simulatedS } of runs) {
    terminal.out(`  ${words.underWay(runNamed(words, key, question, seed), forS === undefined ? '' : number(forS), simulatedS === undefined ? '' : clockText(simulatedS))}`);
  }
  if (status.active > runs.length) terminal.out(`  ${words.moreRuns(number(status.active - runs.length))}`);
  if (status.deadLetters > 0) terminal.out(words.seeDeadLetters);
}

async function tellDeadLetters(terminal: Terminal, broker: Broker): Promise<void> {
  const words = wordsIn(queueWords, terminal.language), { letters, count } = await deadLetters(broker);
  if (terminal.json) return terminal.out(JSON.stringify({ count, deadLetters: letters.map(({ key, seed, attempts, reason, atMs }) => ({ key, seed, attempts, reason, at: atMs === undefined ? null : new Date(atMs).toISOString() })) }));
  if (count === 0) return terminal.out(words.noDeadLetters);
  terminal.out(words.deadLetterCount(terminal.number(count)));
  for (const { key, seed, attempts, reason } of letters) terminal.out(`  ${words.deadLetter(key === undefined ? words.foreignJob : words.givenUp(key.slice(0, KEY_SHOWN), String(seed)), terminal.number(attempts), shown(reason))}`);
  terminal.out(words.howToRetry);
}

const shown = (text: string): string => oneLine(text, MOST_SHOWN);
const runNamed = (words: WordsOf<typeof queueWords>, key: string | undefined, question: string | undefined, seed: number | undefined): string => (key === undefined ? words.foreignJob : words.run(key.slice(0, KEY_SHOWN), shown(question ?? '?'), String(seed)));

async function retry(terminal: Terminal, broker: Broker): Promise<void> {
  const retried = await retryDeadLetters(broker), words = wordsIn(queueWords, terminal.language);
  terminal.out(terminal.json ? JSON.stringify({ retried }) : words.retried(terminal.number(retried)));
}
