import type { CityState } from '../state/city-state.ts';
import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { arrivalInS } from './arrival-time.ts';
import { isGreen } from './plan-green.ts';
import { signalAhead, type SignalAhead } from './signal-ahead.ts';

/** A green that ends just as the bus comes would still make a careful driver brake. */
const MARGIN_S = 1;
/** Categories whose requests are heard. */
const SERVED = category.bus | category.tram;

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
    const slot = state.transitSlots[index]!;
    // A lorry with a delivery halt stands in the same list.
    if ((twin.vehicleTypes.category[state.vehicles.vehicleType[slot]!]! & SERVED) === 0 || !isEquipped(twin, state.vehicles.departure[slot]!)) continue;
    const ahead = signalAhead(twin, state, slot);
    if (!ahead || twin.controllers.busPriority[ahead.controller] === 0) continue;
    const neededS = greenNeededUntilS(twin, state, slot, ahead);
    if (neededS > neededUntilS[ahead.controller]!) neededUntilS[ahead.controller] = neededS;
  }
}

/** Spares and buses of other fleets have no transponder. Vehicles of no known fleet count as equipped. */
function isEquipped({ departures, trips, blocks, fleet }: ReadingTwin, departure: number): boolean {
  const trip = departures.trip[departure]!, block = trip < 0 ? -1 : trips.block[trip]!;
  const vehicle = block < 0 ? -1 : blocks.vehicle[block]!;
  return vehicle < 0 || fleet.priorityEquipped[vehicle] === 1;
}

/** Until when the running interval would have to last; -1 where that is no help. */
function greenNeededUntilS(twin: ReadingTwin, state: CityState, slot: number, ahead: SignalAhead): number {
  const { intervals } = twin, { controllers } = state.signals, { controller, group } = ahead;
  const interval = controllers.interval[controller]!;
  if (interval < 0 || intervals.stage[interval] === 0 || !isGreen(twin, interval, group)) return -1;
  const first = twin.controllers.firstInterval[controller]!, count = twin.controllers.intervalCount[controller]!;
  let laterGreenS = 0;
  for (let on = 1; on < count; on++) {
    const next = first + ((interval - first + on) % count);
    if (!isGreen(twin, next, group)) break;
    // Green goes on into another stage: if more is needed, that stage is the one to hold.
    if (intervals.stage[next] === 1) return -1;
    laterGreenS += intervals.durationS[next]!;
  }
  return state.timeS + arrivalInS(twin, state, slot, ahead) + MARGIN_S - laterGreenS;
}
