import { category, ORDINARY_TRAFFIC } from '../../../engine/twin/streets.ts';
import type { RawNode, RawStreets, RawWay } from '../../build/raw-city.ts';
import { widenApproaches } from './approaches.ts';
import type { BuiltUp } from './built-up.ts';
import type { RoadKind } from './road-kinds.ts';
import type { StreetGraph } from './street-graph.ts';

const KMH = 1 / 3.6;

/** The drawn network as ways between junctions. */
export function rawStreets(graph: StreetGraph, builtUp: BuiltUp, signalised: ReadonlySet<number>, titleOf: (title: string) => string): RawStreets {
  const { pieces, at, xM, yM } = graph;
  const rowOf = new Map<number, number>();
  const nodes: RawNode[] = [];
  const nodeRow = (node: number): number => {
    const known = rowOf.get(node);
    if (known !== undefined) return known;
    rowOf.set(node, nodes.length);
    return nodes.push({ name: `n${node}`, xM: xM[node]!, yM: yM[node]!, ...(signalised.has(node) ? { control: 'signals' as const } : {}) }) - 1;
  };
  const used = new Uint8Array(pieces.length);
  const ways: RawWay[] = [];
  for (let first = 0; first < pieces.length; first++) {
    if (used[first] || pieces[first]!.halves || !at[pieces[first]!.from]!.includes(first)) continue;
    const chain = chainOf(graph, first, used);
    const { kind, oneWay, roundabout } = pieces[first]!;
    const middle = chain[chain.length >> 1]!;
    const inside = builtUp.quarterAt(xM[middle]!, yM[middle]!) !== undefined;
    ways.push({
      name: `w${ways.length}`, title: titleOf(kind!.title), class: kind!.class, nodes: chain.map(nodeRow), oneWay: oneWay ? 1 : 0,
      lanesForward: kind!.lanes, lanesBackward: oneWay ? 0 : kind!.lanes, busLaneForward: kind!.busLane, busLaneBackward: kind!.busLane && !oneWay,
      speedLimitMps: Math.round((inside ? kind!.insideKmh : kind!.outsideKmh) * KMH * 100) / 100, roundabout, level: pieces[first]!.level, permitted: permittedOn(kind!),
    });
  }
  return { ways: widenApproaches(nodes, ways), nodes };
}

function permittedOn({ class: roadClass, tram }: RoadKind): number {
  if (roadClass === 'tramway') return category.tram;
  if (roadClass === 'footway') return category.pedestrian | category.bicycle | category.emergency;
  const ordinary = roadClass === 'motorway' || roadClass === 'trunk' ? ORDINARY_TRAFFIC & ~category.bicycle : ORDINARY_TRAFFIC;
  return tram ? ordinary | category.tram : ordinary;
}

/** Nodes of the way that a piece belongs to: on through nodes where the same street goes on and nothing else meets it. */
function chainOf(graph: StreetGraph, first: number, used: Uint8Array): number[] {
  const { pieces, at } = graph;
  const chain = [pieces[first]!.from, pieces[first]!.to];
  used[first] = 1;
  const extend = (forward: boolean): void => {
    let row = first;
    for (;;) {
      const end = forward ? chain[chain.length - 1]! : chain[0]!;
      if (at[end]!.length !== 2) return;
      const next = at[end]!.find((other) => other !== row)!;
      const { kind, oneWay, roundabout, level, from, to } = pieces[next]!, mine = pieces[row]!;
      if (used[next] || kind !== mine.kind || oneWay !== mine.oneWay || roundabout !== mine.roundabout || level !== mine.level) return;
      if (oneWay && (forward ? from !== end : to !== end)) return;
      used[next] = 1;
      const far = from === end ? to : from;
      if (forward) chain.push(far);
      else chain.unshift(far);
      row = next;
    }
  };
  extend(true);
  extend(false);
  return chain;
}
