import { versions } from '../scenarios/runs/engine-version.ts';
import { openStore, type Store } from '../scenarios/runs/store.ts';
import type { Broker } from '../scenarios/runs/queue/broker.ts';
import type { OpenQueue } from '../scenarios/runs/queue/open-queue.ts';
import { queueWords } from '../scenarios/language/queue.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { badInput, whenWriting } from './bad-input.ts';
import { homeFolder, theStore } from './home.ts';
import type { Terminal } from './terminal.ts';

/** A note about a fleet that does not work comes once in so long. */
const NOTE_EVERY_MS = 60_000;

/** The address of the queue: as asked, else JUMEAU_QUEUE; undefined where neither names one. */
export const queueAddress = (asked: string | undefined): string | undefined => asked ?? (process.env['JUMEAU_QUEUE'] || undefined);

/** The store at an address, else at JUMEAU_STORE, else the one of this machine. */
export async function storeAt(asked: string | undefined): Promise<Store> {
  const address = asked ?? (process.env['JUMEAU_STORE'] || undefined);
  if (address === undefined) return theStore();
  if (/^s3:/i.test(address)) return bucketStore(address);
  return whenWriting(address, () => openStore(address));
}

async function bucketStore(address: string): Promise<Store> {
  const [{ BucketFault, credentialsIn, isS3Address, openBucket }, { openS3Store }] = await Promise.all([import('../scenarios/runs/s3/bucket.ts'), import('../scenarios/runs/s3/open-s3-store.ts')]);
  if (!isS3Address(address)) throw badInput('cli-store-address', '--store', { value: address });
  const credentials = credentialsIn(process.env);
  if (!credentials) throw badInput('cli-store-credentials', address);
  try {
    return await openS3Store(openBucket(address, credentials, process.env['AWS_REGION'] || undefined), homeFolder());
  } catch (error) {
    throw error instanceof BucketFault ? badInput('cli-store-unreachable', address, { cause: error.message }) : error;
  }
}

/** The broker behind an address; what is wrong with the address, or with the way to it, as a problem. */
export async function brokerAt(asked: string | undefined): Promise<Broker> {
  const { openBroker, isQueueAddress } = await import('../scenarios/runs/queue/broker.ts');
  return reached(asked, isQueueAddress, openBroker);
}

/** A fleet to send runs to, which tells once in a while when nobody takes them. */
export async function fleetAt(terminal: Terminal, asked: string | undefined): Promise<OpenQueue> {
  const [{ isQueueAddress, withoutPassword }, { openQueue }] = await Promise.all([import('../scenarios/runs/queue/broker.ts'), import('../scenarios/runs/queue/open-queue.ts')]);
  const words = wordsIn(queueWords, terminal.language);
  let notedMs = -Infinity;
  const note = (line: string): void => {
    if (performance.now() - notedMs < NOTE_EVERY_MS) return;
    notedMs = performance.now();
    terminal.note(line);
  };
  return reached(asked, isQueueAddress, (url) => openQueue(url, {
    onState({ slots, unreachable }) {
      if (unreachable !== undefined) note(words.brokerAway(withoutPassword(url), unreachable));
      else if (slots === 0) note(words.nobodyListens(withoutPassword(url), versions().engine));
    },
  }));
}

async function reached<T>(asked: string | undefined, isAddress: (url: string) => boolean, open: (url: string) => Promise<T>): Promise<T> {
  const url = queueAddress(asked), { UnreachableBroker } = await import('../scenarios/runs/queue/broker.ts');
  if (url === undefined) throw badInput('cli-queue-missing', '--queue');
  if (!isAddress(url)) throw badInput('cli-queue-address', '--queue', { value: url });
  try {
    return await open(url);
  } catch (error) {
    throw error instanceof UnreachableBroker ? badInput('cli-queue-unreachable', error.place, { cause: error.message }) : error;
  }
}
