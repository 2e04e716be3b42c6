import { aspect } from '../../../engine/twin/signals.ts';

/** Speed by which people's minimum green and clearing time are worked out: RiLSA. */
const CLEARING_MPS = 1.2;
/** Shortest green for people. */
export const LEAST_GREEN_S = 6;
/** After the amber of the last vehicles, 3 s at least, so much red for all. */
const LEAST_AMBER_S = 3, ALL_RED_S = 1;
/** A plan is lengthened for people up to this cycle. */
const LONGEST_CYCLE_S = 100;

/** An interval of a plan: `extraS` is what priority may add to it. */
export interface PlanStep { durationS: number; extraS: number; isStage: boolean; shown: number[] }

/** A crossing that wants a signal: it may not be green while any of these groups is. */
export interface PeopleWish { stops: readonly number[]; lengthM: number }

export interface PlanWithPeople {
  steps: PlanStep[];
  /** By wish: its group, -1 where the plan leaves no time for people. */
  groups: number[];
  intergreens: { endingGroup: number; startingGroup: number; leastS: number }[];
}

/** From the last moment of green until the last one has walked across. */
export const peopleClearingS = (lengthM: number): number => Math.ceil(lengthM / CLEARING_MPS);
/** People's green lasts at least this long: the time to walk across. */
export const peopleGreenS = (lengthM: number): number => Math.max(LEAST_GREEN_S, peopleClearingS(lengthM));

/** When all groups that stop for a crossing are red, seconds since the start of the plan: from the first stage in it on. `untilS` may lie beyond the cycle. */
interface Span { fromS: number; untilS: number; stage: number }

function cycleOf(steps: readonly PlanStep[]): number {
  return steps.reduce((sum, { durationS }) => sum + durationS, 0);
}

/** The longest time without any of these groups. */
function spanWithout(steps: readonly PlanStep[], stops: readonly number[]): Span | undefined {
  const isFree = ({ shown }: PlanStep): boolean => stops.every((group) => shown[group] === aspect.red);
  const startS = steps.map((_, at) => cycleOf(steps.slice(0, at)));
  let best: Span | undefined;
  for (let at = 0; at < steps.length; at++) {
    if (!isFree(steps[at]!) || isFree(steps[(at - 1 + steps.length) % steps.length]!)) continue;
    let untilS = startS[at]!, stage = -1, fromS = 0;
    for (let on = 0; on < steps.length && isFree(steps[(at + on) % steps.length]!); on++) {
      const step = (at + on) % steps.length;
      if (stage < 0 && steps[step]!.isStage) { stage = step; fromS = Math.max(untilS, startS[at]! + ALL_RED_S); }
      untilS += steps[step]!.durationS;
    }
    if (stage >= 0 && (!best || untilS - fromS > best.untilS - best.fromS)) best = { fromS, untilS, stage };
  }
  return best;
}

/** The plan, lengthened where people could not walk across in time, and with a group for every crossing that finds its time. */
export function planForPeople(before: readonly PlanStep[], wishes: readonly PeopleWish[]): PlanWithPeople {
  const steps = before.map((step) => ({ ...step }));
  for (const { stops, lengthM } of wishes) {
    const span = spanWithout(steps, stops);
    if (!span) continue;
    const missingS = Math.ceil(peopleGreenS(lengthM) + peopleClearingS(lengthM) - (span.untilS - span.fromS));
    if (missingS > 0 && cycleOf(steps) + missingS <= LONGEST_CYCLE_S) steps[span.stage]!.durationS += missingS;
  }
  const firstGroup = steps[0]!.shown.length, intergreens: PlanWithPeople['intergreens'] = [], greens: { fromS: number; untilS: number }[] = [];
  const groups = wishes.map(({ stops, lengthM }) => {
    const span = spanWithout(steps, stops), clearingS = peopleClearingS(lengthM);
    if (!span || span.untilS - clearingS - span.fromS < peopleGreenS(lengthM)) return -1;
    const group = firstGroup + greens.length;
    greens.push({ fromS: span.fromS, untilS: span.untilS - clearingS });
    for (const other of stops) intergreens.push({ endingGroup: group, startingGroup: other, leastS: clearingS }, { endingGroup: other, startingGroup: group, leastS: LEAST_AMBER_S + ALL_RED_S });
    return group;
  });
  return { steps: showPeople(steps, greens), groups, intergreens };
}

/** Cuts intervals where people's signals change. Of a stage that is cut the longest part goes on being one: the others are people's clearing time. */
function showPeople(steps: readonly PlanStep[], greens: readonly { fromS: number; untilS: number }[]): PlanStep[] {
  const cycleS = cycleOf(steps), within = (timeS: number): number => timeS - Math.floor(timeS / cycleS) * cycleS;
  const cutsS = greens.flatMap(({ fromS, untilS }) => [within(fromS), within(untilS)]);
  const shows = (atS: number, { fromS, untilS }: { fromS: number; untilS: number }): number => (within(atS - fromS) < untilS - fromS ? aspect.green : aspect.red);
  let startS = 0;
  return steps.flatMap((step) => {
    const fromS = startS, untilS = (startS += step.durationS);
    const edgesS = [...new Set([fromS, ...cutsS.filter((atS) => atS > fromS && atS < untilS), untilS])].sort((one, other) => one - other);
    const lengthsS = edgesS.slice(1).map((edge, at) => edge - edgesS[at]!), longest = lengthsS.indexOf(Math.max(...lengthsS));
    return lengthsS.map((durationS, at) => ({
      durationS, extraS: at === longest ? step.extraS : 0, isStage: step.isStage && at === longest,
      shown: [...step.shown, ...greens.map((green) => shows(edgesS[at]! + durationS / 2, green))],
    }));
  });
}
