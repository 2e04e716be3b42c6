import type { RunSettings } from '../../engine/run-settings.ts';
import type { Judging } from '../compare/compare-runs.ts';
import type { Language } from '../language/language.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import type { RunSummary } from '../measure/run-summary.ts';
import type { Question } from '../questions/question.ts';
import { judgingOf, type SavedComparison, type SavedFacts, type SavedSide } from '../saved/saved-comparison.ts';

/** A run as reports see it: what it measured, and the fingerprint that shows whether it came out the same again. */
export interface ReportRun extends RunSummary {
  hash: string;
  /** Hours in which lamps burn in the year of the run. */
  burningH: number;
}

/** One side of a report: a question and its runs. */
export interface ReportSide { question: Question; runs: readonly ReportRun[]; /** What is to be known of it before its figures are read. */ warnings?: NonNullable<SavedSide['warnings']>; /** Why a year of lighting does not tell all that these lamps do. */ yearLacks?: NonNullable<SavedSide['yearLacks']> }

/** All that a comparison report is made of. Runs of both sides with the same seed are compared with each other. */
export interface ReportInput {
  language: Language;
  facts: SavedFacts;
  /** Of the city before any change; of both where the sides are two cities. */
  twinHash: string;
  baseline: ReportSide;
  scenario: ReportSide;
  /** Of every run, the seed apart; undefined where figures are those of a year and nothing ran. */
  settings: Omit<RunSettings, 'seed'> | undefined;
  engine: string;
  node: string;
}

/** A saved comparison as its page is drawn: all that the page says is in it. */
export interface ComparisonInput extends ReportInput {
  /** Figures that it answers with, the most important first. */
  indicators: readonly IndicatorName[];
  /** What was expected of the scenario, before anything was run. */
  expected?: SavedComparison['expected'];
  /** How they are judged. */
  judging: Judging;
}

/** What the page of a saved comparison is drawn from. */
export const reportInputOf = (saved: SavedComparison, language: Language): ComparisonInput => {
  const { baseline, scenario, settings, engine, node, indicators, expected } = saved;
  return { language, facts: baseline.facts, twinHash: [...new Set([baseline.twinHash, scenario.twinHash])].join(' → '), baseline, scenario, settings, engine, node, indicators, ...(expected && { expected }), judging: judgingOf(saved) };
};
