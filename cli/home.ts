import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '../scenarios/runs/store.ts';
import { whenWriting } from './bad-input.ts';

/** Where twins and results are kept: JUMEAU_HOME, else .jumeau in the checkout, else .jumeau in the person's home. */
export function homeFolder(): string {
  const asked = process.env['JUMEAU_HOME'];
  if (asked) return asked;
  // From cli/home.ts or dist/jumeau.js one folder up, from a part of the bundle two.
  const checkout = ['../', '../../'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find((folder) => existsSync(join(folder, 'cli/main.ts')));
  return join(checkout ?? homedir(), '.jumeau');
}

let opened: Promise<Store> | undefined;

/** The store of this process: opened once, by the first command that needs it. */
export function theStore(): Promise<Store> {
  const home = homeFolder();
  opened ??= whenWriting(home, () => openStore(home));
  return opened;
}

/** Removes what was begun and not finished, if the store was opened at all. */
export async function dropUnfinished(): Promise<void> {
  (await opened?.catch(() => undefined))?.dropAside();
}
