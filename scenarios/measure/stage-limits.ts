import { shortestLengthS } from '../../engine/priority/cut-short.ts';
import { actuationOf } from '../../engine/twin/actuation-of.ts';
import { coordinationOf, shortestCoordinatedS } from '../../engine/twin/coordination-of.ts';
import { firstIntervalOf, intervalCountOf } from '../../engine/twin/plan-of.ts';
import { mostGivenBackS } from '../../engine/twin/plan-recovery.ts';
import { priorityMeans, ruleOf } from '../../engine/twin/priority.ts';
import { stageControlOf } from '../../engine/twin/stage-control-of.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Who says how long stages of a plan last: the plan alone, traffic between two limits, traffic within cycle and offset, or the controller chooses them one by one. */
export type PlanControl = 'fixed' | 'actuated' | 'coordinated' | 'chosen';

/** Between which lengths a stage stays while nobody calls it out of turn; `longestS` undefined where only the longest waits of others end it. */
export interface StageLimits { shortestS: number; longestS: number | undefined }

/** How a controller runs the plan to which an interval belongs. */
export function planControlOf(twin: ReadingTwin, controller: number, interval: number): PlanControl {
  if (stageControlOf(twin, controller) >= 0) return 'chosen';
  if (coordinationOf(twin, controller, interval) >= 0) return 'coordinated';
  const first = firstIntervalOf(twin, interval);
  return Array.from({ length: intervalCountOf(twin, interval) }, (_, at) => first + at).some((one) => actuationOf(twin, one) >= 0) ? 'actuated' : 'fixed';
}

/** The stage of a coordinated controller that takes what the others leave; -1 where the plan of this interval has none. */
export function coordinatedStageOf(twin: ReadingTwin, controller: number, interval: number): number {
  const row = coordinationOf(twin, controller, interval);
  return row < 0 ? -1 : twin.coordinations.stage[row]!;
}

/** What traffic, bus priority and the way back to the plan may make of a stage. */
export function stageLimits(twin: ReadingTwin, controller: number, interval: number): StageLimits {
  const { intervals, actuations, stageControls, coordinations } = twin, chooses = stageControlOf(twin, controller);
  if (chooses >= 0) return { shortestS: stageControls.leastStageS[chooses]!, longestS: undefined };
  const rule = ruleOf(twin, controller), serves = twin.controllers.busPriority[controller] === 1 && rule.means !== 0;
  // Longer for a bus, or because the plan is early after one.
  const durationS = intervals.durationS[interval]!, heldS = serves ? intervals.longestS[interval]! : 0, cutS = serves && (rule.means & priorityMeans.earlyGreen) !== 0 ? shortestLengthS(twin, controller, interval, rule) : Infinity;
  const coordinated = coordinationOf(twin, controller, interval), actuated = actuationOf(twin, interval);
  if (coordinated >= 0 && coordinations.stage[coordinated] === interval) return { shortestS: coordinations.leastStageS[coordinated]!, longestS: undefined };
  if (coordinated >= 0) return { shortestS: Math.min(cutS, shortestCoordinatedS(twin, coordinated, interval)), longestS: Math.max(durationS, heldS) };
  if (actuated >= 0) return { shortestS: Math.min(cutS, actuations.shortestS[actuated]!), longestS: Math.max(actuations.longestS[actuated]!, heldS) };
  // What a held green took is given back by the stages that follow; a stage that was cut short may get back as much as it has.
  const givenBackS = serves ? mostGivenBackS(twin, controller, interval) : 0, compensatedS = serves && rule.compensationCycleCount > 0 ? durationS : 0;
  return { shortestS: Math.min(cutS, durationS - givenBackS), longestS: Math.max(durationS + compensatedS, heldS) };
}
