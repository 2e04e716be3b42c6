import * as z from 'zod';
import { DAY_S } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { copyTable } from '../../engine/foundation/table.ts';
import { eventKind } from '../../engine/twin/events.ts';
import { category, laneColumns, movementColumns } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { clockS, why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { categoriesOf, categoryName } from './close-link.ts';
import { addEvents, allDay, spanProblems } from './event-time.ts';
import { linksAt, place, placeProblems } from './place.ts';

const schema = z.strictObject({
  change: z.literal('bus-lane'),
  why,
  where: place,
  for: z.array(categoryName).min(1).default(['bus', 'taxi', 'bicycle', 'emergency']).meta({ description: 'who may drive on it' }),
  ...allDay,
}).meta({
  description: 'The rightmost general lane of a street becomes a bus lane, all day or between two clock times, where another general lane stays beside it.',
  examples: [{ change: 'bus-lane', why: 'Meeting of 12 March', where: { street: 'Boulevard de Brosses' } }],
});

type BusLane = z.infer<typeof schema>;

/** A lane that becomes a bus lane, with the movements from and onto it that others keep: turns that no other lane makes. */
interface Taken { link: number; lane: number; kept: ReadonlySet<number>; closed: readonly number[] }

export const busLane: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = [...placeProblems(change.where, twin, `${where}.where`), ...spanProblems(change, where)];
    if (problems.length > 0) return problems;
    const meant = linksAt(change.where, twin), count = meant.length, taken = lanesTaken(change, twin), shared = taken.filter(({ kept }) => kept.size > 0).length;
    if (taken.length === 0) return [{ severity: 'error', code: 'change-no-bus-lane', where: `${where}.where`, parameters: { count } }];
    return taken.length === count && shared === 0 ? [] : [{ severity: 'warning', code: 'change-bus-lane-gaps', where: `${where}.where`, parameters: { count, left: count - taken.length, shared, ...lengthsOf(taken, meant, twin) } }];
  },

  // A second bus lane would take the next lane, or the same for others: either is said in one change, and none is an exception from the first.
  claims(change, twin) {
    const { change: _kind, why: _why, ...set } = change, { from, until } = change, { links } = twin;
    return [
      { what: 'lanes', of: '' },
      ...linksAt(change.where, twin).map((link): Claim => ({ what: 'bus-lane', of: links.name[link]!, value: JSON.stringify(set), span: { from, until } })),
      ...lanesTaken(change, twin).map(({ link, lane }): Claim => ({ what: 'lane', of: links.name[link]!, part: String(lane - links.firstLane[link]! + 1), value: 'bus lane', span: { from, until } })),
    ];
  },

  apply(change, copy) {
    const permitted = categoriesOf(change.for), taken = lanesTaken(change, copy);
    if (isPermanent(change)) takeForGood(copy, taken, permitted);
    else if (taken.length > 0) addEvents(copy, eventKind.closure, change, taken.map(({ link, lane }) => ({ link, lane, permitted })));
  },
};

/** How much of a street becomes a bus lane, and where: the longest links by name. */
function lengthsOf(taken: readonly Taken[], meant: readonly number[], { links }: ReadingTwin): { takenM: number; ofM: number; where: string; more: number } {
  const lengthM = (those: readonly number[]): number => Math.round(those.reduce((sum, link) => sum + links.lengthM[link]!, 0)), rows = taken.map(({ link }) => link);
  const longest = [...rows].sort((one, other) => links.lengthM[other]! - links.lengthM[one]! || one - other).slice(0, MOST_LINKS_NAMED);
  return { takenM: lengthM(rows), ofM: lengthM(meant), where: longest.map((link) => `${links.name[link]} (${Math.round(links.lengthM[link]!)} m)`).join(', '), more: rows.length - longest.length };
}

/** Of a longer list nobody reads the end. */
const MOST_LINKS_NAMED = 5;

const isPermanent = ({ from, until }: BusLane): boolean => clockS(until) - clockS(from) === DAY_S;

/** The rightmost lane for cars of each link that has another one; by clock time only where no turn depends on it, for a movement has no hours. */
function lanesTaken(change: BusLane, twin: ReadingTwin | Twin): Taken[] {
  const { links, lanes } = twin, others = ~categoriesOf(change.for), needed = lanesNeeded(twin, others), onto = ontoLanes(twin), found: { link: number; lane: number }[] = [];
  for (const link of linksAt(change.where, twin)) {
    const first = links.firstLane[link]!, general = Array.from({ length: links.laneCount[link]! }, (_, at) => first + at).filter((lane) => (lanes.permitted[lane]! & category.car) !== 0), lane = general[0];
    if (lane !== undefined && general.length > 1 && (lanes.permitted[lane]! & others) !== 0 && !needed.has(lane)) found.push({ link, lane });
  }
  const lost = new Set(found.map(({ lane }) => lane));
  return found.flatMap(({ link, lane }): Taken[] => {
    const touching = [...Array.from({ length: lanes.movementCount[lane]! }, (_, at) => lanes.firstMovement[lane]! + at), ...(onto.get(lane) ?? [])];
    const kept = new Set(touching.filter((movement) => isAlone(twin, movement, lost, others, onto))), closed = touching.filter((movement) => !kept.has(movement));
    return kept.size > 0 && (closed.length === 0 || !isPermanent(change)) ? [] : [{ link, lane, kept, closed }];
  });
}

/** Whether some who lose these lanes go from one link to the other by them alone. */
function isAlone({ lanes, movements, links }: ReadingTwin | Twin, movement: number, lost: ReadonlySet<number>, others: number, onto: ReadonlyMap<number, readonly number[]>): boolean {
  const from = lanes.link[movements.fromLane[movement]!]!, to = lanes.link[movements.toLane[movement]!]!, first = links.firstLane[to]!;
  let left = movements.permitted[movement]! & others;
  for (let lanesTo = first; lanesTo < first + links.laneCount[to]!; lanesTo++) {
    for (const other of onto.get(lanesTo) ?? []) {
      const isBeside = lanes.link[movements.fromLane[other]!] === from && !lost.has(movements.fromLane[other]!) && !lost.has(lanesTo);
      if (isBeside) left &= ~(movements.permitted[other]! & lanes.permitted[lanesTo]! & lanes.permitted[movements.fromLane[other]!]!);
    }
  }
  return left !== 0;
}

function ontoLanes({ movements }: ReadingTwin | Twin): Map<number, number[]> {
  const onto = new Map<number, number[]>();
  for (let row = 0; row < movements.count; row++) {
    const there = onto.get(movements.toLane[row]!);
    if (there) there.push(row);
    else onto.set(movements.toLane[row]!, [row]);
  }
  return onto;
}

/** Lanes on which vehicles that lose them are planned to stand or to begin. */
function lanesNeeded({ departures, vehicleTypes, routes, routeLinks, links, halts }: ReadingTwin | Twin, others: number): Set<number> {
  const needed = new Set<number>();
  for (let row = 0; row < departures.count; row++) {
    if ((vehicleTypes.category[departures.vehicleType[row]!]! & others) === 0) continue;
    if (departures.departLane[row]! >= 0) needed.add(links.firstLane[routeLinks.link[routes.firstLink[departures.route[row]!]!]!]! + departures.departLane[row]!);
    for (let halt = departures.firstHalt[row]!; halt < departures.firstHalt[row]! + departures.haltCount[row]!; halt++) needed.add(halts.lane[halt]!);
  }
  return needed;
}

/** On a stretch where others keep a turn they may drive on the lane to make it, and not straight on. */
function takeForGood(copy: Twin, taken: readonly Taken[], permitted: number): void {
  if (taken.length === 0) return;
  const lanes = copyTable(laneColumns, copy.lanes), movements = copyTable(movementColumns, copy.movements), keptSomewhere = new Set(taken.flatMap(({ kept }) => [...kept]));
  for (const { lane, kept, closed } of taken) {
    if (kept.size === 0) lanes.permitted[lane]! &= permitted;
    for (const movement of closed) if (!keptSomewhere.has(movement)) movements.permitted[movement]! &= permitted;
  }
  copy.lanes = lanes;
  copy.movements = movements;
}
