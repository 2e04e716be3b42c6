import type { RawWay } from '../raw-city.ts';
import type { Piece, Side } from './street-plan.ts';

const sameSide = (one: Side | undefined, other: Side | undefined): boolean => one?.lanes === other?.lanes && one?.busLane === other?.busLane;

const sameWay = (one: RawWay, other: RawWay): boolean =>
  one.class === other.class && one.title === other.title && one.speedLimitMps === other.speedLimitMps && one.roundabout === other.roundabout
  && one.level === other.level && one.permitted === other.permitted && (one.slipRoad ?? false) === (other.slipRoad ?? false);

const reversed = (piece: Piece): Piece => ({ ...piece, nodes: [...piece.nodes].reverse(), forward: piece.backward, backward: piece.forward });

/** Marked turns hold for the next junction: where markings change on the way, the last ones count. */
const withMarks = (first: Side | undefined, second: Side | undefined): Side | undefined =>
  second && { ...second, turnLanes: second.turnLanes ?? first?.turnLanes };

/** Joins two pieces into one wherever nothing but they meet at a node and nothing changes there. Their corners stay. */
export function joinPieces(split: readonly Piece[], nodeCount: number): Piece[] {
  const pieces: (Piece | undefined)[] = [...split];
  const atNode = piecesAtNodes(split, nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const here = atNode[node];
    if (here?.length !== 2 || here[0] === here[1]) continue;
    const [low, high] = here[0]! < here[1]! ? [here[0]!, here[1]!] : [here[1]!, here[0]!];
    const joined = join(pieces[low]!, pieces[high]!, node);
    if (!joined) continue;
    pieces[low] = joined;
    pieces[high] = undefined;
    for (const end of [joined.nodes[0]!, joined.nodes.at(-1)!]) atNode[end] = atNode[end]!.map((piece) => (piece === high ? low : piece));
    delete atNode[node];
  }
  return pieces.filter((piece) => piece !== undefined);
}

/** By node: the pieces that end there, one that ends there twice standing twice. */
export function piecesAtNodes(pieces: readonly Piece[], nodeCount: number): (number[] | undefined)[] {
  const atNode = new Array<number[] | undefined>(nodeCount);
  pieces.forEach(({ nodes }, piece) => {
    for (const end of [nodes[0]!, nodes.at(-1)!]) (atNode[end] ??= []).push(piece);
  });
  return atNode;
}

/** The result runs the way of `kept`. */
function join(kept: Piece, other: Piece, node: number): Piece | undefined {
  const keptEnds = kept.nodes.at(-1) === node, otherStarts = other.nodes[0] === node;
  const turned = keptEnds === otherStarts ? other : reversed(other);
  if (!sameWay(kept.way, other.way) || !sameSide(kept.forward, turned.forward) || !sameSide(kept.backward, turned.backward)) return undefined;
  const [first, second] = keptEnds ? [kept, turned] : [turned, kept];
  return {
    name: kept.name, way: kept.way, nodes: [...first.nodes, ...second.nodes.slice(1)],
    forward: withMarks(first.forward, second.forward), backward: withMarks(second.backward, first.backward),
  };
}
