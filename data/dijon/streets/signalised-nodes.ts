import type { StreetGraph } from './street-graph.ts';

/** Junctions with signals are at least this far apart. */
const APART_M = 140;
const MOST = 320;

const CLASS_WEIGHT: Readonly<Record<string, number>> = { primary: 3, secondary: 2, tertiary: 1.2 };

/** Where trams cross main roads, and where main roads of the built-up area meet: the heaviest crossings first, none too near to another. */
export function signalisedNodes({ xM, yM, at, pieces }: StreetGraph, tramCrossings: readonly number[]): Set<number> {
  const candidates: { node: number; weight: number }[] = [];
  for (let node = 0; node < at.length; node++) {
    if (at[node]!.length < 3) continue;
    const kinds = at[node]!.map((row) => pieces[row]!.kind!);
    const weights = kinds.map((kind) => (CLASS_WEIGHT[kind.class] ?? 0.3) * kind.lanes).sort((one, other) => other - one);
    // Two arms are the main road; the third is what makes it a crossing.
    const third = weights[2]!;
    const awayKm = Math.sqrt(xM[node]! * xM[node]! + yM[node]! * yM[node]!) / 1000;
    const lanes = kinds.some(({ busLane }) => busLane) ? 1.5 : 1;
    candidates.push({ node, weight: ((weights[0]! + weights[1]!) / 2) * third * lanes * Math.max(0.05, 1 - awayKm / 7) });
  }
  candidates.sort((one, other) => other.weight - one.weight || one.node - other.node);
  const chosen = new Set<number>(tramCrossings);
  for (const { node } of candidates) {
    if (chosen.size >= MOST) break;
    const near = [...chosen].some((other) => (xM[other]! - xM[node]!) * (xM[other]! - xM[node]!) + (yM[other]! - yM[node]!) * (yM[other]! - yM[node]!) < APART_M * APART_M);
    if (!near) chosen.add(node);
  }
  return chosen;
}
