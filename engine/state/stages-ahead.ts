import { firstIntervalOf } from '../twin/plan-of.ts';
import { stageAfter, stageFollowing, stagesOf, type StageOrder } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { CityState } from './city-state.ts';

/** The stages that follow the running one, two rounds of them, in the order that its controller has taken. */
export function stagesAhead(twin: ReadingTwin, { signals }: CityState, controller: number): number[] {
  const { controllers: rows } = signals.changeovers, running = signals.controllers.interval[controller]!;
  return roundsOf(twin, controller, running, { resumeStage: rows.resumeStage[controller]!, leaveOutStage: rows.leaveOutStage[controller]! });
}

/** Two rounds of stages from one that runs: by then each has had its turn, also one that was left out in the first. */
export function roundsOf(twin: ReadingTwin, controller: number, running: number, { resumeStage, leaveOutStage }: StageOrder): number[] {
  const rounds: number[] = [], length = 2 * stagesOf(twin, controller, firstIntervalOf(twin, running)).length;
  let stage = running, resume = resumeStage, leaveOut = leaveOutStage;
  while (rounds.length < length) {
    const isWithout = resume < 0 && leaveOut >= 0 && stageAfter(twin, stage) === leaveOut;
    stage = stageFollowing(twin, stage, { resumeStage: resume, leaveOutStage: leaveOut });
    resume = -1;
    if (isWithout) leaveOut = -1;
    rounds.push(stage);
  }
  return rounds;
}
