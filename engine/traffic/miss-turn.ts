import type { CityState } from '../state/city-state.ts';
import { follow, hasHaltsToCome } from './leave-closed-way.ts';
import { takeNewRoute } from './new-routes.ts';
import { categoryOn } from './route-guide.ts';
import type { Traffic } from './traffic.ts';
import { finderFor } from './way-around.ts';

/** Who has stood this long at the end of a lane that does not lead along its way no longer waits to be let in. */
const GIVE_UP_AFTER_S = 60;
/**
 * Nobody waits on a roundabout for room on the lane beside: one more round takes less than a minute. Assumed: longer than a passing stop in a queue. Half and
 * double: 40 random cities empty as before, with a mean loss of time of 60.8 and 60.6 s (60.6).
 */
const DRIVE_ON_AFTER_S = 3;

/**
 * A driver with guidance who stands at the end of the wrong lane and is not let in misses the turn: it drives on where the
 * lane leads and finds the quickest way from there. Vehicles with halts to come keep their way.
 */
export function missTurn(traffic: Traffic, state: CityState, slot: number): void {
  if (state.vehicles.waitingS[slot]! < GIVE_UP_AFTER_S || hasHaltsToCome(traffic, state, state.vehicles.departure[slot]!)) return;
  driveOnAhead(traffic, state, slot);
}

/**
 * In every city: two who stand side by side on a roundabout, each at the end of the lane that the other has to come to, bar
 * each other's way for good, and the ring with it. So who comes to the end of the wrong lane there drives on where it leads:
 * one more round, or out and back. Buses too, which come back to the next link of their way.
 */
export function missTurnsInRings(traffic: Traffic, state: CityState): void {
  const { ringLanes } = traffic.roads, { places, vehicles } = state;
  for (let index = 0; index < ringLanes.length; index++) {
    const slot = places.first[ringLanes[index]!]!;
    if (slot >= 0 && vehicles.nextMovement[slot]! < 0 && vehicles.waitingS[slot]! >= DRIVE_ON_AFTER_S && vehicles.standingSinceS[slot]! < 0) driveOnAhead(traffic, state, slot);
  }
}

function driveOnAhead(traffic: Traffic, state: CityState, slot: number): void {
  const { vehicles } = state, { roads: { guide, laneCount }, twin: { lanes, movements } } = traffic, lane = vehicles.place[slot]!;
  if (vehicles.nextMovement[slot]! >= 0 || lane >= laneCount) return;
  const departure = vehicles.departure[slot]!, row = vehicles.guideRow[slot]!, endRow = vehicles.guideEndRow[slot]!;
  if (row === endRow) return;
  const category = categoryOn(guide, row), finder = finderFor(traffic, state, category), isLine = hasHaltsToCome(traffic, state, departure);
  const toLink = guide.link[isLine ? row + 1 : endRow]!;
  let bestLink = -1, bestS = Infinity;
  for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
    const link = lanes.link[movements.toLane[movement]!]!;
    if ((movements.permitted[movement]! & guide.permitted[movements.toLane[movement]!]! & category) === 0 || (guide.closedTo[link]! & category) !== 0) continue;
    finder.search(link, toLink);
    if (finder.costTo(toLink) >= bestS) continue;
    bestS = finder.costTo(toLink);
    bestLink = link;
  }
  if (bestLink < 0) return;
  finder.search(bestLink, toLink);
  const way = [guide.link[row]!, ...finder.pathTo(toLink)];
  if (isLine) follow(traffic, state, departure, row, row + 1, way);
  else takeNewRoute(traffic, state, departure, way);
}
