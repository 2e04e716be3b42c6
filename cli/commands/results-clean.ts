import { wordsIn } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import type { Store } from '../../scenarios/runs/store.ts';
import { removeUnused, unusedIn, type Unused } from '../../scenarios/runs/unused.ts';
import { BadInput } from '../bad-input.ts';
import { bytesText } from '../bytes-text.ts';
import { notedReferenceCity } from '../city.ts';
import { theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import { oneByOne, startProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

export interface CleanOptions { olderThan?: string; yes?: boolean }

const DAY_MS = 24 * 3600 * 1000, USUAL_DAYS = 7, LEAST_DAYS = 1, MOST_DAYS = 36_500;

/** `jumeau results clean`: what nothing needs any more, and with --yes its end. Results, comparisons and sweeps are not touched. */
export async function cleanStore(terminal: Terminal, { olderThan, yes = false }: CleanOptions, signal: AbortSignal): Promise<void> {
  const read = makeOptionReader(), days = read.decimal('--older-than', olderThan, LEAST_DAYS, MOST_DAYS) ?? USUAL_DAYS;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  const words = wordsIn(storeWords, terminal.language), store = await theStore(), before = Date.now() - days * DAY_MS, unused = await found(terminal, store, before, signal);
  const gone = yes ? await oneByOne(terminal, words.deleting, unused.length, async (at) => {
    signal.throwIfAborted();
    return removeUnused(store, unused[at]!, before);
  }) : [];
  const told = yes ? unused.filter((_, at) => gone[at]) : unused, bytes = sumOf(told);
  if (terminal.json) return terminal.out(JSON.stringify({ [yes ? 'removed' : 'unused']: told, bytes }));
  if (told.length === 0) return terminal.out(words.nothingUnused(terminal.number(days)));
  for (const room of new Set(told.map((one) => one.room))) {
    const those = told.filter((one) => one.room === room);
    terminal.out(words.room(words.rooms(room), terminal.number(those.length), bytesText(terminal, sumOf(those))));
  }
  terminal.out(yes ? words.freed(bytesText(terminal, bytes)) : words.wouldFree(bytesText(terminal, bytes)));
}

async function found(terminal: Terminal, store: Store, before: number, signal: AbortSignal): Promise<Unused[]> {
  const progress = startProgress(terminal, wordsIn(storeWords, terminal.language).looking);
  try {
    return await unusedIn(store, before, {
      notedCity: (folder) => notedReferenceCity({ folder }),
      onLooked(share) {
        signal.throwIfAborted();
        progress.show(share, '');
      },
    });
  } finally {
    progress.end();
  }
}

const sumOf = (unused: readonly Unused[]): number => unused.reduce((sum, { bytes }) => sum + bytes, 0);
