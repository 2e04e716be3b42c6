import type { CityState } from '../state/city-state.ts';
import { approachesOf } from '../twin/approach-lanes.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { CAMERA_REACH_M, waysBefore, type WayBefore } from '../twin/ways-before.ts';

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
      if (wants(movements.signalGroup[movement]!) && isAnyoneOn(twin, state, lane)) return true;
    }
  }
  if (pedestrians) for (const crossing of approachesOf(twin).crossings[controller]!) if (pedestrians.crossings.waiting[crossing]! > 0 && wants(crossings.signalGroup[crossing]!)) return true;
  for (let row = 0; row < priority!.requests.used; row++) if (priority!.requests.rows.controller[row] === controller && wants(priority!.requests.rows.signalGroup[row]!)) return true;
  return false;
}

/** Whether a vehicle is on a lane, or on those that lead onto it without signals, where cameras at its end see it. */
const isAnyoneOn = (twin: ReadingTwin, state: CityState, lane: number): boolean =>
  isOn(twin, state, lane, CAMERA_REACH_M) || isAnyoneBefore(twin, state, waysBefore(twin, lane), CAMERA_REACH_M - twin.lanes.lengthM[lane]!);

const isAnyoneBefore = (twin: ReadingTwin, state: CityState, ways: readonly WayBefore[], reachM: number): boolean => reachM > 0 && ways.some(({ movement, lane, before }) => {
  const leftM = reachM - twin.movements.lengthM[movement]!;
  return state.places.first[twin.lanes.count + movement]! >= 0 || isOn(twin, state, lane, leftM) || isAnyoneBefore(twin, state, before, leftM - twin.lanes.lengthM[lane]!);
});

/** Whether a vehicle is on a lane, so far before its end. */
function isOn({ lanes }: ReadingTwin, { places, vehicles }: CityState, lane: number, reachM: number): boolean {
  const first = places.first[lane]!;
  return reachM > 0 && first >= 0 && lanes.lengthM[lane]! - vehicles.positionM[first]! <= reachM;
}
