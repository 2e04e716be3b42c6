import type { Problem } from '../../engine/foundation/problem.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { inWords, placeOf } from '../../scenarios/language/problems.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { allResults, resultsNamed } from '../asked-result.ts';
import { badInput } from '../bad-input.ts';
import { bytesText } from '../bytes-text.ts';
import { theStore } from '../home.ts';
import { oneByOne } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { sumOf } from './results.ts';

/** `jumeau results verify [KEY...]`: reads every file of these results, or of all; names every fault. */
export async function verifyResults(terminal: Terminal, keys: readonly string[], signal: AbortSignal): Promise<void> {
  const words = wordsIn(storeWords, terminal.language), store = await theStore(), all = await allResults(store), chosen = keys.length > 0 ? resultsNamed(all, keys) : all;
  const faults: (Problem & { key: string })[] = [];
  await oneByOne(terminal, words.verifying, chosen.length, async (at) => {
    signal.throwIfAborted();
    const { key } = chosen[at]!, found = (await store.verify(key)).map((problem) => ({ key, ...problem }));
    faults.push(...found);
    if (!terminal.json) for (const problem of found) terminal.out(terminal.words.saidBy(placeOf(problem, terminal.language), inWords(problem, terminal.language)));
  });
  if (terminal.json) terminal.out(JSON.stringify({ verified: chosen.map(({ key }) => key), faults: faults.map((fault) => ({ ...fault, message: inWords(fault, terminal.language) })) }));
  const broken = new Set(faults.map(({ key }) => key)).size;
  if (broken > 0) throw badInput('store-faults', store.home, { faults: faults.length, results: broken });
  if (!terminal.json) terminal.out(words.allWhole(terminal.number(chosen.length), bytesText(terminal, sumOf(chosen))));
}
