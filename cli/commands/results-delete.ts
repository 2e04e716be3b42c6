import { wordsIn } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { versions } from '../../scenarios/runs/engine-version.ts';
import { allResults, resultsNamed, type ShortResult } from '../asked-result.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { bytesText } from '../bytes-text.ts';
import { confirmed } from '../confirmed.ts';
import { theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import { oneByOne } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { deleteKept } from './results-kept.ts';
import { fits, sumOf, type ResultFilter } from './results.ts';

export interface DeleteOptions extends ResultFilter { olderThan?: string; unusedEngine?: boolean; yes?: boolean; kept?: boolean }

const DAY_MS = 24 * 3600 * 1000, MOST_DAYS = 36_500;

/** `jumeau results delete`: those named, or those that all conditions fit. Asks first. */
export async function deleteResults(terminal: Terminal, keys: readonly string[], options: DeleteOptions, signal: AbortSignal): Promise<void> {
  if (options.kept && [options.question, options.city, options.olderThan, options.unusedEngine].some((one) => one !== undefined)) throw badInput('kept-no-conditions', 'results delete --kept');
  if (options.kept) return deleteKept(terminal, keys, options.yes ?? false, signal);
  const words = wordsIn(storeWords, terminal.language), fit = readConditions(keys, options);
  const store = await theStore(), all = await allResults(store), chosen = keys.length > 0 ? resultsNamed(all, keys) : all.filter(fit);
  if (chosen.length > 0 && !options.yes && !(await confirmed(terminal, words.toDelete(terminal.number(chosen.length), bytesText(terminal, sumOf(chosen))), chosen.length, signal))) return terminal.json ? terminal.out(JSON.stringify({ deleted: [], bytes: 0 })) : terminal.out(words.nothingDeleted);
  const freed = await oneByOne(terminal, words.deleting, chosen.length, async (at) => {
    signal.throwIfAborted();
    return store.remove(chosen[at]!.key);
  });
  const deleted = chosen.filter((_, at) => freed[at] !== undefined).map(({ key }) => key), bytes = freed.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (terminal.json) return terminal.out(JSON.stringify({ deleted, bytes }));
  terminal.out(deleted.length === 0 ? words.nothingDeleted : words.deleted(terminal.number(deleted.length), bytesText(terminal, bytes)));
}

function readConditions(keys: readonly string[], options: DeleteOptions): (listed: ShortResult) => boolean {
  const { question, city, olderThan, unusedEngine } = options, hasConditions = [question, city, olderThan, unusedEngine].some((one) => one !== undefined);
  const read = makeOptionReader(), days = read.decimal('--older-than', olderThan, 0, MOST_DAYS);
  if (read.problems.length > 0) throw new BadInput(read.problems);
  if (keys.length > 0 && hasConditions) throw badInput('store-delete-both', 'results delete');
  if (keys.length === 0 && !hasConditions) throw badInput('store-delete-what', 'results delete');
  const before = days === undefined ? Infinity : Date.now() - days * DAY_MS, { engine } = versions();
  return (listed) => fits(options)(listed) && listed.keptMs < before && (!unusedEngine || listed.about?.engine !== engine);
}
