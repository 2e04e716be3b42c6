import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Vehicles an hour that leave a lane while it shows green: the saturation flow that default drivers are calibrated to (HCM 2010, base value). */
export const SATURATION_FLOW_PER_H = 1900;

/**
 * Vehicles an hour that the signals at the end of a link let through: saturation flow by share of green, lane by lane,
 * the greenest way of each. `towards`: of those only who go on to these links, with the lanes all to themselves. Gaps that a
 * permissive green must wait for only lower it. undefined where no signal stands.
 */
export function signalCapacityPerH(twin: ReadingTwin, link: number, towards?: ReadonlySet<number>): number | undefined {
  const { links, lanes, movements } = twin, first = links.firstLane[link]!;
  let capacityPerH = 0, signals = false;
  for (let lane = first; lane < first + links.laneCount[link]!; lane++) {
    let best = 0;
    for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
      const share = (movements.permitted[movement]! & category.car) === 0 ? undefined : greenShare(twin, movement);
      if (share === undefined) continue;
      signals = true;
      if (!towards || towards.has(lanes.link[movements.toLane[movement]!]!)) best = Math.max(best, share);
    }
    capacityPerH += best * SATURATION_FLOW_PER_H;
  }
  return signals ? capacityPerH : undefined;
}

/** Of the cycle, as planned; undefined where no signal stands. */
function greenShare({ movements, junctions, controllers, intervals, aspects }: ReadingTwin, movement: number): number | undefined {
  const group = movements.signalGroup[movement]!, controller = junctions.controller[movements.junction[movement]!]!;
  if (group < 0 || controller < 0) return undefined;
  const first = controllers.firstInterval[controller]!;
  let greenS = 0;
  for (let interval = first; interval < first + controllers.intervalCount[controller]!; interval++) {
    const shown = aspects.shown[intervals.firstAspect[interval]! + group]!;
    if (shown === aspect.green || shown === aspect.greenPermissive) greenS += intervals.durationS[interval]!;
  }
  return greenS / controllers.cycleS[controller]!;
}
