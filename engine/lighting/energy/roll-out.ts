import { f64, makeTable, u16, u32, type Table } from '../../foundation/table.ts';
import { replacedByEndOf, replacementOrder, type RollOutPath } from '../../twin/led-roll-out.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import type { LightingPeriod } from './lighting-period.ts';
import { lightingYear } from './lighting-year.ts';

export const rollOutYearColumns = {
  year: u16('calendar year'),
  ledCount: u32('lamps on LED at the end of the year'),
  energyKwh: f64('of all lamps in the year; those replaced in it half a year each'),
  savedShare: f64('of the energy that all the lamps before would take'),
  endSavedShare: f64('the same with the lamps as they are at the end of the year'),
};
export type RollOutYears = Table<typeof rollOutYearColumns>;

/**
 * Energy year by year while the lamps of a city turn to LED, from the last year before to the year in which the last one does. The nights are
 * those of `period`, a whole year, in every year, so that only the lamps differ; old ones are never dimmed, new ones by the programs of today.
 */
export function rollOutYears(twin: ReadingTwin, period: LightingPeriod, path: RollOutPath): RollOutYears {
  const { lamps } = twin, oldKwh = lampYearsKwh(twin, period, 'replaced-at-full'), newKwh = lampYearsKwh(twin, period, 'present');
  const first = path.points[0]!.year, last = path.points.at(-1)!.year, order = replacementOrder(lamps), rows = makeTable(rollOutYearColumns, last - first + 1);
  // What the first so many lamps save once they are replaced.
  const savedKwh = new Float64Array(lamps.count + 1);
  order.forEach((lamp, rank) => { savedKwh[rank + 1] = savedKwh[rank]! + oldKwh[lamp]! - newKwh[lamp]!; });
  const allOldKwh = oldKwh.reduce((sum, kWh) => sum + kWh, 0);
  let before = 0;
  for (let row = 0; row < rows.count; row++) {
    const replaced = replacedByEndOf(path, first + row, lamps.count), savedInYearKwh = (savedKwh[before]! + savedKwh[replaced]!) / 2;
    rows.year[row] = first + row;
    rows.ledCount[row] = replaced;
    rows.energyKwh[row] = allOldKwh - savedInYearKwh;
    rows.savedShare[row] = allOldKwh > 0 ? savedInYearKwh / allOldKwh : 0;
    rows.endSavedShare[row] = allOldKwh > 0 ? savedKwh[replaced]! / allOldKwh : 0;
    before = replaced;
  }
  return rows;
}

function lampYearsKwh(twin: ReadingTwin, period: LightingPeriod, lamps: 'present' | 'replaced-at-full'): Float64Array {
  const { lampKwh } = lightingYear(twin, period, { lamps }), monthCount = period.months.length;
  return Float64Array.from({ length: twin.lamps.count }, (_, lamp) => {
    let sumKwh = 0;
    for (let month = 0; month < monthCount; month++) sumKwh += lampKwh[lamp * monthCount + month]!;
    return sumKwh;
  });
}
