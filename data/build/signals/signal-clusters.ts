import { junctionControl } from '../../../engine/twin/streets.ts';
import type { SignalPlanInput } from './plan-input.ts';

/**
 * Two junctions whose stop lines are nearer than this to the junction before have room for three cars between them: who
 * is let onto such a stretch must be let off it, so one controller switches both (as netconvert's tls.join, 20 m
 * between the middles of the nodes, which leaves out the wider medians of main streets).
 */
const ROOM_M = 25;
/** A chain of near junctions along a street is not one controller without end. */
const LARGEST_M = 80;

/** Signalised junctions by controller: mostly one alone, several where they lie close together. Sorted by their first. */
export function signalClusters({ junctions, links }: Pick<SignalPlanInput, 'junctions' | 'links'>): number[][] {
  const clusterOf = new Map<number, number[]>();
  for (let junction = 0; junction < junctions.count; junction++) if (junctions.control[junction] === junctionControl.signals) clusterOf.set(junction, [junction]);
  const near: { from: number; to: number; lengthM: number }[] = [];
  for (let link = 0; link < links.count; link++) {
    const from = links.fromJunction[link]!, to = links.toJunction[link]!, lengthM = links.lengthM[link]!;
    if (from !== to && lengthM <= ROOM_M && clusterOf.has(from) && clusterOf.has(to)) near.push({ from, to, lengthM });
  }
  // The nearest first, so that a chain too long for one controller is cut where it is widest.
  for (const { from, to } of near.sort((one, other) => one.lengthM - other.lengthM || one.from - other.from || one.to - other.to)) {
    const mine = clusterOf.get(from)!, theirs = clusterOf.get(to)!;
    if (mine === theirs || acrossM(junctions, [...mine, ...theirs]) > LARGEST_M) continue;
    const together = [...mine, ...theirs].sort((one, other) => one - other);
    for (const junction of together) clusterOf.set(junction, together);
  }
  return [...new Set(clusterOf.values())].sort((one, other) => one[0]! - other[0]!);
}

function acrossM({ xM, yM }: SignalPlanInput['junctions'], rows: readonly number[]): number {
  let farthest2 = 0;
  for (const one of rows) {
    for (const other of rows) {
      const east = xM[one]! - xM[other]!, north = yM[one]! - yM[other]!;
      farthest2 = Math.max(farthest2, east * east + north * north);
    }
  }
  return Math.sqrt(farthest2);
}
