import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { tripEnd, type ResultTables, type RunFigures } from './tables.ts';

type TripMeans = Pick<RunFigures, 'meanTravelTimeS' | 'meanTimeLossS' | 'meanDepartDelayS' | 'busMeanTravelTimeS' | 'busMeanTimeLossS'>;

/** Means over the trips that arrived, as SUMO's tripinfo statistics: duration, timeLoss, departDelay. */
export function tripMeans({ departures, vehicleTypes }: ReadingTwin, { trips }: Pick<ResultTables, 'trips'>): TripMeans {
  let count = 0, travelS = 0, lossS = 0, delayS = 0, buses = 0, busTravelS = 0, busLossS = 0;
  for (let row = 0; row < trips.count; row++) {
    if (trips.end[row] !== tripEnd.arrived) continue;
    const tookS = trips.arriveS[row]! - trips.departS[row]!;
    count++;
    travelS += tookS;
    lossS += trips.timeLossS[row]!;
    delayS += trips.departS[row]! - trips.plannedDepartS[row]!;
    if (vehicleTypes.category[departures.vehicleType[trips.departure[row]!]!] !== category.bus) continue;
    buses++;
    busTravelS += tookS;
    busLossS += trips.timeLossS[row]!;
  }
  const mean = (sum: number, of: number): number | null => (of > 0 ? sum / of : null);
  return {
    meanTravelTimeS: mean(travelS, count), meanTimeLossS: mean(lossS, count), meanDepartDelayS: mean(delayS, count),
    busMeanTravelTimeS: mean(busTravelS, buses), busMeanTimeLossS: mean(busLossS, buses),
  };
}
