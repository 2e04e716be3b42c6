import { f64, makeTable, rowOf, u32, type Table } from '../../foundation/table.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { lightingPeriod } from './lighting-period.ts';
import { lightingYear, type LampSide } from './lighting-year.ts';

export const cabinetMonthColumns = {
  cabinet: rowOf('cabinets', 'the cabinet; -1 lamps that none feeds'),
  month: u32('year * 100 + month'),
  beforeKwh: f64('that the lamps replaced would have taken, cables and the devices of the cabinet included'),
  afterKwh: f64('that the lamps of today take, cables and the devices of the cabinet included'),
};
export type CabinetMonths = Table<typeof cabinetMonthColumns>;

/**
 * Energy of each cabinet in each month of a period (dates 'YYYY-MM-DD', both included) before and after its lamps were replaced. Before: never
 * dimmed in the hours of the switching rule, or by the programs of today.
 */
export function energyByCabinetAndMonth(twin: ReadingTwin, fromDate: string, untilDate: string, before: Exclude<LampSide, 'present'> = 'replaced-at-full'): CabinetMonths {
  const period = lightingPeriod(twin.facts, fromDate, untilDate), monthCount = period.months.length;
  const old = lightingYear(twin, period, { lamps: before }), today = lightingYear(twin, period);
  const rows = makeTable(cabinetMonthColumns, (twin.cabinets.count + 1) * monthCount);
  for (let row = 0; row < rows.count; row++) {
    const cabinet = Math.floor(row / monthCount);
    rows.cabinet[row] = cabinet < twin.cabinets.count ? cabinet : -1;
    rows.month[row] = period.months[row % monthCount]!.month;
    rows.beforeKwh[row] = old.cabinetKwh[row]!;
    rows.afterKwh[row] = today.cabinetKwh[row]!;
  }
  return rows;
}
