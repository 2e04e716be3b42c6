import type { RoadKind } from './road-kinds.ts';
import { addNode, addPiece, crossing, distanceM, nearestOnSegment, piecesNear, splitPiece, type StreetGraph } from './street-graph.ts';

export type Point = readonly [xM: number, yM: number];

/** Two points this near are one junction, a road this near to another's end meets it. */
const SNAP_M = 28;
const STEP_M = 90;

/** A smooth line through the corners (Catmull and Rom 1974), one point about every `STEP_M`; the corners stay on it. */
export function smoothLine(corners: readonly Point[]): Point[] {
  const line: Point[] = [corners[0]!];
  for (let index = 0; index + 1 < corners.length; index++) {
    const [p1, p2] = [corners[index]!, corners[index + 1]!];
    const p0 = corners[index - 1] ?? p1, p3 = corners[index + 2] ?? p2;
    const eastM = p2[0] - p1[0], northM = p2[1] - p1[1];
    const steps = Math.max(1, Math.round(Math.sqrt(eastM * eastM + northM * northM) / STEP_M));
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const at = (axis: 0 | 1) => 0.5 * (2 * p1[axis] + (p2[axis] - p0[axis]) * t + (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t
        + (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
      line.push(step === steps ? p2 : [at(0), at(1)]);
    }
  }
  return line;
}

/** The node at a point: one that is near, else one put on a road that is near, else a new one. */
export function nodeAt(graph: StreetGraph, [xM, yM]: Point, snapM: number): number {
  let best = -1, bestM = snapM, bestPiece = -1, bestPieceM = snapM, bestShare = 0;
  for (const row of piecesNear(graph, xM, yM, xM, yM, snapM)) {
    const { from, to } = graph.pieces[row]!;
    for (const node of [from, to]) {
      const eastM = graph.xM[node]! - xM, northM = graph.yM[node]! - yM, awayM = Math.sqrt(eastM * eastM + northM * northM);
      if (awayM < bestM) { best = node; bestM = awayM; }
    }
    const nearest = nearestOnSegment(graph.xM[from]!, graph.yM[from]!, graph.xM[to]!, graph.yM[to]!, xM, yM);
    if (nearest.distanceM < bestPieceM) { bestPiece = row; bestPieceM = nearest.distanceM; bestShare = nearest.share; }
  }
  if (best >= 0) return best;
  if (bestPiece >= 0) return splitAt(graph, bestPiece, bestShare);
  return addNode(graph, xM, yM);
}

function splitAt(graph: StreetGraph, piece: number, share: number): number {
  const { from, to } = graph.pieces[piece]!;
  return splitPiece(graph, piece, graph.xM[from]! + share * (graph.xM[to]! - graph.xM[from]!), graph.yM[from]! + share * (graph.yM[to]! - graph.yM[from]!));
}

/** Draws a line into the network; where it crosses what is there, both get a node. Returns the nodes along it. */
export function drawLine(graph: StreetGraph, line: readonly Point[], kind: RoadKind | undefined, snapM = SNAP_M): number[] {
  let from = nodeAt(graph, line[0]!, snapM);
  const nodes = [from];
  for (let index = 1; index < line.length; index++) {
    const last = index === line.length - 1;
    const to = nodeAt(graph, line[index]!, last ? snapM : snapM * 0.8);
    if (to === from) continue;
    for (const node of [...nodesOnTheWay(graph, from, to, snapM * 0.6), to]) {
      if (node === from) continue;
      addPiece(graph, from, node, kind);
      nodes.push(node);
      from = node;
    }
  }
  return nodes;
}

/** Nodes that the segment meets, in order: near ones, and one put on every piece it crosses. */
function nodesOnTheWay(graph: StreetGraph, from: number, to: number, snapM: number): number[] {
  const { xM, yM } = graph;
  const [ax, ay, bx, by] = [xM[from]!, yM[from]!, xM[to]!, yM[to]!];
  const near = piecesNear(graph, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), snapM);
  const met = new Map<number, number>();
  for (const row of near) {
    for (const node of [graph.pieces[row]!.from, graph.pieces[row]!.to]) {
      if (node === from || node === to) continue;
      const nearest = nearestOnSegment(ax, ay, bx, by, xM[node]!, yM[node]!);
      if (nearest.distanceM < snapM && nearest.share > 0 && nearest.share < 1) met.set(node, nearest.share);
    }
  }
  for (const row of near) {
    const piece = graph.pieces[row]!;
    const ends = [piece.from, piece.to];
    if (ends.includes(from) || ends.includes(to) || ends.some((end) => met.has(end))) continue;
    const where = crossing(ax, ay, bx, by, xM[piece.from]!, yM[piece.from]!, xM[piece.to]!, yM[piece.to]!);
    if (!where) continue;
    const lengthM = distanceM(graph, piece.from, piece.to);
    const end = where.second * lengthM < snapM ? piece.from : (1 - where.second) * lengthM < snapM ? piece.to : -1;
    met.set(end >= 0 ? end : splitAt(graph, row, where.second), where.first);
  }
  return [...met].sort((one, other) => one[1] - other[1] || one[0] - other[0]).map(([node]) => node);
}
