import type { CityState } from '../state/city-state.ts';
import { vehicleStateColumns, type VehicleStates } from '../state/vehicle-state.ts';
import { renameInJunctionLog } from '../results/junction-log.ts';
import type { ResultLog } from '../results/result-log.ts';
import { makeLineUp, type LineUp } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** Vehicles drive on, so a line-up loses its worth after a while; more often would cost more than it saves. */
const LINE_UP_EVERY_TICKS = 32;

/**
 * Gives vehicles new slots in the order in which they stand on the lanes, so that a step that goes from vehicle to
 * vehicle goes straight through memory. A slot is only a place in memory: no result depends on it.
 */
export function lineUpVehicles(traffic: Traffic, state: CityState, log: ResultLog): void {
  if (state.tick % LINE_UP_EVERY_TICKS !== 0) return;
  const room = state.vehicles.count, { places, departures } = state;
  if (traffic.lineUp.newSlot.length < room) traffic.lineUp = makeLineUp(room);
  const { newSlot } = traffic.lineUp, { vehicles } = state;
  const running = orderByPlace(traffic, state);
  gather(vehicles, traffic.lineUp, running);
  vehicles.departure.fill(-1, running);
  for (const links of [vehicles.ahead, vehicles.behind, vehicles.courtesySlot, vehicles.fallBehindSlot]) rename(links, running, newSlot);
  for (const links of [places.first, places.last, places.left]) rename(links, places.count, newSlot);
  rename(state.transitSlots, state.transitCount, newSlot);
  for (let slot = 0; slot < running; slot++) departures.slot[vehicles.departure[slot]!] = slot;
  renameOverLoops(state, newSlot);
  state.freeCount = room - running;
  for (let free = 0; free < state.freeCount; free++) state.freeSlots[free] = room - 1 - free;
  log.replay?.rename(newSlot);
  if (log.junctions) renameInJunctionLog(log.junctions, newSlot);
}

/** Numbers the vehicles place by place, tail last; puts the active places into the same order. Returns how many there are. */
function orderByPlace({ lineUp: { oldSlot, newSlot } }: Traffic, state: CityState): number {
  const { places, vehicles, activePlaces } = state;
  let running = 0, active = 0;
  newSlot.fill(-1);
  for (let place = 0; place < places.count; place++) {
    if (places.vehicles[place] === 0) continue;
    places.activeIndex[place] = active;
    activePlaces[active++] = place;
    for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) {
      newSlot[slot] = running;
      oldSlot[running++] = slot;
    }
  }
  return running;
}

/** Column by column, through a column of its own. Nothing is left of those who have gone: a run that is taken up again has the same bits. */
function gather(vehicles: VehicleStates, { oldSlot, fractions, words, bytes }: LineUp, running: number): void {
  const columns = vehicles as VehicleStates & Record<string, Float64Array>;
  for (const name of Object.keys(vehicleStateColumns)) {
    const column = columns[name]!, spare = (column.BYTES_PER_ELEMENT === 8 ? fractions : column.BYTES_PER_ELEMENT === 4 ? words : bytes) as Float64Array;
    for (let slot = 0; slot < running; slot++) spare[slot] = column[oldSlot[slot]!]!;
    column.set(spare.subarray(0, running));
    column.fill(0, running);
  }
}

function rename(slots: Int32Array, count: number, newSlot: Int32Array): void {
  for (let index = 0; index < count; index++) if (slots[index]! >= 0) slots[index] = newSlot[slots[index]!]!;
}

/** A loop keeps the slot of one that has arrived: whoever has that slot now is another departure, which tells the loop that it is free. */
function renameOverLoops({ detectors: { rows } }: CityState, newSlot: Int32Array): void {
  for (let detector = 0; detector < rows.count; detector++) {
    const slot = rows.overSlot[detector]!;
    if (slot >= 0 && newSlot[slot]! >= 0) rows.overSlot[detector] = newSlot[slot]!;
  }
}
