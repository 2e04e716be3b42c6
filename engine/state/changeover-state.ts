import { f64, makeTable, rowOf, type Table } from '../foundation/table.ts';

/** One row for each controller. */
export const changeoverColumns = {
  toStage: rowOf('intervals', 'the stage that it changes over to, -1 while it runs an interval of its plan'),
  stageS: f64('how long that stage is to last at least'),
  beganS: f64('when it last began to change over; -Infinity before the first time'),
  offPlanUntilS: f64('until then it goes from stage to stage by the matrix, for it has left the order of its plan'),
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
  controllers.toStage.fill(-1);
  controllers.beganS.fill(-Infinity);
  controllers.offPlanUntilS.fill(-Infinity);
  groups.greenSinceS.fill(-Infinity);
  groups.greenEndedS.fill(-Infinity);
  return { begun: 0, controllers, groups };
}
