import { category, turn } from '../../../engine/twin/streets.ts';
import { turnRad } from './line.ts';
import type { PlannedJunction, PlannedLink, StreetPlan } from './street-plan.ts';
import type { WaysInside } from './ways-inside.ts';

/** One way to go on from the end of a link. `permitted`: who may, as a bit set of categories. */
export interface Turn { fromLink: number; toLink: number; turn: number; turnedRad: number; permitted: number }

const RAD = 0.017453292519943295;
/** Up to this, going on is going straight, if nothing else is straighter or more important. */
const STRAIGHT_RAD = 45 * RAD;
/** Nobody turns sharper than this from one street into another, off a ramp or a fast road much less. */
const SHARPEST_RAD = { town: 165 * RAD, fast: 110 * RAD, tram: 80 * RAD };

/** All turns from each link that ends at a junction, right to left, turning round last. */
export function findTurns(junction: PlannedJunction, plan: StreetPlan, ways: WaysInside): Map<number, Turn[]> {
  const turns = new Map<number, Turn[]>();
  for (const fromLink of junction.incoming) {
    const from = plan.links[fromLink]!;
    const reachable = junction.outgoing
      .filter((toLink) => !isBack(from, plan.links[toLink]!) && sharedPermits(plan, fromLink, toLink) !== 0)
      .map((toLink) => ({ fromLink, toLink, turn: turn.straight as number, turnedRad: turnRad(from.endHeading, plan.links[toLink]!.startHeading), permitted: ways(from.lastButOneNode, from.toNode, plan.links[toLink]!.fromNode, plan.links[toLink]!.secondNode) }))
      .filter((one) => (one.permitted & sharedPermits(plan, fromLink, one.toLink)) !== 0)
      .sort((one, other) => one.turnedRad - other.turnedRad || one.toLink - other.toLink);
    const gentle = reachable.filter(({ toLink, turnedRad }) => Math.abs(turnedRad) <= sharpestRad(from, plan.links[toLink]!));
    const chosen = withExits(plan, fromLink, gentle, reachable);
    nameTurns(chosen, plan.links);
    turns.set(fromLink, [...chosen, ...turnRound(junction, plan, fromLink, chosen)]);
  }
  return turns;
}

/** Whether a link is the other direction of the same end of a street. */
const isBack = (from: PlannedLink, to: PlannedLink): boolean => from.street === to.street && from.isForward !== to.isForward;

const permitsOf = ({ links, lanes }: StreetPlan, link: number): number => {
  let bits = 0;
  for (let lane = links[link]!.firstLane; lane < links[link]!.firstLane + links[link]!.laneCount; lane++) bits |= lanes[lane]!.permitted;
  return bits;
};
const sharedPermits = (plan: StreetPlan, one: number, other: number): number => permitsOf(plan, one) & permitsOf(plan, other);

const isFast = ({ way }: PlannedLink): boolean => way.class === 'motorway' || way.class === 'trunk' || way.slipRoad === true;

function sharpestRad(from: PlannedLink, to: PlannedLink): number {
  if (from.way.class === 'tramway' || to.way.class === 'tramway') return SHARPEST_RAD.tram;
  return isFast(from) || isFast(to) ? SHARPEST_RAD.fast : SHARPEST_RAD.town;
}

/** Who must find a way on. A ban on lorries or bicycles ahead is no reason for cars to turn round. */
const MUST_GO_ON = category.car | category.bus | category.tram;

/** Who finds no gentle way on may take a sharp one: a hairpin is better than a trap. */
function withExits(plan: StreetPlan, fromLink: number, gentle: Turn[], reachable: Turn[]): Turn[] {
  let left = permitsOf(plan, fromLink) & MUST_GO_ON;
  for (const { toLink, permitted } of gentle) left &= ~(permitsOf(plan, toLink) & permitted);
  if (left === 0) return gentle;
  return reachable.filter((one) => gentle.includes(one) || (permitsOf(plan, one.toLink) & one.permitted & left) !== 0);
}

/** One way at most is straight: the most important of those nearly ahead, then the straightest. */
function nameTurns(turns: Turn[], links: readonly PlannedLink[]): void {
  const ahead = turns.filter(({ turnedRad }) => Math.abs(turnedRad) < STRAIGHT_RAD);
  const straight = ahead.sort((one, other) => {
    const a = links[one.toLink]!, b = links[other.toLink]!;
    const sharper = Math.abs(one.turnedRad) - Math.abs(other.turnedRad);
    // Far from straight loses even against a lesser road.
    if (Math.abs(sharper) > STRAIGHT_RAD / 2) return sharper;
    return b.priority - a.priority || b.laneCount - a.laneCount || sharper || one.toLink - other.toLink;
  })[0];
  for (const one of turns) {
    one.turn = one === straight ? turn.straight : one.turnedRad < (straight?.turnedRad ?? 0) ? turn.right : turn.left;
  }
}

/** At the end of a street, and where cars, buses or trams find no other way on, everyone may turn round. */
function turnRound(junction: PlannedJunction, plan: StreetPlan, fromLink: number, chosen: readonly Turn[]): Turn[] {
  const from = plan.links[fromLink]!;
  let left = permitsOf(plan, fromLink) & MUST_GO_ON;
  for (const { toLink, permitted } of chosen) left &= ~(permitsOf(plan, toLink) & permitted);
  if (left === 0) return [];
  const back = junction.outgoing.find((toLink) => isBack(from, plan.links[toLink]!) && (permitsOf(plan, toLink) & left) !== 0 && plan.links[toLink]!.fromNode === from.toNode);
  return back === undefined ? [] : [{ fromLink, toLink: back, turn: turn.uTurn, turnedRad: Math.PI, permitted: ~0 }];
}
