import { isBesideOnRing, isInRoundabout, turn } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** The rings of roundabouts: derived data, not state. */
export interface Rings {
  /** By lane: the movement by which it goes on around the ring and comes back to itself; -1 where none does. */
  ringOn: Int32Array;
  /** Lanes of rings that have another beside them. */
  ringLanes: Int32Array;
}

/** Of a lane or a link: those to which it goes on. */
type Onward = (from: number) => readonly number[];

/**
 * Finds the rings among the links between junctions of roundabouts. Such a link need not be part of a ring: two roundabouts can
 * be joined by a street. A ring is the shortest circle of links that closes; of its lanes those count that come back to
 * themselves, so that who follows `ringOn` always does. Not a lane that ends where the ring gets narrower.
 */
export function findRings(twin: ReadingTwin): Rings {
  const { lanes, links, movements } = twin, ringLinks: number[] = [], goesTo = new Map<number, Set<number>>();
  for (let link = 0; link < links.count; link++) if (isInRoundabout(twin, link)) ringLinks.push(link);
  const movementsOf = (lane: number): number[] => Array.from({ length: lanes.movementCount[lane]! }, (_, at) => lanes.firstMovement[lane]! + at);
  const lanesOf = (link: number): number[] => Array.from({ length: links.laneCount[link]! }, (_, at) => links.firstLane[link]! + at);
  const linkBeyond = (movement: number): number => lanes.link[movements.toLane[movement]!]!;
  for (const link of ringLinks) goesTo.set(link, new Set(lanesOf(link).flatMap(movementsOf).filter((movement) => staysOn(twin, movement)).map(linkBeyond)));
  const linkAfter = findCircles(ringLinks, (link) => [...goesTo.get(link)!]);

  const ring = [...linkAfter.keys()].sort((one, other) => one - other).flatMap(lanesOf);
  const around = (lane: number): number[] => movementsOf(lane).filter((movement) => linkBeyond(movement) === linkAfter.get(lanes.link[lane]!));
  const lanesAround = (lane: number): number[] => around(lane).map((movement) => movements.toLane[movement]!);
  // Where two lead on, drivers take the first: their circle goes before others.
  const laneAfter = findCircles(ring, lanesAround, findCircles(ring, (lane) => lanesAround(lane).slice(0, 1)));
  const ringOn = new Int32Array(lanes.count).fill(-1);
  for (const [lane, next] of laneAfter) ringOn[lane] = around(lane).find((movement) => movements.toLane[movement] === next)!;
  return { ringOn, ringLanes: Int32Array.from(ring.filter((lane) => isBesideOnRing(twin, lane))) };
}

/** Whether a movement may go on around a ring: from a link between two of its junctions to another, no turn back, and never giving way to who comes by a third. */
function staysOn(twin: ReadingTwin, movement: number): boolean {
  const { conflicts, lanes, movements } = twin, link = lanes.link[movements.fromLane[movement]!]!;
  if (movements.turn[movement] === turn.uTurn || !isInRoundabout(twin, lanes.link[movements.toLane[movement]!]!)) return false;
  for (let row = movements.firstConflict[movement]!; row < movements.firstConflict[movement]! + movements.conflictCount[movement]!; row++) {
    const foeLink = lanes.link[movements.fromLane[conflicts.foe[row]!]!]!;
    if (conflicts.yields[row] === 1 && foeLink !== link && isInRoundabout(twin, foeLink)) return false;
  }
  return true;
}

/** Closes circles, the shortest first, each node in at most one: what comes after a node on its circle. Adds them to those in `after`. */
function findCircles(nodes: readonly number[], onward: Onward, after = new Map<number, number>()): Map<number, number> {
  const untaken: Onward = (node) => onward(node).filter((next) => !after.has(next));
  const closing = nodes.filter((node) => !after.has(node)).map((node) => ({ node, size: shortestCircle(node, untaken).length })).filter(({ size }) => size > 0).sort((one, other) => one.size - other.size || one.node - other.node);
  for (const { node, size } of closing) {
    const circle = after.has(node) ? [] : shortestCircle(node, untaken);
    // Only a longer way around is left: the node leads to a ring, and is not on it.
    if (circle.length !== size) continue;
    for (let at = 0; at < size; at++) after.set(circle[at]!, circle[(at + 1) % size]!);
  }
  return after;
}

/** The nodes of the shortest way from a node back to itself, that node first; none where no way leads back. */
function shortestCircle(start: number, onward: Onward): number[] {
  const before = new Map<number, number>(), reached = [start];
  for (const node of reached) {
    for (const next of onward(node)) {
      if (next === start) {
        const circle = [node];
        while (circle[0] !== start) circle.unshift(before.get(circle[0]!)!);
        return circle;
      }
      if (before.has(next)) continue;
      before.set(next, node);
      reached.push(next);
    }
  }
  return [];
}
