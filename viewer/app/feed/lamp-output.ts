import type { Reading } from '../../../engine/foundation/table.ts';
import { scheduledOutput } from '../../../engine/lighting/lamp-schedule.ts';
import type { ResultTables } from '../../../engine/results/tables.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

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

/** Where no run is at hand: as the programs of the city say. */
export function scheduledLampOutput(twin: ReadingTwin): LampOutput {
  return { recorded: false, shareAt: (zone, timeS) => scheduledOutput(twin, zone, timeS).outputShare };
}
