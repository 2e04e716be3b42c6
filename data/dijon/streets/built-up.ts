import { atan2, sin } from '../../../engine/foundation/exact-math.ts';
import type { FlatMap } from '../../../engine/foundation/flat-map.ts';
import { eastM, northM } from '../../../engine/foundation/flat-map.ts';
import { holdsPoint, type Outline } from '../territory/outline.ts';
import { places } from '../transit/places.ts';
import type { Block } from './blocks.ts';
import type { Point } from './draw-roads.ts';
import type { Corner } from './main-roads.ts';
import { settlements, type QuarterName } from './settlements.ts';
import { nearestOnSegment, type StreetGraph } from './street-graph.ts';

/** Where people build, and what lies in the way. */
export interface BuiltUp {
  quarterAt(xM: number, yM: number): QuarterName | undefined;
  /** Whether a block reaches into a settlement. */
  touches(graph: StreetGraph, block: Block): boolean;
  /** No water, park, wood or expressway here. */
  free(xM: number, yM: number): boolean;
}

/** A line that streets keep away from. */
export interface Barrier { line: readonly Point[]; widthM: number }

export function cornerOnMap(map: FlatMap, corner: Corner): Point {
  const [latitudeDeg, longitudeDeg] = typeof corner === 'string' ? places[corner] : corner;
  return [eastM(map, longitudeDeg), northM(map, latitudeDeg)];
}

export function makeBuiltUp(map: FlatMap, barriers: readonly Barrier[], keepOut: readonly { at: Point; radiusM: number }[], open: readonly Outline[]): BuiltUp {
  const discs = settlements.map(([kind, at, radiusM], row) => {
    const [x, y] = cornerOnMap(map, at);
    return { kind, x, y, radiusM, row };
  });
  // A settlement is no circle: its edge swings by a tenth, differently for each.
  const reachM = ({ radiusM, row }: (typeof discs)[number], eastM: number, northM: number) => {
    const angle = atan2(northM, eastM);
    return radiusM * (1 + 0.08 * sin(3 * angle + row) + 0.06 * sin(5 * angle + 2 * row));
  };
  const quarterAt = (xM: number, yM: number): QuarterName | undefined => discs.find((disc) => {
    const eastM = xM - disc.x, northM = yM - disc.y, away2 = eastM * eastM + northM * northM;
    if (away2 > 1.4 * disc.radiusM * disc.radiusM) return false;
    const reach = reachM(disc, eastM, northM);
    return away2 < reach * reach;
  })?.kind;
  const isNearBarrier = barrierFinder(barriers);
  const grounds = open.map((outline) => ({
    outline, west: Math.min(...outline.map(({ xM }) => xM)), east: Math.max(...outline.map(({ xM }) => xM)),
    south: Math.min(...outline.map(({ yM }) => yM)), north: Math.max(...outline.map(({ yM }) => yM)),
  }));
  return {
    quarterAt,
    touches({ xM, yM }, block) {
      let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
      for (const node of block) {
        west = Math.min(west, xM[node]!); east = Math.max(east, xM[node]!);
        south = Math.min(south, yM[node]!); north = Math.max(north, yM[node]!);
      }
      return discs.some(({ x, y, radiusM }) => {
        const offX = x - Math.min(Math.max(x, west), east), offY = y - Math.min(Math.max(y, south), north);
        return offX * offX + offY * offY < radiusM * radiusM;
      });
    },
    free: (xM, yM) => !keepOut.some(({ at, radiusM }) => (at[0] - xM) * (at[0] - xM) + (at[1] - yM) * (at[1] - yM) < radiusM * radiusM)
      && !isNearBarrier(xM, yM) && !grounds.some(({ west, south, east, north, outline }) => xM > west && xM < east && yM > south && yM < north && holdsPoint(outline, xM, yM)),
  };
}

const CELL_M = 200;

/** Tells whether a point lies within the width of a barrier: looks only at the segments in its cell of a grid. */
function barrierFinder(barriers: readonly Barrier[]): (xM: number, yM: number) => boolean {
  const cells = new Map<number, { from: Point; to: Point; widthM: number }[]>();
  const cellOf = (x: number, y: number) => (x + 1024) * 4096 + y + 1024;
  for (const { line, widthM } of barriers) {
    for (let index = 0; index + 1 < line.length; index++) {
      const from = line[index]!, to = line[index + 1]!;
      const range = (axis: 0 | 1) => [Math.floor((Math.min(from[axis], to[axis]) - widthM) / CELL_M), Math.floor((Math.max(from[axis], to[axis]) + widthM) / CELL_M)] as const;
      const [west, east] = range(0), [south, north] = range(1);
      for (let x = west; x <= east; x++) {
        for (let y = south; y <= north; y++) cells.set(cellOf(x, y), [...(cells.get(cellOf(x, y)) ?? []), { from, to, widthM }]);
      }
    }
  }
  return (xM, yM) => (cells.get(cellOf(Math.floor(xM / CELL_M), Math.floor(yM / CELL_M))) ?? [])
    .some(({ from, to, widthM }) => nearestOnSegment(from[0], from[1], to[0], to[1], xM, yM).distanceM < widthM);
}
