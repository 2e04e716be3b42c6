import type { Text } from '../../engine/foundation/text.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import type { Expectation } from './question-schema.ts';

/** One figure as it came out: the difference from the baseline in the unit of the figure, with its 95 % interval; null where the figure was not given. */
export interface FoundFigure { indicator: IndicatorName; baseline: number | null; difference: number; low: number; high: number }

/** What came out when a question of the library was run. */
export interface Found {
  /** The span and the seeds 1 to `seeds`; without them, figures of a year, which need no run. */
  runs?: { from: string; hours: number; seeds: number };
  figures: readonly FoundFigure[];
  /** Why a figure came out otherwise than expected, or does not show what was, where that is so. */
  surprises?: Readonly<Partial<Record<IndicatorName, Text>>>;
}

/**
 * What came of an expectation, as far as the interval tells.
 * as-expected: the difference lies within the bounds, and the interval on the side of 0 that was expected; where it should stay, wholly within the bounds
 * otherwise: the interval lies wholly outside the bounds, or the difference is 0 and known to be
 * unclear: neither; more seeds would tell
 */
export type Outcome = 'as-expected' | 'otherwise' | 'unclear';

/** A difference with its interval, in the unit of the figure: of no width where no chance is involved. */
export type Measured = Pick<FoundFigure, 'baseline' | 'difference' | 'low' | 'high'>;

/** What came of it. Undefined where no share of the baseline can be reckoned. */
export function outcomeOf({ moves, least = 0, most, unit }: Expectation, { baseline, difference, low, high }: Measured): Outcome | undefined {
  if (unit === 'percent' && !baseline) return undefined;
  const sized = (amount: number): number => (unit === 'percent' ? (100 * amount) / Math.abs(baseline!) : amount), [from, to] = [sized(low), sized(high)];
  if (moves === 'stays') return from >= -most && to <= most ? 'as-expected' : from > most || to < -most ? 'otherwise' : 'unclear';
  // From 0 towards where it should go.
  const [nearest, farthest, mean] = moves === 'rises' ? [from, to, sized(difference)] : [-to, -from, -sized(difference)];
  if (nearest > 0 && mean >= least && mean <= most) return 'as-expected';
  return nearest > most || farthest < least || farthest <= 0 ? 'otherwise' : 'unclear';
}

/** What came of it in what was found; undefined where it was not found. */
export function outcomeIn(expectation: Expectation, { figures }: Found): Outcome | undefined {
  const figure = figures.find(({ indicator }) => indicator === expectation.indicator);
  return figure && outcomeOf(expectation, figure);
}
