import type { RowValues } from '../../../engine/foundation/table.ts';
import { aspect, groupKind, type signalGroupColumns } from '../../../engine/twin/signals.ts';
import { category } from '../../../engine/twin/streets.ts';
import { FRENCH_LONGEST_WAIT_S, FRENCH_MINIMUM_GREEN_S } from './french-limits.ts';
import { amberS } from './intergreen-times.ts';
import type { PlanInterval } from './plan-intervals.ts';
import { planLimits } from '../../../engine/twin/plan-limits.ts';
import type { SignalPlanInput } from './plan-input.ts';
import type { Stream } from './streams.ts';

/** A signal group: streams of one approach that always see the same, and so stand at one signal. */
export interface SignalGroup {
  streams: number[];
  /** Its rows of the intergreen matrix. */
  intergreens: { startingGroup: number; leastS: number }[];
}

/** The signal groups of a controller with their intergreen matrix. */
export function signalGroupsOf(streams: readonly Stream[], intervals: readonly PlanInterval[], intergreensS: readonly (readonly number[])[]): SignalGroup[] {
  const byLook = new Map<string, SignalGroup>();
  streams.forEach(({ link, isTransit }, stream) => {
    const look = [link, isTransit, ...intervals.map(({ shown }) => shown[stream])].join(' ');
    const known = byLook.get(look);
    if (known) known.streams.push(stream);
    else byLook.set(look, { streams: [stream], intergreens: [] });
  });
  const groups = [...byLook.values()];
  for (const ending of groups) {
    groups.forEach((starting, startingGroup) => {
      const leastS = Math.max(...ending.streams.flatMap((one) => starting.streams.map((other) => intergreensS[one]![other]!)));
      if (leastS > 0 && !everTogether(intervals, ending, starting)) ending.intergreens.push({ startingGroup, leastS });
    });
  }
  return groups;
}

/** What holds at a group of streams whatever its controller does: French figures, and the wait of the plan itself where so many stages follow each other that it is longer. */
export function limitsOf(tables: SignalPlanInput, controller: number, streams: readonly Stream[], intervals: readonly PlanInterval[], { streams: [stream] }: SignalGroup): RowValues<typeof signalGroupColumns> {
  const first = streams[stream!]!, { longestRedS } = planLimits(intervals.map(({ durationS, shown }) => ({ leastS: durationS, mostS: durationS, shown })), stream!);
  return { controller, kind: kindOf(tables, first), minimumGreenS: FRENCH_MINIMUM_GREEN_S, amberS: amberS(tables, first), longestWaitS: Math.max(FRENCH_LONGEST_WAIT_S, longestRedS) };
}

function kindOf({ lanes, movements }: SignalPlanInput, { isTransit, movements: [movement] }: Stream): number {
  const permitted = movements.permitted[movement!]! & lanes.permitted[movements.fromLane[movement!]!]!;
  if (permitted === category.bicycle) return groupKind.cycle;
  if (!isTransit) return groupKind.vehicle;
  return (permitted & category.bus) !== 0 ? groupKind.bus : groupKind.tram;
}

/** Whether both are green at the same time in some interval: one of them gives way then, and no intergreen stands between them. */
function everTogether(intervals: readonly PlanInterval[], one: SignalGroup, other: SignalGroup): boolean {
  const green = (shown: number): boolean => shown === aspect.green || shown === aspect.greenPermissive;
  return intervals.some(({ shown }) => green(shown[one.streams[0]!]!) && green(shown[other.streams[0]!]!));
}
