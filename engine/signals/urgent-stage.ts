import { redSinceS } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
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
  const { controller: rows, decisionEveryS, leastStageS } = twin.stageControls, controller = rows[control]!, changeS = stagePlanOf(twin, controller).longestChangeS;
  const order = servingOrder(stages, waitingGroups(twin, state, controller), servesMost(twin));
  return isInTime(order, state.timeS + changeS + Math.max(decisionEveryS[control]!, leastStageS[control]!), changeS, leastStageS[control]!) ? -1 : order[0]!.stage;
}

/** When a controller could begin to serve those who wait, how long each stage lasts at least, and the stage that shows by then. */
interface Order { fromS: number; leastStageS: number; servedBy?: number }

/**
 * The stage that has to come first so that nobody waits longer than they may, because that order, begun at a time, would
 * come too late for someone; -1 where it would not. Of stages that serve the first one the next ones decide: those who come to
 * wait later never make another stage the first, so that what was in time stays so.
 */
export function dueStage(twin: ReadingTwin, state: CityState, controller: number, stages: readonly number[], { fromS, leastStageS, servedBy = -1 }: Order): number {
  const waiting = waitingGroups(twin, state, controller).filter(({ group }) => servedBy < 0 || !isGreen(twin, servedBy, group)), order = servingOrder(stages, waiting, servesFirst(twin));
  return isInTime(order, fromS, stagePlanOf(twin, controller).longestChangeS, leastStageS) ? -1 : order[0]!.stage;
}

/** The stage of those who have the least left of their longest wait, of all who are red; -1 where nobody's wait is limited. */
export const longestWaitingStage = (twin: ReadingTwin, state: CityState, controller: number, stages: readonly number[]): number =>
  servingOrder(stages, waitingGroups(twin, state, controller), servesFirst(twin))[0]?.stage ?? -1;

/** Whether stages in this order, each as short as may be, come in time for all if the first is begun at a time. */
function isInTime(order: readonly Served[], fromS: number, changeS: number, leastStageS: number): boolean {
  let startS = fromS;
  for (const { untilS } of order) {
    startS += changeS;
    if (startS > untilS) return false;
    startS += leastStageS;
  }
  return true;
}

function waitingGroups(twin: ReadingTwin, { signals }: CityState, controller: number): Waiting[] {
  const { signalGroups } = twin, first = signals.controllers.firstGroup[controller]!, waiting: Waiting[] = [];
  for (let group = 0; group < twin.controllers.groupCount[controller]!; group++) {
    const row = first + group, longestS = row < signalGroups.count ? signalGroups.longestWaitS[row]! : 0;
    if (longestS <= 0 || isGreenAspect(signals.shown[row]!)) continue;
    waiting.push({ group, untilS: redSinceS(twin, signals, row) + longestS });
  }
  return waiting.sort((one, other) => one.untilS - other.untilS || one.group - other.group);
}

/** A stage, and by when it has to come. */
interface Served { stage: number; untilS: number }

/** Which groups of those who wait a stage serves, in the order in which their time is up. */
type Serves = (stage: number, left: readonly Waiting[]) => readonly boolean[];
/** Whether one stage is to come before another for the first of those who wait. */
type Better = { serves: Serves; isBetter: (one: readonly boolean[], other: readonly boolean[]) => boolean };

const servesMost = (twin: ReadingTwin): Better => ({ serves: servesIn(twin), isBetter: (one, other) => one.filter(Boolean).length > other.filter(Boolean).length });

const servesFirst = (twin: ReadingTwin): Better => ({
  serves: servesIn(twin),
  isBetter(one, other) {
    const at = one.findIndex((is, row) => is !== other[row]);
    return at >= 0 && one[at]!;
  },
});

const servesIn = (twin: ReadingTwin): Serves => (stage, left) => left.map(({ group }) => isGreen(twin, stage, group));

/** Stages that serve all who wait and can be served, each with the time of the first of them: of several that serve one, the better. */
function servingOrder(stages: readonly number[], waiting: readonly Waiting[], { serves, isBetter }: Better): Served[] {
  const order: Served[] = [];
  let left = [...waiting];
  while (left.length > 0) {
    let best = -1, bestServes: readonly boolean[] = left.map(() => false);
    for (const stage of stages) {
      const does = serves(stage, left);
      if (does[0] && (best < 0 || isBetter(does, bestServes))) { best = stage; bestServes = does; }
    }
    if (best >= 0) order.push({ stage: best, untilS: left[0]!.untilS });
    left = left.filter((_, at) => at > 0 && !bestServes[at]);
  }
  return order;
}
