import { firstRowOf } from './group-limits.ts';
import type { ReadingTwin } from './twin.ts';

/** The rule of a controller for vehicles of a category, the highest of several; -1 where they go by the plan. */
export function preemptionRuleOf({ preemptionRules }: ReadingTwin, controller: number, kind: number): number {
  const { count, controller: rows, category: kinds, level } = preemptionRules;
  let best = -1;
  for (let row = firstRowOf(preemptionRules, controller); row < count && rows[row] === controller; row++) {
    if ((kinds[row]! & kind) !== 0 && (best < 0 || level[row]! > level[best]!)) best = row;
  }
  return best;
}

/** Bits of `category` of all vehicles that go before the plan somewhere. */
export function kindsBeforePlan({ preemptionRules: { count, category: kinds } }: ReadingTwin): number {
  let all = 0;
  for (let row = 0; row < count; row++) all |= kinds[row]!;
  return all;
}
