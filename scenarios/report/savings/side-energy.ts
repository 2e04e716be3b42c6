import { lightingPeriod } from '../../../engine/lighting/energy/lighting-period.ts';
import { lightingYear, type LightingYear } from '../../../engine/lighting/energy/lighting-year.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { adjustedGroups } from './adjustments.ts';
import { always, groupsEnergyKwh, type Buckets, type Lighting, type PresentGroup } from './group-energy.ts';
import { kindName, lampGroups, withMeasuredWatts, type LampGroup, type LampSide } from './lamp-groups.ts';
import { litSlots, SLOTS_A_DAY } from './lit-slots.ts';
import { datesOf, monthOf, type Period } from './period.ts';
import type { SavingsInput } from './savings-input.ts';

/** The lighting before or after: its lamps and how they work. */
export interface Side {
  groups: LampGroup[];
  watts: LampSide;
  lightingIn(period: Period): Lighting;
  /** What age, cables and devices of the cabinet make of the energy of its lamps. */
  factorsIn(period: Period, lighting: Lighting): GroupFactor;
}

/** By group and month ('YYYY-MM'). */
export type GroupFactor = (group: Pick<LampGroup, 'cabinet' | 'zone' | 'kind'>, month: string) => number;

export function sideOf(input: SavingsInput, which: LampSide): Side {
  const isReplaced = which === 'before' && input.before === 'replaced-lamps';
  const twin = which === 'before' && input.before !== 'replaced-lamps' ? input.before : input.after, watts = isReplaced ? 'before' : 'after';
  const within = new Set(input.cabinets), listed = lampGroups(twin, watts, (cabinet) => within.has(cabinet));
  const measured = new Set(input.watts.filter((one) => one.side === watts).map(({ kind }) => kind));
  return {
    groups: withMeasuredWatts(listed, watts, input.watts), watts,
    lightingIn: (period) => ({ slots: litSlots(twin, period), isAlwaysFull: isReplaced }),
    factorsIn(period, lighting) {
      const months = [...new Set(lighting.slots.dates.map(monthOf))], plain = newEnergy(listed, lighting, months.length);
      const year = lightingYear(twin, lightingPeriod(twin.facts, period.fromDate, period.untilDate), { lamps: isReplaced ? 'replaced-at-full' : 'present', ageing: true });
      const aged = agedEnergy(twin, year, watts, months.length);
      return (group, month) => {
        const at = months.indexOf(month), key = groupKey(group), newKwh = plain.groups.get(key)?.[at] ?? 0, cabinetKwh = plain.cabinets.get(group.cabinet)?.[at] ?? 0;
        if (newKwh <= 0) return 1;
        // Measured watts are those of lamps as old as they are: age is not to count twice.
        const age = measured.has(group.kind) ? 1 : aged.groups.get(key)![at]! / newKwh, row = group.cabinet < 0 ? twin.cabinets.count : group.cabinet;
        return age + (year.cabinetKwh[row * months.length + at]! - aged.cabinets.get(group.cabinet)![at]!) / cabinetKwh;
      };
    },
  };
}

const groupKey = ({ cabinet, zone, kind }: Pick<LampGroup, 'cabinet' | 'zone' | 'kind'>): string => `${cabinet} ${zone} ${kind}`;

/** Energy of lamps alone, month by month, of groups and of all those of a cabinet. */
interface LampsEnergy { groups: Map<string, Float64Array>; cabinets: Map<number, Float64Array> }

function addMonths<Key>(sums: Map<Key, Float64Array>, key: Key, kwh: ArrayLike<number>): void {
  const sum = sums.get(key) ?? new Float64Array(kwh.length);
  for (let month = 0; month < kwh.length; month++) sum[month]! += kwh[month]!;
  sums.set(key, sum);
}

/** As if all lamps were new. */
function newEnergy(groups: readonly LampGroup[], lighting: Lighting, monthCount: number): LampsEnergy {
  const { dates } = lighting.slots, buckets = monthBuckets({ fromDate: dates[0]!, untilDate: dates.at(-1)! }), energy: LampsEnergy = { groups: new Map(), cabinets: new Map() };
  const kwh = groupsEnergyKwh(groups.map((group) => always(group, lighting.slots)), lighting, buckets);
  groups.forEach((group, row) => {
    const own = kwh.subarray(row * monthCount, (row + 1) * monthCount);
    addMonths(energy.groups, groupKey(group), own);
    addMonths(energy.cabinets, group.cabinet, own);
  });
  return energy;
}

/** As old as the engine knows them to be. */
function agedEnergy(twin: ReadingTwin, { lampKwh }: LightingYear, watts: LampSide, monthCount: number): LampsEnergy {
  const { lamps, lightingZones } = twin, energy: LampsEnergy = { groups: new Map(), cabinets: new Map() };
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = lamps.cabinet[lamp]!, zone = lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!, own = lampKwh.subarray(lamp * monthCount, (lamp + 1) * monthCount);
    addMonths(energy.groups, groupKey({ cabinet, zone, kind: kindName(twin, lamp, watts) }), own);
    addMonths(energy.cabinets, cabinet, own);
  }
  return energy;
}

/** Months of a period as buckets. */
export function monthBuckets(period: Period): Buckets {
  const dates = datesOf(period), months = [...new Set(dates.map(monthOf))], positions = dates.map((date) => months.indexOf(monthOf(date)));
  return { count: months.length, ofSlot: (slot) => positions[Math.floor(slot / SLOTS_A_DAY)]! };
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
  /** The same of what dimming would take off full power were there no fixed loss: an error of that loss is a share of this. */
  cutKwh: Float64Array;
}

/** `monthOfBucket`: 'YYYY-MM'. */
export function sideEnergy(side: Side, which: LampSide, input: SavingsInput, period: Period, lighting: Lighting, buckets: Buckets, monthOfBucket: (bucket: number) => string): SideEnergy {
  const own = side.groups.map((group) => always(group, lighting.slots)), factor = side.factorsIn(period, lighting);
  const adjusted = input.adjustments.map((one) => adjustedGroups(one, which, side.groups, lighting.slots));
  const groups = [...own, ...adjusted.flat()], adjustmentOf = [...own.map(() => -1), ...adjusted.flatMap((some, at) => some.map(() => at))];
  const kwh = groupsEnergyKwh(groups, lighting, buckets), cutKwh = groupsEnergyKwh(groups.map(allLoss), lighting, buckets), months = Array.from({ length: buckets.count }, (_, bucket) => monthOfBucket(bucket));
  groups.forEach((group, row) => {
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      const share = factor(group, months[bucket]!);
      kwh[row * buckets.count + bucket]! *= share;
      cutKwh[row * buckets.count + bucket]! *= share;
    }
  });
  return { groups, firstAdjusted: own.length, adjustmentOf, kwh, cutKwh };
}

/** The same lamps were all of their power a loss that counts as far as output is short of full: rated power times (hours lit - output times hours). */
const allLoss = (group: PresentGroup): PresentGroup => ({ ...group, power: { ratedW: 0, fixedW: group.power.ratedW, darkW: 0 } });
