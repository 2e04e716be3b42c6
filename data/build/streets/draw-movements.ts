import { turn } from '../../../engine/twin/streets.ts';
import type { Connection } from './deal-lanes.ts';
import { headingAtEnd, headingAtStart, lineLengthM, turnRad, type Heading, type Line } from './line.ts';
import type { PlannedMovement, StreetPlan } from './street-plan.ts';

/** Side friction that drivers use on tight bends in town: about 0.35 (AASHTO, A Policy on Geometric Design, low-speed urban streets). */
const LATERAL_MPS2 = 3.4;
const SLOWEST_MPS = 2.5;
/** Entries and exits of a roundabout are flared (entry radius 10 to 15 m: Sétra, Aménagement des carrefours interurbains, not verified against the text), which no map shows. */
const FLARE_RADIUS_M = 10;
/** Where two lanes all but touch, a way between them is still driven. */
const SHORTEST_M = 0.5;
/** A bend smaller than this slows nobody down. */
const BEND_RAD = 0.2;
/** One corner for so much bend. */
const RAD_PER_CORNER = 0.26;
const MOST_CORNERS = 12;
const HEADING_WITHIN_M = 2;

/** The ways of all connections of a junction, sorted by lane, then straight, right, left, round. */
export function drawMovements(plan: StreetPlan, junction: number, connections: readonly Connection[]): PlannedMovement[] {
  const known = new Set<string>();
  const movements: PlannedMovement[] = [];
  for (const { turn: { fromLink, toLink, turn: way, permitted: mayTurn }, fromLane, toLane } of connections) {
    const from = plan.links[fromLink]!.firstLane + fromLane, to = plan.links[toLink]!.firstLane + toLane;
    const permitted = plan.lanes[from]!.permitted & plan.lanes[to]!.permitted & mayTurn;
    if (permitted === 0 || known.has(`${from}>${to}`)) continue;
    known.add(`${from}>${to}`);
    const start = headingAtEnd(plan.lanes[from]!.line, HEADING_WITHIN_M), end = headingAtStart(plan.lanes[to]!.line, HEADING_WITHIN_M);
    const turnedRad = way === turn.uTurn ? Math.PI : turnRad(start, end);
    const line = curve(plan.lanes[from]!.line.slice(-2), start, plan.lanes[to]!.line.slice(0, 2), end, turnedRad);
    const lengthM = Math.max(SHORTEST_M, lineLengthM(line));
    const limitMps = Math.min(plan.links[fromLink]!.speedLimitMps, plan.links[toLink]!.speedLimitMps);
    const isFlared = plan.links[fromLink]!.way.roundabout !== plan.links[toLink]!.way.roundabout;
    // Radius of an arc that turns as far over the same length.
    const radiusM = Math.max(lengthM / Math.abs(turnedRad), isFlared ? FLARE_RADIUS_M : 0);
    const bendMps = Math.abs(turnedRad) < BEND_RAD ? Infinity : Math.sqrt(LATERAL_MPS2 * radiusM);
    movements.push({
      fromLane: from, toLane: to, fromLink, toLink, junction, turn: way, turnedRad, permitted, line, lengthM,
      speedLimitMps: Math.min(limitMps, Math.max(SLOWEST_MPS, bendMps)), waitAtM: 0,
    });
  }
  return movements;
}

/** A smooth way from one place and heading to another: a cubic Bézier curve, with as many corners as it bends. */
function curve([startX, startY]: number[], start: Heading, [endX, endY]: number[], end: Heading, turnedRad: number): Line {
  const east = endX! - startX!, north = endY! - startY!, apartM = Math.sqrt(east * east + north * north);
  const asideM = Math.abs(start.east * north - start.north * east);
  const isStraight = Math.abs(turnedRad) < 0.05 && asideM < 0.3;
  if (isStraight || apartM < 0.3) return [startX!, startY!, endX!, endY!];
  const { firstM, lastM } = handles(east, north, apartM, start, end, turnedRad);
  const corners = Math.min(MOST_CORNERS, Math.max(4, Math.ceil(Math.abs(turnedRad) / RAD_PER_CORNER)));
  const line: Line = [];
  for (let corner = 0; corner <= corners; corner++) {
    const t = corner / corners, s = 1 - t;
    const a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    line.push(
      a * startX! + b * (startX! + start.east * firstM) + c * (endX! - end.east * lastM) + d * endX!,
      a * startY! + b * (startY! + start.north * firstM) + c * (endY! - end.north * lastM) + d * endY!,
    );
  }
  return line;
}

/** How far the curve's handles reach: towards where the two headings meet, so that a right angle becomes nearly a circle. */
function handles(east: number, north: number, apartM: number, start: Heading, end: Heading, turnedRad: number): { firstM: number; lastM: number } {
  const sine = start.east * end.north - start.north * end.east;
  if (Math.abs(sine) > 0.2 && Math.abs(turnedRad) < 2.6) {
    const firstM = (east * end.north - north * end.east) / sine, lastM = (start.east * north - start.north * east) / sine;
    // Handles of 0.55 of the way to the corner draw a quarter circle to within 0.03 %.
    if (firstM > 0 && lastM > 0 && firstM < 3 * apartM && lastM < 3 * apartM) return { firstM: 0.55 * firstM, lastM: 0.55 * lastM };
  }
  // Round about, or aside: handles of two thirds of the distance make a half circle of a turn back.
  const share = Math.abs(turnedRad) > 2 ? 0.67 : 0.4;
  return { firstM: Math.max(1, share * apartM), lastM: Math.max(1, share * apartM) };
}
