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
      && !barriers.some((barrier) => touchesLine(barrier, xM, yM)) && !open.some((outline) => holdsPoint(outline, xM, yM)),
  };
}

function touchesLine({ line, widthM }: Barrier, xM: number, yM: number): boolean {
  for (let index = 0; index + 1 < line.length; index++) {
    const [ax, ay] = line[index]!, [bx, by] = line[index + 1]!;
    if (Math.min(ax, bx) - widthM > xM || Math.max(ax, bx) + widthM < xM || Math.min(ay, by) - widthM > yM || Math.max(ay, by) + widthM < yM) continue;
    if (nearestOnSegment(ax, ay, bx, by, xM, yM).distanceM < widthM) return true;
  }
  return false;
}
