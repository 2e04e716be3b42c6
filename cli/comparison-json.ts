import { answerSentence } from '../scenarios/compare/answer.ts';
import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { heldExpectations } from '../scenarios/saved/expectations.ts';
import { seedsOf, type SavedComparison, type SavedSide } from '../scenarios/saved/saved-comparison.ts';
import type { Terminal } from './terminal.ts';
import { withinJson } from './within-text.ts';

/** A saved comparison for scripts. `saved`: what `jumeau report` takes for it. */
export function comparisonJson(terminal: Terminal, saved: SavedComparison, comparisons: readonly Comparison[]): object {
  const { id, baseline, scenario } = saved;
  return {
    baseline: baseline.question.name, scenario: scenario.question.name, seeds: seedsOf(saved), saved: id,
    twinHash: baseline.twinHash, ...(scenario.twinHash === baseline.twinHash ? {} : { scenarioTwinHash: scenario.twinHash }),
    hashes: saved.settings ? { baseline: hashesOf(baseline), scenario: hashesOf(scenario) } : { baseline: [], scenario: [] },
    answer: answerSentence(comparisons, terminal.language), ...expectedJson(saved, comparisons), ...withinJson(saved, comparisons), indicators: comparisons.map((one) => jsonRow(terminal, one)),
  };
}

export const jsonRow = ({ language }: Terminal, { indicator: { name, unit, better }, ...rest }: Comparison): object => ({ indicator: name, unit: unit[language], better, ...rest });

/** What was expected, with what came of it; nothing where nothing was. */
const expectedJson = (saved: SavedComparison, comparisons: readonly Comparison[]): object =>
  (saved.expected ? { expected: heldExpectations(saved.expected, comparisons).map(({ expectation: { why: _, ...expectation }, outcome }) => ({ ...expectation, outcome })) } : {});

const hashesOf = ({ runs }: SavedSide): string[] => runs.map(({ hash }) => hash);
