import { randomShare } from '../foundation/random.ts';
import { energySource } from '../twin/propulsion.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { addRow, type GrowingTable } from './growing-table.ts';
import type { linkEnergyColumns } from './tables.ts';

/** Energy of links is kept for an hour each. */
export const ENERGY_INTERVAL_S = 3600;

/** Energy taken by vehicles so far; undefined in a city that does not say what its vehicles are driven by. */
export interface EnergyLog {
  /** By departure: what drives its vehicle, UNKNOWN where the city does not say. */
  propulsion: Uint16Array;
  /** By departure, two numbers beside each other, for they are read together: its speed in the step before (m/s, -1 before it has been seen) and what it has taken (J). */
  trips: Float64Array;
  /** Start of the running hour. */
  fromS: number;
  /** By source of energy and link, source * links + link: taken in the running hour. */
  linkTakenJ: Float64Array;
}

/** Draws that decide which vehicle is driven by what are kept apart from all others. They depend on no seed: the fleet is the same in every run. */
const FLEET_SEED = 0, FLEET_PURPOSE = 301;

/** Of vehicles of which nobody says what drives them. */
export const UNKNOWN = 65535;

export function makeEnergyLog(twin: ReadingTwin, fromS: number): EnergyLog | undefined {
  const { propulsions, departures, links } = twin;
  if (propulsions.count === 0) return undefined;
  return {
    propulsion: shareOut(twin),
    trips: Float64Array.from({ length: 2 * departures.count }, (_, at) => (at % 2 === 0 ? -1 : 0)),
    fromS: Math.floor(fromS / ENERGY_INTERVAL_S) * ENERGY_INTERVAL_S,
    linkTakenJ: new Float64Array(Object.keys(energySource).length * links.count),
  };
}

/** Each vehicle draws its propulsion by the shares of its type; all trips of a timetabled vehicle draw alike. */
function shareOut({ departures, propulsions, trips, blocks }: ReadingTwin): Uint16Array {
  const chosen = new Uint16Array(departures.count).fill(UNKNOWN);
  for (let departure = 0; departure < departures.count; departure++) {
    const trip = departures.trip[departure]!, block = trip < 0 ? -1 : trips.block[trip]!, vehicle = block < 0 ? -1 : blocks.vehicle[block]!;
    let luck = vehicle < 0 ? randomShare(FLEET_SEED, FLEET_PURPOSE, departure, 0) : randomShare(FLEET_SEED, FLEET_PURPOSE, vehicle, 1);
    for (let row = 0; row < propulsions.count && luck >= 0; row++) {
      if (propulsions.vehicleType[row] !== departures.vehicleType[departure]) continue;
      chosen[departure] = row;
      luck -= propulsions.fleetShare[row]!;
    }
  }
  return chosen;
}

/** Writes a row for every link and source of energy that something was taken from, and starts the hour that holds `nowS`. */
export function closeEnergyInterval(energy: EnergyLog, rowsOfLinks: GrowingTable<typeof linkEnergyColumns>, nowS: number): void {
  const linkCount = energy.linkTakenJ.length / Object.keys(energySource).length;
  for (let at = 0; at < energy.linkTakenJ.length; at++) {
    if (energy.linkTakenJ[at] === 0) continue;
    const row = addRow(rowsOfLinks), { rows } = rowsOfLinks;
    rows.link[row] = at % linkCount;
    rows.fromS[row] = energy.fromS;
    rows.source[row] = Math.floor(at / linkCount);
    rows.takenWh[row] = energy.linkTakenJ[at]! / 3600;
  }
  energy.linkTakenJ.fill(0);
  energy.fromS = Math.floor(nowS / ENERGY_INTERVAL_S) * ENERGY_INTERVAL_S;
}
