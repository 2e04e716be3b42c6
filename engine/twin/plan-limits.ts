import { aspect } from './signals.ts';

/** A part of a plan during which no signal changes: what every group shows, and how short and how long it may get. */
export interface TimedStep { leastS: number; mostS: number; shown: readonly number[] }

/** What a plan itself shows of one group. */
export interface ShownLimits {
  /** The shortest green; Infinity where it is never lost. */
  leastGreenS: number;
  /** The shortest amber after a green, 0 where one ends without; Infinity where green is never lost. */
  leastAmberS: number;
  /** The longest red; 0 for a group that is never red, Infinity for one that is nothing else. */
  longestRedS: number;
}

const isGreen = (shown: number): boolean => shown === aspect.green || shown === aspect.greenPermissive;
const isAmber = (shown: number): boolean => shown === aspect.amber;
const isRed = (shown: number): boolean => shown === aspect.red || shown === aspect.redAmber;

/** The limits that a group keeps over all cycles of a plan. */
export function planLimits(steps: readonly TimedStep[], group: number): ShownLimits {
  const shown = steps.map((step) => step.shown[group]!), limits: ShownLimits = { leastGreenS: Infinity, leastAmberS: Infinity, longestRedS: 0 };
  if (shown.every(isRed)) limits.longestRedS = Infinity;
  steps.forEach((_, at) => {
    const before = shown[(at - 1 + steps.length) % steps.length]!, now = shown[at]!;
    if (isGreen(now) && !isGreen(before)) limits.leastGreenS = Math.min(limits.leastGreenS, spanS(steps, shown, at, isGreen, 'leastS'));
    if (isGreen(before) && !isGreen(now)) limits.leastAmberS = Math.min(limits.leastAmberS, spanS(steps, shown, at, isAmber, 'leastS'));
    if (isRed(now) && !isRed(before)) limits.longestRedS = Math.max(limits.longestRedS, spanS(steps, shown, at, isRed, 'mostS'));
  });
  return limits;
}

/** How long a plan goes on showing an aspect of a kind from a step on, at the shortest or at the longest. */
function spanS(steps: readonly TimedStep[], shown: readonly number[], from: number, isOfKind: (shown: number) => boolean, length: 'leastS' | 'mostS'): number {
  let sumS = 0;
  for (let on = 0; on < steps.length; on++) {
    const at = (from + on) % steps.length;
    if (!isOfKind(shown[at]!)) break;
    sumS += steps[at]![length];
  }
  return sumS;
}
