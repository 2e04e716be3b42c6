import { timeToCoverS } from '../foundation/even-acceleration.ts';
import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** A queue longer than this is met as a loss of the street rather than of the signal. */
const REACH_M = 200;

/**
 * What vehicles of lines lose at signals: from where they are within reach of the stop line, on the lane that leads to it and
 * with no halt before it, until their front is over it, beyond the time that even acceleration to the wanted speed would have taken.
 */
export function recordSignalPassages(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { passengers, vehicles } = state;
  if (!passengers) return;
  for (let index = 0; index < state.transitCount; index++) {
    const slot = state.transitSlots[index]!, trip = twin.departures.trip[vehicles.departure[slot]!]!;
    if (trip < 0) continue;
    if (passengers.trips.towardsSignal[trip]! < 0) comeWithinReach(twin, state, slot, trip);
    else passIfOver(twin, state, log, slot, trip);
  }
}

function comeWithinReach(twin: ReadingTwin, { passengers, vehicles, timeS }: CityState, slot: number, trip: number): void {
  const { lanes, movements, junctions, halts, vehicleTypes } = twin, lane = vehicles.place[slot]!, movement = vehicles.nextMovement[slot]!;
  if (lane >= lanes.count || movement < 0 || movements.signalGroup[movement]! < 0 || junctions.controller[movements.junction[movement]!]! < 0) return;
  const distanceM = lanes.lengthM[lane]! - vehicles.positionM[slot]!, halt = vehicles.nextHalt[slot]!;
  if (distanceM > REACH_M || (halt >= 0 && lanes.link[halts.lane[halt]!] === vehicles.link[slot])) return;
  const type = vehicles.vehicleType[slot]!, wantedMps = Math.min(vehicleTypes.maxSpeedMps[type]!, lanes.speedLimitMps[lane]! * vehicles.speedFactor[slot]!);
  const { trips } = passengers!;
  trips.towardsSignal[trip] = movement;
  trips.towardsSinceS[trip] = timeS;
  trips.freeS[trip] = timeToCoverS(distanceM, vehicles.speedMps[slot]!, wantedMps, vehicleTypes.accelerationMps2[type]!);
}

function passIfOver({ lanes, movements }: ReadingTwin, { passengers, vehicles, timeS }: CityState, log: ResultLog, slot: number, trip: number): void {
  const { trips } = passengers!, place = vehicles.place[slot]!, planned = trips.towardsSignal[trip]!;
  if (place < lanes.count && vehicles.link[slot] === lanes.link[movements.fromLane[planned]!]) return;
  // It may have changed lane, and crossed a short junction within a step.
  const isInside = place >= lanes.count, movement = isInside ? place - lanes.count : planned;
  const pastM = vehicles.positionM[slot]! + (isInside ? 0 : movements.lengthM[planned]!);
  const passedS = timeS - pastM / Math.max(vehicles.speedMps[slot]!, 1), row = addRow(log.signalPassages), { rows } = log.signalPassages;
  rows.departure[row] = vehicles.departure[slot]!;
  rows.movement[row] = movement;
  rows.passedS[row] = Math.max(passedS, trips.towardsSinceS[trip]!);
  rows.lostS[row] = rows.passedS[row]! - trips.towardsSinceS[trip]! - trips.freeS[trip]!;
  trips.towardsSignal[trip] = -1;
}
