import * as z from 'zod';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { findLongestChangeS } from '../../engine/signals/stage-plan.ts';
import { nobodyWaitsTooLong } from '../../engine/twin/coordination-of.ts';
import { findStages } from '../../engine/twin/plan-stages.ts';
import { firstRowOf } from '../../engine/twin/group-limits.ts';
import { coordinationColumns, stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { CAMERA_REACH_M } from '../../engine/twin/ways-before.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namesMeant, type Claim } from './claim.ts';
import { namedControllers, unknownControllers } from './named-controllers.ts';

/** Two cars and the gap between them. */
const LEAST_REACH_M = 15;

const schema = z.strictObject({
  change: z.literal('signal-control'),
  why,
  controllers: allOrNames.meta({ description: 'names of signal controllers, or "all"' }),
  control: z.enum(['plan', 'coordinated', 'longest-queue', 'max-pressure', 'occupancy-max-pressure']).meta({ description: 'by their plan; by their plan, with the other stages ending for want of traffic in favour of the coordinated one; or choosing the stage with the most vehicles, the most pressure, or the most pressure counted in people' }),
  decisionEveryS: z.number().min(5).max(60).default(10).meta({ description: 'seconds from one choice to the next; a coordinated controller makes none' }),
  leastStageS: z.number().min(5).max(30).default(6).meta({ description: 'seconds that a stage lasts at least' }),
  reachM: z.number().min(LEAST_REACH_M).max(CAMERA_REACH_M).optional().meta({ description: `a controller that chooses sees vehicles so many metres before the stop line; ${CAMERA_REACH_M} where nothing is said` }),
  coordinatedStage: z.number().int().min(1).max(99).optional().meta({ description: 'which stage of the plan is coordinated, counted from 1; the longest where nothing is said' }),
}).meta({
  description: 'How signal controllers come to their next stage: by their plan, or by the traffic that they see.',
  examples: [{ change: 'signal-control', why: 'Meeting of 12 March', controllers: ['n44', 'n4'], control: 'max-pressure' }],
});

type SignalControl = z.infer<typeof schema>;

const choices = { 'longest-queue': stageChoice.longestQueue, 'max-pressure': stageChoice.maxPressure, 'occupancy-max-pressure': stageChoice.occupancyMaxPressure };

export const signalControl: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = unknownControllers(change.controllers, twin, `${where}.controllers`);
    if (change.control === 'plan') return problems;
    const kept = namedControllers(change.controllers, twin).filter((controller) => (change.control === 'coordinated' ? !coordination(twin, controller, change) : !mayChoose(twin, controller, change.leastStageS)));
    if (kept.length > 0) problems.push({ severity: 'warning', code: 'change-control-keeps-plan', where: `${where}.controllers`, parameters: { count: kept.length, first: twin.controllers.name[kept[0]!]! } });
    return problems;
  },

  claims({ controllers, change: _kind, why: _why, ...set }, twin) {
    const { names, breadth } = namesMeant(controllers, twin.controllers.name);
    // Whether stages can be chosen is for the plan to say.
    return names.flatMap((of): Claim[] => [{ what: 'signal-control', of, value: JSON.stringify(set), breadth }, { what: 'signal-plan', of }]);
  },


  apply(change, copy) {
    const { control, decisionEveryS, leastStageS, reachM = CAMERA_REACH_M } = change, altered = new Set(namedControllers(change.controllers, copy));
    const choosing: RowValues<typeof stageControlColumns>[] = [], coordinated: RowValues<typeof coordinationColumns>[] = [], { stageControls, coordinations } = copy;
    for (let row = 0; row < stageControls.count; row++) {
      const { controller, choice, decisionEveryS: everyS, leastStageS: leastS, reachM: ownReachM } = stageControls;
      if (!altered.has(controller[row]!)) choosing.push({ controller: controller[row]!, choice: choice[row]!, decisionEveryS: everyS[row]!, leastStageS: leastS[row]!, reachM: ownReachM[row]! });
    }
    for (let row = 0; row < coordinations.count; row++) {
      const { controller, stage, leastStageS: leastS } = coordinations;
      if (!altered.has(controller[row]!)) coordinated.push({ controller: controller[row]!, stage: stage[row]!, leastStageS: leastS[row]! });
    }
    for (const controller of altered) {
      if (control === 'coordinated') coordinated.push(...(coordination(copy, controller, change) ?? []));
      else if (control !== 'plan' && mayChoose(copy, controller, leastStageS)) choosing.push({ controller, choice: choices[control], decisionEveryS, leastStageS, reachM });
    }
    const inOrder = <R extends { controller: number }>(rows: R[]): R[] => rows.sort((one, other) => one.controller - other.controller);
    copy.stageControls = tableFrom(stageControlColumns, inOrder(choosing));
    copy.coordinations = tableFrom(coordinationColumns, inOrder(coordinated));
  },
};

/** How a controller would be coordinated; undefined where it cannot be: one stage only, no such stage, or someone would wait too long. */
function coordination(twin: ReadingTwin, controller: number, { leastStageS, coordinatedStage }: Pick<SignalControl, 'leastStageS' | 'coordinatedStage'>): [RowValues<typeof coordinationColumns>] | undefined {
  const first = twin.controllers.firstInterval[controller]!, stages = Array.from({ length: twin.controllers.intervalCount[controller]! }, (_, at) => first + at).filter((interval) => twin.intervals.stage[interval] === 1);
  const longest = stages.reduce((best, stage) => (twin.intervals.durationS[stage]! > twin.intervals.durationS[best]! ? stage : best), stages[0] ?? -1), stage = coordinatedStage === undefined ? longest : stages[coordinatedStage - 1] ?? -1;
  const row = { controller, stage, leastStageS };
  return stages.length > 1 && stage >= 0 && nobodyWaitsTooLong(twin, row) ? [row] : undefined;
}

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
