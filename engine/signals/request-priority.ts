import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { arrivalInS } from './arrival-time.ts';
import { isGreen } from './plan-green.ts';

/** A bus asks at most this far before the stop line; engineers detect at 100 to 300 m. */
const REACH_M = 300;
/** A green that ends just as the bus comes would still make a careful driver brake. */
const MARGIN_S = 1;

/**
 * Every bus and tram that comes towards a signal that is green for it now, and would be red when it comes, asks its
 * controller to hold that green. Requests are made anew in every step, so that one that passed, turned off or
 * stopped no longer counts. Without `busPriority`, or at controllers that do not allow it, nobody asks.
 */
export function requestPriority(twin: ReadingTwin, state: CityState, { busPriority }: { busPriority: boolean }): void {
  const { neededUntilS } = state.signals.controllers;
  neededUntilS.fill(-1);
  if (!busPriority) return;
  for (let index = 0; index < state.transitCount; index++) {
    const slot = state.transitSlots[index]!, controller = controllerAhead(twin, state, slot);
    if (controller < 0 || !isEquipped(twin, state.vehicles.departure[slot]!)) continue;
    const neededS = greenNeededUntilS(twin, state, slot, controller);
    if (neededS > neededUntilS[controller]!) neededUntilS[controller] = neededS;
  }
}

/** The controller, with bus priority, that the vehicle will pass next; -1 where it has not to be asked. */
function controllerAhead({ lanes, movements, junctions, controllers, halts }: ReadingTwin, { vehicles }: CityState, slot: number): number {
  const lane = vehicles.place[slot]!, movement = vehicles.nextMovement[slot]!;
  if (lane >= lanes.count || movement < 0 || lanes.lengthM[lane]! - vehicles.positionM[slot]! > REACH_M) return -1;
  // Who still has to serve a stop before the junction asks after it: nobody knows how long it stands.
  const halt = vehicles.nextHalt[slot]!;
  if (halt >= 0 && halts.lane[halt] === lane) return -1;
  const controller = junctions.controller[movements.junction[movement]!]!;
  return controller >= 0 && movements.signalGroup[movement]! >= 0 && controllers.busPriority[controller] === 1 ? controller : -1;
}

/** Spares and buses of other fleets have no transponder. Vehicles of no known fleet count as equipped. */
function isEquipped({ departures, trips, blocks, fleet }: ReadingTwin, departure: number): boolean {
  const trip = departures.trip[departure]!, block = trip < 0 ? -1 : trips.block[trip]!;
  const vehicle = block < 0 ? -1 : blocks.vehicle[block]!;
  return vehicle < 0 || fleet.priorityEquipped[vehicle] === 1;
}

/** Until when the running interval would have to last; -1 where that is no help. */
function greenNeededUntilS(twin: ReadingTwin, state: CityState, slot: number, controller: number): number {
  const { intervals } = twin, { controllers } = state.signals;
  const group = twin.movements.signalGroup[state.vehicles.nextMovement[slot]!]!;
  const interval = controllers.interval[controller]!;
  if (interval < 0 || intervals.stage[interval] === 0 || !isGreen(twin, interval, group)) return -1;
  const first = twin.controllers.firstInterval[controller]!, count = twin.controllers.intervalCount[controller]!;
  let laterGreenS = 0;
  for (let ahead = 1; ahead < count; ahead++) {
    const next = first + ((interval - first + ahead) % count);
    if (!isGreen(twin, next, group)) break;
    // Green goes on into another stage: if more is needed, that stage is the one to hold.
    if (intervals.stage[next] === 1) return -1;
    laterGreenS += intervals.durationS[next]!;
  }
  return state.timeS + arrivalInS(twin, state, slot) + MARGIN_S - laterGreenS;
}
