import type { CityState } from '../state/city-state.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import { firstRowOf } from '../twin/group-limits.ts';
import { latestEndS } from './latest-end.ts';
import { mostAheadS } from '../twin/plan-recovery.ts';
import { isGreen } from '../twin/plan-green.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { mostShortenedS } from '../twin/shortest-interval.ts';
import { priorityMeans, type PriorityRule } from '../twin/priority.ts';
import { priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** When the running stage can end so that another group is green sooner, or why it cannot. */
export interface Cut { toS: number; refusal: number }

/**
 * The running stage cut short by as much as a bus wants, in whole seconds: not below the shortest that the rules, the
 * limits of its groups and the intergreen matrix leave it, not before who needs it has passed (`heldForS`), and not by more than the plan can make up for.
 */
export function cutFor(twin: ReadingTwin, state: CityState, controller: number, wantedS: number, rule: PriorityRule, { servedLast, heldForS }: { servedLast: boolean; heldForS: number }): Cut {
  const { controllers } = state.signals, interval = controllers.interval[controller]!, startedS = controllers.startedS[controller]!, endsS = controllers.endsS[controller]!;
  const no = (refusal: number): Cut => ({ toS: -1, refusal });
  if ((rule.means & priorityMeans.earlyGreen) === 0) return no(priorityReason.noSuchMeans);
  if (!servedLast && state.timeS < controllers.lockedUntilS[controller]!) return no(priorityReason.lockout);
  const leastS = shortestLengthS(twin, controller, interval, rule), latestS = latestEndS(twin, state, controller);
  const free = Math.max(startedS + leastS, startedS + Math.ceil(state.timeS - startedS), startedS + Math.floor(latestS - wantedS - startedS));
  const toS = Math.max(free, startedS + Math.ceil(heldForS - startedS));
  if (free >= latestS) return no(priorityReason.atShortest);
  if (toS >= latestS) return no(priorityReason.anotherFirst);
  if (latestS > endsS) return { toS, refusal: priorityReason.none };
  const aheadS = endsS - toS - controllers.behindS[controller]!;
  if (rule.recoveryCycleCount > 0 && rule.keepsOffset === 1 && aheadS > mostAheadS(twin, interval, rule.recoveryCycleCount)) return no(priorityReason.planTooFarOff);
  return { toS, refusal: priorityReason.none };
}

/** How long a stage has to last at least before it may end for a bus. */
export function shortestLengthS(twin: ReadingTwin, controller: number, interval: number, rule: PriorityRule): number {
  const actuation = actuationOf(twin, interval);
  if (actuation >= 0) return Math.max(twin.actuations.shortestS[actuation]!, minimumGreenS(twin, controller, interval));
  const durationS = twin.intervals.durationS[interval]!, byPlanS = durationS - mostShortenedS(twin, controller, interval, () => rule.shortestStageS);
  return Math.max(byPlanS, Math.min(durationS, minimumGreenS(twin, controller, interval)));
}

/** The longest minimum green of the groups whose green ends with this interval. */
function minimumGreenS(twin: ReadingTwin, controller: number, interval: number): number {
  const { signalGroups, controllers } = twin;
  if (signalGroups.count === 0) return 0;
  const first = firstIntervalOf(twin, interval), next = first + ((interval - first + 1) % intervalCountOf(twin, interval));
  const firstGroup = firstRowOf(signalGroups, controller);
  let leastS = 0;
  for (let group = 0; group < controllers.groupCount[controller]!; group++) {
    if (isGreen(twin, interval, group) && !isGreen(twin, next, group)) leastS = Math.max(leastS, signalGroups.minimumGreenS[firstGroup + group]!);
  }
  return leastS;
}
