import { firstIntervalOf } from '../twin/plan-of.ts';
import { stageAfter, stageFollowing, stagesOf, type StageOrder } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { CityState } from './city-state.ts';

/** The stages that follow the running one, each once, in the order that its controller has taken. */
export function stagesAhead(twin: ReadingTwin, { signals }: CityState, controller: number): number[] {
  const { controllers: rows } = signals.changeovers, running = signals.controllers.interval[controller]!;
  return roundOf(twin, controller, running, { resumeStage: rows.resumeStage[controller]!, leaveOutStage: rows.leaveOutStage[controller]! });
}

/** A round of stages from one that runs, until each has had its turn. */
export function roundOf(twin: ReadingTwin, controller: number, running: number, { resumeStage, leaveOutStage }: StageOrder): number[] {
  const round: number[] = [], length = stagesOf(twin, controller, firstIntervalOf(twin, running)).length + 1;
  let stage = running, resume = resumeStage, leaveOut = leaveOutStage;
  while (round.length < length) {
    const isWithout = resume < 0 && leaveOut >= 0 && stageAfter(twin, stage) === leaveOut;
    stage = stageFollowing(twin, stage, { resumeStage: resume, leaveOutStage: leaveOut });
    resume = -1;
    if (isWithout) leaveOut = -1;
    round.push(stage);
  }
  return round;
}
