import { codeOf, f64, rowOf, u16, type RowValues, type Table } from '../foundation/table.ts';
import { category } from './streets.ts';
import type { transponderColumns } from './priority.ts';

/**
 * How far vehicles of a kind go before the plan. `hold`: a green that they reach is held until they have passed. `absolute`:
 * their stage is called as soon as the matrix allows, so that it shows when they come, and held. `emergency`: the same,
 * before all others.
 */
export const preemptionLevel = { hold: 0, absolute: 1, emergency: 2 } as const;

/** Who goes before the plan of a controller, one row for each controller and kind of vehicle. Sorted by controller. */
export const preemptionRuleColumns = {
  controller: rowOf('controllers', 'whose rule'),
  category: u16('bits of `category`: who goes before the plan'),
  level: codeOf(preemptionLevel, 'how far'),
  leastClearS: f64('its green is to stand at least this long before it comes; longer where a queue has to go first'),
  recoveryCycleCount: f64('the plan is regained within so many cycles after it has passed'),
};

export type PreemptionRules = Table<typeof preemptionRuleColumns>;
export type PreemptionRule = Omit<RowValues<typeof preemptionRuleColumns>, 'controller'>;

/**
 * What an emergency vehicle carries where the city declares no transponders: it calls every signal within this distance on
 * its way, so that they turn green one after the other before it.
 */
export const usualEmergencyTransponder: RowValues<typeof transponderColumns> = {
  category: category.emergency, checkInM: 1000, renewEveryS: 1, positionErrorM: 0, latencyS: 0, lossShare: 0, signsOff: 1,
};
