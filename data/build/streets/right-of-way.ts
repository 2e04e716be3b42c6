import { junctionControl, turn } from '../../../engine/twin/streets.ts';
import { turnRad, type Heading } from './line.ts';
import type { PlannedJunction, PlannedLink, PlannedMovement } from './street-plan.ts';

/** Headings more opposed than this come towards each other (within 50 degrees); closer together than this they come from one side. */
const ONCOMING = -0.64, ALONGSIDE = 0.85;

/** Which links have priority at a junction, and what a pair of movements needs to know of it. */
export interface Precedence { junction: PlannedJunction; links: readonly PlannedLink[]; major: ReadonlySet<number> }

/**
 * The priority road: the most important link that comes in and the one that comes towards it. Where more than two are
 * equally important, the straightest pair; where one alone is, the straightest of the next. Who meets a stop sign has none.
 */
export function precedenceAt(junction: PlannedJunction, links: readonly PlannedLink[]): Precedence {
  const open = junction.incoming.filter((link) => !links[link]!.stopSign), candidates = open.length > 0 ? open : junction.incoming;
  const byRank = [...candidates].sort((one, other) => links[other]!.priority - links[one]!.priority || one - other);
  const top = byRank.filter((link) => links[link]!.priority === links[byRank[0]!]!.priority);
  if (top.length <= 2 && top.length > 0 && (top.length === 2 || byRank.length === 1)) return { junction, links, major: new Set(top) };
  const seconds = top.length === 1 ? byRank.filter((link) => links[link]!.priority === links[byRank[1] ?? byRank[0]!]!.priority) : top;
  let best: [number, number] | undefined, bestDot = 1;
  for (const one of top) {
    for (const other of seconds) {
      const opposed = one === other ? 1 : dot(links[one]!.endHeading, links[other]!.endHeading);
      if (opposed < bestDot - 1e-9) { bestDot = opposed; best = [one, other]; }
    }
  }
  // A single road that ends on another of lesser class: nobody comes towards it, it has priority alone.
  const pair = best && (top.length > 1 || bestDot < ONCOMING) ? best : top.slice(0, 1);
  return { junction, links, major: new Set(pair) };
}

const dot = (one: Heading, other: Heading): number => one.east * other.east + one.north * other.north;

/** Whether the first of two movements gives way to the second. Of each pair exactly one does. `ties`: which one where no rule says. */
export function givesWay(precedence: Precedence, mine: PlannedMovement, foe: PlannedMovement, ties: boolean): boolean {
  return mustWait(precedence, mine, foe) ?? !(mustWait(precedence, foe, mine) ?? !ties);
}

function mustWait({ junction, links, major }: Precedence, mine: PlannedMovement, foe: PlannedMovement): boolean | undefined {
  const from = links[mine.fromLink]!, foeFrom = links[foe.fromLink]!;
  if ((mine.turn === turn.uTurn) !== (foe.turn === turn.uTurn)) return mine.turn === turn.uTurn;
  // Two lanes of one street: the left one lets the right one in; who turns across another lane waits for it.
  if (mine.fromLink === foe.fromLink) return sameStreet(mine, foe);
  const isTram = from.way.class === 'tramway', foeIsTram = foeFrom.way.class === 'tramway';
  if (isTram !== foeIsTram) return foeIsTram;
  if (from.way.roundabout !== foeFrom.way.roundabout) return foeFrom.way.roundabout;
  const meetOncoming = dot(from.endHeading, foeFrom.endHeading) < ONCOMING;
  // With signals, oncoming traffic has green together whatever the signs say.
  if (junction.control === junctionControl.signals && meetOncoming) return turningAcross(mine, foe);
  if (junction.control !== junctionControl.rightBeforeLeft) {
    const isMajor = major.has(mine.fromLink), foeIsMajor = major.has(foe.fromLink);
    if (isMajor !== foeIsMajor) return foeIsMajor;
    const stays = isMajor && staysOn(mine, links, major), foeStays = foeIsMajor && staysOn(foe, links, major);
    if (stays !== foeStays) return foeStays;
    if (!isMajor && from.priority !== foeFrom.priority && !meetOncoming) return from.priority < foeFrom.priority;
  }
  if (meetOncoming) return turningAcross(mine, foe);
  if (dot(from.endHeading, foeFrom.endHeading) > ALONGSIDE && from.priority !== foeFrom.priority) return from.priority < foeFrom.priority;
  // The right-hand rule: who comes from the right heads to the left.
  return turnRad(from.endHeading, foeFrom.endHeading) > 0;
}

function sameStreet(mine: PlannedMovement, foe: PlannedMovement): boolean | undefined {
  const isStraight = mine.turn === turn.straight, foeIsStraight = foe.turn === turn.straight;
  if (mine.toLane !== foe.toLane && isStraight !== foeIsStraight) return foeIsStraight;
  return mine.fromLane > foe.fromLane;
}

/** Left gives way to straight and right, and a right turn to straight, of oncoming traffic. */
function turningAcross(mine: PlannedMovement, foe: PlannedMovement): boolean | undefined {
  if (mine.turn === foe.turn) return undefined;
  if (mine.turn === turn.left || foe.turn === turn.left) return mine.turn === turn.left;
  return foe.turn === turn.straight;
}

/** Whether a movement leaves by the street of the other link with priority: the priority road may bend. */
function staysOn(movement: PlannedMovement, links: readonly PlannedLink[], major: ReadonlySet<number>): boolean {
  const to = links[movement.toLink]!;
  for (const link of major) if (link !== movement.fromLink && links[link]!.street === to.street) return true;
  return movement.turn === turn.straight && links[movement.fromLink]!.priority <= to.priority;
}
