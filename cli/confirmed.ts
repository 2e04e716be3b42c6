import { createInterface } from 'node:readline/promises';
import { wordsIn } from '../scenarios/language/language.ts';
import { storeWords } from '../scenarios/language/store.ts';
import { badInput } from './bad-input.ts';
import type { Terminal } from './terminal.ts';

/** Asks on the terminal whether so many are to be deleted; where nobody is, a script has to say that it means it. */
export async function confirmed(terminal: Terminal, question: string, count: number, signal: AbortSignal): Promise<boolean> {
  const words = wordsIn(storeWords, terminal.language);
  if (!process.stdin.isTTY || terminal.json) throw badInput('store-needs-yes', 'results delete', { count });
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(question, { signal });
    return words.yesAnswers.split(' ').includes(answer.trim().toLowerCase());
  } finally {
    asking.close();
  }
}
