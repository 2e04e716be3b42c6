import type { RawNode } from '../raw-city.ts';
import { piecesAtNodes } from './join-pieces.ts';
import { lineLengthM } from './line.ts';
import { lineOf } from './move-signals.ts';
import type { Piece } from './street-plan.ts';

/** A dead end shorter than this leads nowhere: a gate, the edge of a map, a line drawn a little too far. */
const SHORTEST_DEAD_END_M = 10;

/** Leaves out dead ends that no vehicle could use. A street that hangs on nothing else stays. */
export function dropStubs(nodes: readonly RawNode[], pieces: readonly Piece[]): Piece[] {
  const atNode = piecesAtNodes(pieces, nodes.length);
  const isLoose = (node: number): boolean => atNode[node]!.length === 1;
  return pieces.filter((piece) => {
    const from = piece.nodes[0]!, to = piece.nodes.at(-1)!;
    return isLoose(from) === isLoose(to) || lineLengthM(lineOf(nodes, piece.nodes)) >= SHORTEST_DEAD_END_M;
  });
}
