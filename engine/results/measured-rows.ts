import { pickRows, type Columns, type Table } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { resultTables, tripEnd, type ResultTables, type RunFigures } from './tables.ts';

/**
 * What counts in a run that measures from `measuredFromS` on: trips that were planned from then on, wherever they have come,
 * and passages of signals from then on. Whoever filled the streets is in nobody's mean.
 */
export function measuredRows({ departures }: ReadingTwin, tables: ResultTables, measuredFromS: number): ResultTables {
  const { trips, tripEnergy, junctionPassages } = tables;
  const isPlannedIn = (departure: number): boolean => departures.departS[departure]! >= measuredFromS;
  return {
    ...tables,
    trips: where(resultTables.trips, trips, (row) => isPlannedIn(trips.departure[row]!)),
    tripEnergy: where(resultTables.tripEnergy, tripEnergy, (row) => isPlannedIn(tripEnergy.departure[row]!)),
    junctionPassages: where(resultTables.junctionPassages, junctionPassages, (row) => junctionPassages.passedS[row]! >= measuredFromS),
  };
}

const where = <C extends Columns>(columns: C, table: Table<C>, isKept: (row: number) => boolean): Table<C> =>
  pickRows(columns, table as Parameters<typeof pickRows<C>>[1], Array.from({ length: table.count }, (_, row) => row).filter(isKept));

type VehicleFigures = Pick<RunFigures, 'vehiclesLoaded' | 'vehiclesInserted' | 'vehiclesArrived' | 'vehiclesRunning' | 'vehiclesWaitingToEnter'>;

/** The vehicles of these trips and where they have come. */
export function countTrips({ count, end, departS }: ResultTables['trips']): VehicleFigures {
  const ended = (as: number): number => end.reduce((sum, one) => sum + (one === as ? 1 : 0), 0);
  return {
    vehiclesLoaded: count, vehiclesInserted: departS.reduce((sum, one) => sum + (one >= 0 ? 1 : 0), 0),
    vehiclesArrived: ended(tripEnd.arrived), vehiclesRunning: ended(tripEnd.running), vehiclesWaitingToEnter: ended(tripEnd.waitingToEnter),
  };
}
