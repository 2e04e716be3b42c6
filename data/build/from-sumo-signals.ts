import type { RowValues } from '../../engine/foundation/table.ts';
import { conflictKind, type conflictColumns } from '../../engine/twin/streets.ts';
import { aspect, type aspectColumns, type controllerColumns, type intergreenColumns, type intervalColumns, type planSwitchColumns, type signalGroupColumns, type signalPlanColumns } from '../../engine/twin/signals.ts';
import type { SumoNet, SumoProgram } from '../formats/sumo/net-records.ts';
import type { SumoSignalFiles } from '../formats/sumo/signal-files.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import { addActuations, type ActuatedRows } from './from-sumo-actuated.ts';
import type { DetectorRow } from './from-sumo-detectors.ts';
import type { SumoMovement } from './from-sumo-movements.ts';
import { scheduledPrograms, type ScheduledPrograms } from './from-sumo-schedules.ts';
import { groupLimits, limitsOfAll } from './from-sumo-signal-groups.ts';
import type { SumoStreets } from './from-sumo-streets.ts';
import { wordTable } from '../formats/word-table.ts';

/** More than this between two greens is another stage that runs in between, not a clearance. */
export const LONGEST_CLEARANCE_S = 15;
/** A controller with more signal groups than this is a mistake. */
export const MOST_GROUPS = 2000;

export interface SumoSignals extends ActuatedRows {
  controllers: RowValues<typeof controllerColumns>[];
  signalPlans: RowValues<typeof signalPlanColumns>[];
  planSwitches: RowValues<typeof planSwitchColumns>[];
  intervals: RowValues<typeof intervalColumns>[];
  aspects: RowValues<typeof aspectColumns>[];
  intergreens: RowValues<typeof intergreenColumns>[];
  signalGroups: RowValues<typeof signalGroupColumns>[];
}

/** SUMO's link states in tlLogic phases. */
const aspectOfLetter: Readonly<Record<string, number>> = wordTable({
  G: aspect.green, g: aspect.greenPermissive, y: aspect.amber, Y: aspect.amber, r: aspect.red, u: aspect.redAmber,
  o: aspect.flashing, O: aspect.off, s: aspect.greenArrowAfterStop,
});

const whereOf = (program: SumoProgram): string => placeName(program, `tlLogic "${program.id}", program "${program.programId}"`);

/** Lists what is wrong with a program; false when it cannot be used. */
function usable(program: SumoProgram, problems: ProblemList): boolean {
  const where = whereOf(program), groups = program.phases[0]?.state.length ?? 0;
  const cycleS = program.phases.reduce((sum, phase) => sum + phase.durationS, 0);
  if (groups === 0 || cycleS <= 0) { problems.error('sumo-empty-program', where); return false; }
  if (groups > MOST_GROUPS) { problems.error('sumo-too-many-groups', where, { groups, limit: MOST_GROUPS }); return false; }
  let good = true;
  program.phases.forEach(({ state }, phase) => {
    const letter = [...state].find((candidate) => aspectOfLetter[candidate] === undefined);
    if (state.length !== groups) { problems.error('sumo-phase-length', where, { phase, length: state.length, groups }); good = false; }
    if (letter !== undefined) { problems.error('sumo-unknown-state', where, { phase, state: letter }); good = false; }
  });
  if (program.type !== 'static' && program.type !== 'actuated') problems.warning('sumo-signals-as-fixed', where, { type: program.type });
  return good;
}

/** Gives the row of each phase, -1 for one that takes no time. */
function addPlan(program: SumoProgram, controller: number, into: SumoSignals): number[] {
  return program.phases.map(({ state, durationS, longestS }) => {
    if (durationS <= 0) return -1;
    const clearing = /[yYu]/.test(state) || !/[Ggs]/.test(state);
    const interval = into.intervals.push({
      controller, durationS, longestS: program.type === 'static' || clearing ? durationS : Math.max(durationS, longestS),
      stage: clearing ? 0 : 1, firstAspect: into.aspects.length,
    }) - 1;
    for (const letter of state) into.aspects.push({ shown: aspectOfLetter[letter]! });
    return interval;
  });
}

/** Which pairs of groups of one controller let movements go that cross or merge. Keys: first group * MOST_GROUPS + second. */
function conflictingGroups(movements: readonly SumoMovement[], conflicts: readonly RowValues<typeof conflictColumns>[], controllerOf: readonly number[]): Map<number, Set<number>> {
  const pairs = new Map<number, Set<number>>();
  for (const { movement, foe, kind } of conflicts) {
    const mine = movements[movement]!.row, theirs = movements[foe]!.row, controller = controllerOf[movement]!;
    if (kind === conflictKind.diverge || mine.signalGroup < 0 || theirs.signalGroup < 0 || controller !== controllerOf[foe]) continue;
    const known = pairs.get(controller) ?? new Set<number>();
    pairs.set(controller, known.add(mine.signalGroup * MOST_GROUPS + theirs.signalGroup));
  }
  return pairs;
}

/** What a plan tells of the green of one group that ends and of another's that starts. */
interface Clearance {
  /** Both are green at once somewhere: a permitted turn. */
  together: boolean;
  /** The least time in between, as short as traffic may make it; Infinity where the plan never lets one follow the other within `LONGEST_CLEARANCE_S`. */
  leastS: number;
}

/** Over the cycle of a plan. */
function clearance(program: SumoProgram, ending: number, starting: number): Clearance {
  const phases = program.phases.filter((phase) => phase.durationS > 0);
  const green = (phase: number, group: number): boolean => /[Gg]/.test(phases[phase % phases.length]!.state[group]!);
  let plannedS = Infinity, leastS = Infinity;
  for (let phase = 0; phase < phases.length; phase++) {
    if (green(phase, ending) && green(phase, starting)) return { together: true, leastS: Infinity };
    if (!green(phase, ending) || green(phase + 1, ending)) continue;
    let waitS = 0, atLeastS = 0, at = phase + 1;
    for (; at < phase + phases.length && !green(at, starting); at++) {
      const { durationS, shortestS } = phases[at % phases.length]!;
      waitS += durationS;
      atLeastS += program.type === 'actuated' ? Math.min(durationS, shortestS) : durationS;
    }
    if (at < phase + phases.length) { plannedS = Math.min(plannedS, waitS); leastS = Math.min(leastS, atLeastS); }
  }
  return { together: false, leastS: plannedS <= LONGEST_CLEARANCE_S ? leastS : Infinity };
}

/** Of several programs the least. */
function clearanceOfAll(programs: readonly SumoProgram[], ending: number, starting: number): Clearance {
  const all = programs.map((program) => clearance(program, ending, starting));
  return { together: all.some(({ together }) => together), leastS: Math.min(...all.map(({ leastS }) => leastS)) };
}

/** Never more than the plan itself leaves. */
const wholeTenthsS = (timeS: number): number => Math.floor(timeS * 10 + 1e-6) / 10;

/**
 * A matrix from what the plans of a controller show. Of two that never follow each other in the plan it says nothing: for them holds the
 * longest that it leaves after the same green, or between any two, so that stages may come in any order.
 */
function addIntergreens(runs: readonly ScheduledPrograms[], pairs: ReadonlyMap<number, Set<number>>, into: SumoSignals): void {
  runs.forEach(({ programs }, controller) => {
    const clearances = [...(pairs.get(controller) ?? [])].sort((one, other) => one - other).map((pair) => {
      const endingGroup = Math.floor(pair / MOST_GROUPS), startingGroup = pair % MOST_GROUPS;
      return { endingGroup, startingGroup, ...clearanceOfAll(programs, endingGroup, startingGroup) };
    }).filter(({ together }) => !together);
    const longestS = (of: typeof clearances): number => Math.max(0, ...of.map(({ leastS }) => leastS).filter((leastS) => leastS < Infinity));
    const everyS = longestS(clearances), afterS = new Map<number, number>();
    for (const { endingGroup } of clearances) if (!afterS.has(endingGroup)) afterS.set(endingGroup, longestS(clearances.filter((other) => other.endingGroup === endingGroup)));
    for (const { endingGroup, startingGroup, leastS } of clearances) {
      const neededS = leastS < Infinity ? leastS : afterS.get(endingGroup)! || everyS;
      if (leastS < Infinity || isEverGreen(programs, endingGroup, startingGroup)) into.intergreens.push({ controller, endingGroup, startingGroup, leastS: wholeTenthsS(neededS) });
    }
  });
}

const isEverGreen = (programs: readonly SumoProgram[], ...groups: readonly number[]): boolean => groups.every((group) => programs.some(({ phases }) => phases.some(({ state, durationS }) => durationS > 0 && /[Gg]/.test(state[group]!))));

/** Gives movements their signal group and junctions their controller; returns the controller of each movement. */
function attach(net: SumoNet, movements: readonly SumoMovement[], programs: readonly SumoProgram[], streets: SumoStreets, problems: ProblemList): number[] {
  const row = new Map(programs.map((program, controller) => [program.id, controller]));
  const railJunctions = new Set(net.junctions.filter(({ type }) => type === 'rail_signal' || type === 'rail_crossing').map(({ id }) => id));
  let leftOpen = 0;
  const controllerOf = movements.map(({ row: movement, connection }) => {
    if (connection.tl === '') return -1;
    // Signals of railways have no program: trains switch them. Without trains they let everyone go.
    if (!row.has(connection.tl) && railJunctions.has(streets.junctions[movement.junction]!.name)) {
      leftOpen++;
      return -1;
    }
    const where = placeName({ file: net.file, line: connection.line }, `connection from "${connection.from}" to "${connection.to}"`);
    const controller = row.get(connection.tl), junction = streets.junctions[movement.junction]!;
    if (controller === undefined) { problems.error('sumo-unknown-controller', where, { controller: connection.tl }); return -1; }
    if (connection.linkIndex < 0 || connection.linkIndex >= programs[controller]!.phases[0]!.state.length || !Number.isInteger(connection.linkIndex)) {
      problems.error('sumo-unknown-link-index', where, { linkIndex: connection.linkIndex });
      return -1;
    }
    if (junction.controller >= 0 && junction.controller !== controller) {
      problems.error('sumo-two-controllers', where, { junction: junction.name });
      return -1;
    }
    junction.controller = controller;
    movement.signalGroup = connection.linkIndex;
    return controller;
  });
  if (leftOpen > 0) problems.warning('sumo-rail-signals-left-open', net.file, { count: leftOpen });
  return controllerOf;
}

/** Controllers with the programs that SUMO would run. A program starts at its offset after midnight. */
export function buildSignals(
  net: SumoNet, files: SumoSignalFiles, movements: readonly SumoMovement[],
  conflicts: readonly RowValues<typeof conflictColumns>[], streets: SumoStreets, detectors: readonly DetectorRow[], problems: ProblemList,
): SumoSignals {
  const wanted = new Set(movements.map(({ connection }) => connection.tl));
  const usableFiles = { ...files, programs: files.programs.filter((program) => usable(program, problems) && wanted.has(program.id)) };
  const runs = [...scheduledPrograms(usableFiles, problems).values()], first = runs.map(({ programs }) => programs[0]!);
  const signals: SumoSignals = { controllers: [], signalPlans: [], planSwitches: [], intervals: [], aspects: [], intergreens: [], signalGroups: [], detectors: [...detectors], actuations: [], gaps: [] };
  const controllerOf = attach(net, movements, first, streets, problems);
  runs.forEach(({ programs, switches }, controller) => {
    const junctions = streets.junctions.filter((junction) => junction.controller === controller), groupCount = programs[0]!.phases[0]!.state.length;
    if (hasOtherGroups(programs, groupCount, problems)) return;
    const ofController = movements.filter((_, movement) => controllerOf[movement] === controller), firstPlan = signals.signalPlans.length;
    const plans = programs.map((program) => addProgram(program, controller, movements, ofController, streets, signals, problems));
    const limits = programs.map((program) => groupLimits(program, aspectOfLetter, ofController, streets, problems));
    for (const ofGroup of limitsOfAll(limits)) signals.signalGroups.push({ controller, ...ofGroup });
    signals.controllers.push({
      name: programs[0]!.id,
      xM: junctions.reduce((sum, { xM }) => sum + xM, 0) / Math.max(1, junctions.length),
      yM: junctions.reduce((sum, { yM }) => sum + yM, 0) / Math.max(1, junctions.length),
      groupCount, ...plans[0]!, busPriority: 0,
    });
    if (plans.length < 2) return;
    plans.forEach((plan, at) => void signals.signalPlans.push({ controller, name: programs[at]!.programId, ...plan }));
    for (const { plan, ...entry } of switches) signals.planSwitches.push({ controller, ...entry, plan: firstPlan + plan });
  });
  addIntergreens(runs, conflictingGroups(movements, conflicts, controllerOf), signals);
  return signals;
}

/** Programs that take turns are of the same groups. */
function hasOtherGroups(programs: readonly SumoProgram[], groups: number, problems: ProblemList): boolean {
  const other = programs.find(({ phases }) => phases[0]!.state.length !== groups);
  if (other) problems.error('sumo-phase-length', whereOf(other), { phase: 0, length: other.phases[0]!.state.length, groups });
  return other !== undefined;
}

function addProgram(program: SumoProgram, controller: number, movements: readonly SumoMovement[], ofController: readonly SumoMovement[], streets: SumoStreets, signals: SumoSignals, problems: ProblemList): Pick<RowValues<typeof controllerColumns>, 'cycleS' | 'offsetS' | 'firstInterval' | 'intervalCount'> {
  const firstInterval = signals.intervals.length, intervalOf = addPlan(program, controller, signals);
  addActuations(program, intervalOf, movements, ofController, streets, signals, problems);
  const cycleS = program.phases.reduce((sum, phase) => sum + phase.durationS, 0);
  return { cycleS, offsetS: program.offsetS - Math.floor(program.offsetS / cycleS) * cycleS, firstInterval, intervalCount: signals.intervals.length - firstInterval };
}
