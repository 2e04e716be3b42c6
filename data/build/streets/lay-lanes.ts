import type { RawNode, RawWay } from '../raw-city.ts';
import type { RoadClassName } from '../names.ts';
import { lanesOf, sideWidthM } from './lane-widths.ts';
import { besideLine, headingAtEnd, headingAtStart, lineLengthM, reversedLine, stretchOf, withoutDoubles, type Line } from './line.ts';
import { lineOf } from './move-signals.ts';
import { endsAtStopSign } from './stop-signs.ts';
import type { Piece, PlannedLink, PlannedStreet, Side, StreetPlan } from './street-plan.ts';
import type { Trim } from './trim-arms.ts';

/** Who goes first where neither signals nor signs decide otherwise: trams, then roundabouts, then by class. */
const RANK: Readonly<Record<RoadClassName, number>> = {
  motorway: 13, trunk: 12, primary: 11, secondary: 10, tertiary: 9, busway: 8, residential: 5, service: 2, footway: 1, tramway: 30,
};
const RING_RANK = 20;

/** Greater goes first: ten times the rank, roads before their slip roads, faster before slower. */
export function priorityOf(way: RawWay): number {
  const rank = way.roundabout ? RING_RANK : RANK[way.class];
  const { speedLimitMps } = way;
  const speed = speedLimitMps < 6 ? 0 : speedLimitMps < 9 ? 1 : speedLimitMps < 14 ? 2 : speedLimitMps < 20 ? 3 : 4;
  return rank * 10 + (way.slipRoad ? 0 : 5) + speed;
}

/** Side friction that drivers use on tight bends in town: about 0.35 (AASHTO, A Policy on Geometric Design, low-speed urban streets). */
const LATERAL_MPS2 = 3.4;
const HEADING_WITHIN_M = 4;

/** Streets, links and lanes of all pieces. Junctions get their links. */
export function layLanes(nodes: readonly RawNode[], pieces: readonly Piece[], trims: readonly Trim[], junctionRow: (node: number) => number): Pick<StreetPlan, 'streets' | 'links' | 'lanes'> {
  const plan: Pick<StreetPlan, 'streets' | 'links' | 'lanes'> = { streets: [], links: [], lanes: [] };
  pieces.forEach((piece, row) => {
    const { way, forward, backward } = piece;
    const line = withoutDoubles(lineOf(nodes, piece.nodes)), lengthM = lineLengthM(line);
    const forwardM = sideWidthM(lanesOf(way, forward, !backward)), backwardM = sideWidthM(lanesOf(way, backward, !forward));
    const street = plan.streets.length;
    plan.streets.push({ name: way.title || way.name, way, line, widthM: forwardM + backwardM, lengthM } satisfies PlannedStreet);
    const { fromM, toM } = trims[row]!;
    const open = withoutDoubles(stretchOf(line, fromM, lengthM - toM));
    // The drawn line is the middle of the carriageway: each direction fills it from its right edge.
    const rightEdgeM = -(forwardM + backwardM) / 2;
    const ends = { from: piece.nodes[0]!, to: piece.nodes.at(-1)! };
    if (forward) addLink(plan, nodes, { piece, side: forward, isOnly: !backward, isForward: true, line: open, rightEdgeM, street, fromNode: ends.from, toNode: ends.to }, junctionRow);
    if (backward) addLink(plan, nodes, { piece, side: backward, isOnly: !forward, isForward: false, line: reversedLine(open), rightEdgeM, street, fromNode: ends.to, toNode: ends.from }, junctionRow);
  });
  return plan;
}

interface Direction { piece: Piece; side: Side; isOnly: boolean; isForward: boolean; line: Line; rightEdgeM: number; street: number; fromNode: number; toNode: number }

function addLink(plan: Pick<StreetPlan, 'links' | 'lanes'>, nodeRows: readonly RawNode[], direction: Direction, junctionRow: (node: number) => number): void {
  const { piece: { way, name, nodes }, side, isOnly, isForward, line, rightEdgeM, street, fromNode, toNode } = direction;
  const link = plan.links.length, firstLane = plan.lanes.length;
  let edgeM = rightEdgeM;
  const lines = lanesOf(way, side, isOnly).map(({ permitted, widthM }) => {
    const lane = withoutDoubles(besideLine(line, edgeM + widthM / 2));
    edgeM += widthM;
    plan.lanes.push({ link, permitted, widthM, line: lane });
    return lane;
  });
  const lengthM = lines.reduce((sum, lane) => sum + lineLengthM(lane), 0) / lines.length;
  plan.links.push({
    name: `${name}${isForward ? '+' : '-'}`, street, isForward, way,
    fromJunction: junctionRow(fromNode), toJunction: junctionRow(toNode), fromNode, toNode,
    secondNode: (isForward ? nodes[1] : nodes.at(-2))!, lastButOneNode: (isForward ? nodes.at(-2) : nodes[1])!,
    lengthM, speedLimitMps: way.roundabout ? Math.min(way.speedLimitMps, ringSpeedMps(line)) : way.speedLimitMps,
    priority: priorityOf(way), firstLane, laneCount: lines.length, turnLanes: side.turnLanes, stopSign: endsAtStopSign(nodeRows, isForward ? nodes : nodes.toReversed(), isOnly),
    startHeading: headingAtStart(line, HEADING_WITHIN_M), endHeading: headingAtEnd(line, HEADING_WITHIN_M),
  } satisfies PlannedLink);
}

/** What the bend of a ring allows, from its length and how far it turns. */
function ringSpeedMps(line: Line): number {
  const start = headingAtStart(line, HEADING_WITHIN_M), end = headingAtEnd(line, HEADING_WITHIN_M);
  const chordEast = line[line.length - 2]! - line[0]!, chordNorth = line[line.length - 1]! - line[1]!;
  const chordM = Math.sqrt(chordEast * chordEast + chordNorth * chordNorth);
  const changeEast = end.east - start.east, changeNorth = end.north - start.north;
  const change = Math.sqrt(changeEast * changeEast + changeNorth * changeNorth);
  // The chord of an arc is 2 r sin(a / 2), and so is the change of its unit headings with r = 1.
  return change > 0.1 ? Math.max(4, Math.sqrt(LATERAL_MPS2 * (chordM / change))) : Infinity;
}
