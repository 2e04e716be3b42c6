import type { ReadingTwin } from '../../twin/twin.ts';
import { lampPower, type LampPower } from '../lamp-power.ts';
import { groupsOf } from './groups-of.ts';

const known = new WeakMap<ReadingTwin, readonly LampPower[]>();

/** Power of each lighting group: the lines of its lamps, summed in the order of their rows. Derived from the twin, no state. */
export function groupPowers(twin: ReadingTwin): readonly LampPower[] {
  const before = known.get(twin);
  if (before) return before;
  const groups = groupsOf(twin), powers = Array.from({ length: groups.count }, (): LampPower => ({ ratedW: 0, fixedW: 0, darkW: 0 }));
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) {
    const sum = powers[groups.ofLamp[lamp]!]!, { ratedW, fixedW, darkW } = lampPower(twin, lamp);
    sum.ratedW += ratedW;
    sum.fixedW += fixedW;
    sum.darkW += darkW;
  }
  known.set(twin, powers);
  return powers;
}
