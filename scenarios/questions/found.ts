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
  /** Why a figure came out otherwise than expected, where one did. */
  surprises?: Readonly<Partial<Record<IndicatorName, Text>>>;
}

/** Whether what was found is what was expected: its mean lies where it should, with the sign that it should have. Undefined where it was not found, or no share of it can be reckoned. */
export function isAsExpected({ moves, least = 0, most, unit, indicator }: Expectation, { figures }: Found): boolean | undefined {
  const figure = figures.find((one) => one.indicator === indicator);
  if (!figure || (unit === 'percent' && !figure.baseline)) return undefined;
  const size = unit === 'percent' ? (100 * figure.difference) / Math.abs(figure.baseline!) : figure.difference;
  if (moves === 'stays') return Math.abs(size) <= most;
  const wanted = moves === 'rises' ? size : -size;
  return wanted >= least && wanted <= most;
}
