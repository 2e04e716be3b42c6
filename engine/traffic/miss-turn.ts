import type { CityState } from '../state/city-state.ts';
import { hasHaltsToCome } from './leave-closed-way.ts';
import { takeNewRoute } from './new-routes.ts';
import type { Traffic } from './traffic.ts';
import { finderFor } from './way-around.ts';

/** Who has stood this long at the end of a lane that does not lead along its way no longer waits to be let in. */
const GIVE_UP_AFTER_S = 60;

/**
 * A driver who stands at the end of the wrong lane and is not let in misses the turn: it drives on where the lane leads and
 * finds the quickest way from there. Vehicles with halts to come keep their way. For cities with guidance.
 */
export function missTurn(traffic: Traffic, state: CityState, slot: number): void {
  const { vehicles } = state, { roads: { guide, laneCount }, twin: { lanes, movements } } = traffic, lane = vehicles.place[slot]!;
  if (vehicles.waitingS[slot]! < GIVE_UP_AFTER_S || vehicles.nextMovement[slot]! >= 0 || lane >= laneCount) return;
  const departure = vehicles.departure[slot]!, row = vehicles.guideRow[slot]!, endRow = vehicles.guideEndRow[slot]!;
  if (row === endRow || hasHaltsToCome(traffic, state, departure)) return;
  const category = guide.category[row]!, finder = finderFor(traffic, state, category), toLink = guide.link[endRow]!;
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
  takeNewRoute(traffic, state, departure, [guide.link[row]!, ...finder.pathTo(toLink)]);
}
