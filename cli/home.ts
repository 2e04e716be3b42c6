import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shownAddress } from '../scenarios/runs/shown-address.ts';
import { openStore, type Store } from '../scenarios/runs/store.ts';
import { badInput, whenWriting } from './bad-input.ts';

/** Where this machine keeps things, the store too where no other is named: JUMEAU_HOME, else .jumeau in the checkout, else .jumeau in the person's home. */
export function homeFolder(): string {
  const asked = process.env['JUMEAU_HOME'];
  if (asked) return asked;
  // From cli/home.ts or dist/jumeau.js one folder up, from a part of the bundle two.
  const checkout = ['../', '../../'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find((folder) => existsSync(join(folder, 'cli/main.ts')));
  return join(checkout ?? homedir(), '.jumeau');
}

let opened: Promise<Store> | undefined;

/** Where the store of this process is: as asked, else JUMEAU_STORE, else the folder of this machine. One rule for every command. */
export const storeAddress = (asked?: string): string => asked ?? (process.env['JUMEAU_STORE'] || homeFolder());

/** The store of this process: opened once, by the first command that needs it. */
export function theStore(asked?: string): Promise<Store> {
  const address = storeAddress(asked);
  opened ??= /^s3:/i.test(address) ? bucketStore(address) : whenWriting(address, () => openStore(address));
  return opened;
}

async function bucketStore(address: string): Promise<Store> {
  const [{ BucketFault, credentialsIn, isS3Address, openBucket }, { openS3Store }] = await Promise.all([import('../scenarios/runs/s3/bucket.ts'), import('../scenarios/runs/s3/open-s3-store.ts')]);
  if (!isS3Address(address)) throw badInput('cli-store-address', '--store', { value: shownAddress(address) });
  const credentials = credentialsIn(process.env);
  if (!credentials) throw badInput('cli-store-credentials', shownAddress(address));
  try {
    return await openS3Store(openBucket(address, credentials, process.env['AWS_REGION'] || undefined), homeFolder());
  } catch (error) {
    throw error instanceof BucketFault ? badInput('cli-store-unreachable', shownAddress(address), { cause: error.message }) : error;
  }
}

/** Removes what was begun and not finished, if the store was opened at all. */
export async function dropUnfinished(): Promise<void> {
  (await opened?.catch(() => undefined))?.dropAside();
}
