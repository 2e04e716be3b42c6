import type { RowValues } from '../../../engine/foundation/table.ts';
import { cabinetsOfMeters, type MeteredPeriod } from './meter-check.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsMonthColumns } from './savings-tables.ts';
import type { SideEnergy } from './side-energy.ts';

export type MonthRow = RowValues<typeof savingsMonthColumns>;

/** Energy of a side by cabinet and month: lamps of the twin, and adjustments. */
export interface MonthEnergy { lampsKwh: number; adjustmentKwh: number }

/** Sums over groups and rates, by `cabinet month`. `monthOfBucket`: position of the month. */
export function byCabinetAndMonth({ groups, firstAdjusted, kwh }: SideEnergy, bucketCount: number, monthOfBucket: (bucket: number) => number): Map<string, MonthEnergy> {
  const sums = new Map<string, MonthEnergy>();
  groups.forEach(({ cabinet }, row) => {
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const energyKwh = kwh[row * bucketCount + bucket]!;
      if (energyKwh === 0) continue;
      const key = `${cabinet} ${monthOfBucket(bucket)}`;
      let sum = sums.get(key);
      if (!sum) sums.set(key, sum = { lampsKwh: 0, adjustmentKwh: 0 });
      if (row < firstAdjusted) sum.lampsKwh += energyKwh;
      else sum.adjustmentKwh += energyKwh;
    }
  });
  return sums;
}

const NOTHING: MonthEnergy = { lampsKwh: 0, adjustmentKwh: 0 };

/** What is known of energy before a row is decided. */
export interface KnownEnergy {
  months: readonly string[];
  baselineMonths: readonly string[];
  /** By month: that of the baseline period it is held against. */
  baselineOf: ReadonlyMap<string, string | undefined>;
  before: Map<string, MonthEnergy>;
  beforeThen: Map<string, MonthEnergy>;
  after: Map<string, MonthEnergy>;
  metered: MeteredPeriod | undefined;
  meteredThen: MeteredPeriod | undefined;
}

/** One row a cabinet and month. Whether it counts is decided by `markCounted`. */
export function monthRows(input: SavingsInput, known: KnownEnergy): MonthRow[] {
  const { cabinets, communes, lamps } = input.after, lampCounts = new Map<number, number>(), numbers = cabinetsOfMeters(cabinets, input.cabinets);
  for (let lamp = 0; lamp < lamps.count; lamp++) lampCounts.set(lamps.cabinet[lamp]!, (lampCounts.get(lamps.cabinet[lamp]!) ?? 0) + 1);
  const meterOf = new Map([...numbers].flatMap(([meter, rows]) => rows.map((row) => [row, meter] as const)));
  return input.cabinets.flatMap((cabinet) => known.months.map((month, at): MonthRow => {
    const baselineMonth = known.baselineOf.get(month) ?? '', then = known.baselineMonths.indexOf(baselineMonth);
    const before = known.before.get(`${cabinet} ${at}`) ?? NOTHING, after = known.after.get(`${cabinet} ${at}`) ?? NOTHING, beforeThen = known.beforeThen.get(`${cabinet} ${then}`) ?? NOTHING;
    const meteredKwh = known.metered?.monthKwh.get(cabinet)?.get(month), baselineKwh = known.meteredThen?.monthKwh.get(cabinet)?.get(baselineMonth);
    const calculatedThenKwh = beforeThen.lampsKwh + beforeThen.adjustmentKwh, calculatedKwh = before.lampsKwh + before.adjustmentKwh;
    // Without a calculated figure for then there is nothing to adjust by.
    const hasBaseline = baselineKwh !== undefined && calculatedThenKwh > 0;
    return {
      cabinet: cabinet < 0 ? '' : cabinets.name[cabinet]!, meter: meterOf.get(cabinet) ?? '', commune: cabinet < 0 || cabinets.commune[cabinet]! < 0 ? '' : communes.name[cabinets.commune[cabinet]!]!,
      month, baselineMonth, lampCount: lampCounts.get(cabinet) ?? 0,
      baselinePeriodKwh: beforeThen.lampsKwh, baselinePeriodAdjustmentKwh: beforeThen.adjustmentKwh, calculatedBeforeKwh: before.lampsKwh, adjustmentBeforeKwh: before.adjustmentKwh,
      calculatedAfterKwh: after.lampsKwh, adjustmentAfterKwh: after.adjustmentKwh,
      hasBaselineReading: hasBaseline ? 1 : 0, baselineMeteredKwh: hasBaseline ? baselineKwh : 0, hasReading: meteredKwh === undefined ? 0 : 1, meteredKwh: meteredKwh ?? 0,
      counts: 0,
      adjustedBaselineKwh: hasBaseline && input.option === 'B' ? (baselineKwh * calculatedKwh) / calculatedThenKwh : calculatedKwh,
      reportedKwh: meteredKwh !== undefined && input.option === 'B' ? meteredKwh : after.lampsKwh + after.adjustmentKwh,
    };
  }));
}

/** With option B only what a meter covers counts; where no meter covers anything, and with option A, all that is calculated does. */
export function markCounted(rows: readonly MonthRow[], option: SavingsInput['option']): void {
  const onlyMetered = option === 'B' && rows.some(({ hasReading }) => hasReading === 1);
  for (const row of rows) row.counts = !onlyMetered || row.hasReading === 1 ? 1 : 0;
}
