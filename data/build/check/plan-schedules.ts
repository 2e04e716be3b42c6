import { DAY_S } from '../../../engine/foundation/clock.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

/** Bits of the days of a week. */
const EVERY_DAY = 127;
const HOUR_S = 3600;

/** Plans of several a controller: the first is that of its controller, their intervals follow each other, schedules name plans of their own controller by times of a day, and coordinated stages are of theirs. */
export function checkPlanSchedules({ controllers, signalPlans, planSwitches, coordinations, intervals }: ReadingTwin, problems: ProblemList): void {
  for (let plan = 0; plan < signalPlans.count; plan++) {
    const controller = signalPlans.controller[plan]!, first = signalPlans.firstInterval[plan]!, isFirst = plan === 0 || signalPlans.controller[plan - 1] !== controller;
    const where = `signalPlans: row ${plan} "${signalPlans.name[plan]}"`;
    if (controller < 0) { problems.error('twin-plan-of-nobody', where); continue; }
    const wantedFirst = isFirst ? controllers.firstInterval[controller]! : signalPlans.firstInterval[plan - 1]! + signalPlans.intervalCount[plan - 1]!;
    if (first !== wantedFirst || signalPlans.intervalCount[plan] === 0) problems.error('twin-plan-elsewhere', where, { first, wanted: wantedFirst });
    for (let interval = first; interval < first + signalPlans.intervalCount[plan]!; interval++) if (intervals.controller[interval] !== controller) { problems.error('twin-range-of-another', where, { table: 'intervals', child: interval }); break; }
    const { intervalCount, cycleS, offsetS } = controllers;
    if (isFirst && (signalPlans.intervalCount[plan] !== intervalCount[controller] || signalPlans.cycleS[plan] !== cycleS[controller] || signalPlans.offsetS[plan] !== offsetS[controller])) problems.error('twin-first-plan-differs', where);
  }
  for (let row = 0; row < coordinations.count; row++) {
    const stage = coordinations.stage[row]!, controller = coordinations.controller[row]!;
    if (stage < 0 || intervals.controller[stage] !== controller || intervals.stage[stage] !== 1 || !(coordinations.leastStageS[row]! >= 1 && coordinations.leastStageS[row]! <= HOUR_S)) problems.error('twin-coordinated-stage', `coordinations: row ${row}`, { stage });
  }
  for (let row = 0; row < planSwitches.count; row++) {
    const where = `planSwitches: row ${row}`, controller = planSwitches.controller[row]!, plan = planSwitches.plan[row]!, atS = planSwitches.atS[row]!, days = planSwitches.days[row]!;
    if (controller < 0 || plan < 0 || signalPlans.controller[plan] !== controller) problems.error('twin-switch-to-another', where, { plan });
    const isLater = row === 0 || planSwitches.controller[row - 1] !== controller || planSwitches.atS[row - 1]! <= atS;
    if (!(atS >= 0 && atS < DAY_S) || !isLater || days === 0 || days > EVERY_DAY) problems.error('twin-switch-time', where, { atS, days });
  }
}
