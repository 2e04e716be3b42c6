import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { nextServed } from '../state/guidance-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** A vehicle that stands this close to its halt is there. */
const NEAR_M = 1;

/**
 * Buses, trams and others with planned halts: who has come to a stand at its halt opens its doors, and who has stood
 * for its dwell time, and is not early, goes on.
 */
export function serveStops(twin: ReadingTwin, state: CityState, log: ResultLog, stepS: number): void {
  const { vehicles } = state;
  for (let index = 0; index < state.transitCount; index++) {
    const slot = state.transitSlots[index]!, halt = vehicles.nextHalt[slot]!;
    if (halt < 0) continue;
    if (vehicles.standingSinceS[slot]! < 0) {
      if (isThere(twin, state, slot, halt)) beginDwell(state, slot, stepS);
    } else if (state.timeS >= Math.max(vehicles.standingSinceS[slot]! + twin.halts.dwellS[halt]!, twin.halts.untilS[halt]!)) {
      recordVisit(twin, state, log, slot, halt);
      vehicles.nextHalt[slot] = nextServed(state.guidance, halt + 1, vehicles.haltEndRow[slot]!);
      vehicles.standingSinceS[slot] = -1;
    }
  }
}

/** Its speed was that of the whole step: it has stood since the step began, and what counted as lost was dwell. */
function beginDwell({ vehicles, timeS }: CityState, slot: number, stepS: number): void {
  vehicles.standingSinceS[slot] = timeS - stepS;
  vehicles.timeLossS[slot]! -= stepS;
  vehicles.waitedS[slot]! -= stepS;
}

/**
 * At its halt, or anywhere along its stop where one who stands keeps it from going further. Behind one that serves the stop it
 * does so too if all of it stands there but what is no longer than the gap between two vehicles, as in SUMO: else it moves
 * up when the first has gone.
 */
function isThere({ halts, stops, vehicleTypes }: ReadingTwin, { vehicles }: CityState, slot: number, halt: number): boolean {
  if (vehicles.place[slot] !== halts.lane[halt] || vehicles.speedMps[slot]! >= STANDING_MPS) return false;
  const stop = halts.stop[halt]!, stopM = stop < 0 ? NEAR_M : Math.max(NEAR_M, stops.lengthM[stop]!);
  const shortM = halts.positionM[halt]! - vehicles.positionM[slot]!, before = vehicles.ahead[slot]!, type = vehicles.vehicleType[slot]!;
  if (shortM <= NEAR_M || shortM > stopM || before < 0) return shortM <= stopM;
  if (vehicles.standingSinceS[before]! >= 0) return shortM + vehicleTypes.lengthM[type]! - vehicleTypes.minGapM[type]! <= stopM;
  return vehicles.waitingS[before]! > 0;
}

function recordVisit(twin: ReadingTwin, state: CityState, log: ResultLog, slot: number, halt: number): void {
  const row = addRow(log.stopVisits), { rows } = log.stopVisits;
  rows.departure[row] = state.vehicles.departure[slot]!;
  rows.stop[row] = twin.halts.stop[halt]!;
  rows.arriveS[row] = state.vehicles.standingSinceS[slot]!;
  rows.departS[row] = state.timeS;
  rows.timetabledDepartS[row] = timetabledDepartS(twin, state.vehicles.departure[slot]!, halt);
}

/**
 * When the timetable says that it leaves. Halts of a timetabled trip stand one to one beside its calls; the time that a
 * halt must not be left before may be earlier. Others have no timetable but that time.
 */
function timetabledDepartS({ departures, trips, calls, halts }: ReadingTwin, departure: number, halt: number): number {
  const trip = departures.trip[departure]!;
  if (trip < 0 || trips.callCount[trip] !== departures.haltCount[departure]) return halts.untilS[halt]!;
  return calls.departS[trips.firstCall[trip]! + halt - departures.firstHalt[departure]!]!;
}
