import type { LightingState } from '../state/lighting-state.ts';
import { trafficRule } from '../state/lighting-watch.ts';
import { lampGroups } from '../twin/lamp-groups.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Faults } from './faults.ts';

/** Lamps that count vehicles stand on a step that their rule has, and their next sample lies ahead; nobody has been seen later than now. */
export function checkLighting(twin: ReadingTwin, { watch }: LightingState, timeS: number, faults: Faults): void {
  if (!watch) return;
  if (!(watch.nextSampleS > timeS) || !watch.groups.lastSeenS.every((seenS) => seenS <= timeS)) faults.add('checkpoint-wrong-clock', 'state.lighting.watch');
  const { zone } = lampGroups(twin), { stepIndex } = watch.groups;
  for (let group = 0; group < zone.length; group++) {
    const rule = trafficRule(twin, zone[group]!);
    if (rule >= 0) faults.within('state.lighting.watch.groups.stepIndex', stepIndex[group]!, Math.max(0, twin.adaptiveRules.stepCount[rule]! - 1));
  }
}
