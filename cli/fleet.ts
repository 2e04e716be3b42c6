import { versions } from '../scenarios/runs/engine-version.ts';
import { shownAddress } from '../scenarios/runs/shown-address.ts';
import type { Store } from '../scenarios/runs/store.ts';
import type { Broker } from '../scenarios/runs/queue/broker.ts';
import type { OpenQueue } from '../scenarios/runs/queue/open-queue.ts';
import { queueWords } from '../scenarios/language/queue.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { badInput } from './bad-input.ts';
import { homeFolder } from './home.ts';
import type { Terminal } from './terminal.ts';

/** A note about a fleet that does not work comes once in so long. */
const NOTE_EVERY_MS = 60_000;

const UNTRUSTED = { certificate: 'cli-queue-certificate', authority: 'cli-queue-authority', none: 'cli-queue-no-tls' } as const;

/** The address of the queue: as asked, else JUMEAU_QUEUE; undefined where neither names one. */
export const queueAddress = (asked: string | undefined): string | undefined => asked ?? (process.env['JUMEAU_QUEUE'] || undefined);

/** The queue of this store's runs at an address; what is wrong with the address, or with the way to it, as a problem. */
export async function brokerAt(asked: string | undefined, store: Store): Promise<Broker> {
  const { openBroker } = await import('../scenarios/runs/queue/broker.ts');
  return reached(asked, (url) => openBroker(url, store));
}

/** A fleet to send runs to, which tells once in a while when nobody takes them. */
export async function fleetAt(terminal: Terminal, asked: string | undefined, store: Store): Promise<OpenQueue> {
  const { openQueue } = await import('../scenarios/runs/queue/open-queue.ts');
  const words = wordsIn(queueWords, terminal.language);
  // Workers of this machine find it, those of another need a store that both see.
  if (store.home === homeFolder() && !process.env['JUMEAU_STORE']) terminal.note(words.storeOfThisMachine(store.home));
  let notedMs = -Infinity;
  const note = (line: string): void => {
    if (performance.now() - notedMs < NOTE_EVERY_MS) return;
    notedMs = performance.now();
    terminal.note(line);
  };
  return reached(asked, (url) => openQueue(url, store, {
    onState({ slots, unreachable }) {
      if (unreachable !== undefined) note(words.brokerAway(shownAddress(url), unreachable));
      else if (slots === 0) note(words.nobodyListens(shownAddress(url), versions().engine, store.home));
    },
  }));
}

/** Throws BadInput where neither the option nor the environment names a queue, or what they name is none. */
export async function checkQueue(asked: string | undefined): Promise<string> {
  const url = queueAddress(asked), { isQueueAddress } = await import('../scenarios/runs/queue/broker.ts');
  if (url === undefined) throw badInput('cli-queue-missing', '--queue');
  if (!isQueueAddress(url)) throw badInput('cli-queue-address', '--queue', { value: shownAddress(url) });
  return url;
}

async function reached<T>(asked: string | undefined, open: (url: string) => Promise<T>): Promise<T> {
  const url = await checkQueue(asked), { UnreachableBroker } = await import('../scenarios/runs/queue/broker.ts');
  try {
    return await open(url);
  } catch (error) {
    if (!(error instanceof UnreachableBroker)) throw error;
    const { place, tls, message: cause } = error;
    throw badInput(tls === undefined ? 'cli-queue-unreachable' : UNTRUSTED[tls], place, { cause });
  }
}
