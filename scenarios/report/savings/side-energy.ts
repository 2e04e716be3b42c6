import { adjustedGroups } from './adjustments.ts';
import { always, groupsEnergyKwh, type Buckets, type Lighting, type PresentGroup } from './group-energy.ts';
import { lampGroups, withMeasuredWatts, type LampGroup, type LampSide } from './lamp-groups.ts';
import { litSlots } from './lit-slots.ts';
import type { Period } from './period.ts';
import type { SavingsInput } from './savings-input.ts';

/** The lighting before or after: its lamps and how they work. */
export interface Side { groups: LampGroup[]; watts: LampSide; isAlwaysFull: boolean; standbyPowerW: number; lightingIn(period: Period): Lighting }

export function sideOf(input: SavingsInput, which: LampSide): Side {
  const isReplaced = which === 'before' && input.before === 'replaced-lamps';
  const twin = which === 'before' && input.before !== 'replaced-lamps' ? input.before : input.after, watts = isReplaced ? 'before' : 'after';
  const within = new Set(input.cabinets), groups = withMeasuredWatts(lampGroups(twin, watts, (cabinet) => within.has(cabinet)), watts, input.watts);
  const { standbyPowerW } = twin.facts.lighting;
  return { groups, watts, isAlwaysFull: isReplaced, standbyPowerW, lightingIn: (period) => ({ slots: litSlots(twin, period), isAlwaysFull: isReplaced, standbyPowerW }) };
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

export function sideEnergy(side: Side, which: LampSide, input: SavingsInput, lighting: Lighting, buckets: Buckets): SideEnergy {
  const own = side.groups.map((group) => always(group, lighting.slots));
  const adjusted = input.adjustments.map((one) => adjustedGroups(one, which, side.groups, lighting.slots));
  const groups = [...own, ...adjusted.flat()], adjustmentOf = [...own.map(() => -1), ...adjusted.flatMap((some, at) => some.map(() => at))];
  return { groups, firstAdjusted: own.length, adjustmentOf, kwh: groupsEnergyKwh(groups, lighting, buckets) };
}
