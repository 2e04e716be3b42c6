import type { ReadingTwin } from './twin.ts';

export interface Approaches {
  /** By controller: the lanes that end at its signals. */
  lanes: readonly (readonly number[])[];
  /** By controller: the crossings that have a signal of it. */
  crossings: readonly (readonly number[])[];
  /** By lane: the movements without a signal that lead onto it. */
  feeders: readonly (readonly number[])[];
}

const known = new WeakMap<ReadingTwin, Approaches>();

/** Gathered once for each twin. */
export function approachesOf(twin: ReadingTwin): Approaches {
  const found = known.get(twin);
  if (found) return found;
  const { controllers, movements, junctions, crossings } = twin;
  const lanes = Array.from({ length: controllers.count }, () => [] as number[]), crossingRows = lanes.map(() => [] as number[]);
  const feeders = Array.from({ length: twin.lanes.count }, () => [] as number[]);
  for (let movement = 0; movement < movements.count; movement++) {
    const controller = junctions.controller[movements.junction[movement]!]!, lane = movements.fromLane[movement]!;
    const isSignalled = controller >= 0 && movements.signalGroup[movement]! >= 0;
    if (!isSignalled) feeders[movements.toLane[movement]!]!.push(movement);
    // Movements are sorted by their lane.
    else if (lanes[controller]!.at(-1) !== lane) lanes[controller]!.push(lane);
  }
  for (let crossing = 0; crossing < crossings.count; crossing++) if (crossings.controller[crossing]! >= 0) crossingRows[crossings.controller[crossing]!]!.push(crossing);
  const approaches = { lanes, crossings: crossingRows, feeders };
  known.set(twin, approaches);
  return approaches;
}
