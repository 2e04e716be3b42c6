import { answerSentence } from '../scenarios/compare/answer.ts';
import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { heldExpectations } from '../scenarios/saved/expectations.ts';
import { seedsOf, type SavedComparison, type SavedSide } from '../scenarios/saved/saved-comparison.ts';
import { restsOnNothing, warningsOf } from '../scenarios/saved/warnings.ts';
import { inWords } from '../scenarios/language/problems.ts';
import { unmeasuredOf } from '../scenarios/saved/unmeasured.ts';
import type { Terminal } from './terminal.ts';
import { withinJson } from './within-text.ts';

/** A saved comparison for scripts. `saved`: what `jumeau report` takes for it. */
export function comparisonJson(terminal: Terminal, saved: SavedComparison, comparisons: readonly Comparison[]): object {
  const { id, baseline, scenario } = saved, missing = unmeasuredOf(saved, terminal.language);
  return {
    baseline: baseline.question.name, scenario: scenario.question.name, seeds: seedsOf(saved), saved: id,
    twinHash: baseline.twinHash, ...(scenario.twinHash === baseline.twinHash ? {} : { scenarioTwinHash: scenario.twinHash }),
    hashes: saved.settings ? { baseline: hashesOf(baseline), scenario: hashesOf(scenario) } : { baseline: [], scenario: [] },
    warnings: warningsOf(saved).map((problem) => ({ ...problem, message: inWords(problem, terminal.language) })), restsOnNothing: restsOnNothing(saved),
    answer: answerSentence(comparisons, terminal.language, missing), ...expectedJson(saved, comparisons), ...withinJson(saved, comparisons), indicators: comparisons.map((one) => jsonRow(terminal, one)), unmeasured: missing.map(({ name, why }) => ({ indicator: name, why })),
  };
}

export const jsonRow = ({ language }: Terminal, { indicator: { name, unit, better }, ...rest }: Comparison): object => ({ indicator: name, unit: unit[language], better, ...rest });

/** What was expected, with what came of it; nothing where nothing was. */
const expectedJson = (saved: SavedComparison, comparisons: readonly Comparison[]): object =>
  (saved.expected ? { expected: heldExpectations(saved.expected, comparisons).map(({ expectation: { why: _, ...expectation }, outcome }) => ({ ...expectation, outcome })) } : {});

const hashesOf = ({ runs }: SavedSide): string[] => runs.map(({ hash }) => hash);
