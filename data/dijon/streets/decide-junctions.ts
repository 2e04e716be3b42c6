import { makeRoundabout } from './roundabouts.ts';
import type { StreetGraph } from './street-graph.ts';

/** Signals at lesser junctions are at least this far from others. */
const APART_M = 150;
/** As many as the agglomeration has, give or take (assumed between 200 and 400). */
const MOST = 330;
/** Nearer to a tram crossing or a crossing of main roads than this, another tram crossing is part of it. */
const ONE_CROSSING_M = 16;
/** Beyond this distance from the middle of the city, main roads meet in roundabouts where there is room. */
const ROUNDABOUTS_FROM_M = 2300;
const RADIUS_M = 17;

const CLASS_WEIGHT: Readonly<Record<string, number>> = { primary: 3, secondary: 2, tertiary: 1.2, tramway: 0 };

/**
 * Decides where signals stand, and makes roundabouts. Signals: where main roads of the inner city meet, where trams cross
 * collectors and main roads, then the heaviest of the other junctions. Roundabouts: where main roads meet farther out.
 */
export function decideJunctions(graph: StreetGraph, tramCrossings: readonly number[]): Set<number> {
  const { at } = graph;
  const signalised = new Set<number>();
  const lesser: { node: number; weight: number }[] = [];
  const count = at.length;
  for (let node = 0; node < count; node++) {
    const arms = at[node]!.filter((row) => graph.pieces[row]!.kind!.class !== 'tramway');
    if (arms.length < 3) continue;
    const kinds = arms.map((row) => graph.pieces[row]!.kind!);
    const mainArms = kinds.filter((kind) => kind.class === 'primary' || kind.class === 'secondary').length;
    const far = awayM(graph, node) > ROUNDABOUTS_FROM_M;
    if (mainArms >= 3) {
      const small = kinds.every((kind) => !kind.busLane && kind.lanes === 1) && arms.length === at[node]!.length;
      if (!(far && small && makeRoundabout(graph, node, RADIUS_M))) signalised.add(node);
      continue;
    }
    lesser.push({ node, weight: junctionWeight(graph, node) });
  }
  for (const node of tramCrossings) if (!nearAny(graph, signalised, node, ONE_CROSSING_M)) signalised.add(node);
  lesser.sort((one, other) => other.weight - one.weight || one.node - other.node);
  for (const { node } of lesser) {
    if (signalised.size >= MOST) break;
    if (!nearAny(graph, signalised, node, APART_M)) signalised.add(node);
  }
  return signalised;
}

const awayM = ({ xM, yM }: StreetGraph, node: number): number => Math.sqrt(xM[node]! * xM[node]! + yM[node]! * yM[node]!);

function nearAny({ xM, yM }: StreetGraph, chosen: ReadonlySet<number>, node: number, withinM: number): boolean {
  for (const other of chosen) {
    const eastM = xM[other]! - xM[node]!, northM = yM[other]! - yM[node]!;
    if (other !== node && eastM * eastM + northM * northM < withinM * withinM) return true;
  }
  return false;
}

/** Two arms are the main road; the third makes it a crossing. Junctions count for less the farther out they are. */
function junctionWeight(graph: StreetGraph, node: number): number {
  const kinds = graph.at[node]!.map((row) => graph.pieces[row]!.kind!);
  const weights = kinds.map((kind) => (CLASS_WEIGHT[kind.class] ?? 0.3) * kind.lanes).sort((one, other) => other - one);
  const buses = kinds.some(({ busLane }) => busLane) ? 1.5 : 1;
  return ((weights[0]! + weights[1]!) / 2) * weights[2]! * buses * Math.max(0.05, 1 - awayM(graph, node) / 7000);
}
