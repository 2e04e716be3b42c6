import { atan2 } from '../../../engine/foundation/exact-math.ts';
import { pairKey, type StreetGraph } from './street-graph.ts';

/** A block: its corners as nodes, counter-clockwise. */
export type Block = number[];

/** The faces between the pieces of a network, the outer one left out. */
export function blocksOf(graph: StreetGraph): Block[] {
  const { pieces, at, xM, yM } = graph;
  // At every node, neighbours by direction; a face turns to the next one clockwise from where it came.
  const around = at.map((rows, node) => rows
    .filter((row) => !pieces[row]!.halves)
    .map((row) => (pieces[row]!.from === node ? pieces[row]!.to : pieces[row]!.from))
    .map((other) => ({ other, angle: atan2(yM[other]! - yM[node]!, xM[other]! - xM[node]!) }))
    .sort((one, other) => one.angle - other.angle)
    .map(({ other }) => other));
  const done = new Set<number>();
  const half = (from: number, to: number) => pairKey(from, to) * 2 + (from < to ? 0 : 1);
  const blocks: Block[] = [];
  for (let start = 0; start < around.length; start++) {
    for (const first of around[start]!) {
      if (done.has(half(start, first))) continue;
      const block: Block = [];
      let from = start, to = first;
      while (!done.has(half(from, to))) {
        done.add(half(from, to));
        block.push(from);
        const neighbours = around[to]!;
        const next = neighbours[(neighbours.indexOf(from) + neighbours.length - 1) % neighbours.length]!;
        from = to;
        to = next;
      }
      if (blockAreaM2(graph, block) > 0) blocks.push(block);
    }
  }
  return blocks;
}

/** Positive for a block whose corners run counter-clockwise. */
export function blockAreaM2({ xM, yM }: StreetGraph, block: Block): number {
  let twice = 0;
  for (let corner = 0, before = block.length - 1; corner < block.length; before = corner++) {
    twice += xM[block[before]!]! * yM[block[corner]!]! - xM[block[corner]!]! * yM[block[before]!]!;
  }
  return twice / 2;
}

export function holdsPoint({ xM, yM }: StreetGraph, block: Block, x: number, y: number): boolean {
  let inside = false;
  for (let corner = 0, before = block.length - 1; corner < block.length; before = corner++) {
    const y1 = yM[block[corner]!]!, y2 = yM[block[before]!]!;
    if (y1 > y === y2 > y) continue;
    const x1 = xM[block[corner]!]!, x2 = xM[block[before]!]!;
    if (x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}

/** The block with the nodes that its sides have got since. */
export function withNewCorners(graph: StreetGraph, block: Block): Block {
  const corners: Block = [];
  for (let corner = 0; corner < block.length; corner++) addSide(graph, block[corner]!, block[(corner + 1) % block.length]!, corners);
  return corners;
}

function addSide(graph: StreetGraph, from: number, to: number, corners: Block): void {
  const halves = graph.pieces[graph.between.get(pairKey(from, to))!]!.halves;
  if (!halves) { corners.push(from); return; }
  const [one, other] = halves.map((row) => graph.pieces[row]!);
  const middle = one!.from === other!.from || one!.from === other!.to ? one!.from : one!.to;
  addSide(graph, from, middle, corners);
  addSide(graph, middle, to, corners);
}
