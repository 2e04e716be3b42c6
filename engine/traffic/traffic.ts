import type { ColumnMemory } from '../foundation/table.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { makeApproaches, type Approaches } from './approaches.ts';
import type { Roads } from './roads.ts';
import type { SafeSpeedQuestion } from './safe-speed.ts';
import type { Ahead, Berth, Coming, LaneView, LineUp, Meeting, Presence, Sight, Ways } from './scratch.ts';

/** What the traffic system works with besides the state: the twin, what was derived from it, and scratch memory of a step. */
export interface Traffic {
  /** Where columns lie that grow with the traffic. */
  memory: ColumnMemory;
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
  /** For one of several threads: which places are its own; undefined: all. */
  own: { owner: Uint8Array; thread: number } | undefined;
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

/** Gives scratch memory the room that the vehicles need now. */
export function fitTraffic(traffic: Traffic, state: CityState): void {
  if (traffic.approaches.roomSlots >= state.vehicles.count) return;
  traffic.approaches = makeApproaches(state.vehicles.count, traffic.twin.movements.count, traffic.memory);
  traffic.deciding = traffic.memory.make(Int32Array, state.vehicles.count);
  traffic.crossing = traffic.memory.make(Int32Array, state.vehicles.count);
  traffic.changing = traffic.memory.make(Int32Array, state.vehicles.count);
  traffic.changeTo = traffic.memory.make(Int8Array, state.vehicles.count);
}

/** What is replaced by other columns as a run goes on, at times by longer ones: whoever has noted where columns lie looks whether these are still the same. */
export const replacedColumns = ({ own, approaches, changeTo, roads: { guide } }: Traffic, { vehicles }: CityState): readonly unknown[] =>
  [own?.owner, vehicles.positionM, approaches.movement, changeTo, guide.link, guide.firstEntry, guide.onBy];
