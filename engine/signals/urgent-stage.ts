import type { CityState } from '../state/city-state.ts';
import { amberOfS } from '../twin/group-limits.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { stagePlanOf } from './stage-plan.ts';

/** A signal group that is not green, and when its longest wait is over. */
interface Waiting { group: number; untilS: number }

/**
 * The stage that has to come now so that nobody waits longer than they may; -1 where there is time for another decision
 * first. Those who wait are served in the order in which their time is up (earliest deadline first): there is time as
 * long as that order, begun after one more stage of any kind, still comes in time for all of them.
 */
export function urgentStage(twin: ReadingTwin, state: CityState, control: number, stages: readonly number[]): number {
  const { controller: rows, decisionEveryS, leastStageS } = twin.stageControls, controller = rows[control]!, leastS = leastStageS[control]!;
  return dueStage(twin, state, controller, stages, { fromS: state.timeS + stagePlanOf(twin, controller).longestChangeS + Math.max(decisionEveryS[control]!, leastS), leastStageS: leastS });
}

/** When a controller could begin to serve those who wait, how long each stage lasts at least, and the stage that shows by then: -1 for none. */
interface Order { fromS: number; leastStageS: number; servedBy?: number }

/** The stage that has to come first so that nobody waits longer than they may, because that order, begun at a time, would come too late for someone; -1 where it would not. */
export function dueStage(twin: ReadingTwin, state: CityState, controller: number, stages: readonly number[], { fromS, leastStageS, servedBy = -1 }: Order): number {
  const changeS = stagePlanOf(twin, controller).longestChangeS, waiting = waitingGroups(twin, state, controller).filter(({ group }) => servedBy < 0 || !isGreen(twin, servedBy, group));
  const order = servingOrder(twin, stages, waiting);
  let startS = fromS;
  for (const { untilS } of order) {
    startS += changeS;
    if (startS > untilS) return order[0]!.stage;
    startS += leastStageS;
  }
  return -1;
}

/** The stage of those who have the least left of their longest wait, of all who are red; -1 where nobody's wait is limited. */
export const longestWaitingStage = (twin: ReadingTwin, state: CityState, controller: number, stages: readonly number[]): number =>
  servingOrder(twin, stages, waitingGroups(twin, state, controller))[0]?.stage ?? -1;

function waitingGroups(twin: ReadingTwin, { signals }: CityState, controller: number): Waiting[] {
  const { signalGroups } = twin, first = signals.controllers.firstGroup[controller]!, waiting: Waiting[] = [];
  for (let group = 0; group < twin.controllers.groupCount[controller]!; group++) {
    const row = first + group, longestS = row < signalGroups.count ? signalGroups.longestWaitS[row]! : 0;
    if (longestS <= 0 || isGreenAspect(signals.shown[row]!)) continue;
    waiting.push({ group, untilS: signals.changeovers.groups.greenEndedS[row]! + amberOfS(twin, row) + longestS });
  }
  return waiting.sort((one, other) => one.untilS - other.untilS || one.group - other.group);
}

/** Stages that serve all who wait and can be served, each with the time of the first of them: of several that serve one, that which serves the most of the others. */
function servingOrder(twin: ReadingTwin, stages: readonly number[], waiting: readonly Waiting[]): { stage: number; untilS: number }[] {
  const order: { stage: number; untilS: number }[] = [];
  let left = [...waiting];
  while (left.length > 0) {
    const { group, untilS } = left[0]!;
    let best = -1, most = 0;
    for (const stage of stages) {
      const served = isGreen(twin, stage, group) ? left.filter((other) => isGreen(twin, stage, other.group)).length : 0;
      if (served > most) { most = served; best = stage; }
    }
    if (best >= 0) order.push({ stage: best, untilS });
    left = left.filter((other) => other.group !== group && !(best >= 0 && isGreen(twin, best, other.group)));
  }
  return order;
}
