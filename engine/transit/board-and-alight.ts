import { randomShare } from '../foundation/random.ts';
import type { CityState } from '../state/city-state.ts';
import { leaveQueue, type PassengerState } from '../state/passenger-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { comeToRide } from './come-to-ride.ts';
import { boardingTimeS } from './dwell-time.ts';
import { purposes } from './purposes.ts';

/** A vehicle at a stop of its line. */
export interface AtStop {
  /** Row of `trips`. */
  trip: number;
  /** Row of `calls`. */
  call: number;
  /** Row of `lineStops`, -1 where nothing is known of it. */
  lineStop: number;
  /** Row of `interiors`, -1 where nobody says how many it takes: then nobody rides in it. */
  interior: number;
  /** When it came to a stand. */
  standingSinceS: number;
}

/** The row of `interiors` of a vehicle type; -1 where nobody says how many it takes. */
export function interiorOf({ interiors }: ReadingTwin, vehicleType: number): number {
  for (let row = 0; row < interiors.count; row++) if (interiors.vehicleType[row] === vehicleType) return row;
  return -1;
}

/** Doors open: who rides no further gets off, those bound for stops that were left out on a detour too; then who waits gets on. */
export function openDoors(twin: ReadingTwin, state: CityState, passengers: PassengerState, at: AtStop, seed: number): void {
  const { trips, calls } = passengers, { interiors } = twin, { trip, call, interior, standingSinceS } = at;
  if (interior < 0) { trips.readyS[trip] = standingSinceS; return; }
  let off = 0;
  for (let row = trips.nextCall[trip]!; row <= call; row++) {
    off += calls.alighting[row]!;
    calls.alighting[row] = 0;
  }
  trips.nextCall[trip] = call + 1;
  trips.aboard[trip]! -= off;
  trips.alighted[trip] = off;
  trips.boarded[trip] = trips.waitedS[trip] = trips.boardedAfterS[trip] = 0;
  trips.readyS[trip] = standingSinceS + interiors.doorsS[interior]! + off * interiors.alightingS[interior]! + letBoard(twin, state, passengers, at, seed);
}

/** Those who have come meanwhile get on too; true if there were any. */
export function letOthersBoard(twin: ReadingTwin, state: CityState, passengers: PassengerState, at: AtStop, seed: number): boolean {
  const takesS = letBoard(twin, state, passengers, at, seed);
  if (takesS > 0) passengers.trips.readyS[at.trip] = state.timeS + takesS;
  return takesS > 0;
}

/** Who has come by now gets on as long as there is room, who came first first: how long that takes. */
function letBoard(twin: ReadingTwin, { timeS }: CityState, passengers: PassengerState, { trip, call, lineStop, interior, standingSinceS }: AtStop, seed: number): number {
  if (lineStop < 0 || interior < 0) return 0;
  comeToRide(twin, passengers, lineStop, timeS, seed);
  const { trips, lineStops, calls } = passengers, capacity = twin.interiors.capacityCount[interior]!;
  const times = { boardingS: twin.interiors.boardingS[interior]!, crowdedFromShare: twin.interiors.crowdedFromShare[interior]!, crowdedFactor: twin.interiors.crowdedFactor[interior]! };
  let takesS = 0;
  while (lineStops.waiting[lineStop]! > 0 && trips.aboard[trip]! < capacity) {
    const destination = drawDestination(twin, call, trip, randomShare(seed, purposes.destination, lineStop, lineStops.boarded[lineStop]!));
    // This vehicle goes nowhere where anybody wants to go.
    if (destination < 0) break;
    const cameS = leaveQueue(passengers, lineStop), boardS = Math.max(cameS, standingSinceS);
    takesS += boardingTimeS(times, trips.aboard[trip]! / capacity);
    lineStops.boarded[lineStop]!++;
    calls.alighting[destination]!++;
    trips.aboard[trip]!++;
    trips.boarded[trip]!++;
    trips.waitedS[trip]! += boardS - cameS;
    trips.boardedAfterS[trip]! += boardS - standingSinceS;
  }
  return takesS;
}

/** Where who boards here gets off: a later call of the trip, by the attraction of its stops; -1 where none has any. */
function drawDestination({ trips, calls, lineStops }: ReadingTwin, call: number, trip: number, luck: number): number {
  const end = trips.firstCall[trip]! + trips.callCount[trip]!;
  const attraction = (row: number): number => (calls.lineStop[row]! < 0 ? 0 : lineStops.attractionShare[calls.lineStop[row]!]!);
  let sum = 0, chosen = -1;
  for (let row = call + 1; row < end; row++) sum += attraction(row);
  let left = luck * sum;
  for (let row = call + 1; row < end && left >= 0; row++) {
    if (!(attraction(row) > 0)) continue;
    chosen = row;
    left -= attraction(row);
  }
  return chosen;
}
