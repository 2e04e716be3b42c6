import { aspect } from '../../../engine/twin/signals.ts';
import type { PlanInterval } from './plan-intervals.ts';
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

/** Whether both are green at the same time in some interval: one of them gives way then, and no intergreen stands between them. */
function everTogether(intervals: readonly PlanInterval[], one: SignalGroup, other: SignalGroup): boolean {
  const green = (shown: number): boolean => shown === aspect.green || shown === aspect.greenPermissive;
  return intervals.some(({ shown }) => green(shown[one.streams[0]!]!) && green(shown[other.streams[0]!]!));
}
