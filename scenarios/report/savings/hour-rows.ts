import type { RowValues } from '../../../engine/foundation/table.ts';
import { adjustedGroups } from './adjustments.ts';
import { always, groupsEnergyKwh, type Lighting, type PresentGroup } from './group-energy.ts';
import { SLOTS_A_DAY } from './lit-slots.ts';
import type { MeteredPeriod } from './meter-check.ts';
import { monthOf } from './period.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsHourColumns } from './savings-tables.ts';
import type { Side } from './side-energy.ts';

const HOURS_A_DAY = 24, SLOTS_AN_HOUR = SLOTS_A_DAY / HOURS_A_DAY;

/** Metered and calculated consumption of every hour, summed over the cabinets that have a sound reading in it. */
export function hourRows(input: SavingsInput, side: Side, lighting: Lighting, { hourKwh }: MeteredPeriod): RowValues<typeof savingsHourColumns>[] {
  if (hourKwh.size === 0) return [];
  const { dates } = lighting.slots, hourCount = dates.length * HOURS_A_DAY, buckets = { count: hourCount, ofSlot: (slot: number) => Math.floor(slot / SLOTS_AN_HOUR) };
  const factor = side.factorsIn(input.period, lighting), metered = new Float64Array(hourCount), modelled = new Float64Array(hourCount), meterCount = new Uint32Array(hourCount);
  for (const [cabinet, readings] of hourKwh) {
    // One cabinet at a time: all hours of all cabinets at once would fill the memory.
    const own = side.groups.filter((group) => group.cabinet === cabinet), adjusted = input.adjustments.filter((one) => one.cabinet === cabinet).flatMap((one) => adjustedGroups(one, 'after', side.groups, lighting.slots));
    const groups: PresentGroup[] = [...own.map((group) => always(group, lighting.slots)), ...adjusted], kwh = groupsEnergyKwh(groups, lighting, buckets), factors = groups.map((group) => dates.map((date) => factor(group, monthOf(date))));
    for (let hour = 0; hour < hourCount; hour++) {
      if (Number.isNaN(readings[hour]!)) continue;
      metered[hour]! += readings[hour]!;
      meterCount[hour]! += 1;
      for (let group = 0; group < groups.length; group++) modelled[hour]! += factors[group]![Math.floor(hour / HOURS_A_DAY)]! * kwh[group * hourCount + hour]!;
    }
  }
  return Array.from(meterCount, (count, hour) => ({ hour: `${dates[Math.floor(hour / HOURS_A_DAY)]}T${String(hour % HOURS_A_DAY).padStart(2, '0')}`, meterCount: count, meteredKwh: metered[hour]!, modelledKwh: modelled[hour]! })).filter((row) => row.meterCount > 0);
}
