import { UNKNOWN_VOLUME } from './lighting-class-of.ts';
import { category } from './streets.ts';
import type { ReadingTwin } from './twin.ts';

export const HOURS_OF_DAY = 24;

/** Motor traffic on the carriageway; trams run on a way of their own, and cyclists need light but do not fill lanes. */
const MOTORISED = category.car | category.van | category.lorry | category.bus | category.motorcycle | category.emergency | category.taxi;

/**
 * Vehicles an hour on every street, both directions together, by clock hour: all streets of the first hour, then of the next.
 * `UNKNOWN_VOLUME` in hours for which nothing is known.
 */
export type HourVolumes = Float64Array;

/** The volumes of one clock hour. */
export const volumesOfHour = (volumes: HourVolumes, hour: number): Float64Array => {
  const count = volumes.length / HOURS_OF_DAY;
  return volumes.subarray(hour * count, (hour + 1) * count);
};

/**
 * Volumes as the routes of the day are planned, each vehicle counted on all its streets in the hour in which it departs. An hour in which
 * nobody departs in the whole city is one that the demand does not cover: unknown, not empty. Departures past 24:00 count for the hours after midnight: the planned
 * day stands for every day, so what leaves at 25:30 left at 1:30 of this day too, a day before.
 */
export function plannedHourVolumes({ streets, links, routes, routeLinks, vehicleTypes, departures }: ReadingTwin): HourVolumes {
  const volumes = new Float64Array(HOURS_OF_DAY * streets.count), isCovered = new Uint8Array(HOURS_OF_DAY);
  for (let departure = 0; departure < departures.count; departure++) {
    if ((vehicleTypes.category[departures.vehicleType[departure]!]! & MOTORISED) === 0) continue;
    const hour = Math.floor(departures.departS[departure]! / 3600) % HOURS_OF_DAY;
    if (!(hour >= 0)) continue;
    isCovered[hour] = 1;
    const route = departures.route[departure]!, first = routes.firstLink[route]!, end = first + routes.linkCount[route]!;
    for (let at = first; at < end; at++) {
      const street = links.street[routeLinks.link[at]!]!;
      if (street >= 0) volumes[hour * streets.count + street]!++;
    }
  }
  return withUnknownHours(volumes, isCovered, streets.count);
}

function withUnknownHours(volumes: HourVolumes, isCovered: Uint8Array, count: number): HourVolumes {
  for (let hour = 0; hour < HOURS_OF_DAY; hour++) if (isCovered[hour] === 0) volumes.fill(UNKNOWN_VOLUME, hour * count, (hour + 1) * count);
  return volumes;
}

/** Rows of the results of links that the volumes of a run are counted from. */
interface LinkRows { count: number; link: ArrayLike<number>; fromS: ArrayLike<number>; entered: ArrayLike<number> }

/** Volumes as a run has counted them, by quarters of an hour; hours that it did not run through as a whole are unknown. */
export function countedHourVolumes({ streets, links }: ReadingTwin, rows: LinkRows, fromS: number, untilS: number): HourVolumes {
  const volumes = new Float64Array(HOURS_OF_DAY * streets.count), isCovered = new Uint8Array(HOURS_OF_DAY), times = new Uint32Array(HOURS_OF_DAY);
  for (let hourS = Math.ceil(fromS / 3600) * 3600; hourS + 3600 <= untilS; hourS += 3600) {
    const hour = (hourS / 3600) % HOURS_OF_DAY;
    isCovered[hour] = 1;
    times[hour]!++;
  }
  for (let row = 0; row < rows.count; row++) {
    const atS = rows.fromS[row]!, hour = Math.floor(atS / 3600) % HOURS_OF_DAY, street = links.street[rows.link[row]!]!;
    const wholeHourS = Math.floor(atS / 3600) * 3600;
    if (street < 0 || wholeHourS < fromS || wholeHourS + 3600 > untilS) continue;
    volumes[hour * streets.count + street]! += rows.entered[row]! / times[hour]!;
  }
  return withUnknownHours(volumes, isCovered, streets.count);
}
