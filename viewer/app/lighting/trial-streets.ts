import { rowsWhere } from '../../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { judgeZone, noCounts, type CityStreets, type VerdictCounts } from './city-streets.ts';
import { burningSpans, leastShare, nightOutput, type NightHour, type OutputStretch } from './night-output.ts';

/** The night of a zone as its program makes it. */
export interface ZoneNight { stretches: OutputStretch[]; burning: OutputStretch[] }

export const zoneNight = (twin: ReadingTwin, zone: number): ZoneNight => ({ stretches: nightOutput(twin, zone), burning: burningSpans(twin, zone) });

/** Rows of `litStreets` most of whose lamps are of this zone. */
export const streetsOfZone = ({ litStreets }: ReadingTwin, zone: number): number[] => rowsWhere(litStreets.count, (row) => litStreets.zone[row] === zone);

/** What an hour of the night makes of the streets of a zone; no share where lamps do not burn in it. */
export interface StreetHour extends NightHour { share: number | undefined; counts: VerdictCounts }

/** Hour by hour, each at the least output that lamps give in it. */
export const streetHours = (twin: ReadingTwin, streets: CityStreets, rows: ArrayLike<number>, { stretches, burning }: ZoneNight, hours: readonly NightHour[]): StreetHour[] =>
  hours.map((hour) => {
    const share = leastShare(stretches, burning, hour);
    return { ...hour, share, counts: share === undefined ? noCounts() : judgeZone(twin, streets, rows, hour.hour, share) };
  });
