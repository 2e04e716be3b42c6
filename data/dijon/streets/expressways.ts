import type { FlatMap } from '../../../engine/foundation/flat-map.ts';
import { cornerOnMap } from './built-up.ts';
import { smoothLine, type Point } from './draw-roads.ts';
import type { DrawnExpressway } from './main-roads.ts';
import type { RoadKind } from './road-kinds.ts';
import { addNode, addPiece, crossing, distanceM, piecesNear, splitPiece, type StreetGraph } from './street-graph.ts';

/** Half the distance between the middles of the two carriageways. */
const APART_M = 9;
/** Ramps leave and join the carriageway this far before and after the bridge. */
const RAMP_M = 230;
/** Interchanges nearer than this are joined by a third lane, from the ramp that joins to the ramp that leaves. */
const AUXILIARY_LANE_UP_TO_M = 2800;
/** The crossing road meets the ramps this far on either side of the bridge. */
const HEAD_M = 85;

/** The centre line of an expressway with the way along it at each point. */
export interface ExpresswayLine { drawn: DrawnExpressway; line: Point[]; alongM: number[] }

export function expresswayLine(map: FlatMap, drawn: DrawnExpressway): ExpresswayLine {
  const line = smoothLine(drawn.corners.map((corner) => cornerOnMap(map, corner)));
  const alongM = [0];
  for (let index = 1; index < line.length; index++) {
    const eastM = line[index]![0] - line[index - 1]![0], northM = line[index]![1] - line[index - 1]![1];
    alongM.push(alongM[index - 1]! + Math.sqrt(eastM * eastM + northM * northM));
  }
  return { drawn, line, alongM };
}

/** A point beside the centre line: `asideM` to the right of its direction. */
function beside({ line, alongM }: ExpresswayLine, atM: number, asideM: number): Point {
  let index = 1;
  while (index < line.length - 1 && alongM[index]! < atM) index++;
  const [ax, ay] = line[index - 1]!, [bx, by] = line[index]!;
  const lengthM = alongM[index]! - alongM[index - 1]!, share = (atM - alongM[index - 1]!) / lengthM;
  const eastM = (bx - ax) / lengthM, northM = (by - ay) / lengthM;
  return [ax + (bx - ax) * share + northM * asideM, ay + (by - ay) * share - eastM * asideM];
}

interface Interchange { atM: number; right: number; left: number }

/** Draws both carriageways, their interchanges and ramps. Returns the nodes where ramps, or its own ends, meet roads. */
export function drawExpressway(graph: StreetGraph, map: FlatMap, road: ExpresswayLine): number[] {
  const interchanges = road.drawn.interchanges.map((corner) => findInterchange(graph, road, cornerOnMap(map, corner)));
  const { drawn: { kind, startsOutside, endsOutside }, line, alongM } = road;
  const lengthM = alongM[alongM.length - 1]!;
  const rampsAtM = interchanges.flatMap(({ atM }) => [atM - RAMP_M, atM + RAMP_M]);
  const plainM = alongM.filter((atM) => rampsAtM.every((rampM) => Math.abs(rampM - atM) > 45));
  const stationsM = [...plainM, ...rampsAtM].sort((one, other) => one - other);
  const nodesOf = (asideM: number) => new Map(stationsM.map((atM) => [atM, addNode(graph, ...beside(road, atM, asideM))]));
  const right = nodesOf(APART_M), left = nodesOf(-APART_M);
  const ends: number[] = [];
  for (const [atM, [x, y], outside] of [[0, line[0]!, startsOutside], [lengthM, line[line.length - 1]!, endsOutside]] as const) {
    if (outside) continue;
    const end = nearestNode(graph, x, y);
    right.set(atM, end);
    left.set(atM, end);
    if (graph.at[end]!.length > 1) ends.push(end);
  }
  const wide: RoadKind = { ...kind, lanes: kind.lanes + 1 };
  const crossedAtM = interchanges.map(({ atM }) => atM).sort((one, other) => one - other);
  for (let index = 1; index < stationsM.length; index++) {
    const [before, after] = [stationsM[index - 1]!, stationsM[index]!];
    const isJoined = crossedAtM.some((fromM, at) => {
      const untilM = crossedAtM[at + 1] ?? Infinity;
      return untilM - fromM < AUXILIARY_LANE_UP_TO_M && before >= fromM + RAMP_M && after <= untilM - RAMP_M;
    });
    const here = isJoined ? wide : kind;
    addPiece(graph, right.get(before)!, right.get(after)!, here, { oneWay: true, level: levelOf(graph, right.get(before)!, right.get(after)!) });
    addPiece(graph, left.get(after)!, left.get(before)!, here, { oneWay: true, level: levelOf(graph, left.get(after)!, left.get(before)!) });
  }
  const ramp: RoadKind = { ...kind, title: `Bretelle ${kind.title}`, lanes: 1, outsideKmh: 70, insideKmh: 70 };
  for (const { atM, right: rightHead, left: leftHead } of interchanges) {
    drawRamp(graph, ramp, right.get(atM - RAMP_M)!, beside(road, atM - 110, 36), rightHead);
    drawRamp(graph, ramp, rightHead, beside(road, atM + 110, 36), right.get(atM + RAMP_M)!);
    drawRamp(graph, ramp, left.get(atM + RAMP_M)!, beside(road, atM + 110, -36), leftHead);
    drawRamp(graph, ramp, leftHead, beside(road, atM - 110, -36), left.get(atM - RAMP_M)!);
  }
  return [...interchanges.flatMap(({ right: one, left: other }) => [one, other]), ...ends];
}

function drawRamp(graph: StreetGraph, kind: RoadKind, from: number, [xM, yM]: Point, to: number): void {
  const middle = addNode(graph, xM, yM);
  addPiece(graph, from, middle, kind, { oneWay: true });
  addPiece(graph, middle, to, kind, { oneWay: true });
}

/** A bridge where the carriageway crosses something. */
function levelOf(graph: StreetGraph, from: number, to: number): number {
  const [ax, ay, bx, by] = [graph.xM[from]!, graph.yM[from]!, graph.xM[to]!, graph.yM[to]!];
  for (const row of piecesNear(graph, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), 0)) {
    const { from: one, to: other } = graph.pieces[row]!;
    if ([one, other].includes(from) || [one, other].includes(to)) continue;
    if (crossing(ax, ay, bx, by, graph.xM[one]!, graph.yM[one]!, graph.xM[other]!, graph.yM[other]!)) return 1;
  }
  return 0;
}

function nearestNode(graph: StreetGraph, x: number, y: number): number {
  let best = -1, best2 = Infinity;
  for (let node = 0; node < graph.xM.length; node++) {
    const eastM = graph.xM[node]! - x, northM = graph.yM[node]! - y, away2 = eastM * eastM + northM * northM;
    if (away2 < best2 && graph.at[node]!.length > 0) { best = node; best2 = away2; }
  }
  return best;
}

/** Where the expressway crosses a main road nearest to a point, and the nodes of that road on either side. */
function findInterchange(graph: StreetGraph, road: ExpresswayLine, [x, y]: Point): Interchange {
  let best: { row: number; share: number; atM: number } | undefined, best2 = 400 * 400;
  for (let index = 1; index < road.line.length; index++) {
    const [ax, ay] = road.line[index - 1]!, [bx, by] = road.line[index]!;
    for (const row of piecesNear(graph, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), 0)) {
      const { from, to, kind } = graph.pieces[row]!;
      if (!kind || (kind.class !== 'primary' && kind.class !== 'secondary')) continue;
      const where = crossing(ax, ay, bx, by, graph.xM[from]!, graph.yM[from]!, graph.xM[to]!, graph.yM[to]!);
      if (!where) continue;
      const eastM = ax + where.first * (bx - ax) - x, northM = ay + where.first * (by - ay) - y, away2 = eastM * eastM + northM * northM;
      if (away2 >= best2) continue;
      best = { row, share: where.second, atM: road.alongM[index - 1]! + where.first * (road.alongM[index]! - road.alongM[index - 1]!) };
      best2 = away2;
    }
  }
  if (!best) throw new Error(`${road.drawn.kind.title}: no road to meet near ${Math.round(x)}, ${Math.round(y)}`);
  const { from, to } = graph.pieces[best.row]!, lengthM = distanceM(graph, from, to);
  const kind = graph.pieces[best.row]!.kind!;
  // The far head first: walking back may split the very piece that is crossed.
  const forward = walk(graph, kind, from, to, -best.share * lengthM), backward = walk(graph, kind, to, from, -(1 - best.share) * lengthM);
  const [ahead] = [beside(road, best.atM, 30)];
  const nearer = (node: number) => (graph.xM[node]! - ahead[0]) * (graph.xM[node]! - ahead[0]) + (graph.yM[node]! - ahead[1]) * (graph.yM[node]! - ahead[1]);
  return nearer(forward) < nearer(backward) ? { atM: best.atM, right: forward, left: backward } : { atM: best.atM, right: backward, left: forward };
}

/** Along a road, `HEAD_M` beyond where `walkedM` reaches 0: a node that is there already, or one put there. */
function walk(graph: StreetGraph, kind: RoadKind, from: number, to: number, walkedM: number): number {
  let before = from, node = to, atM = walkedM + distanceM(graph, from, to);
  for (;;) {
    const row = graph.at[before]!.find((piece) => graph.pieces[piece]!.from === node || graph.pieces[piece]!.to === node);
    if (atM > HEAD_M + 30 && row !== undefined) {
      const lengthM = distanceM(graph, before, node), share = (lengthM - (atM - HEAD_M)) / lengthM;
      return splitPiece(graph, row, graph.xM[before]! + share * (graph.xM[node]! - graph.xM[before]!), graph.yM[before]! + share * (graph.yM[node]! - graph.yM[before]!));
    }
    if (atM >= HEAD_M - 30) return node;
    const next = graph.at[node]!.find((piece) => piece !== row && graph.pieces[piece]!.kind === kind)
      ?? graph.at[node]!.find((piece) => piece !== row && (graph.pieces[piece]!.kind?.class === 'primary' || graph.pieces[piece]!.kind?.class === 'secondary'));
    if (next === undefined) return node;
    const { from: one, to: other } = graph.pieces[next]!;
    before = node;
    node = one === node ? other : one;
    atM += distanceM(graph, before, node);
  }
}
