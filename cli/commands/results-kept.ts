import { nearName } from '../../scenarios/changes/near-name.ts';
import { keptWords } from '../../scenarios/language/kept.ts';
import { textIn, wordsIn } from '../../scenarios/language/language.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { bytesText } from '../bytes-text.ts';
import { confirmed } from '../confirmed.ts';
import { theStore } from '../home.ts';
import { allKept, removeKept, type Kept } from '../kept.ts';
import { keptDays } from '../kept-number.ts';
import { oneByOne } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** `jumeau results --kept`: comparisons, reports on priority and sweeps, the newest first. */
export async function tellKept(terminal: Terminal): Promise<void> {
  const kept = await allKept((await theStore()).folder), words = wordsIn(keptWords, terminal.language);
  if (terminal.json) return terminal.out(JSON.stringify({ kept: kept.map(({ keptMs, ...one }) => ({ ...one, keptAt: new Date(keptMs).toISOString() })) }));
  if (kept.length === 0) return terminal.out(words.none);
  const rows = kept.map(({ kind, title, city, bytes, keptMs }) => ({ keptMs, title: title ? textIn(title, terminal.language) : words.untitled, about: [words.kinds(kind), city, bytesText(terminal, bytes)].filter((text) => text !== '').join(', '), kind, city }));
  const days = keptDays(rows.map(({ keptMs, title, kind, city }) => ({ keptMs, text: [title, kind, city].join() })));
  for (const [at, { title, about }] of rows.entries()) terminal.out(`${terminal.bold(kept[at]!.id)}  ${title}  ${terminal.faint(`${about}, ${days[at]}`)}`);
}

/** `jumeau results delete --kept ID ...`: those named by the starts of their numbers. Asks first. The results that they are made of stay. */
export async function deleteKept(terminal: Terminal, starts: readonly string[], yes: boolean, signal: AbortSignal): Promise<void> {
  if (starts.length === 0) throw badInput('kept-delete-what', 'results delete --kept');
  const store = await theStore(), words = wordsIn(keptWords, terminal.language), chosen = keptNamed(await allKept(store.folder), starts), bytes = chosen.reduce((sum, one) => sum + one.bytes, 0);
  if (!yes && !(await confirmed(terminal, words.toDelete(terminal.number(chosen.length), bytesText(terminal, bytes)), chosen.length, signal))) return terminal.json ? terminal.out(JSON.stringify({ deleted: [], bytes: 0 })) : terminal.out(words.nothingDeleted);
  await oneByOne(terminal, words.deleting, chosen.length, async (at) => {
    signal.throwIfAborted();
    await removeKept(store, chosen[at]!);
  });
  if (terminal.json) return terminal.out(JSON.stringify({ deleted: chosen.map(({ id }) => id), bytes }));
  terminal.out(words.deleted(terminal.number(chosen.length), bytesText(terminal, bytes)));
}

/** All that fit none or several are said at once. */
function keptNamed(kept: readonly Kept[], starts: readonly string[]): Kept[] {
  const mistakes: BadInput[] = [];
  const named = starts.flatMap((start) => {
    const found = kept.filter(({ id }) => start !== '' && id.startsWith(start.toLowerCase()));
    if (found.length === 1) return found;
    mistakes.push(found.length === 0
      ? badInput('kept-no-such', start, { near: nearName(start, kept.map(({ id }) => id.slice(0, start.length))) ?? '' })
      : badInput('store-ambiguous-key', start, { count: found.length, first: found[0]!.id.slice(0, start.length + 4), second: found[1]!.id.slice(0, start.length + 4) }));
    return [];
  });
  if (mistakes.length > 0) throw new BadInput(mistakes.flatMap(({ problems }) => problems));
  return [...new Set(named)];
}
