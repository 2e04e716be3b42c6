import { randomUUID } from 'node:crypto';
import { isDifferentHash } from '../carry-out.ts';
import { keyOf, type PlannedRun, type RunOutcome, type RunsOptions } from '../planned-run.ts';
import { UnreachableBroker, type Broker } from './broker.ts';
import { slotsOf, windowFor } from './in-flight.ts';
import { listen, type Listener, type News } from './listen.ts';
import { makePacker } from './queued-run.ts';
import { fill, lookAt, send, takeBack, type InFlight, type Sending } from './sending.ts';
import { within } from './within.ts';

/** Most that a broker may be away before the sender gives up. Workers go on meanwhile, and what they finish is in the store. */
const AWAY_AT_MOST_MS = 120_000;
/** A question that the broker has not answered by then counts as asked in vain. */
const ANSWER_WITHIN_MS = 30_000;
/** How often a result is looked for that a worker has reported: a network folder shows it to other machines with delay. */
const LOOKS_FOR_RESULT = 12;
/** Results that are looked for in the store at a time. */
const FINDS_AT_ONCE = 64;

/** What a sender tells while it waits. */
export interface FleetState {
  /** Runs that the fleet computes at once, as far as the broker knows who listens; 0: nobody of this engine version does. */
  slots: number;
  /** Runs that are with the broker and not finished. */
  inFlight: number;
  /** Why the broker cannot be reached at the moment. */
  unreachable?: string | undefined;
}

/** Has the fleet compute what the store lacks; outcomes stand in the order asked for. Aborting takes back what no worker has begun. */
export async function sendRuns(broker: Broker, planned: readonly PlannedRun[], options: RunsOptions, onState?: (state: FleetState) => void): Promise<RunOutcome[]> {
  const outcomes: RunOutcome[] = new Array<RunOutcome>(planned.length);
  const waiting = await lookUp(planned, options, outcomes), pack = makePacker(options.store), inFlight = new Map<string, InFlight>();
  await throughTheFleet({
    broker, options, name: randomUUID().slice(0, 8), waiting, inFlight, unsent: [], window: windowFor(0),
    pack: (places) => pack(planned[places[0]!]!, !options.useStored),
    settle(id, outcome) {
      const places = inFlight.get(id)?.places ?? [];
      inFlight.delete(id);
      for (const place of places) {
        outcomes[place] = outcome;
        if (outcome.result) options.onFinished?.(place, outcome.result, false);
        else if (outcome.fault !== undefined) options.onFailed?.(place, outcome.fault);
      }
    },
  }, onState);
  return outcomes;
}

/** Puts what the store has among the outcomes, and gives what it lacks, each run once, with its places in the list: the first one last. */
async function lookUp(planned: readonly PlannedRun[], { store, useStored, signal, onFinished }: RunsOptions, outcomes: RunOutcome[]): Promise<Sending['waiting']> {
  const missing = new Map<string, number[]>();
  for (let from = 0; from < planned.length; from += FINDS_AT_ONCE) {
    signal?.throwIfAborted();
    const keys = planned.slice(from, from + FINDS_AT_ONCE).map(keyOf);
    const found = await Promise.all(keys.map((key) => (useStored ? store.find(key) : undefined)));
    found.forEach((result, at) => {
      const place = from + at, key = keys[at]!;
      if (!result) return void missing.set(key, [...(missing.get(key) ?? []), place]);
      outcomes[place] = { result, stored: true, problems: [] };
      onFinished?.(place, result, true);
    });
  }
  return [...missing].map(([key, places]) => ({ key, places })).reverse();
}

async function throughTheFleet(sending: Sending, onState?: (state: FleetState) => void): Promise<void> {
  const { inFlight, waiting, broker, options: { signal, onProgress } } = sending, { lookEveryMs, againAfterMs } = broker.pace;
  let listener: Listener | undefined, reachedMs = performance.now(), lookedMs = -Infinity, heard = 0;
  try {
    while (waiting.length + inFlight.size > 0) {
      signal?.throwIfAborted();
      await fill(sending);
      let news: News[] = [], waitMs = lookEveryMs;
      try {
        listener ??= await listen(broker, (id, progress) => inFlight.get(id)?.places.forEach((place) => onProgress?.(place, progress)), signal);
        await within(ANSWER_WITHIN_MS, send(sending), signal);
        if (performance.now() - lookedMs > lookEveryMs) {
          lookedMs = performance.now();
          const slots = slotsOf((await within(ANSWER_WITHIN_MS, broker.queue.getWorkers(), signal)).map(({ rawname }) => rawname));
          sending.window = windowFor(slots);
          onState?.({ slots, inFlight: inFlight.size });
          news = await within(ANSWER_WITHIN_MS, lookAt(sending), signal);
          // Jobs were finished, and nothing was said of any.
          if (heard === 0 && news.some((one) => 'reply' in one)) await listener.again();
          heard = 0;
        }
        reachedMs = performance.now();
      } catch (error) {
        signal?.throwIfAborted();
        if (performance.now() - reachedMs > AWAY_AT_MOST_MS) throw new UnreachableBroker(broker.place, error);
        const cause = new UnreachableBroker(broker.place, error).message;
        onState?.({ slots: 0, inFlight: inFlight.size, unreachable: cause });
        // Away, or wiped: then it lacks what it needs, and has forgotten every job.
        await within(ANSWER_WITHIN_MS, broker.prepare(), signal).then(() => listener?.again()).catch(() => undefined);
        for (const one of inFlight.values()) one.lookedMs = -Infinity;
        lookedMs = -Infinity;
        waitMs = againAfterMs;
      }
      const told = await listener?.news(waitMs, signal) ?? [];
      heard += told.length;
      news.push(...told);
      for (let from = 0; from < news.length; from += FINDS_AT_ONCE) await Promise.all(news.slice(from, from + FINDS_AT_ONCE).map((one) => take(sending, one)));
    }
  } catch (error) {
    await takeBack(sending);
    throw error;
  } finally {
    await listener?.close();
  }
}

/** What a piece of news means for its job. The store has the last word: a result that lies there is done, whatever the broker says. */
async function take({ inFlight, unsent, settle, options: { store, useStored } }: Sending, news: News): Promise<void> {
  const one = inFlight.get(news.id);
  if (!one) return; // Of another sender, or told twice.
  // Of a run that came out in two ways nobody may take the first for the answer.
  if ('fault' in news && (!useStored || isDifferentHash(news.fault))) return settle(news.id, { problems: [], fault: news.fault });
  if ('reply' in news && !news.reply.stored) return settle(news.id, { problems: news.reply.problems });
  const reported = 'reply' in news, result = reported || useStored ? await store.find(one.key) : undefined;
  if (result) return settle(news.id, { result, stored: false, problems: reported ? news.reply.problems : [] });
  if ('fault' in news) return settle(news.id, { problems: [], fault: news.fault });
  if (!reported) return void unsent.push(news.id);
  one.looks++;
  if (one.looks >= LOOKS_FOR_RESULT) settle(news.id, { problems: [], fault: `a worker has reported the result ${one.key}, and ${store.home} does not have it: sender and workers must have the same store` });
}
