import { carriedEquipment } from '../engine/twin/equipment.ts';
import { category } from '../engine/twin/streets.ts';
import { transitMode } from '../engine/twin/transit.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';

/** What a city holds, counted in its tables. */
export interface CityFigures {
  lamps: number; cabinets: number;
  /** Junctions whose controller lets buses extend greens; junctions with signals; all junctions. */
  priorityJunctions: number; signalisedJunctions: number; junctions: number;
  /** The fleet; and the most buses out of their depots at one time. */
  buses: number; busesAtPeak: number; trams: number;
  communes: number; stops: number; lines: number; cameras: number;
  buildings: number; buildingsRenovated: number; bollardSites: number;
  fibreKm: number; geolocatedVehicles: number; radios: number;
  streetKm: number; lanes: number;
  hash: string;
}

function countWhere(count: number, holds: (row: number) => boolean): number {
  let found = 0;
  for (let row = 0; row < count; row++) if (holds(row)) found++;
  return found;
}

/** Simulated vehicles of the class bus, with or without a timetable: a city from elsewhere may have buses and no fleet. */
export const busDepartures = ({ departures, vehicleTypes }: ReadingTwin): number =>
  countWhere(departures.count, (row) => vehicleTypes.category[departures.vehicleType[row]!] === category.bus);

const kilometres = (lengthM: ArrayLike<number>): number => Math.round(Array.from(lengthM).reduce((sum, metres) => sum + metres, 0)) / 1000;

/** The most blocks of buses that run at one time. */
function mostBusesOut({ blocks }: ReadingTwin): number {
  const turns: { timeS: number; more: number }[] = [];
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.mode[block] !== transitMode.bus) continue;
    turns.push({ timeS: blocks.startS[block]!, more: 1 }, { timeS: blocks.endS[block]!, more: -1 });
  }
  // One that comes back as another leaves is not counted twice.
  turns.sort((a, b) => a.timeS - b.timeS || a.more - b.more);
  let out = 0, most = 0;
  for (const { more } of turns) most = Math.max(most, (out += more));
  return most;
}

export function cityFigures(twin: ReadingTwin, hash: string): CityFigures {
  const { junctions, controllers, fleet, buildings, serviceVehicles } = twin;
  const controllerOf = (junction: number) => junctions.controller[junction]!;
  return {
    lamps: twin.lamps.count,
    cabinets: twin.cabinets.count,
    priorityJunctions: countWhere(junctions.count, (row) => controllerOf(row) >= 0 && controllers.busPriority[controllerOf(row)] === 1),
    signalisedJunctions: countWhere(junctions.count, (row) => controllerOf(row) >= 0),
    junctions: junctions.count,
    buses: countWhere(fleet.count, (row) => fleet.mode[row] === transitMode.bus),
    busesAtPeak: mostBusesOut(twin),
    trams: countWhere(fleet.count, (row) => fleet.mode[row] === transitMode.tram),
    communes: twin.communes.count,
    stops: twin.stops.count,
    lines: twin.lines.count,
    cameras: twin.cameras.count,
    buildings: buildings.count,
    buildingsRenovated: countWhere(buildings.count, (row) => buildings.renovated[row] === 1),
    bollardSites: twin.bollardSites.count,
    fibreKm: kilometres(twin.fibres.lengthM),
    geolocatedVehicles: countWhere(serviceVehicles.count, (row) => serviceVehicles.equipment[row] === carriedEquipment.geolocation),
    radios: countWhere(serviceVehicles.count, (row) => serviceVehicles.equipment[row] === carriedEquipment.radio),
    streetKm: kilometres(twin.streets.lengthM),
    lanes: twin.lanes.count,
    hash,
  };
}
