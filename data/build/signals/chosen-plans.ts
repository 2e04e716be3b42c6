import { parseClock } from '../../../engine/foundation/clock.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';
import { weekDays, type PlannedController, type PlanSwitch, type SignalPlan } from '../../formats/signal-plans/plan-records.ts';
import { aspectOfLetter } from '../../formats/signal-plans/shown-letters.ts';
import { ONLY_PLAN, plansIn, type ControllerPlans, type PlanRows } from '../../../engine/twin/plan-tables.ts';

/** What a file says about a controller of the city. */
export interface ChosenPlans { planned: PlannedController; plans: ControllerPlans }

/** The plans that controllers are to have, by row: all with their schedule, or at `atS`, seconds since midnight, the one that runs then. */
export function choosePlans(twin: ReadingTwin, planned: readonly PlannedController[], file: string, atS: number | undefined, problems: ProblemList): Map<number, ChosenPlans> {
  const { controllers } = twin, rowOf = new Map(Array.from(controllers.name).map((name, row) => [name, row])), chosen = new Map<number, ChosenPlans>();
  for (const one of planned) {
    const where = `${file}: "${one.name}"`, row = rowOf.get(one.name), schedule = one.schedule ?? [];
    if (row === undefined) { problems.error('plans-unknown-controller', where, { name: one.name, count: controllers.count }); continue; }
    if (one.groups.length !== controllers.groupCount[row]) { problems.error('plans-other-groups', where, { groups: one.groups.length, wanted: controllers.groupCount[row]! }); continue; }
    if (schedule.length === 0 && one.plans.length > 1) { problems.error('plans-several', where, { plans: one.plans.length }); continue; }
    const own = plansIn(twin, row);
    if (atS !== undefined || schedule.length === 0) {
      // Before the first entry of the day the last one of the day before still runs.
      const entry = atS === undefined ? undefined : schedule.findLast(({ from }) => parseClock(from)! <= atS) ?? schedule.at(-1);
      const plan = entry === undefined ? one.plans[0] : one.plans.find(({ name }) => name === entry.plan);
      if (plan) chosen.set(row, { planned: one, plans: { plans: [rowsOf(plan)], switches: [] } });
    } else chosen.set(row, { planned: one, plans: scheduled(one, schedule, own.plans[0]!) });
  }
  return chosen;
}

/** A file's plans that its schedule names, in the order of the file; where it names the plan of the city, that too. A single one needs no schedule. */
function scheduled({ plans }: PlannedController, schedule: readonly PlanSwitch[], own: PlanRows): ControllerPlans {
  const named = plans.filter(({ name }) => schedule.some(({ plan }) => plan === name)), rows = named.map(rowsOf);
  if (schedule.some(({ plan }) => plan === null)) rows.push({ ...own, name: freeName(rows) });
  if (rows.length === 1) return { plans: rows, switches: [] };
  const placeOf = (plan: string | null): number => (plan === null ? rows.length - 1 : rows.findIndex(({ name }) => name === plan));
  return { plans: rows, switches: schedule.map(({ from, plan, days = weekDays }) => ({ days: bitsOf(days), atS: parseClock(from)!, plan: placeOf(plan) })) };
}

const bitsOf = (days: readonly string[]): number => weekDays.reduce((bits, day, at) => bits | (days.includes(day) ? 1 << at : 0), 0);

function freeName(rows: readonly PlanRows[]): string {
  let name = ONLY_PLAN;
  for (let number = 2; rows.some((row) => row.name === name); number++) name = `${ONLY_PLAN} ${number}`;
  return name;
}

const rowsOf = ({ name, offsetTenths, intervals }: SignalPlan): PlanRows => ({
  name, cycleS: intervals.reduce((sum, { durationTenths }) => sum + durationTenths, 0) / 10, offsetS: offsetTenths / 10, first: -1,
  steps: intervals.map(({ durationTenths, longestTenths, stage, shows }) => ({ durationS: durationTenths / 10, longestS: (longestTenths ?? durationTenths) / 10, stage: stage ? 1 : 0, shown: [...shows].map((letter) => aspectOfLetter[letter]!) })),
});
