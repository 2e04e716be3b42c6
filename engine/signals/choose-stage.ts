import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { changeTo } from './begin-stage.ts';
import { stageDemand } from './stage-demand.ts';
import { changeS, stagePlanOf } from './stage-plan.ts';
import { urgentStage } from './urgent-stage.ts';

/**
 * Decides which stage of its plan a controller runs next: the one that is asked for most, or,
 * where someone would otherwise wait longer than they may, the one that serves them. Among equals the running one stays,
 * then the first of the plan.
 */
export function chooseStage(twin: ReadingTwin, state: CityState, control: number): void {
  const { stageControls } = twin, { controllers } = state.signals, controller = stageControls.controller[control]!, running = controllers.interval[controller]!;
  const stages = stagePlanOf(twin, controller).stages, urgent = urgentStage(twin, state, control, stages);
  const next = urgent >= 0 ? urgent : mostDemanded(twin, state, control, stages);
  const decideInS = urgent >= 0 ? stageControls.leastStageS[control]! : stageControls.decisionEveryS[control]!;
  if (next === running) controllers.endsS[controller] = state.timeS + decideInS;
  else changeTo(state.signals, controller, next, state.timeS, decideInS);
}

/** When a controller that chooses decides again after it has come to a stage: the time of the change counts, the shortest stage is kept. */
export function nextDecisionS({ stageControls }: ReadingTwin, { timeS, signals: { changeovers: { controllers } } }: CityState, control: number): number {
  const controller = stageControls.controller[control]!;
  return Math.max(timeS + stageControls.leastStageS[control]!, controllers.beganS[controller]! + controllers.stageS[controller]!);
}

/** Seconds after the start of green until a queue flows as it does: start-up lost time (Cerema, 2016). */
const START_UP_S = 2;

/** Demand counts for the share of the time until the next decision in which vehicles flow: a change costs its amber, its clearing and the start of the queue. */
function mostDemanded(twin: ReadingTwin, state: CityState, control: number, stages: readonly number[]): number {
  const { controller: rows, decisionEveryS, leastStageS } = twin.stageControls, controller = rows[control]!, running = state.signals.controllers.interval[controller]!;
  const demands = stages.map((stage) => {
    const lostS = stage === running ? 0 : changeS(twin, state.signals, controller, stage) + START_UP_S;
    const untilNextS = Math.max(decisionEveryS[control]!, lostS - START_UP_S + leastStageS[control]!);
    return stageDemand(twin, state, control, stage) * (1 - Math.min(1, lostS / untilNextS));
  });
  let best = Math.max(0, stages.indexOf(running));
  for (let at = 0; at < stages.length; at++) if (demands[at]! > demands[best]!) best = at;
  return stages[best]!;
}
