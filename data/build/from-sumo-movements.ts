import type { RowValues } from '../../engine/foundation/table.ts';
import { turn, type movementColumns } from '../../engine/twin/streets.ts';
import type { SumoConnection, SumoLane, SumoNet } from '../formats/sumo/net-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import type { PointRows } from './from-sumo-points.ts';
import { SHORTEST_LANE_M, SLOWEST_LIMIT_MPS, type SumoStreets } from './from-sumo-streets.ts';
import { wordTable } from '../formats/word-table.ts';

/** Longer chains of lanes inside a junction do not occur: netconvert makes at most two. */
const LONGEST_CHAIN = 8;

/** A movement with what later passes need to know of its source. */
export interface SumoMovement {
  row: RowValues<typeof movementColumns>;
  connection: SumoConnection;
  /** Ids of the lanes inside the junction, in driving order. */
  chain: string[];
  /** Their geometry in the source's coordinates. */
  shape: number[];
}

const turns: Readonly<Record<string, number>> = wordTable({ s: turn.straight, r: turn.right, R: turn.right, l: turn.left, L: turn.left, t: turn.uTurn, T: turn.uTurn });

/** Which lane inside the junction follows another: the second half of a left turn with a pocket. */
function internalFollowers(net: SumoNet): Map<string, string> {
  const followers = new Map<string, string>();
  for (const { from, fromLane, via } of net.connections) if (from.startsWith(':') && via !== '') followers.set(`${from}_${fromLane}`, via);
  return followers;
}

function chainOf(connection: SumoConnection, followers: ReadonlyMap<string, string>): string[] {
  const chain: string[] = [];
  for (let id: string | undefined = connection.via; id !== undefined && id !== '' && chain.length < LONGEST_CHAIN; id = followers.get(id)) chain.push(id);
  return chain;
}

/** The lines of a chain end to end, without doubled corners. */
function joinedShape(shapes: readonly (readonly number[])[]): number[] {
  const joined: number[] = [];
  for (const shape of shapes) {
    for (let at = 0; at < shape.length; at += 2) {
      const last = joined.length - 2;
      if (last >= 0 && at === 0 && joined[last] === shape[0] && joined[last + 1] === shape[1]) continue;
      joined.push(shape[at]!, shape[at + 1]!);
    }
  }
  return joined.length === 2 ? [...joined, ...joined] : joined;
}

function movementFrom(
  connection: SumoConnection, fromLane: number, toLane: number, chain: string[], inside: SumoLane[], streets: SumoStreets, points: PointRows,
): SumoMovement {
  const from = streets.lanes[fromLane]!, to = streets.lanes[toLane]!;
  // A net without internal lanes: straight from stop line to the next lane.
  const shape = inside.length > 0
    ? joinedShape(inside.map((lane) => lane.shape))
    : [...streets.laneShapes[fromLane]!.slice(-2), ...streets.laneShapes[toLane]!.slice(0, 2)];
  const speedMps = inside.length > 0 ? Math.min(...inside.map((lane) => lane.speedMps)) : Math.min(from.speedLimitMps, to.speedLimitMps);
  const permitted = inside.reduce((bits, lane) => bits & lane.permitted, from.permitted & to.permitted & connection.permitted);
  return {
    connection, chain, shape,
    row: {
      fromLane, toLane, junction: streets.links[from.link]!.toJunction, turn: turns[connection.dir] ?? turn.straight, signalGroup: -1,
      lengthM: Math.max(SHORTEST_LANE_M, inside.reduce((sum, lane) => sum + lane.lengthM, 0)),
      speedLimitMps: Math.max(SLOWEST_LIMIT_MPS, speedMps),
      waitAtM: inside.length > 1 ? inside.slice(0, -1).reduce((sum, lane) => sum + lane.lengthM, 0) : 0,
      keepsClear: connection.keepClear ? 1 : 0, stopsFirst: connection.state === 's' || connection.state === 'w' ? 1 : 0, visibilityM: connection.visibilityM, permitted, firstConflict: 0, conflictCount: 0, ...points.add(shape),
    },
  };
}

/** Every connection between two lanes as a movement, sorted by lane, straight first, then by turn. Fills `firstMovement` of the lanes. */
export function buildMovements(net: SumoNet, streets: SumoStreets, points: PointRows, problems: ProblemList): SumoMovement[] {
  const followers = internalFollowers(net);
  const movements: SumoMovement[] = [];
  for (const connection of net.connections) {
    if (connection.from.startsWith(':')) continue;
    const fromLink = streets.linkRow.get(connection.from), toLink = streets.linkRow.get(connection.to);
    // Ways of pedestrians join walking areas and crossings, which a twin does not have.
    if (fromLink === undefined && toLink === undefined) continue;
    const where = placeName({ file: net.file, line: connection.line }, `connection from "${connection.from}" to "${connection.to}"`);
    const from = fromLink === undefined ? undefined : streets.links[fromLink], to = toLink === undefined ? undefined : streets.links[toLink];
    if (!from || !to) {
      if (!connection.from.startsWith(':') && !connection.to.startsWith(':')) problems.error('sumo-unknown-edge', where, { edge: from ? connection.to : connection.from });
      continue;
    }
    const inRange = connection.fromLane < from.laneCount && connection.toLane < to.laneCount
      && Number.isInteger(connection.fromLane) && Number.isInteger(connection.toLane);
    if (!inRange) { problems.error('sumo-unknown-lane', where, { fromLane: connection.fromLane, toLane: connection.toLane }); continue; }
    if (from.toJunction !== to.fromJunction) { problems.error('sumo-connection-elsewhere', where); continue; }
    const chain = chainOf(connection, followers);
    const inside = chain.map((id) => streets.internalLanes.get(id));
    if (inside.some((lane) => lane === undefined || lane.shape.length < 2)) { problems.error('sumo-unknown-lane', where, { via: connection.via }); continue; }
    movements.push(movementFrom(connection, from.firstLane + connection.fromLane, to.firstLane + connection.toLane, chain, inside as SumoLane[], streets, points));
  }
  movements.sort(({ row: a }, { row: b }) => a.fromLane - b.fromLane || a.turn - b.turn || a.toLane - b.toLane);
  let at = 0;
  streets.lanes.forEach((lane, row) => {
    lane.firstMovement = at;
    while (at < movements.length && movements[at]!.row.fromLane === row) at++;
    lane.movementCount = at - lane.firstMovement;
  });
  return movements;
}
