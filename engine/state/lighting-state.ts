import { f64, makeTable, u32, type Table } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Energy is recorded for each quarter of an hour. */
export const LIGHTING_INTERVAL_S = 900;

/** One row for each lighting zone, and a last one for the lamps that belong to none. Lamps of a zone switch together. */
export const zoneStateColumns = {
  lampCount: u32('lamps of the zone'),
  ratedPowerW: f64('of all its lamps at full output, summed in the order of their rows'),
  outputShare: f64('0 off, 1 full output; -1 before the first switching'),
  powerW: f64('taken by all its lamps now'),
  nextSwitchS: f64('when its output may change next'),
  sinceS: f64('until when its energy has been counted'),
  energyWh: f64('taken since the start of the running quarter of an hour'),
};

export type ZoneStates = Table<typeof zoneStateColumns>;

/** Street lighting at one instant. */
export interface LightingState {
  zones: ZoneStates;
  /** Taken by all lamps of the city now. */
  powerW: number;
  /** Taken by all lamps since the start of the run, up to the last event. */
  energyWh: number;
  /** The next switching of a zone or end of a quarter: nothing need be looked at before. */
  nextEventS: number;
  /** Start of the running quarter of an hour. */
  intervalFromS: number;
}

/** Lamps before the run: each zone is due at `fromS`, when `switchDueLamps` gives it the output of that time. */
export function prepareLightingState(twin: ReadingTwin, fromS: number): LightingState {
  const noZone = twin.lightingZones.count;
  const zones = makeTable(zoneStateColumns, noZone + 1);
  zones.outputShare.fill(-1);
  zones.nextSwitchS.fill(fromS);
  zones.sinceS.fill(fromS);
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) {
    const zone = twin.lamps.zone[lamp]! < 0 ? noZone : twin.lamps.zone[lamp]!;
    zones.lampCount[zone]! += 1;
    zones.ratedPowerW[zone]! += twin.lamps.ratedPowerW[lamp]!;
  }
  return { zones, powerW: 0, energyWh: 0, nextEventS: fromS, intervalFromS: Math.floor(fromS / LIGHTING_INTERVAL_S) * LIGHTING_INTERVAL_S };
}
