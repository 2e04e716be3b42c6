import type { PathFinder } from '../../../engine/paths/path-finder.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Links of a line in one direction, from a junction to a junction. */
export interface LineCourse { links: number[]; lengthM: number }

/** Links that leave or enter each junction and that the path finder may drive. */
export interface JunctionLinks { leaving: number[][]; entering: number[][] }

export function linksByJunction(twin: ReadingTwin, finder: PathFinder): JunctionLinks {
  const leaving: number[][] = Array.from({ length: twin.junctions.count }, () => []);
  const entering: number[][] = Array.from({ length: twin.junctions.count }, () => []);
  for (let link = 0; link < twin.links.count; link++) {
    if (!finder.graph.drivable[link]) continue;
    leaving[twin.links.fromJunction[link]!]!.push(link);
    entering[twin.links.toJunction[link]!]!.push(link);
  }
  return { leaving, entering };
}

/**
 * The way from the first junction through the others, in order, without turning back on a junction it has just passed.
 * Undefined when one of them cannot be reached.
 */
export function courseThrough(
  twin: ReadingTwin, finder: PathFinder, at: JunctionLinks, costs: Float64Array, junctions: readonly number[],
): LineCourse | undefined {
  let links: number[] = [];
  for (let leg = 1; leg < junctions.length; leg++) {
    const entering = at.entering[junctions[leg]!]!;
    const starts = leg === 1 ? at.leaving[junctions[0]!]! : [links[links.length - 1]!];
    let best: number[] = [], bestCost = Infinity;
    for (const start of starts) {
      const startCost = leg === 1 ? costs[start]! : 0;
      finder.searchAll(start, Int32Array.from(entering));
      for (const end of entering) {
        const cost = finder.costTo(end) + startCost;
        if (cost < bestCost) { bestCost = cost; best = finder.pathTo(end); }
      }
    }
    if (best.length === 0) return undefined;
    links = leg === 1 ? best : links.concat(best.slice(1));
  }
  links = withoutLoops(links);
  return { links, lengthM: courseLengthM(twin, finder, links) };
}

/** A way that drives one link twice has gone round for a waypoint beside the road: the round is left out. */
function withoutLoops(links: number[]): number[] {
  const kept: number[] = [];
  const placeOf = new Map<number, number>();
  for (const link of links) {
    const known = placeOf.get(link);
    if (known === undefined) {
      placeOf.set(link, kept.length);
      kept.push(link);
    } else {
      for (const dropped of kept.splice(known + 1)) placeOf.delete(dropped);
    }
  }
  return kept;
}

/** The movement that the graph takes from one link to the next, -1 where there is none. */
export function movementBetween(finder: PathFinder, fromLink: number, toLink: number): number {
  const { firstNext, next, movement } = finder.graph;
  for (let row = firstNext[fromLink]!; row < firstNext[fromLink + 1]!; row++) if (next[row] === toLink) return movement[row]!;
  return -1;
}

/** Length of links and of the movements between them. */
export function courseLengthM(twin: ReadingTwin, finder: PathFinder, links: readonly number[]): number {
  let lengthM = 0;
  for (let index = 0; index < links.length; index++) {
    lengthM += twin.links.lengthM[links[index]!]!;
    if (index > 0) lengthM += twin.movements.lengthM[movementBetween(finder, links[index - 1]!, links[index]!)]!;
  }
  return lengthM;
}

/**
 * Shortens a course at its two ends in turn until it is no longer than `longestM`; the ends of a line on a map made from
 * facts are known less well than its length.
 */
export function trimmed(twin: ReadingTwin, finder: PathFinder, course: LineCourse, longestM: number): LineCourse {
  let { links, lengthM } = course;
  for (let turn = 0; lengthM > longestM && links.length > 4; turn++) {
    links = turn % 2 === 0 ? links.slice(0, -1) : links.slice(1);
    lengthM = courseLengthM(twin, finder, links);
  }
  return { links, lengthM };
}
