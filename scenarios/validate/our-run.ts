import { LINK_INTERVAL_S } from '../../engine/results/link-counts.ts';
import { tripEnd, type ResultTables, type RunFigures } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { ObservedLink, ObservedRun, ObservedTrip } from './observed-run.ts';

type Tables = Pick<ResultTables, 'trips' | 'links' | 'minutes'>;

/** A run of ours, seen from outside. Lasts until `untilS`. */
export const ourRun = (twin: ReadingTwin, seed: number, untilS: number, figures: RunFigures, tables: Tables): ObservedRun => ({
  seed,
  counts: {
    inserted: figures.vehiclesInserted, arrived: figures.vehiclesArrived, running: figures.vehiclesRunning,
    waiting: figures.vehiclesWaitingToEnter, rescued: figures.rescued,
  },
  trips: arrivedTrips(twin, tables),
  links: linkIntervals(twin, tables, untilS),
  moments: Array.from({ length: tables.minutes.count }, (_, row) => ({ timeS: tables.minutes.timeS[row]!, running: tables.minutes.running[row]! })),
});

function arrivedTrips({ departures }: ReadingTwin, { trips }: Tables): ObservedTrip[] {
  const arrived: ObservedTrip[] = [];
  for (let row = 0; row < trips.count; row++) {
    if (trips.end[row] !== tripEnd.arrived) continue;
    arrived.push({
      name: departures.name[trips.departure[row]!]!, durationS: trips.arriveS[row]! - trips.departS[row]!,
      timeLossS: trips.timeLossS[row]!, departDelayS: trips.departS[row]! - trips.plannedDepartS[row]!,
    });
  }
  return arrived;
}

/** Travel time as SUMO's edgeData has it, length over mean speed: the mean of those that drove the whole link is another figure. */
function linkIntervals({ links: streets, lanes }: ReadingTwin, { links }: Tables, endS: number): ObservedLink[] {
  return Array.from({ length: links.count }, (_, row) => {
    const link = links.link[row]!, fromS = links.fromS[row]!, metres = links.vehicleMetres[row]!;
    return {
      link: streets.name[link]!, fromS, untilS: Math.min(fromS + LINK_INTERVAL_S, endS), entered: links.entered[row]!,
      travelTimeS: metres > 0 ? (lanes.lengthM[streets.firstLane[link]!]! * links.vehicleSeconds[row]!) / metres : undefined,
      vehicleSeconds: links.vehicleSeconds[row]!,
    };
  });
}
