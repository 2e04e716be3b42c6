import { aspect } from '../../../engine/twin/signals.ts';
import { amberS } from './intergreen-times.ts';
import type { Relations } from './relations.ts';
import type { SignalPlanInput } from './plan-input.ts';
import type { Stage } from './stages.ts';
import type { Stream } from './streams.ts';
import type { Timing } from './timing.ts';

/** An interval of a plan, with what every stream sees. */
export interface PlanInterval { durationS: number; isStage: boolean; shown: number[] }

/** Stages and the clearings between them, cut wherever a signal changes. France shows no red and amber before green. */
export function planIntervals(tables: SignalPlanInput, streams: readonly Stream[], relations: Relations, stages: readonly Stage[], timing: Timing): PlanInterval[] {
  return stages.flatMap((stage, at) => {
    const green = streams.map((_, stream) => shownInStage(stage, relations, stream));
    const next = stages[(at + 1) % stages.length]!;
    const running: PlanInterval = { durationS: timing.greenS[at]!, isStage: true, shown: green };
    if (stages.length === 1) return [running];
    const after = streams.map((_, stream) => shownInStage(next, relations, stream));
    return [running, ...clearing(streams.map((stream) => amberS(tables, stream)), green, after, timing.clearingS[at]!)];
  });
}

function shownInStage(stage: Stage, relations: Relations, stream: number): number {
  if (!stage.streams.has(stream)) return aspect.red;
  return [...stage.streams].some((other) => relations[stream]![other]!.yields) ? aspect.greenPermissive : aspect.green;
}

/** From the end of one stage to the start of the next: who stops shows amber, then red; who goes on keeps its green. */
function clearing(ambersS: readonly number[], before: readonly number[], after: readonly number[], lengthS: number): PlanInterval[] {
  const stops = before.map((shown, stream) => shown !== aspect.red && after[stream] === aspect.red);
  const cutsS = new Set([lengthS, ...ambersS.filter((_, stream) => stops[stream])]);
  const intervals: PlanInterval[] = [];
  let fromS = 0;
  for (const untilS of [...cutsS].sort((one, other) => one - other)) {
    if (untilS <= fromS) continue;
    const shown = before.map((shownBefore, stream) => {
      if (stops[stream]) return fromS < ambersS[stream]! ? aspect.amber : aspect.red;
      // Until the next stage runs, nobody has more right than in either.
      return shownBefore !== aspect.red && after[stream] === aspect.greenPermissive ? aspect.greenPermissive : shownBefore;
    });
    intervals.push({ durationS: untilS - fromS, isStage: false, shown });
    fromS = untilS;
  }
  return intervals;
}
