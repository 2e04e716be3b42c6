import type { CityState } from '../state/city-state.ts';
import { approachesOf } from '../twin/approach-lanes.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { HEADWAY_S, queuedOn } from './queued-on.ts';

/** The first vehicle of a queue goes after a start-up lost time (Cerema, 2016). */
const START_UP_S = 2;
/** Whoever stands further back does not hinder who comes: no green is called earlier for them. */
const LONGEST_CLEARING_S = 40;

/** How long green it takes for the queue on the lanes of a signal group to go, as detectors see it now. */
export function clearQueueS(twin: ReadingTwin, state: CityState, controller: number, group: number): number {
  const { lanes, movements } = twin;
  let longest = 0;
  for (const lane of approachesOf(twin).lanes[controller]!) {
    const first = lanes.firstMovement[lane]!;
    for (let movement = first; movement < first + lanes.movementCount[lane]!; movement++) {
      if (movements.signalGroup[movement] === group) { longest = Math.max(longest, queuedOn(state, lane)); break; }
    }
  }
  return longest === 0 ? 0 : Math.min(LONGEST_CLEARING_S, START_UP_S + HEADWAY_S * longest);
}

/** Seconds that those who stand before red wait longer, all together, if a stage that does not serve them shows until a time. */
export function costOfStageVehicleS(twin: ReadingTwin, state: CityState, controller: number, stage: number, untilS: number): number {
  const { lanes, movements } = twin;
  let queued = 0;
  for (const lane of approachesOf(twin).lanes[controller]!) {
    const first = lanes.firstMovement[lane]!;
    let isServed = false;
    for (let movement = first; movement < first + lanes.movementCount[lane]!; movement++) isServed ||= movements.signalGroup[movement]! >= 0 && isGreen(twin, stage, movements.signalGroup[movement]!);
    if (!isServed) queued += queuedOn(state, lane);
  }
  return queued * Math.max(0, untilS - state.timeS);
}
