import { rowsWhere } from '../../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { judgeZone, noCounts, type CityStreets, type VerdictCounts } from './city-streets.ts';
import { burningSpans, leastShare, nightOutput, type NightHour, type OutputStretch } from './night-output.ts';

/** The night of a zone as its program makes it. */
export interface ZoneNight { stretches: OutputStretch[]; burning: OutputStretch[] }

/** `burning`: that of the same zone under another program, where it is known: no program changes it. */
export const zoneNight = (twin: ReadingTwin, zone: number, burning = burningSpans(twin, zone)): ZoneNight => ({ stretches: nightOutput(twin, zone), burning });

/** Rows of `litStreets` most of whose lamps are of this zone. */
export const streetsOfZone = ({ litStreets }: ReadingTwin, zone: number): number[] => rowsWhere(litStreets.count, (row) => litStreets.zone[row] === zone);

/** What an hour of the night makes of the streets of a zone; no share where lamps do not burn in it. */
export interface StreetHour extends NightHour { share: number | undefined; counts: VerdictCounts }

/** Judges the hours of nights of a zone, each at the least output that lamps give in it. A moved slider leaves most hours as they were: these are counted once. */
export function hourJudge(twin: ReadingTwin, streets: CityStreets, rows: ArrayLike<number>, hours: readonly NightHour[]): (night: ZoneNight) => StreetHour[] {
  let last: readonly StreetHour[] = [];
  return ({ stretches, burning }) => {
    const judged = hours.map((hour, at): StreetHour => {
      const share = leastShare(stretches, burning, hour), before = last[at];
      if (before && before.share === share) return before;
      return { ...hour, share, counts: share === undefined ? noCounts() : judgeZone(twin, streets, rows, hour.hour, share) };
    });
    last = judged;
    return judged;
  };
}
