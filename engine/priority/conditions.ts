import { DAY_S } from '../foundation/clock.ts';
import type { PriorityState } from '../state/priority-state.ts';
import type { PriorityRule } from '../twin/priority.ts';
import { priorityReason } from '../twin/priority-words.ts';

/**
 * Why the rules of a controller do not let it serve the request in this row; `priorityReason.none` if they do. It goes by
 * what the vehicle's messages say: what they leave out keeps nobody from being served.
 */
export function whyNotServed({ requests: { rows } }: PriorityState, row: number, rule: PriorityRule, timeS: number): number {
  if (!isWithin(timeS, rule.servesFromS, rule.servesUntilS)) return priorityReason.outOfHours;
  if ((rows.lineClass[row]! & rule.lineClasses) === 0) return priorityReason.otherLineClass;
  if (rows.lateS[row]! < rule.leastLateS) return priorityReason.notLate;
  const share = rows.headwayShare[row]!, people = rows.aboardCount[row]!;
  if (share >= 0 && share < rule.leastHeadwayShare) return priorityReason.tooCloseBehind;
  if (people >= 0 && people < rule.leastAboardCount) return priorityReason.tooFewAboard;
  return priorityReason.none;
}

/** Whether a time falls between two times of the day; between 22:00 and 06:00 is the night. Runs go on past midnight. */
export function isWithin(timeS: number, fromS: number, untilS: number): boolean {
  const clockS = timeS - Math.floor(timeS / DAY_S) * DAY_S;
  return fromS <= untilS ? clockS >= fromS && clockS < untilS : clockS >= fromS || clockS < untilS;
}
