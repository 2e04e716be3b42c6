import { firstBeyond, groupRows } from '../../engine/foundation/grouped-rows.ts';
import { firstIntervalOf } from '../../engine/twin/plan-of.ts';
import type { Measured } from './indicator.ts';

/** A plan that a controller followed, from one time of the day to another; plans are told apart by their first interval. */
export interface PlanSpan { firstInterval: number; fromS: number; untilS: number }

/** How long a stage showed whole, over the times that it began and ended while the run measured, those at a change of plan apart. */
export interface StageShown { times: number; sumS: number; shortestS: number; longestS: number }

/** What a controller made of its plans: which it followed when, and its stages by their interval. */
export interface SignalUse { plans: PlanSpan[]; stages: Map<number, StageShown> }

/** Every controller that showed anything between two times, by its row. */
export function signalUse({ twin, tables: { signalChanges, aspectChanges } }: Pick<Measured, 'twin' | 'tables'>, fromS: number, untilS: number): Map<number, SignalUse> {
  const changes = groupRows(signalChanges.controller, signalChanges.count), aspects = groupRows(aspectChanges.controller, aspectChanges.count), used = new Map<number, SignalUse>();
  for (let controller = 0; controller + 1 < changes.starts.length; controller++) {
    const use: SignalUse = { plans: [], stages: new Map() }, end = changes.starts[controller + 1]!;
    for (let at = changes.starts[controller]!; at < end; at++) {
      const row = changes.rows[at]!, interval = signalChanges.interval[row]!, beganS = signalChanges.timeS[row]!, nextS = at + 1 < end ? signalChanges.timeS[changes.rows[at + 1]!]! : untilS;
      const firstInterval = firstIntervalOf(twin, interval), isPlanOf = (other: number): boolean => firstIntervalOf(twin, signalChanges.interval[changes.rows[other]!]!) === firstInterval;
      addPlan(use.plans, { firstInterval, fromS: Math.max(fromS, beganS), untilS: nextS });
      if (twin.intervals.stage[interval] === 0 || beganS <= fromS || at + 1 === end) continue;
      // A change of plan may go on within the same green: then it is a stage of neither.
      if (!isPlanOf(at + 1) || (at > changes.starts[controller]! && !isPlanOf(at - 1))) continue;
      // What shows as the run begins may have begun before. A stage is left when the first group shows something else on the way to another.
      const left = firstBeyond(aspects, controller, aspectChanges.timeS, beganS), isLeft = controller + 1 < aspects.starts.length && left < aspects.starts[controller + 1]!;
      addStage(use.stages, interval, Math.min(nextS, isLeft ? aspectChanges.timeS[aspects.rows[left]!]! : nextS) - beganS);
    }
    if (end > changes.starts[controller]!) used.set(controller, use);
  }
  return used;
}

function addPlan(plans: PlanSpan[], span: PlanSpan): void {
  const last = plans.at(-1);
  if (last?.firstInterval === span.firstInterval) last.untilS = span.untilS;
  else plans.push(span);
}

function addStage(stages: SignalUse['stages'], interval: number, lengthS: number): void {
  const known = stages.get(interval);
  if (!known) return void stages.set(interval, { times: 1, sumS: lengthS, shortestS: lengthS, longestS: lengthS });
  known.times++;
  known.sumS += lengthS;
  known.shortestS = Math.min(known.shortestS, lengthS);
  known.longestS = Math.max(known.longestS, lengthS);
}
