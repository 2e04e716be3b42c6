import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { nextServed } from '../state/guidance-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { callOf } from '../twin/call-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { interiorOf, letOthersBoard, openDoors, type AtStop } from './board-and-alight.ts';
import { heldUntilS } from './hold.ts';
import { leaveStop } from './record-boarding.ts';

/** A vehicle that stands this close to its halt is there. */
const NEAR_M = 1;

/**
 * Buses, trams and others with planned halts: who has come to a stand at its halt opens its doors, and who has stood
 * for its dwell time, and is neither early nor held, goes on.
 */
export function serveStops(twin: ReadingTwin, state: CityState, log: ResultLog, { seed, stepS }: { seed: number; stepS: number }): void {
  const { vehicles } = state, standing: number[] = [];
  for (let index = 0; index < state.transitCount; index++) {
    const slot = state.transitSlots[index]!, halt = vehicles.nextHalt[slot]!;
    if (halt < 0) continue;
    if (vehicles.standingSinceS[slot]! >= 0 || (vehicles.place[slot] === twin.halts.lane[halt] && vehicles.speedMps[slot]! < STANDING_MPS)) standing.push(slot);
  }
  // Of two vehicles of a line at one stop, the one that was to set out first takes those who wait, in whatever order they are listed.
  if (state.passengers) standing.sort((one, other) => vehicles.departure[one]! - vehicles.departure[other]!);
  for (const slot of standing) {
    const halt = vehicles.nextHalt[slot]!;
    if (vehicles.standingSinceS[slot]! < 0) {
      if (isThere(twin, state, slot, halt)) beginDwell(twin, state, slot, halt, { seed, stepS });
    } else goOnIfDone(twin, state, log, slot, halt, seed);
  }
}

/** Its speed was that of the whole step: it has stood since the step began, and what counted as lost was dwell. */
function beginDwell(twin: ReadingTwin, state: CityState, slot: number, halt: number, { seed, stepS }: { seed: number; stepS: number }): void {
  const { vehicles } = state;
  vehicles.standingSinceS[slot] = state.timeS - stepS;
  vehicles.timeLossS[slot]! -= stepS;
  vehicles.waitedS[slot]! -= stepS;
  const at = atStop(twin, state, slot, halt);
  if (at) openDoors(twin, state, state.passengers!, at, seed);
}

function goOnIfDone(twin: ReadingTwin, state: CityState, log: ResultLog, slot: number, halt: number, seed: number): void {
  const { vehicles } = state, at = atStop(twin, state, slot, halt);
  if (!isDone(twin, state, slot, halt, at, seed)) return;
  recordVisit(twin, state, log, slot, halt);
  if (at) leaveStop(twin, state, log, state.passengers!, at, vehicles.departure[slot]!);
  vehicles.nextHalt[slot] = nextServed(state.guidance, halt + 1, vehicles.haltEndRow[slot]!);
  vehicles.standingSinceS[slot] = -1;
}

/** Whether it may go on: it has stood as long as planned, nobody gets on or off any more, it is not early and not held. */
function isDone(twin: ReadingTwin, state: CityState, slot: number, halt: number, at: AtStop | undefined, seed: number): boolean {
  const { halts } = twin, { timeS, passengers } = state;
  const plannedS = Math.max(state.vehicles.standingSinceS[slot]! + halts.dwellS[halt]!, halts.untilS[halt]!);
  if (!at) return timeS >= plannedS;
  if (timeS < passengers!.trips.readyS[at.trip]! || letOthersBoard(twin, state, passengers!, at, seed)) return false;
  return timeS >= Math.max(plannedS, heldUntilS(twin, passengers!, at), turnsUntilS(twin, state, slot, halt));
}

/** A vehicle that comes to the start of its trip after it should have left has only just ended the one before: until when it turns round. */
function turnsUntilS({ departures, trips, blocks, halts }: ReadingTwin, { vehicles }: CityState, slot: number, halt: number): number {
  const departure = vehicles.departure[slot]!, block = trips.block[departures.trip[departure]!]!;
  if (halt !== departures.firstHalt[departure] || departures.after[departure]! < 0 || block < 0 || vehicles.departS[slot]! <= halts.untilS[halt]!) return -1;
  return vehicles.departS[slot]! + blocks.leastTurnS[block]!;
}

/** What is to be known of a vehicle of a line at a stop; undefined where the city knows nothing of them, or this one has no timetable. */
function atStop(twin: ReadingTwin, { passengers, vehicles }: CityState, slot: number, halt: number): AtStop | undefined {
  if (!passengers) return undefined;
  const departure = vehicles.departure[slot]!, call = callOf(twin, departure, halt);
  if (call < 0) return undefined;
  return {
    trip: twin.departures.trip[departure]!, call, lineStop: twin.calls.lineStop[call]!, interior: interiorOf(twin, vehicles.vehicleType[slot]!), standingSinceS: vehicles.standingSinceS[slot]!,
  };
}

/**
 * One who stands on the lane of its halt: at the halt itself, or anywhere along its stop where one who stands keeps it from going further. Behind one that serves the stop it
 * does so too if all of it stands there but what is no longer than the gap between two vehicles, as in SUMO: else it moves
 * up when the first has gone.
 */
function isThere({ halts, stops, vehicleTypes }: ReadingTwin, { vehicles }: CityState, slot: number, halt: number): boolean {
  const stop = halts.stop[halt]!, stopM = stop < 0 ? NEAR_M : Math.max(NEAR_M, stops.lengthM[stop]!);
  const shortM = halts.positionM[halt]! - vehicles.positionM[slot]!, before = vehicles.ahead[slot]!, type = vehicles.vehicleType[slot]!;
  if (shortM <= NEAR_M || shortM > stopM || before < 0) return shortM <= stopM;
  if (vehicles.standingSinceS[before]! >= 0) return shortM + vehicleTypes.lengthM[type]! - vehicleTypes.minGapM[type]! <= stopM;
  return vehicles.waitingS[before]! > 0;
}

function recordVisit(twin: ReadingTwin, state: CityState, log: ResultLog, slot: number, halt: number): void {
  const row = addRow(log.stopVisits), { rows } = log.stopVisits, departure = state.vehicles.departure[slot]!, call = callOf(twin, departure, halt);
  rows.departure[row] = departure;
  rows.stop[row] = twin.halts.stop[halt]!;
  rows.arriveS[row] = state.vehicles.standingSinceS[slot]!;
  rows.departS[row] = state.timeS;
  // Others have no timetable but the time that a halt must not be left before.
  rows.timetabledDepartS[row] = call < 0 ? twin.halts.untilS[halt]! : twin.calls.departS[call]!;
}
