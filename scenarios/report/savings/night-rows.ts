import type { RowValues } from '../../../engine/foundation/table.ts';
import { always, groupsEnergyKwh } from './group-energy.ts';
import type { LampGroup } from './lamp-groups.ts';
import { SLOT_S, SLOTS_A_DAY } from './lit-slots.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsNightColumns } from './savings-tables.ts';
import type { Side } from './side-energy.ts';

/** The longest and the shortest night of the year in which the period ends. */
const nights = [{ night: 0, from: '12-21', until: '12-22' }, { night: 1, from: '06-21', until: '06-22' }] as const;

/** Mean power of every half hour from noon to noon: lamps of the twin alone, without cables. */
export function nightRows(input: SavingsInput, before: Side, after: Side): RowValues<typeof savingsNightColumns>[] {
  const year = input.period.untilDate.slice(0, 4);
  return nights.flatMap(({ night, from, until }) => {
    const period = { fromDate: `${year}-${from}`, untilDate: `${year}-${until}` };
    const [powerBefore, powerAfter] = [before, after].map((side) => halfHourPowerW(side, period)) as [Float64Array, Float64Array];
    return Array.from({ length: SLOTS_A_DAY }, (_, half) => half + SLOTS_A_DAY / 2).map((slot) => ({ night, fromS: slot * SLOT_S, beforeW: powerBefore[slot]!, afterW: powerAfter[slot]! }));
  });
}

function halfHourPowerW(side: Side, period: { fromDate: string; untilDate: string }): Float64Array {
  const lighting = side.lightingIn(period), slotCount = lighting.slots.dates.length * SLOTS_A_DAY, powerW = new Float64Array(slotCount);
  // Lamps of one zone work alike: one sum a zone.
  const zones = new Map<number, LampGroup>();
  for (const { zone, lampCount, power } of side.groups) {
    const sum = zones.get(zone) ?? { cabinet: -1, zone, kind: '', product: '', lampCount: 0, power: { ratedW: 0, fixedW: 0, darkW: 0 } };
    zones.set(zone, { ...sum, lampCount: sum.lampCount + lampCount, power: { ratedW: sum.power.ratedW + power.ratedW, fixedW: sum.power.fixedW + power.fixedW, darkW: sum.power.darkW + power.darkW } });
  }
  const groups = [...zones.values()].map((group) => always(group, lighting.slots)), kwh = groupsEnergyKwh(groups, lighting, { count: slotCount, ofSlot: (slot) => slot });
  for (let row = 0; row < kwh.length; row++) powerW[row % slotCount]! += (kwh[row]! * 1000) / (SLOT_S / 3600);
  return powerW;
}
