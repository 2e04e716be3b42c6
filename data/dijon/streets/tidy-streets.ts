import { randomShare } from '../../../engine/foundation/random.ts';
import type { BuiltUp } from './built-up.ts';
import { pedestrianStreet, type RoadKind } from './road-kinds.ts';
import { quarterKinds } from './settlements.ts';
import { distanceM, removePiece, type StreetGraph } from './street-graph.ts';

const SEED = 12;
const PURPOSE = { oneWay: 7411 } as const;
const SHORTEST_DEAD_END_M = 35;

const alive = (graph: StreetGraph, row: number): boolean => !graph.pieces[row]!.halves && graph.at[graph.pieces[row]!.from]!.includes(row);

/** Leaves streets only: the bare sides of blocks go, stumps go, and what no street leads to goes. */
export function keepStreets(graph: StreetGraph): void {
  for (let row = 0; row < graph.pieces.length; row++) if (!graph.pieces[row]!.kind && alive(graph, row)) removePiece(graph, row);
  removeStumps(graph);
  const reached = reachedFrom(graph, middleNode(graph), () => true);
  for (let row = 0; row < graph.pieces.length; row++) if (alive(graph, row) && !reached[graph.pieces[row]!.from]) removePiece(graph, row);
}

/** Dead ends of side streets shorter than a house is deep. */
function removeStumps(graph: StreetGraph): void {
  for (let node = 0; node < graph.at.length; node++) {
    if (graph.at[node]!.length !== 1) continue;
    const chain: number[] = [];
    let at = node, lengthM = 0, row = graph.at[node]![0]!;
    for (;;) {
      const { from, to, kind } = graph.pieces[row]!;
      if (kind!.class !== 'residential' && kind!.class !== 'tertiary') { lengthM = Infinity; break; }
      chain.push(row);
      lengthM += distanceM(graph, from, to);
      at = from === at ? to : from;
      if (graph.at[at]!.length !== 2) break;
      row = graph.at[at]!.find((other) => other !== row)!;
    }
    if (lengthM < SHORTEST_DEAD_END_M) for (const piece of chain) removePiece(graph, piece);
  }
}

function middleNode({ xM, yM, at, pieces }: StreetGraph): number {
  let best = 0, best2 = Infinity;
  for (let node = 0; node < xM.length; node++) {
    const away2 = xM[node]! * xM[node]! + yM[node]! * yM[node]!;
    // A crossing of main roads: nothing leads only there, and no pedestrian zone lies around it.
    if (at[node]!.length > 2 && at[node]!.every((row) => pieces[row]!.kind!.class === 'primary') && away2 < best2) { best = node; best2 = away2; }
  }
  return best;
}

/** Nodes that can be reached along pieces that may be driven from a node. */
function reachedFrom(graph: StreetGraph, start: number, mayLeave: (row: number, node: number) => boolean): Uint8Array {
  const reached = new Uint8Array(graph.xM.length);
  const queue = [start];
  reached[start] = 1;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const row of graph.at[node]!) {
      const { from, to } = graph.pieces[row]!, other = from === node ? to : from;
      if (reached[other] || !mayLeave(row, node)) continue;
      reached[other] = 1;
      queue.push(other);
    }
  }
  return reached;
}

/** Makes side streets of dense quarters one-way, each whole street in one direction, as far as every place can still be reached and left. */
export function makeOneWays(graph: StreetGraph, builtUp: BuiltUp): void {
  const rowOfKind = new Map<RoadKind, number>();
  for (let row = 0; row < graph.pieces.length; row++) {
    const { kind, from, to } = graph.pieces[row]!;
    if (!alive(graph, row) || kind?.class !== 'residential') continue;
    const street = rowOfKind.get(kind) ?? rowOfKind.size;
    rowOfKind.set(kind, street);
    const quarter = builtUp.quarterAt((graph.xM[from]! + graph.xM[to]!) / 2, (graph.yM[from]! + graph.yM[to]!) / 2);
    if (!quarter || randomShare(SEED, PURPOSE.oneWay, street, 0) >= quarterKinds[quarter].oneWayShare) continue;
    const turned = randomShare(SEED, PURPOSE.oneWay, street, 1) < 0.5;
    graph.pieces[row] = { ...graph.pieces[row]!, from: turned ? to : from, to: turned ? from : to, oneWay: true };
  }
  const drives = (row: number) => graph.pieces[row]!.kind!.class !== 'footway';
  const start = middleNode(graph);
  // What cars cannot reach behind a pedestrian zone is part of it.
  const whole = reachedFrom(graph, start, drives);
  graph.pieces.forEach((piece, row) => {
    if (piece.kind && alive(graph, row) && drives(row) && !whole[piece.from]) graph.pieces[row] = { ...piece, kind: pedestrianStreet(piece.kind.title), oneWay: false };
  });
  for (;;) {
    const out = reachedFrom(graph, start, (row, node) => drives(row) && (!graph.pieces[row]!.oneWay || graph.pieces[row]!.from === node));
    const back = reachedFrom(graph, start, (row, node) => drives(row) && (!graph.pieces[row]!.oneWay || graph.pieces[row]!.to === node));
    const opened = new Set<RoadKind>();
    graph.pieces.forEach(({ kind, oneWay, from, to }, row) => {
      if (oneWay && kind?.class === 'residential' && alive(graph, row) && [from, to].some((node) => !out[node] || !back[node])) opened.add(kind);
    });
    if (opened.size === 0) return;
    graph.pieces.forEach((piece, row) => { if (piece.kind && opened.has(piece.kind)) graph.pieces[row] = { ...piece, oneWay: false }; });
  }
}
