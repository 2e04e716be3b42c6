import type { RowValues } from '../../../engine/foundation/table.ts';
import { lightingPeriod } from '../../../engine/lighting/energy/lighting-period.ts';
import { rollOutYears } from '../../../engine/lighting/energy/roll-out.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsRollOutColumns } from './savings-tables.ts';

/** Energy of all lamps of the twin, year by year, on every path given: the nights are those of the year in which the period ends. */
export function rollOutRows({ after, period, rollOutPaths }: SavingsInput): RowValues<typeof savingsRollOutColumns>[] {
  const year = period.untilDate.slice(0, 4), nights = lightingPeriod(after.facts, `${year}-01-01`, `${year}-12-31`);
  return Object.entries(rollOutPaths).flatMap(([path, points]) => {
    const years = rollOutYears(after, nights, points), beforeKwh = years.energyKwh[0]!;
    return Array.from({ length: years.count }, (_, row) => ({ path, year: years.year[row]!, ledCount: years.ledCount[row]!, energyKwh: years.energyKwh[row]!, endKwh: beforeKwh * (1 - years.endSavedShare[row]!), beforeKwh }));
  });
}
