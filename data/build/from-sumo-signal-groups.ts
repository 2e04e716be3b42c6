import type { RowValues } from '../../engine/foundation/table.ts';
import { groupKind, type signalGroupColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { SumoProgram } from '../formats/sumo/net-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import { isActuated } from './from-sumo-actuated.ts';
import type { SumoMovement } from './from-sumo-movements.ts';
import type { SumoStreets } from './from-sumo-streets.ts';
import { FAST_MPS, FRENCH_AMBER_S, FRENCH_FAST_AMBER_S, FRENCH_LONGEST_WAIT_S, FRENCH_MINIMUM_GREEN_S } from './signals/french-limits.ts';
import { planLimits, type ShownLimits, type TimedStep } from '../../engine/twin/plan-limits.ts';

const ORDINARY = category.car | category.van | category.lorry;

/** A signal group of a plan: what the plan shows of it, who goes by it, and the amber that the French instruction asks for. */
interface PlannedGroup { shown: ShownLimits; kind: number; frenchAmberS: number }

/**
 * The limits of the signal groups of an imported plan: the French ones, or what the plan itself shows where it falls short
 * of them, which is told. Amber is as long as in the plan.
 */
export function groupLimits(program: SumoProgram, aspectOf: Readonly<Record<string, number>>, movements: readonly SumoMovement[], streets: SumoStreets, problems: ProblemList): Omit<RowValues<typeof signalGroupColumns>, 'controller'>[] {
  const steps = stepsOf(program, aspectOf);
  const groups = [...program.phases[0]!.state].map((_, group): PlannedGroup => {
    const lanes = movements.filter(({ row }) => row.signalGroup === group).map(({ row }) => streets.lanes[row.fromLane]!);
    const isFast = lanes.some(({ speedLimitMps }) => speedLimitMps > FAST_MPS);
    return { shown: planLimits(steps, group), kind: kindOf(lanes.map(({ permitted }) => permitted)), frenchAmberS: isFast ? FRENCH_FAST_AMBER_S : FRENCH_AMBER_S };
  });
  warnOfShortfalls(program, groups, problems);
  return groups.map(({ shown: { leastGreenS, leastAmberS, longestRedS }, kind, frenchAmberS }) => ({
    kind,
    minimumGreenS: Math.min(FRENCH_MINIMUM_GREEN_S, leastGreenS),
    amberS: leastAmberS < Infinity ? leastAmberS : frenchAmberS,
    longestWaitS: longestRedS < Infinity ? Math.max(FRENCH_LONGEST_WAIT_S, longestRedS) : 0,
  }));
}

/** What holds in all of several programs. A group that waits without limit in one of them has none. */
export const limitsOfAll = (programs: readonly ReturnType<typeof groupLimits>[]): ReturnType<typeof groupLimits> =>
  programs[0]!.map((first, group) => programs.slice(1).map((limits) => limits[group]!).reduce((all, one) => ({
    kind: all.kind, minimumGreenS: Math.min(all.minimumGreenS, one.minimumGreenS), amberS: Math.min(all.amberS, one.amberS),
    longestWaitS: all.longestWaitS === 0 || one.longestWaitS === 0 ? 0 : Math.max(all.longestWaitS, one.longestWaitS),
  }), first));

/** The phases that take time, as short and as long as traffic may make them. */
function stepsOf(program: SumoProgram, aspectOf: Readonly<Record<string, number>>): TimedStep[] {
  return program.phases.filter(({ durationS }) => durationS > 0).map((phase) => {
    const isOpen = isActuated(program, phase), { durationS, shortestS, longestS } = phase;
    return {
      leastS: isOpen ? Math.max(1, Math.min(durationS, shortestS)) : durationS, mostS: isOpen ? Math.max(1, durationS, shortestS, longestS) : durationS,
      shown: [...phase.state].map((letter) => aspectOf[letter]!),
    };
  });
}

/** Who goes by a group: what no lane leads to is a crossing of people. */
function kindOf(permitted: readonly number[]): number {
  const all = permitted.reduce((bits, one) => bits | one, 0);
  if (permitted.length === 0) return groupKind.pedestrian;
  if ((all & ORDINARY) !== 0) return groupKind.vehicle;
  if ((all & category.bus) !== 0) return groupKind.bus;
  if ((all & category.tram) !== 0) return groupKind.tram;
  return (all & category.bicycle) !== 0 ? groupKind.cycle : groupKind.vehicle;
}

/** One warning a plan for each French limit that groups of it fall short of. */
function warnOfShortfalls(program: SumoProgram, groups: readonly PlannedGroup[], problems: ProblemList): void {
  const where = placeName(program, `tlLogic "${program.id}"`);
  const short = groups.filter(({ shown }) => shown.leastGreenS < FRENCH_MINIMUM_GREEN_S);
  if (short.length > 0) problems.warning('sumo-green-below-french', where, { count: short.length, shownS: Math.min(...short.map(({ shown }) => shown.leastGreenS)), limitS: FRENCH_MINIMUM_GREEN_S });
  const hasty = groups.filter(({ kind, shown, frenchAmberS }) => kind !== groupKind.pedestrian && shown.leastAmberS < frenchAmberS);
  if (hasty.length > 0) problems.warning('sumo-amber-below-french', where, { count: hasty.length, shownS: Math.min(...hasty.map(({ shown }) => shown.leastAmberS)), limitS: Math.max(...hasty.map(({ frenchAmberS }) => frenchAmberS)) });
  const slow = groups.filter(({ shown }) => shown.longestRedS > FRENCH_LONGEST_WAIT_S && shown.longestRedS < Infinity);
  if (slow.length > 0) problems.warning('sumo-wait-above-french', where, { count: slow.length, shownS: Math.max(...slow.map(({ shown }) => shown.longestRedS)), limitS: FRENCH_LONGEST_WAIT_S });
}
