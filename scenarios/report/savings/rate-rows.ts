import type { RowValues } from '../../../engine/foundation/table.ts';
import type { MonthRow } from './month-rows.ts';
import type { RateSlots } from './rates.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsRateColumns } from './savings-tables.ts';
import type { SideEnergy } from './side-energy.ts';

/**
 * Energy of the rows that count by month and rate. A bill or a meter of a month does not say at what hours: its energy is spread
 * over the hours as the calculated one is.
 */
export function rateRows(input: SavingsInput, rows: readonly MonthRow[], { rates, months, rateOfSlot, monthOfSlot }: RateSlots, before: SideEnergy, after: SideEnergy): RowValues<typeof savingsRateColumns>[] {
  const sums = { before: byRow(input, before, rates.length, months.length), after: byRow(input, after, rates.length, months.length) };
  const cells = months.flatMap((month) => rates.map(({ window, priceEurPerKwh, gPerKwh }) => ({ month, window: window, baselineKwh: 0, reportedKwh: 0, priceEurPerKwh, carbonGPerKwh: gPerKwh })));
  const usualRates = months.map((_, month) => rateOfSlot[monthOfSlot.indexOf(month)]!);
  rows.forEach((row, at) => {
    if (row.counts === 0) return;
    const month = at % months.length, firstCell = month * rates.length, usual = usualRates[month]!;
    spread(row.adjustedBaselineKwh, sums.before, at, rates.length, usual, (rate, kwh) => { cells[firstCell + rate]!.baselineKwh += kwh; });
    spread(row.reportedKwh, sums.after, at, rates.length, usual, (rate, kwh) => { cells[firstCell + rate]!.reportedKwh += kwh; });
  });
  return cells.filter(({ baselineKwh, reportedKwh }) => baselineKwh !== 0 || reportedKwh !== 0);
}

/** row of months * rates + rate: as months are laid out, cabinet by cabinet. */
function byRow({ cabinets }: SavingsInput, { groups, kwh }: SideEnergy, rateCount: number, monthCount: number): Float64Array {
  const bucketCount = rateCount * monthCount, position = new Map(cabinets.map((cabinet, at) => [cabinet, at])), sums = new Float64Array(cabinets.length * bucketCount);
  groups.forEach(({ cabinet }, group) => {
    const first = position.get(cabinet)! * bucketCount;
    for (let bucket = 0; bucket < bucketCount; bucket++) sums[first + bucket]! += kwh[group * bucketCount + bucket]!;
  });
  return sums;
}

function spread(energyKwh: number, sums: Float64Array, row: number, rateCount: number, usualRate: number, add: (rate: number, kwh: number) => void): void {
  let total = 0;
  for (let rate = 0; rate < rateCount; rate++) total += sums[row * rateCount + rate]!;
  // Metered where nothing was calculated: at the rate with which the month begins, for want of any hours.
  if (total === 0) return add(usualRate, energyKwh);
  for (let rate = 0; rate < rateCount; rate++) add(rate, (energyKwh * sums[row * rateCount + rate]!) / total);
}
