import type { RawNode } from '../raw-city.ts';
import { piecesAtNodes } from './join-pieces.ts';
import { pieceWidthM } from './lane-widths.ts';
import { lineLengthM } from './line.ts';
import { lineOf } from './move-signals.ts';
import type { Piece } from './street-plan.ts';

/** Signalised nodes as near as this are one junction, and so are those with room for one car only between their stop lines, which lie 4 m before the crossing street. */
const ONE_SIGNAL_JUNCTION_M = 15, SIGNAL_ROOM_M = 19;
/** A car must fit between two crossing streets, or their junctions are one. In quiet streets it may stick out a little. */
const ROOM_M = 6, ROOM_IF_QUIET_M = 3;
/** Nodes without any room between them. */
const ONE_PLACE_M = 3;
/** On a ring two neighbours at most become one place: where an arm splits around its island, one node to leave and one to enter. */
const RING_PAIR_M = 8;
/** No junction grows larger than this, however dense its nodes are. */
const LARGEST_M = 30;

const QUIET: ReadonlySet<string> = new Set(['residential', 'service', 'footway']);

/** Which junction each node belongs to, and the pieces that lie inside a junction and are no streets. */
export interface Gathered {
  /** By node: the lowest node of its junction. */
  junctionOf: Int32Array;
  pieces: Piece[];
  inside: Piece[];
}

/** Makes one junction of nodes between which no vehicle could wait, shortest piece first. The ring of a roundabout stays a ring. */
export function gatherNodes(nodes: readonly RawNode[], pieces: readonly Piece[], signalled: ReadonlySet<number>): Gathered {
  const junctionOf = Int32Array.from(nodes, (_, node) => node);
  const members = new Map<number, number[]>();
  const membersOf = (node: number): number[] => members.get(junctionOf[node]!) ?? [junctionOf[node]!];
  const candidates = shortPieces(nodes, pieces, signalled);
  for (const { piece } of candidates) {
    const from = piece.nodes[0]!, to = piece.nodes.at(-1)!;
    if (junctionOf[from] === junctionOf[to]) continue;
    if (piece.way.roundabout && membersOf(from).length + membersOf(to).length > 2) continue;
    const together = [...membersOf(from), ...membersOf(to)];
    if (extentM(nodes, together) > LARGEST_M) continue;
    const lowest = Math.min(junctionOf[from]!, junctionOf[to]!);
    for (const node of together) junctionOf[node] = lowest;
    members.set(lowest, together);
  }
  const short = new Set(candidates.map(({ piece }) => piece));
  const isInside = (piece: Piece): boolean => short.has(piece) && junctionOf[piece.nodes[0]!] === junctionOf[piece.nodes.at(-1)!];
  return { junctionOf, pieces: pieces.filter((piece) => !isInside(piece)), inside: pieces.filter(isInside) };
}

function shortPieces(nodes: readonly RawNode[], pieces: readonly Piece[], signalled: ReadonlySet<number>): { piece: Piece; lengthM: number }[] {
  const atNode = piecesAtNodes(pieces, nodes.length);
  const widestM = (node: number, except: Piece): number => Math.max(0, ...atNode[node]!.map((piece) => pieces[piece]!).filter((piece) => piece !== except).map(pieceWidthM));
  const isQuiet = (node: number): boolean => atNode[node]!.every((piece) => QUIET.has(pieces[piece]!.way.class));
  const short: { piece: Piece; lengthM: number }[] = [];
  for (const piece of pieces) {
    const from = piece.nodes[0]!, to = piece.nodes.at(-1)!;
    const lengthM = lineLengthM(lineOf(nodes, piece.nodes));
    if (from === to || lengthM > LARGEST_M) continue;
    const isDeadEnd = atNode[from]!.length === 1 || atNode[to]!.length === 1;
    if (isDeadEnd || piece.way.roundabout) {
      if (lengthM < RING_PAIR_M && !isDeadEnd) short.push({ piece, lengthM });
      continue;
    }
    // The ring keeps its shape: what is short beside it stays a short street.
    if ([from, to].some((node) => atNode[node]!.some((other) => pieces[other]!.way.roundabout))) {
      if (lengthM < ONE_PLACE_M) short.push({ piece, lengthM });
      continue;
    }
    const signals = (signalled.has(from) ? 1 : 0) + (signalled.has(to) ? 1 : 0);
    const roomM = lengthM - (widestM(from, piece) + widestM(to, piece)) / 2;
    const neededM = signals === 2 ? SIGNAL_ROOM_M : signals === 0 && isQuiet(from) && isQuiet(to) ? ROOM_IF_QUIET_M : ROOM_M;
    if (lengthM < ONE_PLACE_M || roomM < neededM || (signals === 2 && lengthM < ONE_SIGNAL_JUNCTION_M)) short.push({ piece, lengthM });
  }
  return short.sort((one, other) => one.lengthM - other.lengthM);
}

function extentM(nodes: readonly RawNode[], rows: readonly number[]): number {
  let farthest2 = 0;
  for (const one of rows) {
    for (const other of rows) {
      const east = nodes[one]!.xM - nodes[other]!.xM, north = nodes[one]!.yM - nodes[other]!.yM;
      farthest2 = Math.max(farthest2, east * east + north * north);
    }
  }
  return Math.sqrt(farthest2);
}
