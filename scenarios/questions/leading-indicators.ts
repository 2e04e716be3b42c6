import type { Change } from '../changes/change.ts';
import { cityIndicators, yearIndicators, type IndicatorName } from '../measure/indicators.ts';
import type { Question } from './question.ts';

/** Kinds of change that turn lamps on, off, up or down: no other has anything to say of lighting. */
export const OF_LAMPS: readonly Change['change'][] = ['dim-lamps', 'lamp-replacement', 'lighting-program', 'switching-rule', 'adaptive-lighting', 'lighting-override', 'communication-loss', 'cabinet-control'];

/** Whether a question asks for the city as it is: beside it the other one says what a comparison is about, and when. */
export const changesNothing = ({ changes, ofCity }: Question): boolean => changes.length === 0 && ofCity === undefined;

/** Whether a question is about one night that passes: no year is made of such nights. */
export const isOfOneNight = ({ changes }: Pick<Question, 'changes'>): boolean => changes.some(({ change }) => change === 'weather-night');

/** Whether changes move what lamps do; weather moves those that follow the daylight. Another city may differ in anything. */
export const movesLight = ({ changes, ofCity }: Pick<Question, 'changes' | 'ofCity'>): boolean => ofCity !== undefined || changes.some(({ change }) => OF_LAMPS.includes(change) || change === 'weather-night');

/** Of two questions held against each other the one that asks: the scenario, or the baseline where only that changes something. */
const asking = (baseline: Question, scenario: Question): Question => (changesNothing(scenario) ? baseline : scenario);

/** Figures that a question names: those that answer it, and those of which something is expected. */
const namedBy = ({ indicators, expected = [] }: Question): IndicatorName[] => [...new Set([...indicators, ...expected.map(({ indicator }) => indicator)])];

/** What such a comparison is asked for, before any run: the figures of the question that asks, the most important first. Without those of a year where either side is about one night. */
export const askedIndicators = (baseline: Question, scenario: Question): IndicatorName[] => withoutYear(namedBy(asking(baseline, scenario)), baseline, scenario);

/**
 * All figures of two questions held against each other: those asked for, then those of the other side, so that side effects nobody asked about are
 * seen. Of these only what can move: a year of lighting stays as it is where no lamp is touched.
 */
export function leadingIndicators(baseline: Question, scenario: Question): IndicatorName[] {
  const asked = asking(baseline, scenario), other = asked === scenario ? baseline : scenario, canMove = movesLight(baseline) || movesLight(scenario);
  return withoutYear([...new Set([...namedBy(asked), ...other.indicators.filter((name) => canMove || !cityIndicators.includes(name))])], baseline, scenario);
}

const withoutYear = (names: IndicatorName[], baseline: Question, scenario: Question): IndicatorName[] =>
  (isOfOneNight(baseline) || isOfOneNight(scenario) ? names.filter((name) => !yearIndicators.includes(name)) : names);
