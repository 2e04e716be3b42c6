import type { IndicatorName } from '../measure/indicators.ts';
import type { Question } from './question.ts';

/** Whether a question asks for the city as it is: beside it the other one says what a comparison is about, and when. */
export const changesNothing = ({ changes, ofCity }: Question): boolean => changes.length === 0 && ofCity === undefined;

/**
 * The figures of two questions held against each other, the most important first: those of the scenario, then those of the
 * baseline, so that side effects nobody asked about are seen; the other way round where only the baseline changes something.
 */
export function leadingIndicators(baseline: Question, scenario: Question): IndicatorName[] {
  const [first, second] = changesNothing(scenario) ? [baseline, scenario] : [scenario, baseline];
  return [...new Set([...first.indicators, ...second.indicators])];
}
