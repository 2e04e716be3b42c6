import type { SignalState } from '../state/signal-state.ts';
import { amberOfS, firstRowOf } from '../twin/group-limits.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import { stagesOf } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** What choosing needs to know of a plan. */
interface StagePlan { stages: readonly number[]; longestChangeS: number }

const known = new WeakMap<ReadingTwin, StagePlan[]>();

/** Worked out once for each controller of a twin that runs: its tables are not replaced any more. */
export function stagePlanOf(twin: ReadingTwin, controller: number): StagePlan {
  let plans = known.get(twin);
  if (!plans) known.set(twin, (plans = []));
  return (plans[controller] ??= { stages: stagesOf(twin, controller), longestChangeS: findLongestChangeS(twin, controller) });
}

/** The longest that a controller may take from one stage to another: its longest intergreen or amber, up to a whole second. */
export function findLongestChangeS(twin: ReadingTwin, controller: number): number {
  const { controllers, intergreens, signalGroups } = twin;
  let longestS = 0;
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) longestS = Math.max(longestS, intergreens.leastS[row]!);
  const first = firstRowOf(signalGroups, controller);
  for (let row = first; row < Math.min(signalGroups.count, first + controllers.groupCount[controller]!); row++) longestS = Math.max(longestS, signalGroups.amberS[row]!);
  return Math.ceil(longestS) + 1;
}

/** How long it takes from what a controller shows now until a stage shows whole. */
export function changeS(twin: ReadingTwin, { shown, controllers }: SignalState, controller: number, stage: number): number {
  const { intergreens } = twin, first = controllers.firstGroup[controller]!, ends = (group: number): boolean => isGreenAspect(shown[first + group]!) && !isGreen(twin, stage, group);
  let takesS = 0;
  for (let group = 0; group < twin.controllers.groupCount[controller]!; group++) if (ends(group)) takesS = Math.max(takesS, amberOfS(twin, first + group));
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    if (ends(intergreens.endingGroup[row]!) && isGreen(twin, stage, intergreens.startingGroup[row]!)) takesS = Math.max(takesS, intergreens.leastS[row]!);
  }
  return takesS;
}
