import { createHash } from 'node:crypto';
import { nearName } from '../scenarios/changes/near-name.ts';
import type { RunManifest } from '../scenarios/runs/manifest.ts';
import type { Store } from '../scenarios/runs/store.ts';
import type { ListedResult } from '../scenarios/runs/stored-results.ts';
import { BadInput, badInput } from './bad-input.ts';

/** A result as a table of results has it: without its lists of changes and files, of which a store may have ten thousand. */
export interface ShortResult extends Omit<ListedResult, 'manifest'> {
  /** Undefined: written by another version, or broken. `state`: the same for the same changes. */
  about: (Pick<RunManifest, 'scenario' | 'city' | 'twinHash' | 'settings' | 'engine'> & { hash: string; state: string }) | undefined;
}

export function shortOf({ manifest, ...listed }: ListedResult): ShortResult {
  if (!manifest) return { ...listed, about: undefined };
  const { scenario, city, twinHash, settings, engine, figures: { hash }, changes } = manifest;
  return { ...listed, about: { scenario, city, twinHash, settings, engine, hash, state: createHash('sha256').update(JSON.stringify(changes)).digest('hex') } };
}

/** Everything in the store. */
export async function allResults(store: Store): Promise<ShortResult[]> {
  const listed: ShortResult[] = [];
  for await (const one of store.list()) listed.push(shortOf(one));
  return listed;
}

/** Results by the starts of their keys, as people type them; all that fit none or several are said at once. */
export function resultsNamed<T extends { key: string }>(listed: readonly T[], starts: readonly string[]): T[] {
  const mistakes: BadInput[] = [];
  const named = starts.flatMap((start) => {
    const found = listed.filter(({ key }) => start !== '' && key.startsWith(start.toLowerCase()));
    if (found.length === 1) return found;
    if (found.length > 1) mistakes.push(badInput('store-ambiguous-key', start, { count: found.length, first: found[0]!.key.slice(0, start.length + 4), second: found[1]!.key.slice(0, start.length + 4) }));
    else mistakes.push(badInput('store-no-such-result', start, { near: nearName(start, listed.map(({ key }) => key.slice(0, start.length))) ?? '' }));
    return [];
  });
  if (mistakes.length > 0) throw new BadInput(mistakes.flatMap(({ problems }) => problems));
  return [...new Set(named)];
}

/** One whole result by the start of its key: no other is read. */
export async function resultNamed(store: Store, start: string): Promise<ListedResult & { manifest: RunManifest }> {
  const [{ key }] = resultsNamed((await store.keys()).map((one) => ({ key: one })), [start]) as [{ key: string }], found = await store.listed(key);
  if (!found) throw badInput('store-no-such-result', start, { near: '' });
  if (!found.manifest) throw badInput('store-other-version', key);
  return { ...found, manifest: found.manifest };
}
