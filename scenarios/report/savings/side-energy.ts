import { lightingPeriod } from '../../../engine/lighting/energy/lighting-period.ts';
import { lightingYear } from '../../../engine/lighting/energy/lighting-year.ts';
import { adjustedGroups } from './adjustments.ts';
import { always, groupsEnergyKwh, type Buckets, type Lighting, type PresentGroup } from './group-energy.ts';
import { lampGroups, withMeasuredWatts, type LampGroup, type LampSide } from './lamp-groups.ts';
import { litSlots, SLOTS_A_DAY } from './lit-slots.ts';
import { datesOf, monthOf, type Period } from './period.ts';
import type { SavingsInput } from './savings-input.ts';

/** The lighting before or after: its lamps and how they work. */
export interface Side {
  groups: LampGroup[];
  watts: LampSide;
  lightingIn(period: Period): Lighting;
  /** What cables, devices of the cabinet and age add to its lamps: a factor by cabinet and month ('YYYY-MM'). */
  factorsIn(period: Period, lighting: Lighting): CabinetFactor;
}

export type CabinetFactor = (cabinet: number, month: string) => number;

export function sideOf(input: SavingsInput, which: LampSide): Side {
  const isReplaced = which === 'before' && input.before === 'replaced-lamps';
  const twin = which === 'before' && input.before !== 'replaced-lamps' ? input.before : input.after, watts = isReplaced ? 'before' : 'after';
  const within = new Set(input.cabinets), listed = lampGroups(twin, watts, (cabinet) => within.has(cabinet));
  return {
    groups: withMeasuredWatts(listed, watts, input.watts), watts,
    lightingIn: (period) => ({ slots: litSlots(twin, period), isAlwaysFull: isReplaced }),
    factorsIn(period, lighting) {
      const months = [...new Set(lighting.slots.dates.map(monthOf))], lampsKwh = sumsByCabinet(listed, lighting, months);
      // Measured watts are those of lamps as old as they are: age is not to count twice.
      const year = lightingYear(twin, lightingPeriod(twin.facts, period.fromDate, period.untilDate), { lamps: isReplaced ? 'replaced-at-full' : 'present', ageing: input.watts.length === 0 });
      return (cabinet, month) => {
        const at = months.indexOf(month), own = lampsKwh.get(cabinet)?.[at] ?? 0;
        return own > 0 ? year.cabinetKwh[(cabinet < 0 ? twin.cabinets.count : cabinet) * months.length + at]! / own : 1;
      };
    },
  };
}

/** Months of a period as buckets. */
export function monthBuckets(period: Period): Buckets {
  const dates = datesOf(period), months = [...new Set(dates.map(monthOf))], positions = dates.map((date) => months.indexOf(monthOf(date)));
  return { count: months.length, ofSlot: (slot) => positions[Math.floor(slot / SLOTS_A_DAY)]! };
}

function sumsByCabinet(groups: readonly LampGroup[], lighting: Lighting, months: readonly string[]): Map<number, Float64Array> {
  const { dates } = lighting.slots, buckets = monthBuckets({ fromDate: dates[0]!, untilDate: dates.at(-1)! });
  const kwh = groupsEnergyKwh(groups.map((group) => always(group, lighting.slots)), lighting, buckets), sums = new Map<number, Float64Array>();
  groups.forEach(({ cabinet }, row) => {
    let sum = sums.get(cabinet);
    if (!sum) sums.set(cabinet, sum = new Float64Array(months.length));
    for (let month = 0; month < months.length; month++) sum[month]! += kwh[row * months.length + month]!;
  });
  return sums;
}

/** Energy of a side in a period: lamps as in the twin, then what adjustments add. */
export interface SideEnergy {
  /** Rows of `kwh`: groups first, then the parts of adjustments. */
  groups: readonly PresentGroup[];
  /** From this row on they are adjustments. */
  firstAdjusted: number;
  /** Of every row of `groups`, which adjustment it belongs to; -1 none. */
  adjustmentOf: readonly number[];
  /** group * buckets + bucket. */
  kwh: Float64Array;
}

/** `monthOfBucket`: 'YYYY-MM'. */
export function sideEnergy(side: Side, which: LampSide, input: SavingsInput, period: Period, lighting: Lighting, buckets: Buckets, monthOfBucket: (bucket: number) => string): SideEnergy {
  const own = side.groups.map((group) => always(group, lighting.slots)), factor = side.factorsIn(period, lighting);
  const adjusted = input.adjustments.map((one) => adjustedGroups(one, which, side.groups, lighting.slots));
  const groups = [...own, ...adjusted.flat()], adjustmentOf = [...own.map(() => -1), ...adjusted.flatMap((some, at) => some.map(() => at))];
  const kwh = groupsEnergyKwh(groups, lighting, buckets), months = Array.from({ length: buckets.count }, (_, bucket) => monthOfBucket(bucket));
  groups.forEach(({ cabinet }, row) => { for (let bucket = 0; bucket < buckets.count; bucket++) kwh[row * buckets.count + bucket]! *= factor(cabinet, months[bucket]!); });
  return { groups, firstAdjusted: own.length, adjustmentOf, kwh };
}
