import type { CityState } from '../state/city-state.ts';
import { approachesOf } from '../twin/approach-lanes.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Cameras see vehicles so far before the stop line, as those by which controllers choose stages do. */
const REACH_M = 200;

/**
 * Whether anybody wants a stage who does not get the other one in its place: vehicles within reach on a lane that it lets
 * go in any direction, for a detector does not know where they turn; people who wait to cross; buses and trams that call.
 */
export function isAskedFor(twin: ReadingTwin, state: CityState, controller: number, stage: number, instead: number): boolean {
  const { lanes, movements, crossings } = twin, { pedestrians, priority } = state;
  const wants = (group: number): boolean => group >= 0 && isGreen(twin, stage, group) && !isGreen(twin, instead, group);
  for (const lane of approachesOf(twin).lanes[controller]!) {
    const firstMovement = lanes.firstMovement[lane]!;
    for (let movement = firstMovement; movement < firstMovement + lanes.movementCount[lane]!; movement++) {
      if (wants(movements.signalGroup[movement]!) && isAnyoneOn(twin, state, lane, REACH_M)) return true;
    }
  }
  if (pedestrians) for (const crossing of approachesOf(twin).crossings[controller]!) if (pedestrians.crossings.waiting[crossing]! > 0 && wants(crossings.signalGroup[crossing]!)) return true;
  for (let row = 0; row < priority!.requests.used; row++) if (priority!.requests.rows.controller[row] === controller && wants(priority!.requests.rows.signalGroup[row]!)) return true;
  return false;
}

/** Whether a vehicle is on a lane, or on those that lead onto it without signals, so far before its end. */
function isAnyoneOn(twin: ReadingTwin, state: CityState, lane: number, reachM: number): boolean {
  const { lanes, movements } = twin, { places, vehicles } = state, first = places.first[lane]!;
  if (reachM <= 0) return false;
  if (first >= 0 && lanes.lengthM[lane]! - vehicles.positionM[first]! <= reachM) return true;
  const beforeM = reachM - lanes.lengthM[lane]!;
  if (beforeM <= 0) return false;
  return approachesOf(twin).feeders[lane]!.some((movement) =>
    places.first[lanes.count + movement]! >= 0 || isAnyoneOn(twin, state, movements.fromLane[movement]!, beforeM - movements.lengthM[movement]!));
}
