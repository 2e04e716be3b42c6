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
  turnOneWay(graph, builtUp);
  const drives = (row: number) => graph.pieces[row]!.kind!.class !== 'footway' && graph.pieces[row]!.kind!.class !== 'tramway';
  closeStubs(graph, drives);
  const start = middleNode(graph);
  // What cars cannot reach behind a pedestrian zone is part of it.
  const whole = reachedFrom(graph, start, drives);
  graph.pieces.forEach((piece, row) => {
    if (piece.kind && alive(graph, row) && drives(row) && !whole[piece.from]) graph.pieces[row] = { ...piece, kind: pedestrianStreet(piece.kind.title), oneWay: false };
  });
  for (let opened = streetsToOpen(graph, start, drives); opened.size > 0; opened = streetsToOpen(graph, start, drives)) {
    graph.pieces.forEach((piece, row) => { if (piece.kind && opened.has(piece.kind)) graph.pieces[row] = { ...piece, oneWay: false }; });
  }
}

/** A street that ends in a pedestrian zone would let nobody turn: its last piece belongs to the zone. */
function closeStubs({ at, pieces }: StreetGraph, drives: (row: number) => boolean): void {
  for (let isStable = false; !isStable;) {
    isStable = true;
    for (const rows of at) {
      const driven = rows.filter(drives);
      if (driven.length !== 1 || !rows.some((row) => pieces[row]!.kind!.class === 'footway')) continue;
      const piece = pieces[driven[0]!]!;
      pieces[driven[0]!] = { ...piece, kind: pedestrianStreet(piece.kind!.title), oneWay: false };
      isStable = false;
    }
  }
}

function turnOneWay(graph: StreetGraph, builtUp: BuiltUp): void {
  const turned = new Map<RoadKind, boolean | undefined>();
  for (let row = 0; row < graph.pieces.length; row++) {
    const { kind, from, to } = graph.pieces[row]!;
    if (!alive(graph, row) || kind?.class !== 'residential' || kind.tram) continue;
    if (!turned.has(kind)) {
      const quarter = builtUp.quarterAt((graph.xM[from]! + graph.xM[to]!) / 2, (graph.yM[from]! + graph.yM[to]!) / 2);
      const isOneWay = quarter !== undefined && randomShare(SEED, PURPOSE.oneWay, turned.size, 0) < quarterKinds[quarter].oneWayShare;
      turned.set(kind, isOneWay ? randomShare(SEED, PURPOSE.oneWay, turned.size, 1) < 0.5 : undefined);
    }
    const back = turned.get(kind);
    if (back !== undefined) graph.pieces[row] = { ...graph.pieces[row]!, from: back ? to : from, to: back ? from : to, oneWay: true };
  }
}

/** One-way streets that keep a place from being reached or left, or a street from being driven in a direction that is allowed. */
function streetsToOpen(graph: StreetGraph, start: number, drives: (row: number) => boolean): Set<RoadKind> {
  const { pieces, at } = graph;
  const leaves = (row: number, node: number) => drives(row) && (!pieces[row]!.oneWay || pieces[row]!.from === node);
  const enters = (row: number, node: number) => drives(row) && (!pieces[row]!.oneWay || pieces[row]!.to === node);
  const out = reachedFrom(graph, start, leaves), back = reachedFrom(graph, start, enters);
  const opened = new Set<RoadKind>();
  const open = (row: number) => { if (pieces[row]!.oneWay && pieces[row]!.kind!.class === 'residential') opened.add(pieces[row]!.kind!); };
  pieces.forEach(({ oneWay, from, to }, row) => {
    if (oneWay && alive(graph, row) && [from, to].some((node) => !out[node] || !back[node])) open(row);
  });
  for (let node = 0; node < at.length; node++) {
    const driven = at[node]!.filter(drives);
    if (driven.length < 2) continue;
    for (const row of driven) {
      const others = driven.filter((other) => other !== row);
      // Nobody turns round to drive back: the way in must come from another street, and the way out lead to one.
      if ((leaves(row, node) && !others.some((other) => enters(other, node))) || (enters(row, node) && !others.some((other) => leaves(other, node)))) driven.forEach(open);
    }
  }
  return opened;
}
