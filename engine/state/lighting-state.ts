import { f64, makeTable, u32, type Table } from '../foundation/table.ts';
import { lampGroups, type LampGroups } from '../twin/lamp-groups.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { prepareLightingWatch, type LightingWatch } from './lighting-watch.ts';

/** Energy is recorded for each quarter of an hour. */
export const LIGHTING_INTERVAL_S = 900;

/** One row for each lighting group (`engine/twin/lamp-groups.ts`): the zones, then the lamps of none, then those that something sets apart. */
export const zoneStateColumns = {
  lampCount: u32('lamps of the group'),
  ratedPowerW: f64('of all its lamps at full output, summed in the order of their rows'),
  outputShare: f64('0 off, 1 full output, at `sinceS`; -1 before the first switching'),
  powerW: f64('taken by all its lamps at `sinceS`'),
  nextSwitchS: f64('when its course may change next'),
  sinceS: f64('until when its energy has been counted'),
  energyWh: f64('taken since the start of the running quarter of an hour'),
};

/** How output and power move until the next switching, one row for each group. */
export const rampColumns = {
  shareSlope: f64('change of output in a second'),
  powerSlopeW: f64('change of power in a second'),
  targetShare: f64('output that the ramp of an adaptive rule ends with; -1 for none'),
  rampEndS: f64('when that is reached'),
};

export type ZoneStates = Table<typeof zoneStateColumns>;
export type RampStates = Table<typeof rampColumns>;

/** Street lighting at one instant. */
export interface LightingState {
  zones: ZoneStates;
  /** Undefined in a city where output only jumps. */
  ramps: RampStates | undefined;
  watch: LightingWatch | undefined;
  /** Taken by all lamps of the city at the last event. */
  powerW: number;
  /** Taken by all lamps since the start of the run, up to the last event. */
  energyWh: number;
  /** The next switching of a group or end of a quarter: nothing need be looked at before. */
  nextEventS: number;
  /** Start of the running quarter of an hour. */
  intervalFromS: number;
}

/** Lamps before the run: each group is due at `fromS`, when `switchDueLamps` gives it the output of that time. */
export function prepareLightingState(twin: ReadingTwin, fromS: number): LightingState {
  const groups = lampGroups(twin), zones = makeTable(zoneStateColumns, groups.count);
  zones.outputShare.fill(-1);
  zones.nextSwitchS.fill(fromS);
  zones.sinceS.fill(fromS);
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) {
    const group = groups.ofLamp[lamp]!;
    zones.lampCount[group]! += 1;
    zones.ratedPowerW[group]! += twin.lamps.ratedPowerW[lamp]!;
  }
  const intervalFromS = Math.floor(fromS / LIGHTING_INTERVAL_S) * LIGHTING_INTERVAL_S;
  return { zones, ramps: prepareRamps(twin, groups), watch: prepareLightingWatch(twin, groups, fromS), powerW: 0, energyWh: 0, nextEventS: fromS, intervalFromS };
}

function prepareRamps({ dimmingLevels, adaptiveRules }: ReadingTwin, groups: LampGroups): LightingState['ramps'] {
  if (!hasAny(dimmingLevels.rampS) && !hasAny(adaptiveRules.fallS)) return undefined;
  const ramps = makeTable(rampColumns, groups.count);
  ramps.targetShare.fill(-1);
  return ramps;
}

function hasAny(lengthsS: ArrayLike<number>): boolean {
  for (let row = 0; row < lengthsS.length; row++) if (lengthsS[row]! > 0) return true;
  return false;
}
