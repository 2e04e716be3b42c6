import { DAY_S } from '../../engine/foundation/clock.ts';
import { firstRowOf, minimumGreenOfS } from '../../engine/twin/group-limits.ts';
import { isGreenAspect } from '../../engine/twin/plan-green.ts';
import type { PlanRows, PlanStep } from '../../engine/twin/plan-tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { stagesInOrder } from './stage-order.ts';

/** What is to be other in a plan; what is not said stays. Stages are counted from 1, as the plan has them now. */
export interface PlanAlteration {
  order?: readonly number[] | undefined;
  greens?: readonly { stage: number; durationS?: number | undefined; byS?: number | undefined }[] | undefined;
  cycleS?: number | undefined;
  offsetS?: number | undefined;
  offsetShiftS?: number | undefined;
}

/** Why a plan cannot be altered so: a stage that it has not, a list of stages that is not its own, odd signals, no stage left that could make up the cycle. */
export type PlanRefusal =
  | { refused: 'change-plan-no-stage'; stage: number; stages: number } | { refused: 'change-plan-other-stages'; stages: number } | { refused: 'change-plan-odd-signals' }
  | { refused: 'change-plan-no-length'; stage: number } | { refused: 'change-plan-cycle'; sumS: number };

/** Another plan from one of a controller, or why there is none. Whether it is safe is for the checks of plans to say. */
export function alteredPlan(twin: ReadingTwin, controller: number, plan: PlanRows, alteration: PlanAlteration): PlanRows | PlanRefusal {
  const { order, greens = [], cycleS, offsetS, offsetShiftS } = alteration, stages = stageSteps(plan.steps);
  const unknown = greens.find(({ stage }) => stage > stages.length);
  if (unknown) return { refused: 'change-plan-no-stage', stage: unknown.stage, stages: stages.length };
  if (order && (order.length !== stages.length || new Set(order).size !== stages.length || order.some((stage) => stage > stages.length))) return { refused: 'change-plan-other-stages', stages: stages.length };
  const lengths = new Map(greens.map(({ stage, durationS, byS }) => [stages[stage - 1]!, tenthsS(durationS ?? stages[stage - 1]!.durationS + byS!)]));
  const empty = greens.find(({ stage }) => !(lengths.get(stages[stage - 1]!)! > 0));
  if (empty) return { refused: 'change-plan-no-length', stage: empty.stage };
  const isReordered = order !== undefined && order.some((stage, at) => stage !== at + 1), ordered = isReordered ? stagesInOrder(twin, controller, plan.steps, order.map((stage) => stage - 1)) : plan.steps;
  if (!ordered) return { refused: 'change-plan-odd-signals' };
  const given = ordered.map((step) => lasting(step, lengths.get(step) ?? step.durationS)), free = ordered.map((step) => step.stage === 1 && !lengths.has(step)), sumS = lengthS(given);
  const steps = cycleS === undefined || cycleS === sumS ? given : stretched(given, given.map((step, at) => (free[at] ? weightS(twin, controller, step, cycleS > sumS) : 0)), cycleS - sumS);
  if (!steps) return { refused: 'change-plan-cycle', sumS };
  const newCycleS = steps.every((step, at) => step === plan.steps[at]) ? plan.cycleS : lengthS(steps), shiftedS = plan.offsetS + (offsetShiftS ?? 0);
  return {
    ...plan, steps, cycleS: newCycleS, first: isReordered ? -1 : plan.first,
    offsetS: offsetS ?? (shiftedS === plan.offsetS ? plan.offsetS : tenthsS(shiftedS - Math.floor(shiftedS / newCycleS) * newCycleS)),
  };
}

export const stageSteps = (steps: readonly PlanStep[]): PlanStep[] => steps.filter(({ stage }) => stage === 1);

/** Nothing that a controller is told is finer. */
const tenthsS = (seconds: number): number => Math.round(seconds * 10) / 10;

const lengthS = (steps: readonly PlanStep[]): number => tenthsS(steps.reduce((sum, { durationS }) => sum + durationS, 0));

/** What priority may add to a stage stays what it was; a step of the same length is the same step. */
function lasting(step: PlanStep, durationS: number): PlanStep {
  const extraS = step.longestS - step.durationS;
  return durationS === step.durationS ? step : { ...step, durationS, longestS: Math.min(tenthsS(durationS + extraS), Math.max(durationS, DAY_S)) };
}

/** A cycle is lengthened in proportion to the stages, and shortened in proportion to what each has above the minimum green of its groups: none falls below it. */
function weightS({ signalGroups }: ReadingTwin, controller: number, { durationS, shown }: PlanStep, isLonger: boolean): number {
  const first = firstRowOf(signalGroups, controller), leastS = Math.max(0, ...shown.map((one, group) => (isGreenAspect(one) ? minimumGreenOfS({ signalGroups }, first + group) : 0)));
  return isLonger ? durationS : Math.max(0, durationS - leastS);
}

/** Stages longer or shorter by their weights, in tenths of a second; the first of them take the tenths that are left over. */
function stretched(steps: readonly PlanStep[], weightsS: readonly number[], byS: number): PlanStep[] | undefined {
  const inAllS = weightsS.reduce((sum, one) => sum + one, 0), tenths = Math.round(byS * 10);
  if (inAllS <= 0 || inAllS + byS < -ROUNDING_S) return undefined;
  const shares = weightsS.map((weightS) => Math.floor((tenths * weightS) / inAllS + ROUNDING_S));
  let left = tenths - shares.reduce((sum, one) => sum + one, 0);
  return steps.map((step, at) => (weightsS[at]! > 0 ? lasting(step, tenthsS(step.durationS + (shares[at]! + (left-- > 0 ? 1 : 0)) / 10)) : step));
}

const ROUNDING_S = 1e-6;
