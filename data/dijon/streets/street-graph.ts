import type { RoadKind } from './road-kinds.ts';

/** A straight piece of street between two nodes. */
export interface Piece {
  from: number;
  to: number;
  /** Undefined for an edge of a block where no street runs. */
  kind: RoadKind | undefined;
  /** Only from `from` to `to`. */
  oneWay: boolean;
  roundabout: boolean;
  level: number;
  /** The two pieces that this one was split into; then it is none itself any more. */
  halves: readonly [number, number] | undefined;
}

/** A street network as it is drawn: pieces meet at nodes and nowhere else. */
export interface StreetGraph {
  xM: number[];
  yM: number[];
  pieces: Piece[];
  /** Pieces at each node. */
  at: number[][];
  /** The first piece drawn between two nodes. */
  between: Map<number, number>;
  cells: Map<number, number[]>;
}

const CELL_M = 150;
/** No map has more nodes or cells along one side. */
const MOST = 1 << 22;

export const emptyStreetGraph = (): StreetGraph => ({ xM: [], yM: [], pieces: [], at: [], between: new Map(), cells: new Map() });

export const pairKey = (one: number, other: number): number => Math.min(one, other) * MOST + Math.max(one, other);

export function addNode(graph: StreetGraph, xM: number, yM: number): number {
  graph.at.push([]);
  graph.yM.push(Math.round(yM * 100) / 100);
  return graph.xM.push(Math.round(xM * 100) / 100) - 1;
}

/** A new piece; one that is there already is kept. */
export function addPiece(graph: StreetGraph, from: number, to: number, kind: RoadKind | undefined, more: Partial<Piece> = {}): number {
  const known = graph.between.get(pairKey(from, to));
  if (known !== undefined) {
    if (!graph.pieces[known]!.kind && kind) graph.pieces[known] = { ...graph.pieces[known]!, from, to, kind };
    return known;
  }
  const piece = graph.pieces.push({ from, to, kind, oneWay: false, roundabout: false, level: 0, halves: undefined, ...more }) - 1;
  graph.at[from]!.push(piece);
  graph.at[to]!.push(piece);
  graph.between.set(pairKey(from, to), piece);
  for (const cell of cellsAlong(graph, from, to)) {
    const there = graph.cells.get(cell);
    if (there) there.push(piece);
    else graph.cells.set(cell, [piece]);
  }
  return piece;
}

export function removePiece(graph: StreetGraph, piece: number): void {
  const { from, to } = graph.pieces[piece]!;
  for (const node of [from, to]) graph.at[node] = graph.at[node]!.filter((other) => other !== piece);
  if (graph.between.get(pairKey(from, to)) === piece) graph.between.delete(pairKey(from, to));
  for (const cell of cellsAlong(graph, from, to)) graph.cells.set(cell, graph.cells.get(cell)!.filter((other) => other !== piece));
}

/** Puts a node on a piece. Returns the node. */
export function splitPiece(graph: StreetGraph, piece: number, xM: number, yM: number): number {
  const { from, to, kind, oneWay, roundabout, level } = graph.pieces[piece]!;
  const node = addNode(graph, xM, yM);
  removePiece(graph, piece);
  const halves = [addPiece(graph, from, node, kind, { oneWay, roundabout, level }), addPiece(graph, node, to, kind, { oneWay, roundabout, level })] as const;
  graph.pieces[piece] = { ...graph.pieces[piece]!, halves };
  // Blocks that know the old piece find its halves here.
  graph.between.set(pairKey(from, to), piece);
  return node;
}

/** Cells of the grid that the box of a piece touches. */
function cellsAlong({ xM, yM }: StreetGraph, from: number, to: number): number[] {
  return cellsOfBox(Math.min(xM[from]!, xM[to]!), Math.min(yM[from]!, yM[to]!), Math.max(xM[from]!, xM[to]!), Math.max(yM[from]!, yM[to]!));
}

function cellsOfBox(west: number, south: number, east: number, north: number): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(west / CELL_M); x <= Math.floor(east / CELL_M); x++) {
    for (let y = Math.floor(south / CELL_M); y <= Math.floor(north / CELL_M); y++) cells.push((x + 4096) * MOST + y + 4096);
  }
  return cells;
}

/** Pieces whose box comes within `aroundM` of a box, each once, by rising row. */
export function piecesNear(graph: StreetGraph, west: number, south: number, east: number, north: number, aroundM: number): number[] {
  const found = new Set<number>();
  for (const cell of cellsOfBox(west - aroundM, south - aroundM, east + aroundM, north + aroundM)) for (const piece of graph.cells.get(cell) ?? []) found.add(piece);
  return [...found].sort((one, other) => one - other);
}

export function distanceM({ xM, yM }: StreetGraph, one: number, other: number): number {
  const eastM = xM[other]! - xM[one]!, northM = yM[other]! - yM[one]!;
  return Math.sqrt(eastM * eastM + northM * northM);
}

/** How far along the segment from a to b the point lies nearest, 0 to 1, and how far away it is. */
export function nearestOnSegment(ax: number, ay: number, bx: number, by: number, x: number, y: number): { share: number; distanceM: number } {
  const eastM = bx - ax, northM = by - ay, length2 = eastM * eastM + northM * northM;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * eastM + (y - ay) * northM) / length2));
  const offX = x - ax - share * eastM, offY = y - ay - share * northM;
  return { share, distanceM: Math.sqrt(offX * offX + offY * offY) };
}

/** Where segments ab and cd cross: shares of each, undefined when they do not. */
export function crossing(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): { first: number; second: number } | undefined {
  const ux = bx - ax, uy = by - ay, vx = dx - cx, vy = dy - cy;
  const determinant = ux * vy - uy * vx;
  if (Math.abs(determinant) < 1e-9) return undefined;
  const first = ((cx - ax) * vy - (cy - ay) * vx) / determinant, second = ((cx - ax) * uy - (cy - ay) * ux) / determinant;
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? { first, second } : undefined;
}
