import { clearingSteps } from '../../../engine/twin/plan-clearing.ts';
import { aspect } from '../../../engine/twin/signals.ts';
import { amberS } from './intergreen-times.ts';
import type { Relations } from './relations.ts';
import type { SignalPlanInput } from './plan-input.ts';
import type { Stage } from './stages.ts';
import type { Stream } from './streams.ts';
import type { Timing } from './timing.ts';

/** An interval of a plan, with what every stream sees. */
export interface PlanInterval { durationS: number; isStage: boolean; shown: number[] }

/** Stages and the clearings between them, cut wherever a signal changes. */
export function planIntervals(tables: SignalPlanInput, streams: readonly Stream[], relations: Relations, stages: readonly Stage[], timing: Timing): PlanInterval[] {
  return stages.flatMap((stage, at) => {
    const green = streams.map((_, stream) => shownInStage(stage, relations, stream));
    const next = stages[(at + 1) % stages.length]!;
    const running: PlanInterval = { durationS: timing.greenS[at]!, isStage: true, shown: green };
    if (stages.length === 1) return [running];
    const after = streams.map((_, stream) => shownInStage(next, relations, stream));
    return [running, ...clearingSteps(streams.map((stream) => amberS(tables, stream)), green, after, timing.clearingS[at]!).map((step) => ({ ...step, isStage: false }))];
  });
}

function shownInStage(stage: Stage, relations: Relations, stream: number): number {
  if (!stage.streams.has(stream)) return aspect.red;
  return [...stage.streams].some((other) => relations[stream]![other]!.yields) ? aspect.greenPermissive : aspect.green;
}
