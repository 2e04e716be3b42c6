import type { Change } from '../changes/change.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import type { Found } from './found.ts';
import type { Expectation } from './question-schema.ts';

/** A what-if question, as plain data: whoever runs it reads all from here. */
export interface Question {
  /** As people type it: 'dim-after-midnight'. */
  name: string;
  title: { fr: string; en: string };
  question: { fr: string; en: string };
  /** Local clock time at which runs start, and how long they last. */
  when: { from: string; hours: number };
  /** Whether that span holds in every city: its author wrote it down with a city in mind. The library's is of the reference city. */
  ownSpan?: true;
  /** Runs of scenario and of baseline, with the same random numbers pair by pair. */
  seeds: number;
  changes: readonly Change[];
  /** For a side of a comparison that is another city: its file, and the tables in which it differs from the other side's. */
  ofCity?: { file: string; differs: readonly string[] };
  /** The figures that answer it, the most important first. */
  indicators: readonly IndicatorName[];
  /** What is expected of some of them, written down before anything is run. */
  expected?: readonly Expectation[];
  /** The question that it is held against, where that is not the city as it is. */
  against?: string;
  /** What came out when it was run. */
  found?: Found;
}
