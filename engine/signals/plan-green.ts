import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Whether a signal group may go in an interval of its plan. */
export function isGreen({ intervals, aspects }: ReadingTwin, interval: number, group: number): boolean {
  const shown = aspects.shown[intervals.firstAspect[interval]! + group]!;
  return shown === aspect.green || shown === aspect.greenPermissive;
}
