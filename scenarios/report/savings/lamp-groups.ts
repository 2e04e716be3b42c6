import { lampPower, replacedPower, type LampPower } from '../../../engine/lighting/lamp-power.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Lamps of one cabinet and zone that are of one kind, or that are reckoned together. */
export interface LampGroup {
  /** Row of the cabinet; -1 for lamps that no cabinet is known of. */
  cabinet: number;
  /** Row of the zone; that after the last for lamps of no zone. */
  zone: number;
  /** What measured watts and their uncertainty are known by: `kindName`. */
  kind: string;
  /** Whose catalogue watts err together, whatever wattages it comes in: the kind of luminaire. All lamps of which nobody says what they are count as one, ''. */
  product: string;
  lampCount: number;
  /** All of them together. */
  power: LampPower;
}

/** Whose power: of the lamp that stands, or of the one that it replaced. */
export type LampSide = 'before' | 'after';

/** The kind as an inventory calls it, with its watts where lamps of that kind differ in them; without a kind its watts: '92 W'. */
export function kindName(twin: ReadingTwin, lamp: number, side: LampSide): string {
  const { luminaires } = twin, luminaire = luminaireOf(twin, side)[lamp]!, watts = `${Math.round(wattsOf(twin, side)[lamp]! * 10) / 10} W`;
  if (luminaire < 0) return watts;
  return hasOnePower(twin, side)[luminaire] === 1 ? luminaires.name[luminaire]! : `${luminaires.name[luminaire]!}, ${watts}`;
}

const wattsOf = ({ lamps }: ReadingTwin, side: LampSide): ArrayLike<number> => (side === 'before' ? lamps.powerBeforeW : lamps.ratedPowerW);

const luminaireOf = ({ lamps }: ReadingTwin, side: LampSide): ArrayLike<number> => (side === 'before' ? lamps.replaced : lamps.luminaire);

const onePower = new WeakMap<ReadingTwin['lamps'], Partial<Record<LampSide, Uint8Array>>>();

/** By luminaire: whether all its lamps have one power. A kind with several needs a sample of each. */
function hasOnePower(twin: ReadingTwin, side: LampSide): Uint8Array {
  const known = onePower.get(twin.lamps) ?? {};
  onePower.set(twin.lamps, known);
  if (known[side]) return known[side];
  const { lamps, luminaires } = twin, watts = wattsOf(twin, side), first = new Float64Array(luminaires.count).fill(NaN), isOne = new Uint8Array(luminaires.count).fill(1);
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const luminaire = luminaireOf(twin, side)[lamp]!;
    if (luminaire < 0) continue;
    if (Number.isNaN(first[luminaire])) first[luminaire] = watts[lamp]!;
    else if (first[luminaire] !== watts[lamp]) isOne[luminaire] = 0;
  }
  return (known[side] = isOne);
}

/** Lamps within a boundary by cabinet, zone and kind, in the order in which they first come. */
export function lampGroups(twin: ReadingTwin, side: LampSide, isWithin: (cabinet: number) => boolean): LampGroup[] {
  const { lamps, luminaires, lightingZones } = twin, groups = new Map<string, LampGroup>(), powerOf = side === 'before' ? replacedPower : lampPower;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = lamps.cabinet[lamp]!;
    if (!isWithin(cabinet)) continue;
    const zone = lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!, kind = kindName(twin, lamp, side), key = `${cabinet} ${zone} ${kind}`, { ratedW, fixedW, darkW } = powerOf(twin, lamp);
    let group = groups.get(key);
    if (!group) groups.set(key, group = { cabinet, zone, kind, product: luminaires.name[luminaireOf(twin, side)[lamp]!] ?? '', lampCount: 0, power: { ratedW: 0, fixedW: 0, darkW: 0 } });
    group.lampCount++;
    group.power.ratedW += ratedW;
    group.power.fixedW += fixedW;
    group.power.darkW += darkW;
  }
  return [...groups.values()];
}

/** Watts of a kind as measured: mean and spread of a sample. */
export interface MeasuredWatts { side: LampSide; kind: string; meanW: number; deviationW: number; sampleCount: number }

/** The same groups with measured watts where there are any. */
export function withMeasuredWatts(groups: readonly LampGroup[], side: LampSide, watts: readonly MeasuredWatts[]): LampGroup[] {
  const meanW = new Map(watts.filter((one) => one.side === side).map((one) => [one.kind, one.meanW]));
  return groups.map((group) => (meanW.has(group.kind) ? { ...group, power: ratedAt(group.power, meanW.get(group.kind)! * group.lampCount) } : group));
}

/** The same lamps with another power at full output; what driver or gear lose goes with it. */
export const ratedAt = ({ ratedW, fixedW, darkW }: LampPower, newRatedW: number): LampPower => ({ ratedW: newRatedW, fixedW: ratedW > 0 ? (fixedW * newRatedW) / ratedW : 0, darkW: Math.min(darkW, newRatedW) });

/** So many of the lamps of a group, or more than it has. */
export const shareOf = ({ ratedW, fixedW, darkW }: LampPower, share: number): LampPower => ({ ratedW: ratedW * share, fixedW: fixedW * share, darkW: darkW * share });
