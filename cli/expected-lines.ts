import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { expectationWords } from '../scenarios/language/expectations.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { expectedOfOtherSpan, heldExpectations, saidExpectation } from '../scenarios/saved/expectations.ts';
import type { SavedComparison } from '../scenarios/saved/saved-comparison.ts';
import type { Terminal } from './terminal.ts';

/** What was expected beside what was found, a line each; none where nothing was expected. */
export function expectedLines(terminal: Terminal, saved: SavedComparison, comparisons: readonly Comparison[]): string[] {
  const { language, numbers } = terminal, words = wordsIn(expectationWords, language), held = heldExpectations(saved.expected, comparisons), span = expectedOfOtherSpan(saved);
  if (held.length === 0) return [];
  const lines = held.map((one) => {
    const { title, expected, found, outcome, sign } = saidExpectation(one, language);
    return terminal.spaced(`  ${sign} ${words.line(title, expected, found, one.outcome === 'as-expected' ? outcome : terminal.bold(outcome))}`);
  });
  return ['', terminal.bold(words.heading), ...lines, ...(span ? [`  ${terminal.faint(words.otherSpan(span.from, numbers.lasting(span.hours)))}`] : [])];
}
