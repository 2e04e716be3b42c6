import { DAY_S } from '../foundation/clock.ts';
import { firstAtLeast } from '../foundation/first-at-least.ts';
import { codeOf, f64, rowOf, u16, yesNo, type Reading, type RowValues, type Table } from '../foundation/table.ts';
import { category } from './streets.ts';
import { lineClass } from './transit.ts';

/**
 * What a controller may do for a bus or tram; one bit each. Insertion shows its stage out of turn, then goes on with the
 * stage that would have come; skip leaves out stages in which nobody waits; rotation lets its stage change places with those
 * before it in the cycle.
 */
export const priorityMeans = { extension: 1, earlyGreen: 2, skip: 4, insertion: 8, rotation: 16 } as const;

/** Who is served where several ask that cannot all be: who asked first, or what costs all of them together the least. */
export const competing = { firstCome: 0, exact: 1 } as const;

/** Rules of priority, one row for each controller that does not follow the usual ones. Sorted by controller. */
export const priorityRuleColumns = {
  controller: rowOf('controllers', 'whose rules'),
  means: u16('bits of `priorityMeans`: what it may do'),
  shortestStageS: f64('a stage that is cut short for an early green lasts at least this long'),
  clearQueueS: f64('an early green is to begin this long before the bus comes, for the queue before it'),
  passingMarginS: f64('a green is held for a bus until so long after it is expected'),
  lockoutCycleCount: f64('after it has served one, others wait for so many cycles'),
  recoveryCycleCount: f64('what a held green took is given back within so many cycles; 0 where it never is'),
  compensationCycleCount: f64('a stage that was shortened for a bus gets the green back in its next turns, so many at the most, as far as the plan is regained in time; 0: it does not'),
  keepsOffset: yesNo('whether longer stages make up for an early green, so that the plan keeps its offset to its neighbours; 0 where the cycle is just shorter'),
  timeOutS: f64('a request that is not renewed for so long is dropped'),
  leastLateS: f64('who left its last stop less late than this is not served; a day early: everybody is'),
  leastHeadwayShare: f64('who follows the vehicle before of its line within less than this share of the timetabled headway is not served; 0: everybody is'),
  leastAboardCount: f64('who has fewer people aboard than this is not served; 0: everybody is'),
  lineClasses: u16('bits of `lineClass`: vehicles of other lines are not served'),
  servesFromS: f64('nobody is served before this time of the day'),
  servesUntilS: f64('nor from this on; where it is earlier than the other: at night'),
  competing: codeOf(competing, 'who is served where several ask that cannot all be'),
};

/** What buses and trams carry to ask for priority, one row a kind. A vehicle carries the first that its category can. */
export const transponderColumns = {
  category: u16('bits of `category`: who carries it'),
  checkInM: f64('it calls this far before the stop line'),
  renewEveryS: f64('and again so often'),
  positionErrorM: f64('standard deviation of where it believes itself to be, along the road; the same over one approach'),
  latencyS: f64('from sending to hearing'),
  lossShare: f64('share of messages that are never heard'),
  signsOff: yesNo('whether it tells that it has passed the stop line'),
};

export type PriorityRules = Table<typeof priorityRuleColumns>;
export type Transponders = Table<typeof transponderColumns>;
export type PriorityRule = Omit<RowValues<typeof priorityRuleColumns>, 'controller'>;

const A_DAY_EARLY_S = -DAY_S;

/**
 * Where nothing else is declared: a green may be prolonged, the next one waits for a cycle (usual: 1 to 3), and the plan
 * is regained within three (two to three were found best). A green is held for a second more than it takes: one that ends just as the bus comes would still make a careful driver brake. A request is dropped after 8 s, as MMITSS does.
 */
export const usualRule: PriorityRule = {
  means: priorityMeans.extension, shortestStageS: 6, clearQueueS: 10, passingMarginS: 1, lockoutCycleCount: 1, recoveryCycleCount: 3, compensationCycleCount: 0, keepsOffset: 1, timeOutS: 8, leastLateS: A_DAY_EARLY_S,
  leastHeadwayShare: 0, leastAboardCount: 0, lineClasses: lineClass.ordinary | lineClass.structuring, servesFromS: 0, servesUntilS: DAY_S, competing: competing.firstCome,
};

/** Where nothing else is declared: without error, loss and delay. Engineers detect at 100 to 300 m. */
export const usualTransponder: RowValues<typeof transponderColumns> = {
  category: category.bus | category.tram, checkInM: 300, renewEveryS: 1, positionErrorM: 0, latencyS: 0, lossShare: 0, signsOff: 1,
};

/** The rules of a controller: its own, or the usual ones. */
export function ruleOf({ priorityRules }: { readonly priorityRules: Reading<PriorityRules> }, controller: number): PriorityRule {
  const row = firstAtLeast(priorityRules.controller, priorityRules.count, controller);
  if (row === priorityRules.count || priorityRules.controller[row] !== controller) return usualRule;
  return {
    means: priorityRules.means[row]!, shortestStageS: priorityRules.shortestStageS[row]!, clearQueueS: priorityRules.clearQueueS[row]!, passingMarginS: priorityRules.passingMarginS[row]!,
    lockoutCycleCount: priorityRules.lockoutCycleCount[row]!, recoveryCycleCount: priorityRules.recoveryCycleCount[row]!, compensationCycleCount: priorityRules.compensationCycleCount[row]!, keepsOffset: priorityRules.keepsOffset[row]!,
    timeOutS: priorityRules.timeOutS[row]!, leastLateS: priorityRules.leastLateS[row]!,
    leastHeadwayShare: priorityRules.leastHeadwayShare[row]!, leastAboardCount: priorityRules.leastAboardCount[row]!, lineClasses: priorityRules.lineClasses[row]!,
    servesFromS: priorityRules.servesFromS[row]!, servesUntilS: priorityRules.servesUntilS[row]!, competing: priorityRules.competing[row]!,
  };
}
