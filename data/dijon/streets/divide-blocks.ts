import { atan2, cos, sin } from '../../../engine/foundation/exact-math.ts';
import { randomShare } from '../../../engine/foundation/random.ts';
import { blockAreaM2, holdsPoint, withNewCorners, type Block } from './blocks.ts';
import type { BuiltUp } from './built-up.ts';
import { collector, sideStreet, type RoadKind } from './road-kinds.ts';
import { quarterKinds, type QuarterKind, type QuarterName } from './settlements.ts';
import { addNode, addPiece, crossing, pairKey, splitPiece, type StreetGraph } from './street-graph.ts';

const SEED = 11;
const PURPOSE = { size: 7401, along: 7402, turn: 7403, bend: 7404, deadEnd: 7405 } as const;
const TRIES = 7;
/** A street through a block bigger than this collects the traffic of those around it. */
const COLLECTOR_M2 = 300000;
/** Land around a settlement is divided, without streets, until this small. */
const LAND_M2 = 60000;
const SHORTEST_STREET_M = 45;

/** An end of a cut: on a corner that is there, or on the side from that corner to the next. */
interface CutEnd { corner: number; share: number; xM: number; yM: number }
interface Cut { ends: readonly [CutEnd, CutEnd]; lengthM: number }

/** Divides blocks by streets, again and again, until they are as small as the quarter's are. */
export function divideBlocks(graph: StreetGraph, blocks: readonly Block[], builtUp: BuiltUp): void {
  const waiting = [...blocks].reverse();
  for (let draw = 0; waiting.length > 0; draw++) {
    const block = withNewCorners(graph, waiting.pop()!);
    const wanted = wantedSize(graph, block, builtUp, draw);
    if (!wanted) continue;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const cut = proposeCut(graph, block, wanted.quarter, draw, attempt);
      const parts = cut && drawCut(graph, block, cut, wanted, builtUp, draw);
      if (!parts) continue;
      waiting.push(...parts);
      break;
    }
  }
}

interface Wanted { areaM2: number; quarter: QuarterKind; areaNowM2: number }

/** How big the parts of a block should become; undefined when it is to stay as it is. */
function wantedSize(graph: StreetGraph, block: Block, builtUp: BuiltUp, draw: number): Wanted | undefined {
  const areaNowM2 = blockAreaM2(graph, block);
  const { xM, yM } = middleOf(graph, block);
  const name: QuarterName | undefined = builtUp.quarterAt(xM, yM);
  const quarter = quarterKinds[name ?? 'village'];
  const areaM2 = name === undefined ? LAND_M2 : quarter.blockM2 * (0.7 + 0.6 * randomShare(SEED, PURPOSE.size, draw, 0));
  if (areaNowM2 < 1.5 * areaM2) return undefined;
  if (name === undefined && !builtUp.touches(graph, block)) return undefined;
  return { areaM2, quarter, areaNowM2 };
}

function middleOf({ xM, yM }: StreetGraph, block: Block): { xM: number; yM: number } {
  let x = 0, y = 0, twice = 0;
  for (let corner = 0, before = block.length - 1; corner < block.length; before = corner++) {
    const x1 = xM[block[before]!]!, y1 = yM[block[before]!]!, x2 = xM[block[corner]!]!, y2 = yM[block[corner]!]!;
    const part = x1 * y2 - x2 * y1;
    x += (x1 + x2) * part;
    y += (y1 + y2) * part;
    twice += part;
  }
  return { xM: x / (3 * twice), yM: y / (3 * twice) };
}

/** The direction in which a block is longest, from its second moments along the sides, and how far it reaches that way. */
function longAxis({ xM, yM }: StreetGraph, block: Block, centre: { xM: number; yM: number }): { angleRad: number; reachM: number } {
  let xx = 0, xy = 0, yy = 0, perimeterM = 0;
  for (let corner = 0, before = block.length - 1; corner < block.length; before = corner++) {
    const x1 = xM[block[before]!]! - centre.xM, y1 = yM[block[before]!]! - centre.yM, x2 = xM[block[corner]!]! - centre.xM, y2 = yM[block[corner]!]! - centre.yM;
    const lengthM = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    perimeterM += lengthM;
    xx += (lengthM * (x1 * x1 + x1 * x2 + x2 * x2)) / 3;
    xy += (lengthM * (2 * x1 * y1 + x1 * y2 + x2 * y1 + 2 * x2 * y2)) / 6;
    yy += (lengthM * (y1 * y1 + y1 * y2 + y2 * y2)) / 3;
  }
  const angleRad = atan2(2 * xy, xx - yy) / 2;
  const spread = (xx + yy) / 2 + Math.sqrt(((xx - yy) * (xx - yy)) / 4 + xy * xy);
  return { angleRad, reachM: Math.sqrt(spread / perimeterM) };
}

/** A straight cut across the long axis near the middle; later attempts move and turn it more. */
function proposeCut(graph: StreetGraph, block: Block, quarter: QuarterKind, draw: number, attempt: number): Cut | undefined {
  const centre = middleOf(graph, block);
  const { angleRad, reachM } = longAxis(graph, block, centre);
  const loose = quarter.disorder + 0.12 * attempt;
  const alongM = reachM * loose * 1.4 * (2 * randomShare(SEED, PURPOSE.along, draw, attempt) - 1);
  const turnRad = loose * (2 * randomShare(SEED, PURPOSE.turn, draw, attempt) - 1);
  const cutRad = angleRad + turnRad + (attempt === TRIES - 1 ? 0 : 1.5707963267948966);
  return cutThrough(graph, block, centre.xM + alongM * cos(angleRad), centre.yM + alongM * sin(angleRad), cos(cutRad), sin(cutRad));
}

/** The chord of a block through a point that it holds; through the middle of its longest chord there when it does not. */
function cutThrough({ xM, yM }: StreetGraph, block: Block, x: number, y: number, east: number, north: number): Cut | undefined {
  const met: (CutEnd & { alongM: number })[] = [];
  for (let corner = 0; corner < block.length; corner++) {
    const from = block[corner]!, to = block[(corner + 1) % block.length]!;
    const fromM = (xM[from]! - x) * north - (yM[from]! - y) * east, toM = (xM[to]! - x) * north - (yM[to]! - y) * east;
    if (fromM > 0 === toM > 0) continue;
    const share = fromM / (fromM - toM);
    const atX = xM[from]! + share * (xM[to]! - xM[from]!), atY = yM[from]! + share * (yM[to]! - yM[from]!);
    met.push({ corner, share, xM: atX, yM: atY, alongM: (atX - x) * east + (atY - y) * north });
  }
  met.sort((one, other) => one.alongM - other.alongM);
  // A line enters a block and leaves it in turns.
  let best: Cut | undefined;
  for (let index = 0; index + 1 < met.length; index += 2) {
    const [enter, leave] = [met[index]!, met[index + 1]!];
    const lengthM = leave.alongM - enter.alongM;
    if (enter.alongM <= 0 && leave.alongM >= 0) return { ends: [enter, leave], lengthM };
    if (!best || lengthM > best.lengthM) best = { ends: [enter, leave], lengthM };
  }
  return best;
}

/** The corner that an end is so near that the cut should go there. */
function snapped(graph: StreetGraph, block: Block, end: CutEnd): number {
  const from = block[end.corner]!, to = block[(end.corner + 1) % block.length]!;
  const kind = graph.pieces[graph.between.get(pairKey(from, to))!]!.kind;
  const snapM = kind && kind.class !== 'residential' ? 42 : 28;
  const toFrom = (graph.xM[from]! - end.xM) * (graph.xM[from]! - end.xM) + (graph.yM[from]! - end.yM) * (graph.yM[from]! - end.yM);
  const toTo = (graph.xM[to]! - end.xM) * (graph.xM[to]! - end.xM) + (graph.yM[to]! - end.yM) * (graph.yM[to]! - end.yM);
  if (Math.min(toFrom, toTo) > snapM * snapM) return -1;
  return toFrom <= toTo ? from : to;
}

/** Draws a cut into the network. Returns the two parts, undefined (and nothing drawn) when the cut is no good. */
function drawCut(graph: StreetGraph, block: Block, cut: Cut, wanted: Wanted, builtUp: BuiltUp, draw: number): [Block, Block] | undefined {
  const nodes = cut.ends.map((end) => snapped(graph, block, end));
  if (nodes[0]! >= 0 && nodes[0] === nodes[1]) return undefined;
  const places = cut.ends.map((end, index) => (nodes[index]! >= 0 ? { xM: graph.xM[nodes[index]!]!, yM: graph.yM[nodes[index]!]! } : end));
  const line = bentLine(places[0]!, places[1]!, wanted.quarter.bend * (2 * randomShare(SEED, PURPOSE.bend, draw, 0) - 1));
  if (!fits(graph, block, line, nodes, cut)) return undefined;
  const ends = cut.ends.map((end, index) => {
    if (nodes[index]! >= 0) return nodes[index]!;
    const from = block[end.corner]!, to = block[(end.corner + 1) % block.length]!;
    return splitPiece(graph, graph.between.get(pairKey(from, to))!, end.xM, end.yM);
  });
  const corners = withNewCorners(graph, block);
  const first = corners.indexOf(ends[0]!), second = corners.indexOf(ends[1]!);
  const along = [ends[0]!, ...line.slice(1, -1).map(({ xM, yM }) => addNode(graph, xM, yM)), ends[1]!];
  drawStreet(graph, along, wanted, builtUp, draw);
  const inner = along.slice(1, -1);
  const around = (from: number, to: number) => (from <= to ? corners.slice(from, to + 1) : [...corners.slice(from), ...corners.slice(0, to + 1)]);
  return [[...around(first, second), ...[...inner].reverse()], [...around(second, first), ...inner]];
}

/** Points along a flat arc, about 80 m apart and at least three. */
function bentLine(from: { xM: number; yM: number }, to: { xM: number; yM: number }, bend: number): { xM: number; yM: number }[] {
  const eastM = to.xM - from.xM, northM = to.yM - from.yM;
  const steps = Math.max(2, Math.round(Math.sqrt(eastM * eastM + northM * northM) / 80));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps, rise = 4 * t * (1 - t) * bend;
    return { xM: from.xM + eastM * t - northM * rise, yM: from.yM + northM * t + eastM * rise };
  });
}

/** A cut stays inside its block, leaves its sides at a good angle and is not too short. */
function fits(graph: StreetGraph, block: Block, line: readonly { xM: number; yM: number }[], nodes: readonly number[], cut: Cut): boolean {
  const { xM, yM } = graph;
  for (let point = 0; point + 1 < line.length; point++) {
    const { xM: ax, yM: ay } = line[point]!, { xM: bx, yM: by } = line[point + 1]!;
    const middleX = (ax + bx) / 2, middleY = (ay + by) / 2;
    if (!holdsPoint(graph, block, middleX, middleY)) return false;
    for (let corner = 0; corner < block.length; corner++) {
      const from = block[corner]!, to = block[(corner + 1) % block.length]!;
      const atStart = point === 0 && (nodes[0] === from || nodes[0] === to || (nodes[0]! < 0 && cut.ends[0].corner === corner));
      const atEnd = point + 2 === line.length && (nodes[1] === from || nodes[1] === to || (nodes[1]! < 0 && cut.ends[1].corner === corner));
      if (!atStart && !atEnd && crossing(ax, ay, bx, by, xM[from]!, yM[from]!, xM[to]!, yM[to]!)) return false;
    }
  }
  return goodAngle(graph, block, line[0]!, line[1]!, nodes[0]!, cut.ends[0]) && goodAngle(graph, block, line.at(-1)!, line.at(-2)!, nodes[1]!, cut.ends[1]);
}

/** At least 40 degrees between a street and the sides of the block where it starts. */
function goodAngle({ xM, yM }: StreetGraph, block: Block, at: { xM: number; yM: number }, towards: { xM: number; yM: number }, node: number, end: CutEnd): boolean {
  const corner = node >= 0 ? block.indexOf(node) : end.corner;
  const sides = node >= 0 ? [block[(corner + 1) % block.length]!, block[(corner + block.length - 1) % block.length]!] : [block[corner]!, block[(corner + 1) % block.length]!];
  const eastM = towards.xM - at.xM, northM = towards.yM - at.yM;
  return sides.every((side) => {
    const sideEastM = xM[side]! - at.xM, sideNorthM = yM[side]! - at.yM;
    const dot = eastM * sideEastM + northM * sideNorthM;
    return dot <= 0 || dot * dot < 0.59 * (eastM * eastM + northM * northM) * (sideEastM * sideEastM + sideNorthM * sideNorthM);
  });
}

/** Makes streets of those parts of a cut where people may build; the rest only bounds the blocks. */
function drawStreet(graph: StreetGraph, nodes: readonly number[], { quarter, areaM2, areaNowM2 }: Wanted, builtUp: BuiltUp, draw: number): void {
  const { xM, yM } = graph;
  const kind: RoadKind = areaNowM2 > COLLECTOR_M2 ? collector(`c${draw}`) : sideStreet(`s${draw}`);
  const last = areaNowM2 < 2.6 * areaM2;
  const isDeadEnd = last && randomShare(SEED, PURPOSE.deadEnd, draw, 0) < quarter.deadEndShare;
  const fromStart = randomShare(SEED, PURPOSE.deadEnd, draw, 1) < 0.5;
  const count = nodes.length - 1;
  const wholeM = Math.sqrt((xM[nodes[0]!]! - xM[nodes[count]!]!) * (xM[nodes[0]!]! - xM[nodes[count]!]!) + (yM[nodes[0]!]! - yM[nodes[count]!]!) * (yM[nodes[0]!]! - yM[nodes[count]!]!));
  for (let index = 0; index < count; index++) {
    const from = nodes[index]!, to = nodes[index + 1]!;
    const share = (index + 0.5) / count;
    const inYard = isDeadEnd && (fromStart ? share > 0.55 : share < 0.45);
    const free = builtUp.free(xM[from]!, yM[from]!) && builtUp.free(xM[to]!, yM[to]!) && builtUp.quarterAt((xM[from]! + xM[to]!) / 2, (yM[from]! + yM[to]!) / 2) !== undefined;
    const atClosed = (index === 0 && closedAt(graph, from)) || (index === count - 1 && closedAt(graph, to));
    addPiece(graph, from, to, !inYard && free && !atClosed && wholeM >= SHORTEST_STREET_M ? kind : undefined);
  }
}

/** Whether a road passes here that no side street may meet. */
const closedAt = (graph: StreetGraph, node: number): boolean => graph.at[node]!.some((row) => graph.pieces[row]!.kind?.closed === true);
