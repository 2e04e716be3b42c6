import type { ProblemList } from '../problem-list.ts';
import { parseClock } from '../../../engine/foundation/clock.ts';
import { weekDays, type PlannedController, type SignalPlan } from './plan-records.ts';
import { aspectOfLetter, isGoLetter } from './shown-letters.ts';

/** Where a part of the file stands, by the way to it. */
export type PlaceOf = (path: readonly (string | number)[]) => string;

/** What no schema can say: names that are used once and exist, one letter a group, and plans that keep their own matrix. */
export function checkPlans(controllers: readonly PlannedController[], placeOf: PlaceOf, problems: ProblemList): void {
  const names = new Set<string>();
  controllers.forEach((controller, at) => {
    const place: PlaceOf = (path) => placeOf(['controllers', at, ...path]);
    if (names.has(controller.name)) problems.error('plans-twice', place(['name']), { name: controller.name });
    names.add(controller.name);
    checkMatrix(controller, place, problems);
    const planNames = new Set<string>();
    controller.plans.forEach((plan, row) => {
      if (planNames.has(plan.name)) problems.error('plans-twice', place(['plans', row, 'name']), { name: plan.name });
      planNames.add(plan.name);
      if (checkIntervals(controller, plan, (path) => place(['plans', row, ...path]), problems)) checkClearances(controller, plan, place(['plans', row]), problems);
    });
    checkSchedule(controller, planNames, place, problems);
  });
}

function checkMatrix({ groups, intergreenTenths }: PlannedController, place: PlaceOf, problems: ProblemList): void {
  if (intergreenTenths === undefined) return;
  if (intergreenTenths.length !== groups.length) problems.error('plans-matrix-size', place(['intergreenTenths']), { found: intergreenTenths.length, groups: groups.length });
  intergreenTenths.forEach((row, at) => {
    if (row.length !== groups.length) problems.error('plans-matrix-size', place(['intergreenTenths', at]), { found: row.length, groups: groups.length });
  });
}

function checkIntervals({ groups }: PlannedController, { intervals }: SignalPlan, place: PlaceOf, problems: ProblemList): boolean {
  let whole = true;
  intervals.forEach(({ durationTenths, longestTenths, shows }, at) => {
    const unknown = [...shows].find((letter) => aspectOfLetter[letter] === undefined);
    if (shows.length !== groups.length) { problems.error('plans-letters', place(['intervals', at, 'shows']), { found: shows.length, groups: groups.length }); whole = false; }
    if (unknown !== undefined) { problems.error('plans-unknown-letter', place(['intervals', at, 'shows']), { letter: unknown }); whole = false; }
    if (longestTenths !== undefined && longestTenths < durationTenths) problems.error('plans-longest', place(['intervals', at, 'longestTenths']), { longest: longestTenths, duration: durationTenths });
  });
  return whole;
}

function checkClearances({ groups, intergreenTenths }: PlannedController, plan: SignalPlan, where: string, problems: ProblemList): void {
  if (intergreenTenths?.length !== groups.length) return;
  intergreenTenths.forEach((row, ending) => row.forEach((leastTenths, starting) => {
    if (leastTenths === null || starting >= groups.length) return;
    const foundTenths = clearanceTenths(plan, ending, starting);
    if (foundTenths === 'together') problems.error('plans-green-together', where, { ending: ending + 1, starting: starting + 1 });
    else if (foundTenths < leastTenths) problems.error('plans-break-intergreen', where, { ending: ending + 1, starting: starting + 1, least: leastTenths, found: foundTenths });
  }));
}

/** The least time of the cycle between the end of one group's green and the start of the other's. */
function clearanceTenths({ intervals }: SignalPlan, ending: number, starting: number): number | 'together' {
  const count = intervals.length, isGreen = (at: number, group: number): boolean => isGoLetter(intervals[at % count]!.shows[group]);
  let leastTenths = Infinity;
  for (let at = 0; at < count; at++) {
    if (isGreen(at, ending) && isGreen(at, starting)) return 'together';
    if (!isGreen(at, ending) || isGreen(at + 1, ending)) continue;
    let tenths = 0, next = at + 1;
    while (next < at + count && !isGreen(next, starting)) tenths += intervals[next++ % count]!.durationTenths;
    if (next < at + count) leastTenths = Math.min(leastTenths, tenths);
  }
  return leastTenths;
}

function checkSchedule({ schedule = [] }: PlannedController, planNames: ReadonlySet<string>, place: PlaceOf, problems: ProblemList): void {
  let beforeS = -1;
  const taken = new Set<string>();
  schedule.forEach(({ from, plan, days = weekDays }, at) => {
    const fromS = parseClock(from)!, isTwice = days.some((day) => taken.has(`${fromS} ${day}`)) || new Set(days).size < days.length;
    for (const day of days) taken.add(`${fromS} ${day}`);
    if (fromS < beforeS || isTwice) problems.error('plans-schedule-order', place(['schedule', at, 'from']), { from });
    beforeS = fromS;
    if (plan !== null && !planNames.has(plan)) problems.error('plans-unknown-plan', place(['schedule', at, 'plan']), { plan });
  });
}
