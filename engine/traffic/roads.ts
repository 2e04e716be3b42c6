import { anywhere } from '../foundation/table.ts';
import { conflictKind } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { eventKind } from '../twin/events.ts';
import { findRings, type Rings } from './rings.ts';
import { makeRouteGuide, type CallSpan, type RouteGuide } from './route-guide.ts';

/** Stretches of lanes that an incident blocks now, by lane; from Infinity where the lane is free. Events write them. */
export interface Blockages {
  fromM: Float64Array;
  untilM: Float64Array;
}

/** What traffic needs to know of the twin in every step, worked out once: derived data, not state. */
export interface Roads extends Rings {
  laneCount: number;
  /** By place: lanes first, then movements. */
  placeLengthM: Float64Array;
  placeLimitMps: Float64Array;
  placeLink: Int32Array;
  /** Movements that end in a lane: rows `firstIncoming[lane]` to `firstIncoming[lane + 1]` of `incoming`. */
  firstIncoming: Int32Array;
  incoming: Int32Array;
  /** By conflict: the row in which the foe sees the same conflict; -1 where the twin lacks it. */
  mirror: Int32Array;
  /** By movement: 1 if it gives way to anyone where signals, if any, let both go. */
  isMinor: Uint8Array;
  /** By movement: 1 if others cross it or merge with it. */
  hasFoes: Uint8Array;
  /** By movement: where its signal group stands among the groups of all controllers; -1 without a signal. */
  signalIndex: Int32Array;
  /** By place: 1 if a crossing lies on it. Its windows: rows `firstWindow[place]` to `firstWindow[place + 1]` of `window`. */
  hasCrossing: Uint8Array;
  firstWindow: Int32Array;
  window: Int32Array;
  guide: RouteGuide;
  /** Undefined in a city without incidents. */
  blockages: Blockages | undefined;
}

/** Undefined in a city without incidents. */
function makeBlockages({ events, lanes }: ReadingTwin): Blockages | undefined {
  for (let event = 0; event < events.count; event++) {
    if (events.kind[event] === eventKind.incident) return { fromM: new Float64Array(lanes.count).fill(Infinity), untilM: new Float64Array(lanes.count).fill(-Infinity) };
  }
  return undefined;
}

export function prepareRoads(twin: ReadingTwin, memory = anywhere, called?: CallSpan): Roads {
  const { lanes, movements } = twin;
  const laneCount = lanes.count, placeCount = laneCount + movements.count;
  const roads: Roads = {
    laneCount,
    placeLengthM: new Float64Array(placeCount),
    placeLimitMps: new Float64Array(placeCount),
    placeLink: new Int32Array(placeCount),
    firstIncoming: new Int32Array(laneCount + 1),
    incoming: new Int32Array(movements.count),
    mirror: new Int32Array(twin.conflicts.count).fill(-1),
    isMinor: new Uint8Array(movements.count),
    hasFoes: new Uint8Array(movements.count),
    signalIndex: new Int32Array(movements.count).fill(-1),
    hasCrossing: new Uint8Array(placeCount),
    firstWindow: new Int32Array(placeCount + 1),
    window: new Int32Array(twin.crossingWindows.count),
    ...findRings(twin),
    guide: makeRouteGuide(twin, memory, called),
    blockages: makeBlockages(twin),
  };
  for (let lane = 0; lane < laneCount; lane++) {
    roads.placeLengthM[lane] = lanes.lengthM[lane]!;
    roads.placeLimitMps[lane] = lanes.speedLimitMps[lane]!;
    roads.placeLink[lane] = lanes.link[lane]!;
  }
  for (let movement = 0; movement < movements.count; movement++) {
    roads.placeLengthM[laneCount + movement] = movements.lengthM[movement]!;
    roads.placeLimitMps[laneCount + movement] = movements.speedLimitMps[movement]!;
    roads.placeLink[laneCount + movement] = lanes.link[movements.fromLane[movement]!]!;
    roads.firstIncoming[movements.toLane[movement]! + 1]!++;
  }
  for (let lane = 0; lane < laneCount; lane++) roads.firstIncoming[lane + 1]! += roads.firstIncoming[lane]!;
  const next = roads.firstIncoming.slice();
  for (let movement = 0; movement < movements.count; movement++) roads.incoming[next[movements.toLane[movement]!]!++] = movement;
  prepareConflicts(twin, roads);
  prepareSignals(twin, roads);
  prepareCrossings(twin, roads);
  return roads;
}

function prepareSignals({ controllers, junctions, movements }: ReadingTwin, roads: Roads): void {
  const firstGroup = new Int32Array(controllers.count + 1);
  for (let controller = 0; controller < controllers.count; controller++) {
    firstGroup[controller + 1] = firstGroup[controller]! + controllers.groupCount[controller]!;
  }
  for (let movement = 0; movement < movements.count; movement++) {
    const controller = junctions.controller[movements.junction[movement]!]!, group = movements.signalGroup[movement]!;
    if (controller >= 0 && group >= 0) roads.signalIndex[movement] = firstGroup[controller]! + group;
  }
}

function prepareCrossings({ crossingWindows }: ReadingTwin, { laneCount, hasCrossing, firstWindow, window }: Roads): void {
  const placeOf = (row: number): number => (crossingWindows.lane[row]! >= 0 ? crossingWindows.lane[row]! : laneCount + crossingWindows.movement[row]!);
  for (let row = 0; row < crossingWindows.count; row++) {
    hasCrossing[placeOf(row)] = 1;
    firstWindow[placeOf(row) + 1]!++;
  }
  for (let place = 0; place < hasCrossing.length; place++) firstWindow[place + 1]! += firstWindow[place]!;
  const next = firstWindow.slice();
  for (let row = 0; row < crossingWindows.count; row++) window[next[placeOf(row)]!++] = row;
}

function prepareConflicts(twin: ReadingTwin, roads: Roads): void {
  const { conflicts, movements } = twin;
  for (let movement = 0; movement < movements.count; movement++) if (movements.stopsFirst[movement] === 1) roads.isMinor[movement] = 1;
  for (let row = 0; row < conflicts.count; row++) {
    const movement = conflicts.movement[row]!, foe = conflicts.foe[row]!, kind = conflicts.kind[row]!;
    if (conflicts.yields[row]) roads.isMinor[movement] = 1;
    if (kind !== conflictKind.diverge) roads.hasFoes[movement] = 1;
    const first = movements.firstConflict[foe]!;
    for (let other = first; other < first + movements.conflictCount[foe]!; other++) {
      if (conflicts.foe[other] === movement && conflicts.kind[other] === kind) roads.mirror[row] = other;
    }
  }
}
