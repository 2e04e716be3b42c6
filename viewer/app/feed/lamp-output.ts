import type { Reading } from '../../../engine/foundation/table.ts';
import { scheduledOutput } from '../../../engine/lighting/lamp-schedule.ts';
import type { ResultTables } from '../../../engine/results/tables.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** What lamps give at a moment, by group: 0 off, 1 full output. The first groups are the zones, then comes that of lamps of no zone. */
export interface LampOutput {
  readonly recorded: boolean;
  readonly groupCount: number;
  /** The group of each lamp. */
  readonly groupOf: Int32Array;
  shareAt(group: number, timeS: number): number;
}

/** Lamps by their zones, as they stand. */
const zoneGroups = ({ lamps, lightingZones }: ReadingTwin): Int32Array => Int32Array.from(lamps.zone, (zone) => (zone < 0 ? lightingZones.count : zone));

/** Results of lighting that pictures are drawn from. */
export type LampTables = Reading<Pick<ResultTables, 'lampSwitches' | 'groupSwitches' | 'groupedLamps'>>;

/** As a run recorded it: by zones; where ramps, traffic, orders or losses set lamps apart, by their groups. */
export function recordedLampOutput({ lampSwitches, groupSwitches, groupedLamps }: LampTables, twin: ReadingTwin): LampOutput {
  const zones = twin.lightingZones.count, groupOf = zoneGroups(twin), byGroup: number[][] = Array.from({ length: zones + 1 }, () => []);
  for (let row = 0; row < groupedLamps.count; row++) groupOf[groupedLamps.lamp[row]!] = groupedLamps.group[row]!;
  const inGroups = groupSwitches.count > 0, { count, timeS, outputShare } = inGroups ? groupSwitches : lampSwitches;
  for (let row = 0; row < count; row++) {
    const group = inGroups ? groupSwitches.group[row]! : lampSwitches.zone[row]! < 0 ? zones : lampSwitches.zone[row]!;
    (byGroup[group] ??= []).push(row);
  }
  for (const rows of byGroup) rows?.sort((a, b) => timeS[a]! - timeS[b]! || a - b);
  return {
    recorded: true, groupOf, groupCount: byGroup.length,
    shareAt(group, atS) {
      const rows = byGroup[group] ?? [], row = rows[Math.max(0, lastBegun(rows, timeS, atS))];
      if (row === undefined) return 0;
      const share = outputShare[row]!, rampS = inGroups ? groupSwitches.rampS[row]! : 0, pastS = Math.max(0, atS - timeS[row]!);
      if (!inGroups) return share;
      return pastS >= rampS ? groupSwitches.endShare[row]! : share + (groupSwitches.endShare[row]! - share) * (pastS / rampS);
    },
  };
}

/** Where in rows sorted by time the last one stands that has begun by then; -1 before all. */
function lastBegun(rows: readonly number[], timeS: ArrayLike<number>, atS: number): number {
  let low = -1, high = rows.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (timeS[rows[middle]!]! <= atS) low = middle;
    else high = middle;
  }
  return low;
}

/** Where no run is at hand: as the programs of the city say. */
export function scheduledLampOutput(twin: ReadingTwin): LampOutput {
  return { recorded: false, groupOf: zoneGroups(twin), groupCount: twin.lightingZones.count + 1, shareAt: (zone, timeS) => scheduledOutput(twin, zone, timeS).outputShare };
}
