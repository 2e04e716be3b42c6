import { atan2, cos, sin } from '../../../engine/foundation/exact-math.ts';
import type { RoadKind } from './road-kinds.ts';
import { addNode, addPiece, distanceM, removePiece, type StreetGraph } from './street-graph.ts';

const FULL_TURN = 6.283185307179586;
/** Arms at a smaller angle than this leave no room between entry and exit. */
const LEAST_ANGLE_RAD = 0.62;

/** Makes a roundabout of a node. Returns whether there was room for it. */
export function makeRoundabout(graph: StreetGraph, node: number, radiusM: number): boolean {
  const xM = graph.xM[node]!, yM = graph.yM[node]!;
  const arms = graph.at[node]!.map((row) => {
    const { from, to } = graph.pieces[row]!;
    const other = from === node ? to : from;
    return { row, other, angle: atan2(graph.yM[other]! - yM, graph.xM[other]! - xM) };
  }).sort((one, other) => one.angle - other.angle);
  const gaps = arms.map(({ angle }, index) => (index + 1 < arms.length ? arms[index + 1]!.angle : arms[0]!.angle + FULL_TURN) - angle);
  if (arms.length < 3 || Math.min(...gaps) < LEAST_ANGLE_RAD || arms.some(({ other }) => distanceM(graph, node, other) < radiusM + 18)) return false;
  const widest = arms.map(({ row }) => graph.pieces[row]!.kind!).reduce((one, other) => (rank(other) < rank(one) ? other : one));
  const ring: RoadKind = { ...widest, title: `Rond-point ${widest.title}`, lanes: 1, outsideKmh: 30, insideKmh: 30, busLane: false, tram: false, closed: true };
  const ringNodes: number[] = [];
  arms.forEach(({ row, other, angle }, index) => {
    const { kind, from, oneWay, level } = graph.pieces[row]!;
    const entry = addNode(graph, xM + radiusM * cos(angle), yM + radiusM * sin(angle));
    removePiece(graph, row);
    if (from === node) addPiece(graph, entry, other, kind, { oneWay, level });
    else addPiece(graph, other, entry, kind, { oneWay, level });
    ringNodes.push(entry);
    // A wide gap gets corners of its own, so that the ring stays round.
    const corners = Math.floor(gaps[index]! / 1.2);
    for (let corner = 1; corner <= corners; corner++) {
      const cornerRad = angle + (gaps[index]! * corner) / (corners + 1);
      ringNodes.push(addNode(graph, xM + radiusM * cos(cornerRad), yM + radiusM * sin(cornerRad)));
    }
  });
  ringNodes.forEach((from, index) => addPiece(graph, from, ringNodes[(index + 1) % ringNodes.length]!, ring, { oneWay: true, roundabout: true }));
  return true;
}

const CLASS_RANK: Readonly<Record<string, number>> = { primary: 0, secondary: 1, tertiary: 2 };
const rank = (kind: RoadKind): number => CLASS_RANK[kind.class] ?? 3;
