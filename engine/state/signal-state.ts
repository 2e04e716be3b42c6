import { f64, makeTable, rowOf, u32, type Table } from '../foundation/table.ts';
import { amberOfS } from '../twin/group-limits.ts';
import { isGreenAspect } from '../twin/plan-green.ts';
import { aspect } from '../twin/signals.ts';
import { firstIntervalOf } from '../twin/plan-of.ts';
import { scheduledPlan } from '../twin/plan-schedule.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { prepareChangeovers, type Changeovers } from './changeover-state.ts';

/** One row for each controller. */
export const controllerStateColumns = {
  interval: rowOf('intervals', 'what it shows now; -1 without a plan'),
  startedS: f64('when this interval began'),
  endsS: f64('when it ends, as far as decided; Infinity where nothing ever changes'),
  shortenedS: f64('what this interval gives back of its planned length'),
  extendedS: f64('how long this interval has been prolonged for a bus or tram'),
  behindS: f64('how late the plan runs after extensions, still to be given back'),
  lockedUntilS: f64('no extension before this time'),
  neededUntilS: f64('when the last bus or tram that asks for this green reaches the stop line; -1 for none, asked anew in every step'),
  firstGroup: u32('where its signal groups begin in `shown`'),
};

export type ControllerStates = Table<typeof controllerStateColumns>;

/** Signals at one instant. A movement sees `shown[firstGroup[junction's controller] + signalGroup]`. */
export interface SignalState {
  controllers: ControllerStates;
  /** A code of `aspect` for each signal group of each controller. */
  shown: Uint8Array;
  changeovers: Changeovers;
}

/** Every controller at the place in its plan that `fromS` falls on. */
export function prepareSignalState(twin: ReadingTwin, fromS: number): SignalState {
  const { controllers: plans } = twin;
  const controllers = makeTable(controllerStateColumns, plans.count);
  let groupCount = 0;
  for (let controller = 0; controller < plans.count; controller++) {
    controllers.firstGroup[controller] = groupCount;
    groupCount += plans.groupCount[controller]!;
  }
  const state = { controllers, shown: new Uint8Array(groupCount).fill(aspect.off), changeovers: prepareChangeovers(plans.count, groupCount) };
  for (let controller = 0; controller < plans.count; controller++) {
    controllers.lockedUntilS[controller] = -Infinity;
    controllers.neededUntilS[controller] = -1;
    enterPlan(twin, state, controller, fromS);
    endGreensBefore(twin, state, controller);
  }
  startActuated(twin, state, fromS);
  return state;
}

function enterPlan(twin: ReadingTwin, state: SignalState, controller: number, fromS: number): void {
  const { interval, startedS, endsS } = state.controllers, due = scheduledPlan(twin, controller, fromS);
  const { table, at } = due < 0 ? { table: twin.controllers, at: controller } : { table: twin.signalPlans, at: due };
  const first = table.firstInterval[at]!, end = first + table.intervalCount[at]!, offsetS = table.offsetS[at]!;
  let cycleS = 0;
  for (let row = first; row < end; row++) cycleS += twin.intervals.durationS[row]!;
  if (!(cycleS > 0)) {
    interval[controller] = -1;
    endsS[controller] = Infinity;
    return;
  }
  const sincePlanS = fromS - offsetS;
  let startS = offsetS + Math.floor(sincePlanS / cycleS) * cycleS, row = first;
  while (row < end - 1 && startS + twin.intervals.durationS[row]! <= fromS) startS += twin.intervals.durationS[row++]!;
  interval[controller] = row;
  startedS[controller] = startS;
  endsS[controller] = end - first === 1 && due < 0 ? Infinity : startS + twin.intervals.durationS[row]!;
  showInterval(twin, state, controller, startS);
}

/** Whoever is not green at the start may have been until the running interval began; whoever is red by then, until its amber before that. */
function endGreensBefore(twin: ReadingTwin, { controllers, shown, changeovers: { groups } }: SignalState, controller: number): void {
  if (controllers.interval[controller]! < 0) return;
  const first = controllers.firstGroup[controller]!;
  for (let row = first; row < first + twin.controllers.groupCount[controller]!; row++) {
    if (!isGreenAspect(shown[row]!)) groups.greenEndedS[row] = controllers.startedS[controller]! - (shown[row] === aspect.amber ? 0 : amberOfS(twin, row));
  }
}

/**
 * Where traffic decides how long intervals last, a plan tells only with which of them a run begins. It lasts as long as
 * the first interval at least does, as in SUMO.
 */
function startActuated(twin: ReadingTwin, { controllers }: SignalState, fromS: number): void {
  const { actuations, intervals } = twin;
  for (let row = actuations.count - 1; row >= 0; row--) {
    const interval = actuations.interval[row]!, controller = intervals.controller[interval]!, first = firstIntervalOf(twin, interval);
    if (firstIntervalOf(twin, controllers.interval[controller]!) !== first) continue;
    if (controllers.startedS[controller] !== fromS) controllers.endsS[controller] = fromS + intervals.durationS[first]!;
    controllers.startedS[controller] = fromS;
    if (interval === first) controllers.endsS[controller] = fromS + actuations.shortestS[row]!;
  }
}

/** Copies what the controller's interval shows to its signal groups, from a time on. */
export function showInterval(twin: ReadingTwin, state: SignalState, controller: number, atS: number): void {
  const firstGroup = state.controllers.firstGroup[controller]!;
  const firstAspect = twin.intervals.firstAspect[state.controllers.interval[controller]!]!;
  const count = twin.controllers.groupCount[controller]!;
  for (let group = 0; group < count; group++) showAspect(state, firstGroup + group, twin.aspects.shown[firstAspect + group]!, atS);
}

/** One signal group shows something from a time on: `row` as in `shown`. */
export function showAspect({ shown, changeovers: { groups } }: SignalState, row: number, now: number, atS: number): void {
  const wasGreen = isGreenAspect(shown[row]!), isGreen = isGreenAspect(now);
  if (isGreen && !wasGreen) groups.greenSinceS[row] = atS;
  if (!isGreen && wasGreen) groups.greenEndedS[row] = atS;
  shown[row] = now;
}
