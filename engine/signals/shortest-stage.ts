import { firstRowOf } from '../twin/group-limits.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Shorter stages serve nobody (usual minimum green in France). */
const LEAST_STAGE_S = 6;

/** No stage of a controller that has left its plan is shorter: the longest minimum green of its groups, 6 s at least. */
export function shortestStageS(twin: ReadingTwin, controller: number): number {
  const { signalGroups, controllers } = twin, first = firstRowOf(signalGroups, controller);
  let shortestS = LEAST_STAGE_S;
  for (let row = first; row < Math.min(signalGroups.count, first + controllers.groupCount[controller]!); row++) shortestS = Math.max(shortestS, signalGroups.minimumGreenS[row]!);
  return shortestS;
}
