import { julianDay } from '../foundation/calendar.ts';
import { DAY_S } from '../foundation/clock.ts';
import { firstRowOf } from './group-limits.ts';
import type { ReadingTwin } from './twin.ts';

const WEEK_DAYS = 7;

/** Whether a controller changes its plan by the clock. One that chooses its stages does so from its first plan. */
const hasSchedule = ({ planSwitches, stageControls }: ReadingTwin, controller: number): boolean =>
  planSwitches.count > 0 && hasRow(planSwitches, controller) && !hasRow(stageControls, controller);

const hasRow = (table: ReadingTwin['planSwitches'] | ReadingTwin['stageControls'], controller: number): boolean => {
  const row = firstRowOf(table, controller);
  return row < table.count && table.controller[row] === controller;
};

/**
 * The plan that a controller's schedule asks for at a time, as a row of `signalPlans`: that of the last entry before, on the
 * day itself or on an earlier one; -1 where it has no schedule.
 */
export function scheduledPlan(twin: ReadingTwin, controller: number, timeS: number): number {
  const { planSwitches, facts } = twin;
  if (!hasSchedule(twin, controller)) return -1;
  const day = Math.floor(timeS / DAY_S), clockS = timeS - day * DAY_S, first = firstRowOf(planSwitches, controller);
  // Julian days begin at noon, and day 0 was a Monday.
  const weekDay = Math.floor(julianDay(facts.date) + 0.5) + day;
  for (let back = 0; back <= WEEK_DAYS; back++) {
    const bit = 1 << ((weekDay - back) % WEEK_DAYS);
    let last = -1;
    for (let row = first; row < planSwitches.count && planSwitches.controller[row] === controller; row++) {
      if ((planSwitches.days[row]! & bit) !== 0 && (back > 0 || planSwitches.atS[row]! <= clockS)) last = row;
    }
    if (last >= 0) return planSwitches.plan[last]!;
  }
  return -1;
}
