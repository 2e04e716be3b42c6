import { DAY_S } from '../../../engine/foundation/clock.ts';
import { priorityMeans } from '../../../engine/twin/priority.ts';
import { lineClass } from '../../../engine/twin/transit.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

const ALL_CLASSES = Object.values(lineClass).reduce((all, one) => all | one, 0);
const ALL_MEANS = Object.values(priorityMeans).reduce((all, one) => all | one, 0);

/** A message that is hours on its way is none: they would pile up. */
const MOST_LATENCY_S = 3600;

/** Rules of priority and transponders hold values that mean something; a controller has one row of rules at most. */
export function checkPriority({ priorityRules, preemptionRules, transponders }: ReadingTwin, problems: ProblemList): void {
  for (let row = 0; row < priorityRules.count; row++) {
    const where = `priorityRules: row ${row}`;
    if (priorityRules.controller[row]! < 0 || (row > 0 && priorityRules.controller[row] === priorityRules.controller[row - 1])) problems.error('twin-rules-of-nobody', where, { controller: priorityRules.controller[row]! });
    if ((priorityRules.means[row]! & ~ALL_MEANS) !== 0) problems.error('twin-unknown-means', where, { value: priorityRules.means[row]! });
    if (priorityRules.lineClasses[row] === 0 || (priorityRules.lineClasses[row]! & ~ALL_CLASSES) !== 0) problems.error('twin-priority-value', where, { name: 'lineClasses', value: priorityRules.lineClasses[row]! });
    for (const name of ['clearQueueS', 'passingMarginS', 'lockoutCycleCount', 'recoveryCycleCount', 'leastHeadwayShare', 'leastAboardCount'] as const) {
      if (priorityRules[name][row]! < 0) problems.error('twin-priority-value', where, { name, value: priorityRules[name][row]! });
    }
    for (const name of ['shortestStageS', 'timeOutS'] as const) {
      if (!(priorityRules[name][row]! > 0)) problems.error('twin-priority-value', where, { name, value: priorityRules[name][row]! });
    }
    for (const name of ['servesFromS', 'servesUntilS'] as const) {
      if (!(priorityRules[name][row]! >= 0 && priorityRules[name][row]! <= DAY_S)) problems.error('twin-priority-value', where, { name, value: priorityRules[name][row]! });
    }
  }
  for (let row = 0; row < preemptionRules.count; row++) {
    const where = `preemptionRules: row ${row}`, { controller, category, leastClearS, recoveryCycleCount } = preemptionRules;
    if (controller[row]! < 0) problems.error('twin-rules-of-nobody', where, { controller: controller[row]! });
    if (category[row] === 0) problems.error('twin-priority-value', where, { name: 'category', value: 0 });
    if (leastClearS[row]! < 0) problems.error('twin-priority-value', where, { name: 'leastClearS', value: leastClearS[row]! });
    if (recoveryCycleCount[row]! < 1) problems.error('twin-priority-value', where, { name: 'recoveryCycleCount', value: recoveryCycleCount[row]! });
  }
  for (let row = 0; row < transponders.count; row++) {
    const where = `transponders: row ${row}`;
    for (const name of ['positionErrorM', 'latencyS'] as const) if (transponders[name][row]! < 0) problems.error('twin-priority-value', where, { name, value: transponders[name][row]! });
    if (transponders.latencyS[row]! > MOST_LATENCY_S) problems.error('twin-priority-value', where, { name: 'latencyS', value: transponders.latencyS[row]! });
    for (const name of ['checkInM', 'renewEveryS'] as const) if (!(transponders[name][row]! > 0)) problems.error('twin-priority-value', where, { name, value: transponders[name][row]! });
    if (!(transponders.lossShare[row]! >= 0 && transponders.lossShare[row]! <= 1)) problems.error('twin-priority-value', where, { name: 'lossShare', value: transponders.lossShare[row]! });
  }
}
