import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import { tripEnd } from '../results/tables.ts';
import type { CityState } from '../state/city-state.ts';
import { departureStage } from '../state/traffic-state.ts';
import { enqueue } from './entry-queues.ts';
import type { Traffic } from './traffic.ts';

/** The end of a trip: its row in the results, its slot given back, its block's next trip let go. */
export function arrive(traffic: Traffic, state: CityState, log: ResultLog, slot: number, place: number, atS: number): void {
  const { vehicles } = state, departure = vehicles.departure[slot]!, link = vehicles.link[slot]!;
  // Who arrives on the way has not driven the whole link.
  if (vehicles.enteredLinkS[slot]! >= 0 && vehicles.arrivalPositionM[slot] === Infinity) {
    log.linkCounts.wholeCount[link]!++;
    log.linkCounts.wholeTravelTimeS[link]! += atS - vehicles.enteredLinkS[slot]!;
  }
  recordTrip(traffic, state, log, departure, tripEnd.arrived);
  log.replay?.end(slot, departure, atS, place, vehicles.positionM[slot]!);
  vehicles.departure[slot] = -1;
  forgetTransit(state, slot);
  state.freeSlots[state.freeCount++] = slot;
  state.departures.stage[departure] = departureStage.arrived;
  state.departures.slot[departure] = -1;
  state.counts.running--;
  state.counts.arrived++;
  const next = traffic.nextOfBlock[departure]!;
  if (next >= 0 && state.departures.stage[next] === departureStage.held) enqueue(traffic, state, next);
}

function forgetTransit(state: CityState, slot: number): void {
  const { transitSlots, transitCount } = state;
  let index = 0;
  while (index < transitCount && transitSlots[index] !== slot) index++;
  if (index === transitCount) return;
  transitSlots[index] = transitSlots[transitCount - 1]!;
  state.transitCount--;
}

/** The row of one departure, as it stands. */
export function recordTrip(traffic: Traffic, state: CityState, log: ResultLog, departure: number, end: number): void {
  const { vehicles } = state, slot = state.departures.slot[departure]!, row = addRow(log.trips), { rows } = log.trips;
  rows.departure[row] = departure;
  rows.end[row] = end;
  rows.plannedDepartS[row] = traffic.twin.departures.departS[departure]!;
  rows.departS[row] = slot >= 0 ? vehicles.departS[slot]! : -1;
  rows.arriveS[row] = end === tripEnd.arrived ? state.timeS : -1;
  rows.timeLossS[row] = slot >= 0 ? vehicles.timeLossS[slot]! : 0;
  rows.waitingS[row] = slot >= 0 ? vehicles.waitedS[slot]! : 0;
  rows.routeLengthM[row] = slot >= 0 ? vehicles.drivenM[slot]! : 0;
}
