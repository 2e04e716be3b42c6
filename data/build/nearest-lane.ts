import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** A place on a lane, as near as can be to a point beside it. */
export interface PlaceOnLane {
  lane: number;
  /** Along the lane. */
  positionM: number;
  distanceM: number;
  /** Whether the point lies on the right of the direction of travel. */
  onRight: boolean;
}

const CELL_M = 60;

/**
 * Finds lanes near points: a grid over the segments of lane centre lines. Among equally near lanes the lower row wins.
 * `accepts` says which lanes count at all.
 */
export function laneFinder(twin: Pick<ReadingTwin, 'lanes' | 'points'>, accepts: (lane: number) => boolean) {
  const { lanes, points } = twin;
  const cells = new Map<string, { lane: number; point: number; startM: number }[]>();
  const cellOf = (xM: number, yM: number) => `${Math.floor(xM / CELL_M)}:${Math.floor(yM / CELL_M)}`;

  /** The cells of a segment, piece by piece: the box around a long one as a whole would fill the memory. */
  function cellsAlong(fromX: number, fromY: number, toX: number, toY: number): Set<string> {
    const found = new Set<string>();
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / CELL_M));
    for (let piece = 0; piece < pieces; piece++) {
      const x = [piece, piece + 1].map((end) => Math.floor((fromX + ((toX - fromX) * end) / pieces) / CELL_M));
      const y = [piece, piece + 1].map((end) => Math.floor((fromY + ((toY - fromY) * end) / pieces) / CELL_M));
      for (const column of x) for (const row of y) found.add(`${column}:${row}`);
    }
    return found;
  }

  for (let lane = 0; lane < lanes.count; lane++) {
    if (!accepts(lane)) continue;
    let startM = 0;
    const first = lanes.firstPoint[lane]!, last = first + lanes.pointCount[lane]! - 1;
    for (let point = first; point < last; point++) {
      const fromX = points.xM[point]!, fromY = points.yM[point]!, toX = points.xM[point + 1]!, toY = points.yM[point + 1]!;
      for (const key of cellsAlong(fromX, fromY, toX, toY)) {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key)!.push({ lane, point, startM });
      }
      startM += Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
    }
  }

  function measure(xM: number, yM: number, { lane, point, startM }: { lane: number; point: number; startM: number }): PlaceOnLane {
    const fromX = points.xM[point]!, fromY = points.yM[point]!;
    const alongX = points.xM[point + 1]! - fromX, alongY = points.yM[point + 1]! - fromY;
    const lengthM = Math.sqrt(alongX * alongX + alongY * alongY) || 1e-9;
    const share = Math.min(1, Math.max(0, ((xM - fromX) * alongX + (yM - fromY) * alongY) / (lengthM * lengthM)));
    const offX = xM - (fromX + share * alongX), offY = yM - (fromY + share * alongY);
    return { lane, positionM: startM + share * lengthM, distanceM: Math.sqrt(offX * offX + offY * offY), onRight: alongX * offY - alongY * offX <= 0 };
  }

  /** The nearest lane within `withinM` (at most 120 m); with `rightOnly`, only lanes that the point lies to the right of. */
  return function nearest(xM: number, yM: number, withinM: number, rightOnly = false): PlaceOnLane | undefined {
    let best: PlaceOnLane | undefined;
    const reach = Math.ceil(Math.min(withinM, 120) / CELL_M);
    for (let x = -reach; x <= reach; x++) {
      for (let y = -reach; y <= reach; y++) {
        for (const segment of cells.get(cellOf(xM + x * CELL_M, yM + y * CELL_M)) ?? []) {
          const place = measure(xM, yM, segment);
          if (place.distanceM > withinM || (rightOnly && !place.onRight)) continue;
          if (!best || place.distanceM < best.distanceM || (place.distanceM === best.distanceM && place.lane < best.lane)) best = place;
        }
      }
    }
    return best;
  };
}
