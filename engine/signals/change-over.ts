import { showAspect, type SignalState } from '../state/signal-state.ts';
import { amberOfS, firstRowOf, minimumGreenOfS } from '../twin/group-limits.ts';
import { isGreenAspect } from '../twin/plan-green.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Times of a run are sums of steps. */
const ROUNDING_S = 1e-6;

/**
 * One look of a controller that changes over to another stage: greens that end do so when their minimum is over, then show
 * their amber; greens that start do so one by one, each when every intergreen since the end of conflicting greens is
 * over. Greens of both stages stay. True once the stage shows whole.
 *
 * Where the matrix is silent nobody starts before all amber is over: the two may meet as a turn does that gives way.
 */
export function changeOver(twin: ReadingTwin, signals: SignalState, controller: number, atS: number): boolean {
  const { shown } = signals, first = signals.controllers.firstGroup[controller]!, count = twin.controllers.groupCount[controller]!;
  const stage = signals.changeovers.controllers.toStage[controller]!, firstAspect = twin.intervals.firstAspect[stage]!;
  let isWhole = true, ending = false;
  for (let group = 0; group < count; group++) {
    const row = first + group, goal = twin.aspects.shown[firstAspect + group]!;
    leaveAspect(twin, signals, row, goal, atS);
    if (isGreenAspect(shown[row]!) && !isGreenAspect(goal)) ending = true;
    else if (isGreenAspect(shown[row]!) !== isGreenAspect(goal) || shown[row] === aspect.amber) isWhole = false;
  }
  if (ending) return false;
  if (!isWhole) isWhole = startGreens(twin, signals, controller, firstAspect, atS);
  if (isWhole) for (let group = 0; group < count; group++) showAspect(signals, first + group, twin.aspects.shown[firstAspect + group]!, atS);
  return isWhole;
}

/** What a group shows on its way from green to what it will show, as far as that is not green. */
function leaveAspect(twin: ReadingTwin, signals: SignalState, row: number, goal: number, atS: number): void {
  const now = signals.shown[row]!, { greenSinceS, greenEndedS } = signals.changeovers.groups;
  if (isGreenAspect(now)) {
    // Until the stage shows whole, nobody has more right than in either.
    if (goal === aspect.greenPermissive) showAspect(signals, row, goal, atS);
    if (isGreenAspect(goal) || atS < greenSinceS[row]! + minimumGreenOfS(twin, row) - ROUNDING_S) return;
    showAspect(signals, row, amberOfS(twin, row) > 0 ? aspect.amber : aspect.red, atS);
  } else if (now === aspect.amber ? atS >= greenEndedS[row]! + amberOfS(twin, row) - ROUNDING_S : goal === aspect.red) {
    showAspect(signals, row, aspect.red, atS);
  }
}

/** Starts the greens of a stage that may. True when none is missing and no amber is left. */
function startGreens(twin: ReadingTwin, signals: SignalState, controller: number, firstAspect: number, atS: number): boolean {
  const { shown, changeovers: { groups: { greenEndedS } } } = signals, { intergreens } = twin;
  const first = signals.controllers.firstGroup[controller]!, count = twin.controllers.groupCount[controller]!;
  let amberUntilS = -Infinity, isWhole = true;
  for (let row = first; row < first + count; row++) if (!isGreenAspect(shown[row]!)) amberUntilS = Math.max(amberUntilS, greenEndedS[row]! + amberOfS(twin, row));
  if (atS < amberUntilS - ROUNDING_S) return false;
  const fromS = new Float64Array(count).fill(-Infinity);
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    const starting = intergreens.startingGroup[row]!;
    fromS[starting] = Math.max(fromS[starting]!, greenEndedS[first + intergreens.endingGroup[row]!]! + intergreens.leastS[row]!);
  }
  for (let group = 0; group < count; group++) {
    const goal = twin.aspects.shown[firstAspect + group]!, row = first + group;
    if (!isGreenAspect(goal) || isGreenAspect(shown[row]!)) continue;
    if (atS >= fromS[group]! - ROUNDING_S) showAspect(signals, row, goal, atS);
    else isWhole = false;
  }
  return isWhole;
}

/** When every green that a controller shows has had its minimum: a part of a stage may be shorter than that, for greens go on around it in the plan. */
export function greensUntilS(twin: ReadingTwin, { shown, controllers, changeovers }: SignalState, controller: number): number {
  const first = controllers.firstGroup[controller]!;
  let untilS = -Infinity;
  for (let row = first; row < first + twin.controllers.groupCount[controller]!; row++) {
    if (isGreenAspect(shown[row]!)) untilS = Math.max(untilS, changeovers.groups.greenSinceS[row]! + minimumGreenOfS(twin, row));
  }
  return untilS;
}
