import type { ReadingTwin } from './twin.ts';
import { aspect } from './signals.ts';

/** Whether a code of `aspect` lets vehicles go. */
export const isGreenAspect = (shown: number): boolean => shown === aspect.green || shown === aspect.greenPermissive;

/** Whether a signal group may go in an interval of its plan. */
export const isGreen = ({ intervals, aspects }: ReadingTwin, interval: number, group: number): boolean =>
  isGreenAspect(aspects.shown[intervals.firstAspect[interval]! + group]!);
