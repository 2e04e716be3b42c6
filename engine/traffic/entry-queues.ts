import type { CityState } from '../state/city-state.ts';
import { departureStage } from '../state/traffic-state.ts';
import { callOrder } from './call-order.ts';
import type { Traffic } from './traffic.ts';

/** Puts a departure at the end of the queue before its first link. */
export function enqueue(traffic: Traffic, state: CityState, departure: number): void {
  const { queues, departures } = state, link = traffic.roads.guide.link[traffic.roads.guide.firstRow[departure]!]!;
  if (departures.stage[departure] !== departureStage.held) state.counts.waitingToEnter++;
  departures.stage[departure] = departureStage.waiting;
  departures.nextWaiting[departure] = -1;
  if (queues.first[link]! < 0) {
    queues.first[link] = departure;
    state.queuedLinks[state.queuedLinkCount++] = link;
  } else departures.nextWaiting[queues.last[link]!] = departure;
  queues.last[link] = departure;
}

/** Everyone whose time has come joins a queue; a trip whose block's trip before still runs is held until that has arrived. */
export function callDepartures(traffic: Traffic, state: CityState): void {
  const { departures: planned } = traffic.twin, { departures } = state, order = callOrder(traffic);
  for (; state.nextDeparture < planned.count && planned.departS[order[state.nextDeparture]!]! <= state.timeS; state.nextDeparture++) {
    const departure = order[state.nextDeparture]!, before = planned.after[departure]!;
    const isFree = before < 0 || departures.stage[before] === departureStage.arrived || departures.stage[before] === departureStage.skipped;
    if (isFree) enqueue(traffic, state, departure);
    else {
      departures.stage[departure] = departureStage.held;
      state.counts.waitingToEnter++;
    }
  }
}

/** Departures before the start of the run are left out. */
export function skipDepartures(traffic: Traffic, state: CityState, fromS: number): void {
  const { departS, count } = traffic.twin.departures, order = callOrder(traffic);
  for (; state.nextDeparture < count && departS[order[state.nextDeparture]!]! < fromS; state.nextDeparture++) {
    state.departures.stage[order[state.nextDeparture]!] = departureStage.skipped;
  }
}
