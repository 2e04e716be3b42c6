import { yearIndicators, type IndicatorName } from '../measure/indicators.ts';
import type { Question } from './question.ts';

/** Whether a question asks for the city as it is: beside it the other one says what a comparison is about, and when. */
export const changesNothing = ({ changes, ofCity }: Question): boolean => changes.length === 0 && ofCity === undefined;

/** Whether a question is about one night that passes: no year is made of such nights. */
export const isOfOneNight = ({ changes }: Pick<Question, 'changes'>): boolean => changes.some(({ change }) => change === 'weather-night');

/**
 * The figures of two questions held against each other, the most important first: those of the scenario, then those of the
 * baseline, so that side effects nobody asked about are seen; the other way round where only the baseline changes something.
 * Without those of a year where either side is about one night.
 */
export function leadingIndicators(baseline: Question, scenario: Question): IndicatorName[] {
  const [first, second] = changesNothing(scenario) ? [baseline, scenario] : [scenario, baseline];
  const names = [...new Set([...first.indicators, ...second.indicators])];
  return isOfOneNight(baseline) || isOfOneNight(scenario) ? names.filter((name) => !yearIndicators.includes(name)) : names;
}
