import type { RowValues } from '../../engine/foundation/table.ts';
import { junctionControl, roadClass, type junctionColumns, type laneColumns, type linkColumns, type streetColumns, category } from '../../engine/twin/streets.ts';
import type { SumoEdge, SumoJunction, SumoLane, SumoNet } from '../formats/sumo/net-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import type { PointRows } from './from-sumo-points.ts';
import { lineLengthM, pointOn } from './streets/line.ts';
import { wordTable } from '../formats/word-table.ts';

/** SUMO's own least length of a lane (POSITION_EPS). */
export const SHORTEST_LANE_M = 0.1;
/** Lanes with a limit of 0 are closed in SUMO; a twin's limits stay above 0 so that nothing divides by it. */
export const SLOWEST_LIMIT_MPS = 0.1;
/** How far apart the leftmost lanes of two directions may be, at their ends and in the middle, to be one street. */
const ONE_STREET_M = 12;

/** A SUMO net as rows of a twin, and which row each of its names became. Movements are filled in later. */
export interface SumoStreets {
  junctions: RowValues<typeof junctionColumns>[];
  streets: RowValues<typeof streetColumns>[];
  links: RowValues<typeof linkColumns>[];
  lanes: RowValues<typeof laneColumns>[];
  /** The geometry of each lane row, and of each lane inside a junction, in the source's coordinates. */
  laneShapes: number[][];
  junctionRow: Map<string, number>;
  linkRow: Map<string, number>;
  laneRow: Map<string, number>;
  internalLanes: Map<string, SumoLane>;
}

const controls: Readonly<Record<string, number>> = wordTable({
  priority: junctionControl.priority, priority_stop: junctionControl.priority, allway_stop: junctionControl.priority,
  zipper: junctionControl.priority, rail_crossing: junctionControl.priority, rail_signal: junctionControl.uncontrolled,
  traffic_light: junctionControl.signals, traffic_light_right_on_red: junctionControl.signals,
  traffic_light_unregulated: junctionControl.uncontrolled,
  right_before_left: junctionControl.rightBeforeLeft, left_before_right: junctionControl.rightBeforeLeft,
  unregulated: junctionControl.uncontrolled, dead_end: junctionControl.deadEnd, district: junctionControl.deadEnd, DEAD_END: junctionControl.deadEnd,
});
/** Rules of SUMO that become the nearest rule of a twin, which is not the same. */
const nearlyTheSame = ['allway_stop', 'zipper', 'left_before_right', 'rail_signal', 'rail_crossing'];

function addJunctions(net: SumoNet, shiftM: readonly [number, number], into: SumoStreets, problems: ProblemList): void {
  /** Said once a type, where it was met first. */
  const approximated = new Map<string, { where: string; count: number }>();
  for (const junction of net.junctions) {
    if (junction.type === 'internal') continue;
    const where = placeName({ file: net.file, line: junction.line }, `junction "${junction.id}"`);
    if (into.junctionRow.has(junction.id)) problems.error('sumo-name-twice', where);
    if (controls[junction.type] === undefined || nearlyTheSame.includes(junction.type)) {
      const met = approximated.get(junction.type);
      if (met) met.count++;
      else approximated.set(junction.type, { where, count: 1 });
    }
    into.junctionRow.set(junction.id, into.junctions.length);
    into.junctions.push({
      name: junction.id, xM: junction.xM - shiftM[0], yM: junction.yM - shiftM[1],
      control: controlOf(junction, net), controller: -1, commune: -1,
    });
  }
  for (const [type, { where, count }] of approximated) {
    const parameters = { type, others: count - 1 };
    if (controls[type] === undefined) problems.warning('sumo-unknown-junction-type', where, parameters);
    else problems.warning('sumo-junction-type-approximated', where, parameters);
  }
}

function controlOf(junction: SumoJunction, net: SumoNet): number {
  const control = controls[junction.type] ?? junctionControl.priority;
  return control === junctionControl.priority && net.roundaboutNodes.has(junction.id) ? junctionControl.roundabout : control;
}

/** Street classes of OpenStreetMap, as netconvert's type names hold them. */
const classOfType: Readonly<Record<string, number>> = wordTable({
  motorway: roadClass.motorway, trunk: roadClass.trunk, primary: roadClass.primary, secondary: roadClass.secondary, tertiary: roadClass.tertiary,
  unclassified: roadClass.residential, residential: roadClass.residential, living_street: roadClass.residential, service: roadClass.service,
  bus_guideway: roadClass.busway, busway: roadClass.busway, tram: roadClass.tramway, rail: roadClass.tramway, light_rail: roadClass.tramway,
  footway: roadClass.footway, path: roadClass.footway, pedestrian: roadClass.footway, cycleway: roadClass.footway, steps: roadClass.footway, track: roadClass.service,
});

/** The class that the edge's type names, else one guessed from who may drive there, speed and lanes. */
function classOf(edge: SumoEdge): number {
  const named = classOfType[edge.type.split('.').pop()!.split('|')[0]!.replace(/_link$/, '')];
  if (named !== undefined) return named;
  const permitted = edge.lanes.reduce((bits, lane) => bits | lane.permitted, 0) & ~category.unrestricted;
  if ((permitted & ~(category.pedestrian | category.bicycle)) === 0) return roadClass.footway;
  if ((permitted & ~(category.tram | category.emergency)) === 0) return roadClass.tramway;
  if ((permitted & ~(category.bus | category.tram | category.bicycle | category.emergency | category.taxi)) === 0) return roadClass.busway;
  const speedMps = Math.max(...edge.lanes.map((lane) => lane.speedMps));
  if (speedMps > 28) return roadClass.motorway;
  if (speedMps > 20) return roadClass.primary;
  if (speedMps < 9) return roadClass.residential;
  return edge.lanes.length > 1 ? roadClass.secondary : roadClass.tertiary;
}

function addLanes(edge: SumoEdge, link: number, points: PointRows, into: SumoStreets, where: string, problems: ProblemList): void {
  for (const lane of edge.lanes) {
    if (into.laneRow.has(lane.id)) problems.error('sumo-name-twice', where, { lane: lane.id });
    if (lane.shape.length < 4) problems.error('sumo-lane-without-shape', where, { lane: lane.id });
    if (lane.speedMps < SLOWEST_LIMIT_MPS) problems.warning('sumo-lane-without-speed', where, { lane: lane.id });
    into.laneRow.set(lane.id, into.lanes.length);
    into.laneShapes.push(lane.shape);
    into.lanes.push({
      link, lengthM: Math.max(SHORTEST_LANE_M, lane.lengthM), widthM: lane.widthM > 0 ? lane.widthM : 3.2,
      speedLimitMps: Math.max(SLOWEST_LIMIT_MPS, lane.speedMps), permitted: lane.permitted,
      firstMovement: 0, movementCount: 0, ...points.add(lane.shape),
    });
  }
}

function addLinks(net: SumoNet, points: PointRows, into: SumoStreets, problems: ProblemList): SumoEdge[] {
  const edges: SumoEdge[] = [];
  for (const edge of net.edges) {
    if (edge.function !== 'normal' && edge.function !== 'connector') {
      for (const lane of edge.lanes) into.internalLanes.set(lane.id, lane);
      continue;
    }
    const where = placeName({ file: net.file, line: edge.line }, `edge "${edge.id}"`);
    const fromJunction = into.junctionRow.get(edge.from), toJunction = into.junctionRow.get(edge.to);
    if (into.linkRow.has(edge.id)) problems.error('sumo-name-twice', where);
    if (edge.lanes.length === 0) problems.error('sumo-edge-without-lanes', where);
    if (fromJunction === undefined) problems.error('sumo-unknown-junction', where, { junction: edge.from });
    if (toJunction === undefined) problems.error('sumo-unknown-junction', where, { junction: edge.to });
    if (edge.lanes.length === 0 || fromJunction === undefined || toJunction === undefined) continue;
    const link = into.links.length, firstLane = into.lanes.length;
    into.linkRow.set(edge.id, link);
    edges.push(edge);
    addLanes(edge, link, points, into, where, problems);
    into.links.push({
      name: edge.id, street: -1, fromJunction, toJunction, lengthM: into.lanes[firstLane]!.lengthM,
      speedLimitMps: Math.max(...into.lanes.slice(firstLane).map((lane) => lane.speedLimitMps)),
      priority: edge.priority, firstLane, laneCount: edge.lanes.length,
    });
  }
  return edges;
}

const apartM = ([ax, ay]: [number, number], [bx, by]: [number, number]): number => Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));

/** Whether two edges run side by side in opposite directions, by start, middle and end of their leftmost lanes. */
function sideBySide(edge: SumoEdge, other: SumoEdge): boolean {
  const mine = edge.lanes.at(-1)!.shape, theirs = other.lanes.at(-1)!.shape;
  const mineM = lineLengthM(mine), theirsM = lineLengthM(theirs);
  return [0, 0.5, 1].every((share) => apartM(pointOn(mine, share * mineM), pointOn(theirs, (1 - share) * theirsM)) < ONE_STREET_M);
}

/** The other direction of each edge: the one called '-name' between the same junctions, or one that runs beside it. */
function pairDirections(edges: readonly SumoEdge[]): Map<SumoEdge, SumoEdge> {
  const between = new Map<string, SumoEdge[]>();
  const key = (from: string, to: string): string => `${from}\n${to}`;
  for (const edge of edges) between.set(key(edge.from, edge.to), [...(between.get(key(edge.from, edge.to)) ?? []), edge]);
  const pair = new Map<SumoEdge, SumoEdge>();
  for (const edge of edges) {
    if (pair.has(edge)) continue;
    const free = (between.get(key(edge.to, edge.from)) ?? []).filter((other) => other !== edge && !pair.has(other));
    const opposite = edge.id.startsWith('-') ? edge.id.slice(1) : `-${edge.id}`;
    const other = free.find(({ id }) => id === opposite) ?? free.find((candidate) => sideBySide(edge, candidate));
    if (other === undefined) continue;
    pair.set(edge, other);
    pair.set(other, edge);
  }
  return pair;
}

/** The line between the two directions; of a one-way street the middle of its lanes. */
function centreLine(edge: SumoEdge, other: SumoEdge | undefined): number[] {
  if (other === undefined) return edge.lanes[Math.floor(edge.lanes.length / 2)]!.shape;
  const mine = edge.lanes.at(-1)!.shape, theirs = other.lanes.at(-1)!.shape;
  const mineM = lineLengthM(mine), theirsM = lineLengthM(theirs);
  const line: number[] = [];
  let alongM = 0;
  for (let at = 0; at < mine.length; at += 2) {
    if (at > 0) alongM += lineLengthM(mine.slice(at - 2, at + 2));
    const [x, y] = pointOn(theirs, mineM > 0 ? theirsM * (1 - alongM / mineM) : 0);
    line.push((mine[at]! + x) / 2, (mine[at + 1]! + y) / 2);
  }
  return line;
}

function addStreets(edges: readonly SumoEdge[], points: PointRows, into: SumoStreets): void {
  const pair = pairDirections(edges);
  const widthM = (edge: SumoEdge | undefined): number => edge?.lanes.reduce((sum, lane) => sum + Math.max(0, lane.widthM), 0) ?? 0;
  edges.forEach((edge, link) => {
    if (into.links[link]!.street >= 0) return;
    const other = pair.get(edge);
    const street = into.streets.length;
    into.links[link]!.street = street;
    if (other !== undefined) into.links[into.linkRow.get(other.id)!]!.street = street;
    into.streets.push({
      name: edge.name || other?.name || edge.id, class: classOf(edge), commune: -1, lengthM: into.links[link]!.lengthM,
      widthM: widthM(edge) + widthM(other), level: 0, ...points.add(centreLine(edge, other)),
    });
  });
}

/** Junctions, links, lanes and streets of a net. Movements follow in from-sumo-movements.ts. */
export function buildStreets(net: SumoNet, shiftM: readonly [number, number], points: PointRows, problems: ProblemList): SumoStreets {
  const streets: SumoStreets = {
    junctions: [], streets: [], links: [], lanes: [], laneShapes: [],
    junctionRow: new Map(), linkRow: new Map(), laneRow: new Map(), internalLanes: new Map(),
  };
  addJunctions(net, shiftM, streets, problems);
  const edges = addLinks(net, points, streets, problems);
  if (!problems.hasErrors()) addStreets(edges, points, streets);
  if (edges.length === 0) problems.error('sumo-net-without-edges', net.file);
  return streets;
}
