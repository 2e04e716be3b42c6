import type { RawNode } from '../raw-city.ts';
import { piecesAtNodes } from './join-pieces.ts';
import { lineLengthM } from './line.ts';
import { lineOf } from './move-signals.ts';
import type { Piece } from './street-plan.ts';

/** A dead end shorter than this leads nowhere: a gate, the edge of a map, a line drawn a little too far. */
const SHORTEST_DEAD_END_M = 10;

/** Nor can anyone drive round a loop smaller than this, or along a street alone that is shorter. */
const SMALLEST_M = 5;

/** Leaves out dead ends and loops that no vehicle could use. */
export function dropStubs(nodes: readonly RawNode[], pieces: readonly Piece[]): Piece[] {
  const atNode = piecesAtNodes(pieces, nodes.length);
  const isLoose = (node: number): boolean => atNode[node]!.length === 1;
  return pieces.filter((piece) => {
    const from = piece.nodes[0]!, to = piece.nodes.at(-1)!, lengthM = lineLengthM(lineOf(nodes, piece.nodes));
    if (from === to || (isLoose(from) && isLoose(to))) return lengthM >= SMALLEST_M;
    return isLoose(from) === isLoose(to) || lengthM >= SHORTEST_DEAD_END_M;
  });
}
