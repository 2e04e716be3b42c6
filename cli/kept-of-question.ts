import { expectationWords } from '../scenarios/language/expectations.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { changesNothing } from '../scenarios/questions/leading-indicators.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { comparisonIds, findComparison } from '../scenarios/report/comparison-folder.ts';
import { comparisonsOf, headOf, type SavedComparison } from '../scenarios/saved/saved-comparison.ts';
import { expectedLines } from './expected-lines.ts';
import { keptSpan } from './kept-span.ts';
import type { Terminal } from './terminal.ts';

/** Lines of the list at most: `jumeau report` shows all. */
const MOST_SHOWN = 5;

/** The newest first. `shown`: the first of them, whole; one of many seeds is some megabytes. */
export interface KeptOfQuestion { ids: string[]; shown: SavedComparison[] }

/**
 * Comparisons that are kept of a question from a file, the newest first: those of exactly its changes beside a city as it is, whatever the file is called
 * and over whatever span.
 */
export async function keptOfQuestion({ changes }: Question, folder: string): Promise<KeptOfQuestion> {
  const wanted = JSON.stringify(changes), ids: string[] = [], shown: SavedComparison[] = [];
  for (const id of await comparisonIds(folder)) {
    const saved = await findComparison(folder, id);
    if (!saved || !changesNothing(saved.baseline.question) || JSON.stringify(saved.scenario.question.changes) !== wanted) continue;
    ids.push(id);
    if (shown.length < MOST_SHOWN) shown.push(saved);
  }
  return { ids, shown };
}

/** Which there are, and what the newest says of each expectation as the file gives it now. */
export function keptText(terminal: Terminal, file: string, { expected }: Question, { ids, shown }: KeptOfQuestion): string[] {
  const words = wordsIn(expectationWords, terminal.language), [newest] = shown;
  if (!newest) return ['', terminal.faint(words.keptNone(file))];
  const held = expectedLines(terminal, { ...newest, ...(expected && { expected: [...expected] }) }, comparisonsOf(newest));
  return ['', terminal.bold(words.keptOf(ids.length)), ...shown.map(headOf).map((head) => `  ${terminal.bold(head.id)}  ${head.city}, ${keptSpan(terminal, head)}`), ...(expected ? ['', words.newest(newest.id), ...held.slice(2)] : [])];
}
