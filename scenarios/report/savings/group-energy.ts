import { energyWs } from '../../../engine/lighting/lamp-power.ts';
import type { LampGroup } from './lamp-groups.ts';
import { SLOTS_A_DAY, type LitSlots } from './lit-slots.ts';

/** How the lamps of a side work: by the programs of its twin, or as old lamps do, at full output whenever they burn. */
export interface Lighting { slots: LitSlots; isAlwaysFull: boolean }

/** Slots that are reckoned together: a month at one rate. */
export interface Buckets { count: number; ofSlot(slot: number): number }

/** A group and when it is there: all the time, or from one slot to another. */
export interface PresentGroup extends LampGroup { fromSlot: number; untilSlot: number; sign: 1 | -1 }

export const always = (group: LampGroup, { dates }: LitSlots): PresentGroup => ({ ...group, fromSlot: 0, untilSlot: dates.length * SLOTS_A_DAY, sign: 1 });

interface ZoneHours { lengthH: Float64Array; litH: Float64Array; outputH: Float64Array }

/** Energy of every group in every bucket, kWh: row = group * buckets + bucket. Power is a straight line in output, so hours and output times hours are all that is needed. */
export function groupsEnergyKwh(groups: readonly PresentGroup[], lighting: Lighting, buckets: Buckets): Float64Array {
  const energyKwh = new Float64Array(groups.length * buckets.count), whole = new Map<number, ZoneHours>();
  const allSlots = lighting.slots.dates.length * SLOTS_A_DAY;
  groups.forEach((group, row) => {
    const isWhole = group.fromSlot === 0 && group.untilSlot === allSlots;
    const hours = (isWhole ? whole.get(group.zone) : undefined) ?? zoneHours(group, lighting, buckets);
    if (isWhole) whole.set(group.zone, hours);
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      // The law of power is the same in hours as in seconds.
      energyKwh[row * buckets.count + bucket] = (group.sign * energyWs(group.power, hours.lengthH[bucket]!, hours.litH[bucket]!, hours.outputH[bucket]!)) / 1000;
    }
  });
  return energyKwh;
}

function zoneHours({ zone, fromSlot, untilSlot }: PresentGroup, { slots, isAlwaysFull }: Lighting, buckets: Buckets): ZoneHours {
  const make = () => new Float64Array(buckets.count), hours = { lengthH: make(), litH: make(), outputH: make() };
  const lit = (isAlwaysFull ? slots.burningH : slots.litH)[zone]!, output = (isAlwaysFull ? slots.burningH : slots.outputH)[zone]!;
  for (let slot = fromSlot; slot < untilSlot; slot++) {
    const bucket = buckets.ofSlot(slot);
    hours.lengthH[bucket]! += slots.lengthH[slot]!;
    hours.litH[bucket]! += lit[slot]!;
    hours.outputH[bucket]! += output[slot]!;
  }
  return hours;
}
