import type { CityState } from '../state/city-state.ts';
import { approachesOf } from '../twin/approach-lanes.ts';
import { isGreen } from '../twin/plan-green.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { redInPlanS } from '../twin/plan-recovery.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { latestEndS } from './latest-end.ts';
import { HEADWAY_S, queuedOn } from './queued-on.ts';

/** Seconds that vehicles which now stand before red wait longer, all together, if the running green goes on for `longerS`. */
export const costOfHoldVehicleS = (twin: ReadingTwin, state: CityState, controller: number, longerS: number): number =>
  costOfLongerVehicleS(twin, state, controller, state.signals.controllers.interval[controller]!, longerS);

/** The same of any stage of the plan. */
export function costOfLongerVehicleS(twin: ReadingTwin, state: CityState, controller: number, interval: number, longerS: number): number {
  let queued = 0;
  forLanes(twin, controller, (lane, group) => { if (!isGreen(twin, interval, group)) queued += queuedOn(state, lane); });
  return queued * longerS;
}

/**
 * Seconds that vehicles wait longer, all together, because the running green ends `earlierS` before its time: who would have
 * gone in them waits for the next green of the group.
 */
export function costOfCutVehicleS(twin: ReadingTwin, state: CityState, controller: number, earlierS: number): number {
  const running = state.signals.controllers.interval[controller]!, leftS = Math.max(0, latestEndS(twin, state, controller) - earlierS - state.timeS);
  return costOfShorterVehicleS(twin, state, controller, running, { leftS, earlierS });
}

/** The same of any stage of the plan: `leftS` of it are left, `earlierS` are taken. */
export function costOfShorterVehicleS(twin: ReadingTwin, state: CityState, controller: number, interval: number, { leftS, earlierS }: { leftS: number; earlierS: number }): number {
  if (twin.intervals.stage[interval] !== 1) return 0;
  const first = firstIntervalOf(twin, interval), next = first + ((interval - first + 1) % intervalCountOf(twin, interval));
  let costVehicleS = 0;
  forLanes(twin, controller, (lane, group) => {
    if (!isGreen(twin, interval, group) || isGreen(twin, next, group)) return;
    // Those in front go before the cut: what is left of the green serves as many as it has headways.
    const behind = Math.max(0, state.places.vehicles[lane]! - leftS / HEADWAY_S);
    costVehicleS += Math.min(behind, earlierS / HEADWAY_S) * redInPlanS(twin, interval, group);
  });
  return costVehicleS;
}

/**
 * Seconds that vehicles wait longer, all together, because a controller leaves the order of its plan: who stands before red
 * by as much as their green comes later, who loses the rest of the running green until their next one.
 */
export function costOfOrderVehicleS(twin: ReadingTwin, state: CityState, controller: number, { leaveS, stage, nextGreenS, byPlanS }: { leaveS: number; stage: number; nextGreenS: Readonly<Float64Array>; byPlanS: Readonly<Float64Array> }): number {
  const running = state.signals.controllers.interval[controller]!, endsS = state.signals.controllers.endsS[controller]!;
  let costVehicleS = 0;
  forLanes(twin, controller, (lane, group) => {
    if (!isGreen(twin, running, group)) costVehicleS += queuedOn(state, lane) * laterByS(nextGreenS[group]!, byPlanS[group]!);
    else if (!isGreen(twin, stage, group)) {
      const behind = Math.max(0, state.places.vehicles[lane]! - (leaveS - state.timeS) / HEADWAY_S);
      costVehicleS += Math.min(behind, (endsS - leaveS) / HEADWAY_S) * laterByS(nextGreenS[group]!, endsS);
    }
  });
  return costVehicleS;
}

/** Who never has green waits for nothing that could come later. */
const laterByS = (oneS: number, otherS: number): number => (oneS === Infinity || otherS === Infinity ? 0 : Math.max(0, oneS - otherS));

/** Every lane before the signals of a controller, once, with the first group that lets it go. */
function forLanes(twin: ReadingTwin, controller: number, visit: (lane: number, group: number) => void): void {
  const { lanes, movements } = twin;
  for (const lane of approachesOf(twin).lanes[controller]!) {
    let movement = lanes.firstMovement[lane]!;
    while (movements.signalGroup[movement]! < 0) movement++;
    visit(lane, movements.signalGroup[movement]!);
  }
}
