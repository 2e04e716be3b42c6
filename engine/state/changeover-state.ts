import { f64, makeTable, rowOf, type Table } from '../foundation/table.ts';
import { amberOfS } from '../twin/group-limits.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** One row for each controller. */
export const changeoverColumns = {
  toStage: rowOf('intervals', 'the stage that it changes over to, -1 while it runs an interval of its plan'),
  stageS: f64('how long that stage is to last at least'),
  beganS: f64('when it last began to change over; -Infinity before the first time'),
  offPlanUntilS: f64('until then it goes from stage to stage by the matrix, for it has left the order of its plan; Infinity until the stage that it left it for shows whole'),
  orderedStage: rowOf('intervals', 'the stage that a bus or tram is to have out of turn, from now on; -1 for none, asked anew in every step'),
  orderedS: f64('how long that stage is to last'),
  resumeStage: rowOf('intervals', 'the stage that follows the one which is shown out of turn, -1 where none is'),
  leaveOutStage: rowOf('intervals', 'the stage that has been shown before its turn, and is left out when that comes; -1 for none'),
  planShiftS: f64('how much later than by offset and cycle its plan had come to run when it was left'),
};

/** One row for each signal group of each controller, as in `signals.shown`. */
export const groupClockColumns = {
  greenSinceS: f64('when its last green began'),
  greenEndedS: f64('when its last green ended'),
};

/** How controllers come from one stage to another outside the order of their plan. */
export interface Changeovers {
  /** So many have been begun; while it is 0 the rest says nothing that the plans do not, and is no part of the fingerprint. */
  begun: number;
  controllers: Table<typeof changeoverColumns>;
  groups: Table<typeof groupClockColumns>;
}

export function prepareChangeovers(controllerCount: number, groupCount: number): Changeovers {
  const controllers = makeTable(changeoverColumns, controllerCount), groups = makeTable(groupClockColumns, groupCount);
  for (const column of [controllers.toStage, controllers.orderedStage, controllers.resumeStage, controllers.leaveOutStage]) column.fill(-1);
  controllers.beganS.fill(-Infinity);
  controllers.offPlanUntilS.fill(-Infinity);
  groups.greenSinceS.fill(-Infinity);
  groups.greenEndedS.fill(-Infinity);
  return { begun: 0, controllers, groups };
}

interface WithChangeovers { changeovers: Changeovers }

/** Since when a group of `signals.shown` that is not green is red, or when it will be. */
export const redSinceS = (twin: ReadingTwin, { changeovers: { groups } }: WithChangeovers, row: number): number => groups.greenEndedS[row]! + amberOfS(twin, row);

/** Whether a controller is on its way to a stage: what it shows is no interval of its plan. */
export const isChangingOver = ({ changeovers }: WithChangeovers, controller: number): boolean => changeovers.controllers.toStage[controller]! >= 0;

/** Whether a controller goes from stage to stage by the matrix, out of the order of its plan or because it was so a short while ago. */
export const isOffPlan = ({ changeovers: { controllers } }: WithChangeovers, controller: number, timeS: number): boolean =>
  timeS < controllers.offPlanUntilS[controller]! || controllers.resumeStage[controller]! >= 0 || controllers.leaveOutStage[controller]! >= 0;
