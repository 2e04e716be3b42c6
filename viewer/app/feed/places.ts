import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** A place on a lane or movement: where, and the unit vector of driving there. */
export interface Pose { xM: number; yM: number; east: number; north: number }

/** Every lane and movement as a line: place = lane row, or lanes.count + movement row, as in the replay. */
export interface Places {
  lengthM(place: number): number;
  /** Writes the pose at `positionM` along `place`; before its start and past its end the line goes straight on. */
  poseAt(place: number, positionM: number, into: Pose): void;
  /** Whether `next` starts where `place` ends. */
  follows(place: number, next: number): boolean;
  /** Whether both are lanes side by side. */
  beside(place: number, other: number): boolean;
}

export function makePlaces({ lanes, movements, points }: ReadingTwin): Places {
  const laneCount = lanes.count;
  const { xM, yM } = points;
  const first = (place: number) => (place < laneCount ? lanes.firstPoint[place]! : movements.firstPoint[place - laneCount]!);
  const count = (place: number) => (place < laneCount ? lanes.pointCount[place]! : movements.pointCount[place - laneCount]!);
  const lengthM = (place: number) => (place < laneCount ? lanes.lengthM[place]! : movements.lengthM[place - laneCount]!);
  const drawnM = new Float32Array(laneCount + movements.count);
  for (let place = 0; place < drawnM.length; place++) {
    for (let at = first(place), last = at + count(place) - 1; at < last; at++) drawnM[place]! += Math.hypot(xM[at + 1]! - xM[at]!, yM[at + 1]! - yM[at]!);
  }
  return {
    lengthM,
    poseAt(place, positionM, into) {
      // Sources may give a lane another length than its line has: positions are shares of it.
      let restM = positionM * (lengthM(place) > 0.01 ? drawnM[place]! / lengthM(place) : 1);
      const start = first(place);
      const end = start + count(place) - 1;
      for (let at = start; at < end; at++) {
        const eastM = xM[at + 1]! - xM[at]!, northM = yM[at + 1]! - yM[at]!;
        const stepM = Math.sqrt(eastM * eastM + northM * northM);
        if (stepM < 1e-6) continue;
        into.east = eastM / stepM;
        into.north = northM / stepM;
        if (restM <= stepM || at === end - 1) {
          into.xM = xM[at]! + into.east * restM;
          into.yM = yM[at]! + into.north * restM;
          return;
        }
        restM -= stepM;
      }
      into.xM = xM[start] ?? 0;
      into.yM = yM[start] ?? 0;
    },
    follows: (place, next) =>
      place < laneCount
        ? next >= laneCount && movements.fromLane[next - laneCount] === place
        : next < laneCount && movements.toLane[place - laneCount] === next,
    beside: (place, other) => place < laneCount && other < laneCount && lanes.link[place] === lanes.link[other],
  };
}

/** The stop line of a lane; undefined when it has no line. */
export function laneEnd({ lanes, points }: ReadingTwin, lane: number): Pose | undefined {
  const last = lanes.firstPoint[lane]! + lanes.pointCount[lane]! - 1;
  for (let at = last; at > lanes.firstPoint[lane]!; at--) {
    const eastM = points.xM[at]! - points.xM[at - 1]!, northM = points.yM[at]! - points.yM[at - 1]!;
    const stepM = Math.hypot(eastM, northM);
    if (stepM > 1e-3) return { xM: points.xM[last]!, yM: points.yM[last]!, east: eastM / stepM, north: northM / stepM };
  }
  return undefined;
}
