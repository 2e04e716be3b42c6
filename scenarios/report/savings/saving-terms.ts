import { baselineModel, baselineModelErrorKwh } from './baseline-model.ts';
import type { KindRow } from './kind-rows.ts';
import type { MonthRow } from './month-rows.ts';
import type { SavingsInput } from './savings-input.ts';
import type { SavingTerms } from './draw-savings.ts';
import type { SideEnergy } from './side-energy.ts';

/** A side's energy, and which kinds its watts are of. */
interface Calculated { energy: SideEnergy; side: 'before' | 'after' }

/** The terms of the saving: what is calculated by kind of lamp, what is metered by meter. Only rows that count. */
export function savingTerms(input: SavingsInput, rows: readonly MonthRow[], kinds: readonly KindRow[], before: Calculated, after: Calculated, bucketCount: number, monthOfBucket: (bucket: number) => number): SavingTerms {
  const months = rows.length / input.cabinets.length, rowOf = new Map(input.cabinets.map((cabinet, at) => [cabinet, at * months]));
  const sums = new Map<string, { beforeKwh: number; afterKwh: number; uncertaintyShare: number }>(kinds.map((kind) => [kindKey(kind.side === 0 ? 'before' : 'after', kind.kind), { beforeKwh: 0, afterKwh: 0, uncertaintyShare: kind.uncertaintyShare }]));
  const isMetered = (row: MonthRow, of: 'beforeKwh' | 'afterKwh'): boolean => input.option === 'B' && (of === 'beforeKwh' ? row.hasBaselineReading : row.hasReading) === 1;
  const addUp = ({ energy, side }: Calculated, of: 'beforeKwh' | 'afterKwh'): void => energy.groups.forEach(({ cabinet, kind }, group) => {
    const sum = sums.get(kindKey(side, kind))!, firstRow = rowOf.get(cabinet)!;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const row = rows[firstRow + monthOfBucket(bucket)]!;
      if (row.counts === 1 && !isMetered(row, of)) sum[of] += energy.kwh[group * bucketCount + bucket]!;
    }
  });
  addUp(before, 'beforeKwh');
  addUp(after, 'afterKwh');
  const { hoursShare, depreciationBeforeShare, depreciationAfterShare, meterLimitShare, meterCommonShare } = input.uncertainty;
  return { kinds: [...sums.values()], meters: meterTerms(rows, isMetered), hoursShare, depreciationBeforeShare, depreciationAfterShare, isSameLamps: input.before !== 'replaced-lamps', meterLimitShare, meterCommonShare, modelErrorKwh: input.option === 'B' ? baselineModelErrorKwh(baselineModel(rows)) : 0 };
}

const kindKey = (side: 'before' | 'after', kind: string): string => `${side} ${kind}`;

function meterTerms(rows: readonly MonthRow[], isMetered: (row: MonthRow, of: 'beforeKwh' | 'afterKwh') => boolean): { baselineKwh: number; reportedKwh: number }[] {
  const meters = new Map<string, { baselineKwh: number; reportedKwh: number }>();
  for (const row of rows) {
    if (row.counts === 0) continue;
    const sum = meters.get(row.cabinet) ?? { baselineKwh: 0, reportedKwh: 0 };
    if (isMetered(row, 'beforeKwh')) sum.baselineKwh += row.adjustedBaselineKwh;
    if (isMetered(row, 'afterKwh')) sum.reportedKwh += row.reportedKwh;
    meters.set(row.cabinet, sum);
  }
  return [...meters.values()].filter(({ baselineKwh, reportedKwh }) => baselineKwh !== 0 || reportedKwh !== 0);
}
