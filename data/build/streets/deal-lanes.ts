import { category, turn } from '../../../engine/twin/streets.ts';
import type { Turn } from './find-turns.ts';
import { markedLanes } from './marked-lanes.ts';
import type { StreetPlan } from './street-plan.ts';

/** A lane of one link leads to a lane of another; lanes counted from the right. */
export interface Connection { turn: Turn; fromLane: number; toLane: number }

/** From which lane to which, counted from the right among the ordinary lanes. */
interface LaneRange { first: number; last: number }

/** Lanes of a link for ordinary traffic, and the one for buses beside them, -1 for none. Where all are for buses, or trams, all are ordinary. */
export interface LaneUse { ordinary: number[]; busLane: number }

export function laneUse({ links, lanes }: StreetPlan, link: number): LaneUse {
  const { firstLane, laneCount } = links[link]!;
  const all = Array.from({ length: laneCount }, (_, index) => index);
  const ordinary = all.filter((index) => (lanes[firstLane + index]!.permitted & category.car) !== 0);
  return ordinary.length === 0 ? { ordinary: all, busLane: -1 } : { ordinary, busLane: ordinary[0] === 0 ? -1 : 0 };
}

/** The turns of one link, right to left without turning round, and which of its ordinary lanes each has. */
export interface Share { turn: Turn; lanes: LaneRange; laneCount: number }

/** Deals the turns at a junction to lanes, so that every lane leads somewhere and every turn has a lane. */
export function dealLanes(plan: StreetPlan, turnsOf: ReadonlyMap<number, readonly Turn[]>): Connection[] {
  const shares = new Map([...turnsOf].map(([link, turns]) => [link, sharesOf(plan, link, turns)]));
  const toward = new Map<number, Share[]>();
  for (const share of [...shares.values()].flat()) toward.set(share.turn.toLink, [...(toward.get(share.turn.toLink) ?? []), share]);
  return [...turnsOf].flatMap(([link, turns]) => [
    ...shares.get(link)!.flatMap((share) => connect(plan, share, toward.get(share.turn.toLink)!)),
    ...busConnections(plan, link, turns),
    ...roundConnections(plan, turns, link),
  ]);
}

function sharesOf(plan: StreetPlan, link: number, turns: readonly Turn[]): Share[] {
  const { ordinary } = laneUse(plan, link);
  const { forAll, forSome } = onwardTurns(plan, link, turns);
  const marked = markedLanes(plan.links[link]!.turnLanes, plan.links[link]!.laneCount, ordinary, forAll);
  const ranges = marked ?? shareLanes(ordinary.length, forAll, forAll.map(({ toLink }) => laneUse(plan, toLink).ordinary.length));
  const last = ordinary.length - 1;
  return [
    ...forAll.map((one, index) => ({ turn: one, lanes: ranges[index]!, laneCount: ordinary.length })),
    ...forSome.map((one) => ({ turn: one, lanes: one.turn === turn.left ? { first: last, last } : { first: 0, last: 0 }, laneCount: ordinary.length })),
  ];
}

/** Turns that cars can make, and those onto busways and tracks, which take no lane from cars. Without cars, all are for all. */
function onwardTurns({ links, lanes }: StreetPlan, link: number, turns: readonly Turn[]): { forAll: Turn[]; forSome: Turn[] } {
  const permits = (row: number): number => lanes.slice(links[row]!.firstLane, links[row]!.firstLane + links[row]!.laneCount).reduce((bits, { permitted }) => bits | permitted, 0);
  const onward = turns.filter((one) => one.turn !== turn.uTurn);
  if ((permits(link) & category.car) === 0) return { forAll: onward, forSome: [] };
  const isForCars = ({ toLink, permitted }: Turn): boolean => (permits(toLink) & permitted & category.car) !== 0;
  return { forAll: onward.filter(isForCars), forSome: onward.filter((one) => !isForCars(one)) };
}

function connect(plan: StreetPlan, share: Share, toward: readonly Share[]): Connection[] {
  const { ordinary: from } = laneUse(plan, share.turn.fromLink), { ordinary: to } = laneUse(plan, share.turn.toLink);
  return pairLanes(share, to.length, besideOf(plan, share, toward, to.length)).map(([a, b]) => ({ turn: share.turn, fromLane: from[a]!, toLane: to[b]! }));
}

/** Buses go from bus lane to bus lane, or on in the right lane; who turns left leaves the bus lane before, where there is another way. */
function busConnections(plan: StreetPlan, link: number, turns: readonly Turn[]): Connection[] {
  const { busLane } = laneUse(plan, link);
  if (busLane < 0) return [];
  const onward = turns.filter((one) => one.turn !== turn.uTurn);
  const kept = onward.filter((one) => one.turn !== turn.left);
  return (kept.length > 0 ? kept : onward).map((one) => {
    const to = laneUse(plan, one.toLink);
    return { turn: one, fromLane: busLane, toLane: to.busLane >= 0 ? to.busLane : to.ordinary[0]! };
  });
}

/** The leftmost lane turns into the leftmost, the next beside it. */
function roundConnections(plan: StreetPlan, turns: readonly Turn[], fromLink: number): Connection[] {
  return turns.filter((one) => one.turn === turn.uTurn).flatMap((one) => {
    const from = plan.links[fromLink]!.laneCount, to = plan.links[one.toLink]!.laneCount;
    const isOnlyWay = onwardTurns(plan, fromLink, turns).forAll.length === 0;
    return Array.from({ length: isOnlyWay ? from : 1 }, (_, fromLeft) => ({ turn: one, fromLane: from - 1 - fromLeft, toLane: Math.max(0, to - 1 - fromLeft) }));
  });
}

/**
 * Which lanes lead to which turn, where nothing is marked. Enough lanes: each turn gets its own, as where a road forks.
 * Else the right lane turns right and the left lane left, the way straight on fills as many as go on behind the
 * junction, and from three lanes on the leftmost is for the left turn alone.
 */
export function shareLanes(laneCount: number, turns: readonly Turn[], widths: readonly number[]): LaneRange[] {
  const last = laneCount - 1;
  const straight = turns.findIndex((one) => one.turn === turn.straight);
  const wanted = turns.map((one, index) => (index === straight || straight < 0 || isFork(one) ? widths[index]! : 1));
  const sum = wanted.reduce((total, lanes) => total + lanes, 0);
  if (sum <= laneCount) return ownLanes(laneCount, wanted, straight);
  if (straight < 0) return overlap(laneCount, wanted);
  const rights = straight, lefts = turns.length - 1 - straight;
  const goingOn = Math.min(laneCount, widths[straight]!);
  let first = 0, end = last;
  if (lefts > 0 && (laneCount >= 3 || goingOn < laneCount) && laneCount > 1) end--;
  if (rights > 0 && end - first + 1 > goingOn) first++;
  return turns.map((one, index) => {
    if (index === straight) return { first, last: end };
    const own = isFork(one) ? Math.min(wanted[index]!, laneCount) : 1;
    return index < straight ? { first: 0, last: own - 1 } : { first: last - own + 1, last };
  });
}

/** Ways that part at a small angle, as ramps do, keep all their lanes. */
const isFork = ({ turnedRad }: Turn): boolean => Math.abs(turnedRad) < 0.6;

/** Lanes for each turn side by side; those to spare go to the way straight on, or to the leftmost. */
function ownLanes(laneCount: number, wanted: readonly number[], straight: number): LaneRange[] {
  const spare = laneCount - wanted.reduce((total, lanes) => total + lanes, 0);
  const widest = straight >= 0 ? straight : wanted.length - 1;
  let first = 0;
  return wanted.map((lanes, index) => {
    const range = { first, last: first + lanes + (index === widest ? spare : 0) - 1 };
    first = range.last + 1;
    return range;
  });
}

/** No way straight on and too few lanes: the turns share them from right to left, each at least one. */
function overlap(laneCount: number, wanted: readonly number[]): LaneRange[] {
  const sum = wanted.reduce((total, lanes) => total + lanes, 0);
  let before = 0;
  return wanted.map((lanes) => {
    const first = Math.min(laneCount - 1, Math.floor((before * laneCount) / sum));
    before += lanes;
    return { first, last: Math.max(first, Math.ceil((before * laneCount) / sum) - 1) };
  });
}

/** Lanes of the link ahead that others come in on, right and left of where this share goes. */
interface Beside { right: number; left: number }

/** Where several links run into one at a small angle, each keeps to its side. Undefined where this share is the only such. */
function besideOf({ links }: StreetPlan, share: Share, toward: readonly Share[], toCount: number): Beside | undefined {
  const merging = toward.filter((other) => isFork(other.turn));
  if (!isFork(share.turn) || merging.length < 2) return undefined;
  const width = ({ lanes }: Share): number => Math.min(toCount, lanes.last - lanes.first + 1);
  // Who comes from the right heads to the left, and turns right to join.
  const fromRight = (other: Share): boolean => other.turn.turnedRad < share.turn.turnedRad || (other.turn.turnedRad === share.turn.turnedRad && other.turn.fromLink < share.turn.fromLink);
  const others = merging.filter((other) => other !== share);
  const right = others.filter(fromRight).reduce((sum, other) => sum + width(other), 0);
  const left = others.reduce((sum, other) => sum + width(other), 0) - right;
  const free = toCount - width(share);
  if (right + left <= free) return { right, left };
  // Too many for the lanes ahead: the more important road keeps its lanes, and is as far from the others as can be.
  const mine = links[share.turn.fromLink]!.priority;
  const isMain = others.every((other) => links[other.turn.fromLink]!.priority <= mine);
  const fromTheRight = isMain ? Math.min(free, right) : right > 0 && left === 0 ? free : left > 0 && right === 0 ? 0 : Math.min(free, right);
  return { right: fromTheRight, left: free - fromTheRight };
}

/** Pairs lanes of a share with lanes of the link it leads to. */
export function pairLanes({ turn: { turn: way }, lanes: { first, last }, laneCount }: Share, toCount: number, beside?: Beside): [number, number][] {
  const pairs: [number, number][] = [];
  const count = last - first + 1;
  const goesStraight = way === turn.straight || beside !== undefined;
  const offset = beside ? beside.right : way === turn.left ? toCount - count : goesStraight && laneCount === toCount ? first : 0;
  for (let index = 0; index < count; index++) pairs.push([first + index, Math.min(toCount - 1, Math.max(0, offset + index))]);
  if (!goesStraight) return pairs;
  // Lanes that begin here open beside the outermost ones, unless someone else comes in on them.
  const openRight = beside ? beside.right : 0, openLeft = toCount - 1 - (beside ? beside.left : 0);
  for (let lane = offset - 1; lane >= openRight; lane--) pairs.push([first, lane]);
  for (let lane = offset + count; lane <= openLeft; lane++) pairs.push([last, lane]);
  return pairs;
}
