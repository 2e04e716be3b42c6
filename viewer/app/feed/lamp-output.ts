import type { Reading } from '../../../engine/foundation/table.ts';
import { DAY_S } from '../../../engine/foundation/clock.ts';
import type { ResultTables } from '../../../engine/results/tables.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { daylightAt } from '../map/daylight.ts';

/** What the lamps of every zone give at a moment: 0 off, 1 full output. */
export interface LampOutput { shareAt(zone: number, timeS: number): number; readonly recorded: boolean }

/** As a run recorded it. */
export function recordedLampOutput(switches: Reading<ResultTables['lampSwitches']>, zoneCount: number): LampOutput {
  const byZone: number[][] = Array.from({ length: zoneCount }, () => []);
  for (let row = 0; row < switches.count; row++) byZone[switches.zone[row]!]?.push(row);
  for (const rows of byZone) rows.sort((a, b) => switches.timeS[a]! - switches.timeS[b]! || a - b);
  return {
    recorded: true,
    shareAt(zone, timeS) {
      const rows = byZone[zone];
      if (!rows || rows.length === 0) return 0;
      let share = switches.outputShare[rows[0]!]!;
      for (const row of rows) {
        if (switches.timeS[row]! > timeS) break;
        share = switches.outputShare[row]!;
      }
      return share;
    },
  };
}

/** Where no run is at hand: lit from dusk to dawn, dimmed as the zone's schedule says. Only for drawing. */
export function scheduledLampOutput(twin: ReadingTwin): LampOutput {
  const { lightingZones, dimmingLevels, facts } = twin;
  return {
    recorded: false,
    shareAt(zone, timeS) {
      if (daylightAt(facts, timeS).sunAltitudeDeg > -1) return 0;
      const first = lightingZones.firstLevel[zone]!, count = lightingZones.levelCount[zone]!;
      if (count === 0) return 1;
      const clockS = ((timeS % DAY_S) + DAY_S) % DAY_S;
      let share = dimmingLevels.outputShare[first + count - 1]!;
      for (let level = first; level < first + count && dimmingLevels.fromS[level]! <= clockS; level++) share = dimmingLevels.outputShare[level]!;
      return share;
    },
  };
}
