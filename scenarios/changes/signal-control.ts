import * as z from 'zod';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { findLongestChangeS } from '../../engine/signals/stage-plan.ts';
import { findStages } from '../../engine/twin/plan-stages.ts';
import { firstRowOf } from '../../engine/twin/group-limits.ts';
import { stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namedControllers, unknownControllers } from './named-controllers.ts';

const schema = z.strictObject({
  change: z.literal('signal-control'),
  why,
  controllers: allOrNames.meta({ description: 'names of signal controllers, or "all"' }),
  control: z.enum(['plan', 'longest-queue', 'max-pressure', 'occupancy-max-pressure']).meta({ description: 'by their plan, or choosing the stage with the most vehicles, the most pressure, or the most pressure counted in people' }),
  decisionEveryS: z.number().min(5).max(60).default(10).meta({ description: 'seconds from one choice to the next' }),
  leastStageS: z.number().min(5).max(30).default(6).meta({ description: 'seconds that a stage lasts at least' }),
}).meta({ description: 'How signal controllers come to their next stage: by their plan, or by the traffic that they see.' });

const choices = { 'longest-queue': stageChoice.longestQueue, 'max-pressure': stageChoice.maxPressure, 'occupancy-max-pressure': stageChoice.occupancyMaxPressure };

export const signalControl: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = unknownControllers(change.controllers, twin, `${where}.controllers`);
    if (change.control === 'plan') return problems;
    const kept = namedControllers(change.controllers, twin).filter((controller) => !mayChoose(twin, controller, change.leastStageS));
    if (kept.length > 0) problems.push({ severity: 'warning', code: 'change-control-keeps-plan', where: `${where}.controllers`, parameters: { count: kept.length, first: twin.controllers.name[kept[0]!]! } });
    return problems;
  },

  apply(change, copy) {
    const altered = new Set(namedControllers(change.controllers, copy)), { stageControls } = copy, rows: RowValues<typeof stageControlColumns>[] = [];
    for (let row = 0; row < stageControls.count; row++) {
      const { controller, choice, decisionEveryS, leastStageS } = stageControls;
      if (!altered.has(controller[row]!)) rows.push({ controller: controller[row]!, choice: choice[row]!, decisionEveryS: decisionEveryS[row]!, leastStageS: leastStageS[row]! });
    }
    if (change.control !== 'plan') {
      const { decisionEveryS, leastStageS } = change, choice = choices[change.control];
      for (const controller of altered) if (mayChoose(copy, controller, leastStageS)) rows.push({ controller, choice, decisionEveryS, leastStageS });
    } else if (rows.length === stageControls.count) return;
    copy.stageControls = tableFrom(stageControlColumns, rows.sort((one, other) => one.controller - other.controller));
  },
};

/** Whether there are stages to choose from, and all of them in turn come soon enough for those who wait the longest. */
function mayChoose(twin: ReadingTwin, controller: number, leastStageS: number): boolean {
  const { controllers, signalGroups } = twin, stages = findStages(twin, controller), first = firstRowOf(signalGroups, controller);
  const roundS = stages.length * (findLongestChangeS(twin, controller) + leastStageS);
  for (let row = first; row < Math.min(signalGroups.count, first + controllers.groupCount[controller]!); row++) {
    const longestS = signalGroups.longestWaitS[row]!;
    if (longestS > 0 && roundS > longestS) return false;
  }
  return stages.length > 1;
}
