import type { CityState } from '../state/city-state.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { redAfterS } from './green-ahead.ts';
import { latestEndS } from './latest-end.ts';

/** A lane lets a vehicle go about every two seconds: 1,800 an hour. */
const HEADWAY_S = 2;
/** Slower than this a vehicle is in a queue. */
const QUEUED_MPS = 2;

/** Seconds that vehicles which now stand before red wait longer, all together, if the running green goes on for `longerS`. */
export function costOfHoldVehicleS(twin: ReadingTwin, state: CityState, controller: number, longerS: number): number {
  const running = state.signals.controllers.interval[controller]!;
  let queued = 0;
  forLanes(twin, controller, (lane, group) => { if (!isGreen(twin, running, group)) queued += queuedOn(state, lane); });
  return queued * longerS;
}

/**
 * Seconds that vehicles wait longer, all together, because the running green ends `earlierS` before its time: who would have
 * gone in them waits for the next green of the group.
 */
export function costOfCutVehicleS(twin: ReadingTwin, state: CityState, controller: number, earlierS: number): number {
  const { intervals } = twin, running = state.signals.controllers.interval[controller]!, first = twin.controllers.firstInterval[controller]!;
  const next = first + ((running - first + 1) % twin.controllers.intervalCount[controller]!);
  let costVehicleS = 0;
  forLanes(twin, controller, (lane, group) => {
    if (!isGreen(twin, running, group) || isGreen(twin, next, group)) return;
    // Those in front go before the cut: what is left of the green serves as many as it has headways.
    const leftS = Math.max(0, latestEndS(twin, state, controller) - earlierS - state.timeS);
    const behind = Math.max(0, state.places.vehicles[lane]! - leftS / HEADWAY_S);
    costVehicleS += Math.min(behind, earlierS / HEADWAY_S) * redAfterS(twin, controller, group);
  });
  return intervals.stage[running] === 1 ? costVehicleS : 0;
}

function queuedOn({ places, vehicles }: CityState, lane: number): number {
  let queued = 0;
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) if (vehicles.speedMps[slot]! < QUEUED_MPS) queued++;
  return queued;
}

/** Every lane before the signals of a controller, once, with the first group that lets it go. */
function forLanes({ movements, junctions }: ReadingTwin, controller: number, visit: (lane: number, group: number) => void): void {
  let before = -1;
  // Movements stand in the order of their lanes.
  for (let movement = 0; movement < movements.count; movement++) {
    const lane = movements.fromLane[movement]!, group = movements.signalGroup[movement]!;
    if (lane === before || group < 0 || junctions.controller[movements.junction[movement]!] !== controller) continue;
    before = lane;
    visit(lane, group);
  }
}
