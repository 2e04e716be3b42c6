import type { RawNode } from '../raw-city.ts';
import { piecesAtNodes } from './join-pieces.ts';
import { lineLengthM } from './line.ts';
import type { Piece } from './street-plan.ts';

/** Stop lines lie at most this far from the middle of their junction; further away a signal guards a pedestrian crossing. */
const STOP_LINE_WITHIN_M = 30;

/**
 * Nodes whose junction has signals. A map often marks the stop lines rather than the junction: such a signal, on a
 * street where nothing else meets, belongs to the nearest junction, the next one downstream where the street is one-way.
 */
export function moveSignals(nodes: readonly RawNode[], pieces: readonly Piece[]): Set<number> {
  const atNode = piecesAtNodes(pieces, nodes.length);
  const isJunction = (node: number): boolean => (atNode[node]?.length ?? 0) >= 3;
  const signalled = new Set<number>();
  nodes.forEach(({ control }, node) => {
    if (control === 'signals' && isJunction(node)) signalled.add(node);
  });
  for (const piece of pieces) {
    let alongM = 0;
    const lengthM = lineLengthM(lineOf(nodes, piece.nodes));
    piece.nodes.forEach((node, index) => {
      if (index > 0) alongM += lineLengthM(lineOf(nodes, piece.nodes.slice(index - 1, index + 1)));
      if (nodes[node]!.control !== 'signals' || isJunction(node)) return;
      const last = piece.nodes.at(-1)!, first = piece.nodes[0]!;
      const ends = [{ node: last, wayM: lengthM - alongM, leads: piece.forward }, { node: first, wayM: alongM, leads: piece.backward }]
        .filter(({ node: end, wayM, leads }) => leads && isJunction(end) && wayM <= STOP_LINE_WITHIN_M);
      const nearest = ends.sort((one, other) => one.wayM - other.wayM)[0];
      if (nearest) signalled.add(nearest.node);
    });
  }
  return signalled;
}

export function lineOf(nodes: readonly RawNode[], rows: readonly number[]): number[] {
  return rows.flatMap((row) => [nodes[row]!.xM, nodes[row]!.yM]);
}
