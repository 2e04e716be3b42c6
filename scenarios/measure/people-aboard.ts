import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { vehicleClassOf, type VehicleClass } from './vehicle-class.ts';

/** People in a vehicle where nothing is recorded of them: our assumption, printed in every report that counts people. */
export const ASSUMED_PEOPLE: Readonly<Record<VehicleClass, number>> = { bus: 20, tram: 60, car: 1.3, lorry: 1, bicycle: 1 };

/** Tells how many people a vehicle carries at a time; drivers of buses and trams are not among them. */
export type PeopleAboard = (departure: number, atS: number) => number;

/** By what the run recorded as people boarded and alighted, else as assumed. */
export function peopleAboard({ twin, tables: { boardings } }: { twin: ReadingTwin; tables: Pick<ResultTables, 'boardings'> }): PeopleAboard {
  // Rows stand in the order of time, those of one vehicle among those of others.
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < boardings.count; row++) {
    const departure = boardings.departure[row]!, known = rowsOf.get(departure);
    if (known) known.push(row);
    else rowsOf.set(departure, [row]);
  }
  return (departure, atS) => {
    const rows = rowsOf.get(departure);
    if (rows === undefined) return ASSUMED_PEOPLE[vehicleClassOf(twin, departure)];
    // Before its first stop it is empty.
    const last = rows.findLast((row) => boardings.departS[row]! <= atS);
    return last === undefined ? 0 : boardings.aboardCount[last]!;
  };
}
