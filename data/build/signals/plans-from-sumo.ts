import { formatClock, DAY_S } from '../../../engine/foundation/clock.ts';
import { placeName, type ProblemList } from '../../formats/problem-list.ts';
import type { PlannedController, PlanSwitch, SignalPlan } from '../../formats/signal-plans/plan-records.ts';
import { aspectOfLetter } from '../../formats/signal-plans/shown-letters.ts';
import type { SumoProgram } from '../../formats/sumo/net-records.ts';
import type { SumoSignalFiles } from '../../formats/sumo/signal-files.ts';
import type { SumoWaut } from '../../formats/sumo/waut-elements.ts';

/** A difference below this is how a number was written. */
const ROUNDING_TENTHS = 1e-6;

/**
 * Signal programs of SUMO as plans: one group for each letter of the state, no matrix, for the files tell of none. What a
 * WAUT switches to and no file holds is the program of the net, which is not known here.
 */
export function plansFromSumo({ programs, wauts, junctions }: SumoSignalFiles, problems: ProblemList): PlannedController[] {
  const byController = new Map<string, SumoProgram[]>();
  for (const program of programs) byController.set(program.id, [...(byController.get(program.id) ?? []), program]);
  const wautOf = new Map(junctions.map(({ junctionId, wautId }) => [junctionId, wauts.find(({ id }) => id === wautId)]));
  return [...byController].flatMap(([name, own]): PlannedController[] => {
    const groupCount = own[0]!.phases[0]?.state.length ?? 0;
    const usable = own.filter((program) => isUsable(program, groupCount, problems)), waut = wautOf.get(name);
    if (usable.length === 0) return [];
    const plans = usable.map((program) => planOf(program, problems));
    const groups = Array.from({ length: groupCount }, (_, group) => ({ name: String(group) }));
    // Without switching times SUMO runs the program that was loaded last.
    const schedule = waut ? scheduleOf(waut, new Set(plans.map((plan) => plan.name)), problems) : plans.length > 1 ? [{ from: '00:00', plan: plans.at(-1)!.name }] : undefined;
    return [{ name, groups, plans, ...(schedule ? { schedule } : {}) }];
  });
}

function isUsable(program: SumoProgram, groupCount: number, problems: ProblemList): boolean {
  const where = placeName(program, `tlLogic "${program.id}", program "${program.programId}"`);
  if (groupCount === 0 || program.phases.every(({ durationS }) => durationS <= 0)) { problems.error('sumo-empty-program', where); return false; }
  let good = true;
  program.phases.forEach(({ state }, phase) => {
    const letter = [...state].find((one) => one !== 'Y' && aspectOfLetter[one] === undefined);
    if (state.length !== groupCount) { problems.error('sumo-phase-length', where, { phase, length: state.length, groups: groupCount }); good = false; }
    if (letter !== undefined) { problems.error('sumo-unknown-state', where, { phase, state: letter }); good = false; }
  });
  return good;
}

function planOf(program: SumoProgram, problems: ProblemList): SignalPlan {
  const where = placeName(program, `tlLogic "${program.id}", program "${program.programId}"`);
  const tenths = (seconds: number): number => {
    const whole = Math.round(seconds * 10);
    if (Math.abs(whole - seconds * 10) > ROUNDING_TENTHS) problems.warning('plans-rounded', where, { seconds, tenths: whole });
    return whole;
  };
  const phases = program.phases.filter(({ durationS }) => durationS > 0);
  const intervals = phases.map(({ durationS, longestS, state }) => {
    const shows = state.replaceAll('Y', 'y'), isStage = !/[yu]/.test(shows) && /[Ggs]/.test(shows), longestTenths = tenths(longestS);
    return { durationTenths: Math.max(1, tenths(durationS)), ...(program.type !== 'static' && isStage && longestTenths > tenths(durationS) ? { longestTenths } : {}), stage: isStage, shows };
  });
  const cycleTenths = intervals.reduce((sum, { durationTenths }) => sum + durationTenths, 0), offsetTenths = tenths(program.offsetS);
  return { name: program.programId, offsetTenths: offsetTenths - Math.floor(offsetTenths / cycleTenths) * cycleTenths, intervals };
}

/** From midnight on, in the order of the clock; the same program twice in a row is one entry. */
export function scheduleOf({ startProgram, refTimeS, switches, file, line }: SumoWaut, known: ReadonlySet<string>, problems: ProblemList): PlanSwitch[] {
  const strangers = new Set<string>();
  const planOfName = (name: string): string | null => {
    if (known.has(name)) return name;
    strangers.add(name);
    return null;
  };
  const byClock = new Map<number, string | null>([[0, planOfName(startProgram)]]);
  for (const { timeS, to } of switches) {
    const atS = refTimeS + timeS;
    byClock.set(atS - Math.floor(atS / DAY_S) * DAY_S, planOfName(to));
  }
  if (strangers.size > 0) problems.warning('plans-program-elsewhere', placeName({ file, line }), { programs: [...strangers].join(', ').slice(0, 200) });
  const ordered = [...byClock].sort(([one], [other]) => one - other);
  return ordered.filter(([, plan], at) => at === 0 || plan !== ordered[at - 1]![1]).map(([atS, plan]) => ({ from: formatClock(atS).replace(/:00$/, ''), plan }));
}
