import type { RunSettings } from '../run-settings.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { makeApproaches, type Approaches } from './approaches.ts';
import { prepareRoads, type Roads } from './roads.ts';

/** What the traffic system works with besides the state: the twin, what was derived from it, and scratch memory of a step. */
export interface Traffic {
  twin: ReadingTwin;
  roads: Roads;
  seed: number;
  stepS: number;
  approaches: Approaches;
  /** By departure: the next trip of the same block, -1 for none. */
  nextOfBlock: Int32Array;
  /** Vehicles whose front passes the end of its place in this step. */
  crossing: Int32Array;
}

export function prepareTraffic(twin: ReadingTwin, state: CityState, settings: RunSettings): Traffic {
  const roads = prepareRoads(twin);
  const nextOfBlock = new Int32Array(twin.departures.count).fill(-1);
  for (let departure = 0; departure < twin.departures.count; departure++) {
    if (twin.departures.after[departure]! >= 0) nextOfBlock[twin.departures.after[departure]!] = departure;
  }
  return {
    twin, roads, nextOfBlock, seed: settings.seed, stepS: settings.stepS,
    approaches: makeApproaches(state.vehicles.count, twin.movements.count),
    crossing: new Int32Array(state.vehicles.count),
  };
}

/** Gives scratch memory the room that the vehicles need now. */
export function fitTraffic(traffic: Traffic, state: CityState): void {
  if (traffic.approaches.roomSlots >= state.vehicles.count) return;
  traffic.approaches = makeApproaches(state.vehicles.count, traffic.twin.movements.count);
  traffic.crossing = new Int32Array(state.vehicles.count);
}
