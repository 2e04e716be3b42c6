import type { ReadingTwin } from '../twin/twin.ts';

/** The lanes that end at the signals of each controller, and the crossings that have a signal there. */
export interface Approaches { lanes: readonly (readonly number[])[]; crossings: readonly (readonly number[])[] }

const known = new WeakMap<ReadingTwin, Approaches>();

/** Gathered once for each twin. */
export function approachesOf(twin: ReadingTwin): Approaches {
  const found = known.get(twin);
  if (found) return found;
  const { controllers, movements, junctions, crossings } = twin;
  const lanes = Array.from({ length: controllers.count }, () => [] as number[]), crossingRows = lanes.map(() => [] as number[]);
  for (let movement = 0; movement < movements.count; movement++) {
    const controller = junctions.controller[movements.junction[movement]!]!, lane = movements.fromLane[movement]!;
    // Movements are sorted by their lane.
    if (controller >= 0 && movements.signalGroup[movement]! >= 0 && lanes[controller]!.at(-1) !== lane) lanes[controller]!.push(lane);
  }
  for (let crossing = 0; crossing < crossings.count; crossing++) if (crossings.controller[crossing]! >= 0) crossingRows[crossings.controller[crossing]!]!.push(crossing);
  const approaches = { lanes, crossings: crossingRows };
  known.set(twin, approaches);
  return approaches;
}
