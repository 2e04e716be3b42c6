import type { Requirement } from '../../measure/savings-names.ts';
import { FIT_LIMITS, meetsLimits } from './fit.ts';
import { isFault } from './meter-findings.ts';
import type { MeasurementOption } from './savings-input.ts';
import type { SavingsFigures } from './savings-figures.ts';
import type { SavingsTables } from './savings-tables.ts';

/** `count` of `all`: cabinet months, kinds or readings, where counting says how far off it is. */
export interface Verdict { requirement: Requirement; met: boolean | undefined; count?: number; all?: number }

const lists: Readonly<Record<MeasurementOption, readonly Requirement[]>> = {
  A: ['boundary-stated', 'watts-before-measured', 'watts-after-measured', 'samples-precise', 'hours-stated', 'non-routine-listed', 'uncertainty-small', 'raw-data-hashed', 'same-service'],
  B: ['boundary-stated', 'baseline-metered', 'report-metered', 'readings-sound', 'model-fits', 'non-routine-listed', 'uncertainty-small', 'raw-data-hashed', 'same-service'],
};

/** Normal quantile: 90 % of draws lie within. */
const WITHIN_90 = 1.645, PRECISION_SHARE = 0.1, MOST_HALF_68_PERCENT = 50;

/** What was given, as far as requirements ask for it. */
export interface Given { meters: boolean; watts: boolean; adjustments: boolean }

export function requirementsOf(option: MeasurementOption, { kinds, findings }: SavingsTables, figures: SavingsFigures, given: Given): Verdict[] {
  const side = (wanted: 0 | 1): Pick<Verdict, 'met' | 'count' | 'all'> => {
    // Where both sides are the same lamps there is one side, and it stands for both.
    const present = Array.from(kinds.side), of = present.map((one, at) => [one, at] as const).filter(([one]) => one === wanted || !present.includes(wanted)).map(([, at]) => at);
    return counted(of.filter((at) => kinds.isMeasured[at] === 1).length, of.length);
  };
  const sampled = Array.from({ length: kinds.count }, (_, at) => at).filter((at) => kinds.isMeasured[at] === 1);
  const verdicts: Readonly<Record<Requirement, Omit<Verdict, 'requirement'>>> = {
    'boundary-stated': { met: true }, 'hours-stated': { met: true },
    'watts-before-measured': side(0), 'watts-after-measured': side(1),
    'samples-precise': sampled.length === 0 ? { met: false } : counted(sampled.filter((at) => WITHIN_90 * kinds.uncertaintyShare[at]! <= PRECISION_SHARE).length, sampled.length),
    'report-metered': counted(figures.readingRowCount, figures.rowCount), 'baseline-metered': counted(figures.baselineReadingRowCount, figures.rowCount),
    'readings-sound': { met: given.meters && !Array.from(findings.kind).some(isFault) }, 'non-routine-listed': { met: given.adjustments },
    'model-fits': { met: meetsLimits(figures.fits.month, FIT_LIMITS.month) }, 'uncertainty-small': { met: figures.uncertainty.half68Percent < MOST_HALF_68_PERCENT },
    'raw-data-hashed': { met: option === 'A' ? given.watts : given.meters }, 'same-service': figures.light.before ? counted(figures.light.streetCount - figures.light.worseCount, figures.light.streetCount) : { met: undefined },
  };
  return lists[option].map((requirement) => ({ requirement, ...verdicts[requirement] }));
}

const counted = (count: number, all: number): Omit<Verdict, 'requirement'> => ({ met: count === all && all > 0, count, all });
