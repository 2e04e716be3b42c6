import type { RunSettings } from '../../engine/run-settings.ts';
import type { CityFacts } from '../../engine/twin/twin.ts';
import type { Language } from '../language/language.ts';
import type { RunSummary } from '../measure/run-summary.ts';
import type { Question } from '../questions/question.ts';

/** A run as reports see it: what it measured, and the fingerprint that shows whether it came out the same again. */
export interface ReportRun extends RunSummary {
  hash: string;
  /** Hours in which lamps burn in the year of the run. */
  burningH: number;
}

/** One side of a report: a question and its runs. */
export interface ReportSide { question: Question; runs: readonly ReportRun[] }

/** All that a comparison report is made of. Runs of both sides with the same seed are compared with each other. */
export interface ReportInput {
  language: Language;
  facts: Readonly<CityFacts>;
  /** Of the city before any change. */
  twinHash: string;
  baseline: ReportSide;
  scenario: ReportSide;
  /** Of every run, the seed apart. */
  settings: Omit<RunSettings, 'seed'>;
  engine: string;
  node: string;
}
