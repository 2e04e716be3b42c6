import type { Twin } from '../../../engine/twin/twin.ts';
import { nearestOnSegment } from '../streets/street-graph.ts';

const CELL_M = 40;
const KEY = 1 << 16;
/** Half of the widest street. */
const WIDEST_M = 12;

/** Tells whether a house would stand clear of all streets and of the houses asked for before; one that is clear is remembered. */
export function makeClearance({ streets, points }: Twin): (xM: number, yM: number, widthM: number, depthM: number, east: number, north: number) => boolean {
  const segments = new Map<number, number[]>(), houses = new Map<number, { xM: number; yM: number; radiusM: number }[]>();
  const halfWidthM = new Float32Array(points.count);
  const put = <Item>(cells: Map<number, Item[]>, cell: number, item: Item) => {
    const there = cells.get(cell);
    if (there) there.push(item);
    else cells.set(cell, [item]);
  };
  const cellOf = (x: number, y: number) => (Math.floor(x / CELL_M) + 4096) * KEY + Math.floor(y / CELL_M) + 4096;
  for (let street = 0; street < streets.count; street++) {
    const first = streets.firstPoint[street]!;
    for (let point = first; point + 1 < first + streets.pointCount[street]!; point++) {
      halfWidthM[point] = streets.widthM[street]! / 2 + 1;
      const [ax, ay, bx, by] = [points.xM[point]!, points.yM[point]!, points.xM[point + 1]!, points.yM[point + 1]!];
      for (let x = Math.floor(Math.min(ax, bx) / CELL_M); x <= Math.floor(Math.max(ax, bx) / CELL_M); x++) {
        for (let y = Math.floor(Math.min(ay, by) / CELL_M); y <= Math.floor(Math.max(ay, by) / CELL_M); y++) put(segments, (x + 4096) * KEY + y + 4096, point);
      }
    }
  }
  return (xM, yM, widthM, depthM, east, north) => {
    // The middle, and the four corners: a street as wide as a house does not fit between them.
    const spots = [[0, 0], [0.5, 0.5], [0.5, -0.5], [-0.5, 0.5], [-0.5, -0.5]].map(([along, away]) =>
      [xM + east * widthM * along! + north * depthM * away!, yM + north * widthM * along! - east * depthM * away!] as const);
    const reachM = (widthM + depthM) / 2 + WIDEST_M;
    for (let x = Math.floor((xM - reachM) / CELL_M); x <= Math.floor((xM + reachM) / CELL_M); x++) {
      for (let y = Math.floor((yM - reachM) / CELL_M); y <= Math.floor((yM + reachM) / CELL_M); y++) {
        for (const point of segments.get((x + 4096) * KEY + y + 4096) ?? []) {
          const [ax, ay, bx, by, leastM] = [points.xM[point]!, points.yM[point]!, points.xM[point + 1]!, points.yM[point + 1]!, halfWidthM[point]!];
          if (nearestOnSegment(ax, ay, bx, by, xM, yM).distanceM > reachM) continue;
          if (spots.some(([spotX, spotY]) => nearestOnSegment(ax, ay, bx, by, spotX, spotY).distanceM < leastM)) return false;
        }
      }
    }
    const radiusM = Math.min(widthM, depthM) / 2;
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) {
      for (const house of houses.get(cellOf(xM + dx * CELL_M, yM + dy * CELL_M)) ?? []) {
        const leastM = house.radiusM + radiusM;
        if ((house.xM - xM) * (house.xM - xM) + (house.yM - yM) * (house.yM - yM) < leastM * leastM) return false;
      }
    }
    put(houses, cellOf(xM, yM), { xM, yM, radiusM });
    return true;
  };
}
