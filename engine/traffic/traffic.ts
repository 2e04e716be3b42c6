import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { restoreEvents } from './apply-events.ts';
import { makeLineUp, type LineUp } from './line-up.ts';
import { makeApproaches, type Approaches } from './approaches.ts';
import { restoreNewRoutes } from './new-routes.ts';
import { preparePresence, type Presence } from './presence.ts';
import { prepareRoads, type Roads } from './roads.ts';
import { makeSafeSpeedQuestion, type SafeSpeedQuestion } from './safe-speed.ts';
import { makeAhead, makeBerth, makeComing, makeLaneView, makeMeeting, makeSight, type Ahead, type Berth, type Coming, type LaneView, type Meeting, type Sight } from './scratch.ts';
import { makeWays, type Ways } from './way-around.ts';

/** What the traffic system works with besides the state: the twin, what was derived from it, and scratch memory of a step. */
export interface Traffic {
  twin: ReadingTwin;
  roads: Roads;
  seed: number;
  stepS: number;
  /** Share of drivers with guidance, and where they look for ways. */
  rerouteShare: number;
  ways: Ways;
  approaches: Approaches;
  presence: Presence;
  /** Vehicles that have told when they come, in this step. */
  deciding: Int32Array;
  decidingCount: number;
  /** By departure: the next trip of the same block, -1 for none. */
  nextOfBlock: Int32Array;
  /** Vehicles whose front passes the end of its place in this step. */
  crossing: Int32Array;
  crossingCount: number;
  /** Vehicles that found a gap on a lane beside them in this step, and by slot: how many lanes to the left it is (-1: right). */
  changing: Int32Array;
  changeTo: Int8Array;
  /** Scratch for giving vehicles new slots. */
  lineUp: LineUp;
  /** Scratch for the safe speed. */
  safeSpeed: SafeSpeedQuestion;
  /** Scratch for looking along the way. */
  sight: Sight;
  coming: Coming;
  /** Scratch for looking at a place on a lane. */
  berth: Berth;
  ahead: Ahead;
  /** Scratch for looking at those whose way meets one's own. */
  meeting: Meeting;
  /** Scratch for looking at the own lane and at one beside it. */
  views: { here: LaneView; there: LaneView };
}

export function prepareTraffic(twin: ReadingTwin, state: CityState, { seed, stepS, rerouteShare = 0 }: { seed: number; stepS: number; rerouteShare?: number }): Traffic {
  const roads = prepareRoads(twin);
  const nextOfBlock = new Int32Array(twin.departures.count).fill(-1);
  for (let departure = 0; departure < twin.departures.count; departure++) {
    if (twin.departures.after[departure]! >= 0) nextOfBlock[twin.departures.after[departure]!] = departure;
  }
  const traffic: Traffic = {
    twin, roads, nextOfBlock, seed, stepS, rerouteShare,
    ways: makeWays(),
    approaches: makeApproaches(state.vehicles.count, twin.movements.count),
    presence: preparePresence(twin, roads.laneCount, state),
    deciding: new Int32Array(state.vehicles.count),
    decidingCount: 0,
    crossing: new Int32Array(state.vehicles.count),
    crossingCount: 0,
    changing: new Int32Array(state.vehicles.count),
    changeTo: new Int8Array(state.vehicles.count),
    lineUp: makeLineUp(state.vehicles.count),
    safeSpeed: makeSafeSpeedQuestion(stepS),
    sight: makeSight(),
    coming: makeComing(),
    berth: makeBerth(),
    ahead: makeAhead(),
    meeting: makeMeeting(),
    views: { here: makeLaneView(), there: makeLaneView() },
  };
  restoreNewRoutes(traffic, state);
  restoreEvents(traffic, state);
  return traffic;
}

/** Gives scratch memory the room that the vehicles need now. */
export function fitTraffic(traffic: Traffic, state: CityState): void {
  if (traffic.approaches.roomSlots >= state.vehicles.count) return;
  traffic.approaches = makeApproaches(state.vehicles.count, traffic.twin.movements.count);
  traffic.deciding = new Int32Array(state.vehicles.count);
  traffic.crossing = new Int32Array(state.vehicles.count);
  traffic.changing = new Int32Array(state.vehicles.count);
  traffic.changeTo = new Int8Array(state.vehicles.count);
}
