import { baselineModel, baselineModelErrorKwh } from './baseline-model.ts';
import type { KindTerm } from './draw-watts.ts';
import { sampleUncertainty, type KindRow } from './kind-rows.ts';
import type { MonthRow } from './month-rows.ts';
import type { SavingsInput } from './savings-input.ts';
import type { SavingTerms } from './draw-savings.ts';
import type { SideEnergy } from './side-energy.ts';

/** A side's energy, and which kinds its watts are of. */
interface Calculated { energy: SideEnergy; side: 'before' | 'after' }

/** The terms of the saving: what is calculated by kind of lamp, what is metered by meter. Only rows that count. */
export function savingTerms(input: SavingsInput, rows: readonly MonthRow[], kinds: readonly KindRow[], before: Calculated, after: Calculated, bucketCount: number, monthOfBucket: (bucket: number) => number): SavingTerms {
  const months = rows.length / input.cabinets.length, rowOf = new Map(input.cabinets.map((cabinet, at) => [cabinet, at * months]));
  const sums = noEnergyYet(kinds);
  const isMetered = (row: MonthRow, of: 'beforeKwh' | 'afterKwh'): boolean => input.option === 'B' && (of === 'beforeKwh' ? row.hasBaselineReading : row.hasReading) === 1;
  const addUp = ({ energy, side }: Calculated, of: 'beforeKwh' | 'afterKwh', ofCut: 'beforeCutKwh' | 'afterCutKwh'): void => energy.groups.forEach(({ cabinet, kind }, group) => {
    const sum = sums.get(kindKey(side, kind))!, firstRow = rowOf.get(cabinet)!;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const row = rows[firstRow + monthOfBucket(bucket)]!;
      if (row.counts === 0 || isMetered(row, of)) continue;
      sum[of] += energy.kwh[group * bucketCount + bucket]!;
      sum[ofCut] += energy.cutKwh[group * bucketCount + bucket]!;
    }
  });
  addUp(before, 'beforeKwh', 'beforeCutKwh');
  addUp(after, 'afterKwh', 'afterCutKwh');
  const { hoursShare, depreciationBeforeShare, depreciationAfterShare, meterLimitShare, meterCommonShare } = input.uncertainty;
  return { kinds: [...new Set(sums.values())], wattErrors: input.uncertainty, meters: meterTerms(rows, isMetered), hoursShare, depreciationBeforeShare, depreciationAfterShare, isSameLamps: input.before !== 'replaced-lamps', meterLimitShare, meterCommonShare, modelErrorKwh: input.option === 'B' ? baselineModelErrorKwh(baselineModel(rows)) : 0 };
}

/** The term that each kind is part of, by `kindKey`: a measured kind is one, all others of a product are one together, whatever wattages it is listed in. */
function noEnergyYet(kinds: readonly KindRow[]): Map<string, KindTerm> {
  const products = new Map<string, number>(), unmeasured = new Map<string, KindTerm>(), terms = new Map<string, KindTerm>();
  for (const row of kinds) {
    const productKey = `${row.side} ${row.product}`, product = products.get(productKey) ?? products.size, isMeasured = row.isMeasured === 1;
    products.set(productKey, product);
    const sampleShare = isMeasured ? sampleUncertainty({ meanW: row.measuredW, deviationW: row.deviationW, sampleCount: row.sampleCount }, 0) : 0;
    const term = (isMeasured ? undefined : unmeasured.get(productKey)) ?? { beforeKwh: 0, afterKwh: 0, beforeCutKwh: 0, afterCutKwh: 0, source: row.side, product, isMeasured, sampleShare };
    if (!isMeasured) unmeasured.set(productKey, term);
    terms.set(kindKey(row.side === 0 ? 'before' : 'after', row.kind), term);
  }
  return terms;
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
