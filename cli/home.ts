import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
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

/** Where results are sought and kept by a command that names no other place, where JUMEAU_STORE names one: only a sweep and its workers go there. Undefined where this process opened no store, or both are one. */
export function homeBesideFleet(): string | undefined {
  const ofFleet = process.env['JUMEAU_STORE'], home = homeFolder();
  return opened && ofFleet && resolve(ofFleet) !== resolve(home) ? home : undefined;
}

/** Removes what was begun and not finished, if the store was opened at all. */
export async function dropUnfinished(): Promise<void> {
  (await opened?.catch(() => undefined))?.dropAside();
}
