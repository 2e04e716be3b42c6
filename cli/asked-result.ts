import { nearName } from '../scenarios/changes/near-name.ts';
import type { Store } from '../scenarios/runs/store.ts';
import type { ListedResult } from '../scenarios/runs/stored-results.ts';
import { BadInput, badInput } from './bad-input.ts';

/** Everything in the store, in memory without its lists of changes and files: what a table of results needs. */
export async function allResults(store: Store): Promise<ListedResult[]> {
  const listed: ListedResult[] = [];
  for await (const one of store.list()) listed.push(one);
  return listed;
}

/** Results by the starts of their keys, as people type them; all that fit none or several are said at once. */
export function resultsNamed(listed: readonly ListedResult[], starts: readonly string[]): ListedResult[] {
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

/** One whole result by the start of its key. */
export async function resultNamed(store: Store, start: string): Promise<ListedResult & { manifest: NonNullable<ListedResult['manifest']> }> {
  const [found] = resultsNamed(await allResults(store), [start]), { manifest } = found!;
  if (!manifest) throw badInput('store-other-version', found!.key);
  return { ...found!, manifest };
}
