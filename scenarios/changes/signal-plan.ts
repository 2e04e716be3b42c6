import * as z from 'zod';
import { DAY_S } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { ControllerPlans, PlanRows } from '../../engine/twin/plan-tables.ts';
import { plansIn } from '../../engine/twin/plan-tables.ts';
import { replacePlans } from '../../engine/twin/replace-plans.ts';
import { stageControlOf } from '../../engine/twin/stage-control-of.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { alteredPlan, type PlanRefusal } from './altered-plan.ts';
import { clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { controllerPlace, controllerPlaceProblems, controllersAt } from './controller-place.ts';
import { nearName } from './near-name.ts';
import { unsafePlans } from './unsafe-plans.ts';

/** As a week begins; one bit each. */
const WEEK_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const EVERY_DAY = 127, LONGEST_CYCLE_S = 300, MOST_STAGES = 99;

const stage = z.int().min(1).max(MOST_STAGES);
const planName = z.string().min(1).max(100);

const schema = z.strictObject({
  change: z.literal('signal-plan'),
  why,
  controllers: controllerPlace.meta({ description: 'names of signal controllers, "all", or a corridor: { "street": name } or { "line": name }' }),
  plan: planName.optional().meta({ description: 'name of the plan that is altered; all plans of a controller where nothing is said' }),
  as: planName.optional().meta({ description: 'the altered plan comes under this name beside those that the controller has; `schedule` says when it runs' }),
  order: z.array(stage).min(2).max(MOST_STAGES).optional().meta({ description: 'all stages in their new order, counted from 1 as the plan has them now; clearings between stages that did not follow each other are made from the intergreen matrix' }),
  greens: z.array(z.strictObject({
    stage: stage.meta({ description: 'which stage of the plan, counted from 1 as the plan has them now' }),
    durationS: z.number().min(0.1).max(LONGEST_CYCLE_S).optional().meta({ description: 'its new length, seconds' }),
    byS: z.number().min(-LONGEST_CYCLE_S).max(LONGEST_CYCLE_S).optional().meta({ description: 'or so much longer, below 0 shorter, seconds' }),
  })).min(1).max(MOST_STAGES).optional().meta({ description: 'lengths of stages; the cycle follows where `cycleS` does not say it' }),
  cycleS: z.number().min(10).max(LONGEST_CYCLE_S).optional().meta({ description: 'new cycle, seconds: stages whose green is not given become longer in proportion, or shorter down to their minimum greens' }),
  offsetS: z.number().min(0).max(LONGEST_CYCLE_S).optional().meta({ description: 'the plan starts so long after midnight, modulo its cycle, seconds' }),
  offsetShiftS: z.number().min(-LONGEST_CYCLE_S).max(LONGEST_CYCLE_S).optional().meta({ description: 'or so much later than now, below 0 earlier, seconds' }),
  schedule: z.array(z.strictObject({
    from: clockTime.meta({ description: 'from this clock time on, HH:MM' }),
    plan: planName.meta({ description: 'this plan of the controller runs' }),
    days: z.array(z.enum(WEEK_DAYS)).min(1).max(WEEK_DAYS.length).optional().meta({ description: 'on these days of the week; left out for all' }),
  })).min(1).max(100).optional().meta({ description: 'which plan runs from when on, instead of the schedule that the controller has' }),
}).meta({
  description: 'Another signal plan: cycle, offset, lengths and order of stages, and which plan runs when. Minimum greens, ambers, intergreens and longest waits hold.',
  examples: [{ change: 'signal-plan', why: 'Meeting of 12 March', controllers: ['n44'], offsetShiftS: 10 }],
});

type SignalPlanChange = z.infer<typeof schema>;

export const signalPlan: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = [...controllerPlaceProblems(change.controllers, twin, `${where}.controllers`), ...saidTwice(change, where)], rows = controllersAt(change.controllers, twin);
    if (problems.length > 0) return problems;
    const chosen = new Map<number, ControllerPlans>();
    for (const controller of rows) {
      const made = plansWith(change, twin, controller);
      if ('code' in made) problems.push({ severity: 'error', code: made.code, where: `${where}${made.field}`, parameters: { controller: twin.controllers.name[controller]!, ...made.parameters } });
      else if (made.isOther) chosen.set(controller, made.plans);
    }
    const copy = { ...twin } as Twin, warn = (code: string, names: readonly string[]): Problem[] => (names.length === 0 ? [] : [{ severity: 'warning', code, where: `${where}.controllers`, parameters: { count: names.length, first: names[0]! } }]);
    if (chosen.size === 0) return problems;
    const fixed = replacePlans(twin, copy, chosen);
    problems.push(...unsafePlans(copy, [...chosen.keys()], where), ...warn('change-plan-fixed-now', [...fixed]));
    return [...problems, ...warn('change-plan-not-followed', [...chosen.keys()].filter((controller) => stageControlOf(twin, controller) >= 0).map((controller) => twin.controllers.name[controller]!))];
  },

  // What is said in seconds more or less comes on top of what another change said.
  claims({ controllers, plan = '', as = '', order, greens = [], cycleS, offsetS, schedule }, twin) {
    const breadth = controllers === 'all' ? 2 : Number(!Array.isArray(controllers)), said = { order, cycleS, offsetS, schedule, ...Object.fromEntries(greens.map(({ stage: at, durationS }) => [`stage ${at}`, durationS])) };
    const parts = Object.entries(said).filter(([, value]) => value !== undefined);
    return controllersAt(controllers, twin).map((row) => twin.controllers.name[row]!)
      .flatMap((of): Claim[] => [{ what: 'signal-plan', of }, ...parts.map(([part, value]): Claim => ({ what: 'signal-plan', of, part: `${plan} ${as} ${part}`, value: JSON.stringify(value), breadth }))]);
  },


  apply(change, copy) {
    const chosen = new Map<number, ControllerPlans>();
    for (const controller of controllersAt(change.controllers, copy)) {
      const made = plansWith(change, copy, controller);
      if (!('code' in made) && made.isOther) chosen.set(controller, made.plans);
    }
    if (chosen.size > 0) replacePlans({ ...copy }, copy, chosen);
  },
};

interface Refusal { code: string; field: string; parameters: Problem['parameters'] }

/** The plans that a controller would have, and whether they are others than before; or why it cannot have them. */
function plansWith(change: SignalPlanChange, twin: ReadingTwin, controller: number): { plans: ControllerPlans; isOther: boolean } | Refusal {
  const before = plansIn(twin, controller), names = before.plans.map(({ name }) => name), plans: PlanRows[] = [], { plan: named, as } = change;
  if (named !== undefined && !names.includes(named)) return { code: 'change-plan-unknown', field: '.plan', parameters: { plan: named, near: nearName(named, names) ?? '', known: names.join(', ') } };
  for (const plan of before.plans) {
    const isMeant = named === undefined ? as === undefined || plan === before.plans[0] : plan.name === named;
    const altered = isMeant ? alteredPlan(twin, controller, plan, change) : plan;
    if ('refused' in altered) return refusalOf(altered, plan.name);
    plans.push(as === undefined ? altered : plan);
    if (as === undefined || !isMeant) continue;
    // Put in its place where there was one of this name already, so that saying it twice is saying it once.
    const own = before.plans.find(({ name }) => name === as);
    plans.push({ ...altered, name: as, first: own && altered.first >= 0 ? own.first : -1 });
  }
  const kept = as === undefined ? plans : inPlace(plans, as), switches = change.schedule === undefined ? before.switches : [];
  for (const { from, plan, days } of change.schedule ?? []) {
    const at = kept.findIndex(({ name }) => name === plan), known = kept.map(({ name }) => name);
    if (at < 0) return { code: 'change-plan-unknown', field: '.schedule', parameters: { plan, near: nearName(plan, known) ?? '', known: known.join(', ') } };
    switches.push({ days: days === undefined ? EVERY_DAY : days.reduce((bits, day) => bits | (1 << WEEK_DAYS.indexOf(day)), 0), atS: clockS(from) % DAY_S, plan: at });
  }
  switches.sort((one, other) => one.atS - other.atS);
  const never = as === undefined || switches.some(({ plan }) => kept[plan]!.name === as) ? undefined : as;
  if (never !== undefined) return { code: 'change-plan-never-runs', field: '.as', parameters: { plan: never } };
  const after = { plans: kept, switches: kept.length === 1 ? [] : switches };
  return { plans: after, isOther: JSON.stringify(after) !== JSON.stringify(before) };
}

/** A plan that takes the place of one of its name stands where that stood; a new one comes last. */
function inPlace(plans: readonly PlanRows[], as: string): PlanRows[] {
  const made = plans.findLast(({ name }) => name === as)!, others = plans.filter((plan) => plan !== made), at = others.findIndex(({ name }) => name === as);
  return at < 0 ? [...others, made] : others.map((plan, row) => (row === at ? made : plan));
}

/** What is said twice, or half. */
function saidTwice({ greens = [], offsetS, offsetShiftS, schedule = [] }: SignalPlanChange, where: string): Problem[] {
  const error = (code: string, field: string, parameters: Problem['parameters']): Problem => ({ severity: 'error', code, where: `${where}.${field}`, parameters }), stages = new Set<number>(), taken = new Set<string>();
  return [
    ...greens.flatMap((green, at) => {
      const isTwice = stages.has(green.stage);
      stages.add(green.stage);
      if (isTwice) return [error('change-plan-stage-twice', `greens.${at}.stage`, { stage: green.stage })];
      return (green.durationS === undefined) === (green.byS === undefined) ? [error('change-plan-one-length', `greens.${at}`, { stage: green.stage })] : [];
    }),
    ...(offsetS !== undefined && offsetShiftS !== undefined ? [error('change-plan-one-offset', 'offsetShiftS', {})] : []),
    ...schedule.flatMap(({ from, days = WEEK_DAYS }, at) => {
      const times = days.map((day) => `${day} ${clockS(from) % DAY_S}`), isTwice = times.some((time) => taken.has(time));
      for (const time of times) taken.add(time);
      return isTwice ? [error('change-plan-two-at-once', `schedule.${at}.from`, { from })] : [];
    }),
  ];
}

function refusalOf(refusal: PlanRefusal, plan: string): Refusal {
  const { refused, ...parameters } = refusal;
  const fields = { 'change-plan-no-stage': '.greens', 'change-plan-other-stages': '.order', 'change-plan-odd-signals': '.order', 'change-plan-no-length': '.greens', 'change-plan-cycle': '.cycleS' } as const;
  return { code: refused, field: fields[refused], parameters: { plan, ...parameters } };
}
