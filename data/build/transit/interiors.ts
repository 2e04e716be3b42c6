import { tableFrom } from '../../../engine/foundation/table.ts';
import { interiorColumns, type Interiors } from '../../../engine/twin/transit.ts';
import { vehicleTypeRow } from '../demand/vehicle-types.ts';

/**
 * Room and doors of buses and trams. Dwell of a bus that people board by one door: 5.0 s + 2.75 s for each who gets on or off
 * (Levinson 1983, as cited by Jaiswal, Bunker and Ferreira 2008). People get on and off by all doors of an articulated bus and of a
 * tram (assumed): about twice and five times as fast (assumed, by the number of doors).
 * Above 60 % load boarding slows down; twice the time when full is assumed.
 */
const crowding = { crowdedFromShare: 0.6, crowdedFactor: 2 };

export const makeInteriors = (): Interiors => tableFrom(interiorColumns, [
  // 12 m: 90 people (assumed; makers state 80 to 105 by the arrangement of seats).
  { vehicleType: vehicleTypeRow.bus, capacityCount: 90, doorsS: 5, boardingS: 2.75, alightingS: 2.75, ...crowding },
  // 18 m: 140 people (assumed; makers state 130 to 160).
  { vehicleType: vehicleTypeRow.articulatedBus, capacityCount: 140, doorsS: 5, boardingS: 1.4, alightingS: 1.4, ...crowding },
  // Citadis 302 of Dijon: 200 people, 48 of them seated, as the notices in the vehicles say.
  { vehicleType: vehicleTypeRow.tram, capacityCount: 200, doorsS: 5, boardingS: 0.6, alightingS: 0.6, ...crowding },
]);
