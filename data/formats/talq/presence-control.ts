import { levelReference } from '../../../engine/twin/lighting.ts';
import type { DimmingLevel, Program } from '../../../engine/twin/zone-calendars.ts';
import type { PresenceSpan } from '../zone-schedule.ts';

const DAY_S = 86_400;

/**
 * The one level that a program gives between two clock times; undefined where it has several there, or counts from the sun. A dynamic control that sets a level
 * while somebody is there stands on it: it is the output while nobody is.
 */
export function levelBetween({ levels }: Program, fromClockS: number, untilClockS: number): number | undefined {
  if (levels.some(({ reference }) => reference !== levelReference.clock)) return undefined;
  if (levels.length === 0) return 1;
  const isInside = ({ fromS }: DimmingLevel): boolean => (fromClockS < untilClockS ? fromS > fromClockS && fromS < untilClockS : fromS > fromClockS || fromS < untilClockS);
  const share = (levels.findLast(({ fromS }) => fromS <= fromClockS) ?? levels.at(-1)!).outputShare;
  return levels.filter(isInside).every(({ outputShare }) => outputShare === share) ? share : undefined;
}

/** Whether a presence rule can stand as a dynamic control on these programs: in its hours each gives what the rule gives while nobody is there. */
export const standsOn = (programs: readonly Program[], { fromClockS, untilClockS, quietShare }: PresenceSpan): boolean =>
  programs.every((program) => levelBetween(program, fromClockS, untilClockS) === quietShare);

/** Whether two clock times are those of a period that TALQ can write. */
export const isPeriod = ({ fromClockS, untilClockS }: PresenceSpan): boolean =>
  [fromClockS, untilClockS].every((clockS) => Number.isInteger(clockS) && clockS >= 0 && clockS < DAY_S) && fromClockS !== untilClockS;

const holdsAt = ({ fromClockS, untilClockS }: PresenceSpan, clockS: number): boolean =>
  (fromClockS < untilClockS ? clockS >= fromClockS && clockS < untilClockS : clockS >= fromClockS || clockS < untilClockS);

/** Whether no two hold at one time: of several in TALQ the first wins, which rules side by side do not say. */
export const areApart = (spans: readonly PresenceSpan[]): boolean =>
  spans.every((one, at) => spans.every((other, otherAt) => at === otherAt || !holdsAt(one, other.fromClockS)));
