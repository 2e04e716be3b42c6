import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { fleetColumns, transitMode, type Fleet } from '../../../engine/twin/transit.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { transitFigures } from '../facts/transit.ts';
import { vehicleTypeRow } from '../../build/demand/vehicle-types.ts';
import { onMap } from './places.ts';

/** All vehicles: articulated buses first, then the other buses, then trams. Every bus is equipped for priority. */
export function makeFleet(twin: ReadingTwin): Fleet {
  const busDepot = onMap(twin.facts, 'Depot of buses'), tramDepot = onMap(twin.facts, 'Depot of trams');
  const rows: RowValues<typeof fleetColumns>[] = [];
  const { buses, articulatedBuses, trams } = transitFigures;
  for (let bus = 0; bus < buses.value; bus++) {
    const articulated = bus < articulatedBuses.value;
    rows.push({
      name: `${articulated ? 'A' : 'B'}${String(bus + 1).padStart(3, '0')}`, mode: transitMode.bus,
      vehicleType: articulated ? vehicleTypeRow.articulatedBus : vehicleTypeRow.bus, priorityEquipped: 1, depotXM: busDepot[0], depotYM: busDepot[1],
    });
  }
  for (let tram = 0; tram < trams.value; tram++) {
    rows.push({
      name: String(1001 + tram), mode: transitMode.tram, vehicleType: vehicleTypeRow.tram, priorityEquipped: 0,
      depotXM: tramDepot[0], depotYM: tramDepot[1],
    });
  }
  return tableFrom(fleetColumns, rows);
}

/** The first vehicle of each group: a block is served by the group's vehicle of its number. */
export const firstOfFleet = {
  articulated: 0,
  standard: transitFigures.articulatedBuses.value,
  tram: transitFigures.buses.value,
};
