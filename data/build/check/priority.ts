import { DAY_S } from '../../../engine/foundation/clock.ts';
import { priorityMeans } from '../../../engine/twin/priority.ts';
import { lineClass } from '../../../engine/twin/transit.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

const ALL_CLASSES = Object.values(lineClass).reduce((all, one) => all | one, 0);
const ALL_MEANS = Object.values(priorityMeans).reduce((all, one) => all | one, 0);

interface Bounds { least: number; most: number }
const within = (least: number, most: number): Bounds => ({ least, most });
/** More than nothing: a renewal every nanosecond, or a time-out of none, is not meant. */
const SHORTEST_S = 0.1, HOUR_S = 3600;

/** What numbers may be: no field sets more, and what grows with them (messages under way, requests that are kept, ways that are walked) stays bounded. */
const ruleBounds = {
  clearQueueS: within(0, HOUR_S), passingMarginS: within(0, HOUR_S), lockoutCycleCount: within(0, 100), recoveryCycleCount: within(0, 100), compensationCycleCount: within(0, 100), leastHeadwayShare: within(0, 100), leastAboardCount: within(0, 10_000),
  shortestStageS: within(SHORTEST_S, HOUR_S), timeOutS: within(SHORTEST_S, 600), servesFromS: within(0, DAY_S), servesUntilS: within(0, DAY_S),
};
const preemptionBounds = { leastClearS: within(0, HOUR_S), recoveryCycleCount: within(1, 100) };
const transponderBounds = { checkInM: within(1, 5000), renewEveryS: within(SHORTEST_S, 600), positionErrorM: within(0, 1000), latencyS: within(0, 60), lossShare: within(0, 1) };

/** Rules of priority and transponders hold values that mean something; a controller has one row of rules at most. */
export function checkPriority({ priorityRules, preemptionRules, transponders }: ReadingTwin, problems: ProblemList): void {
  for (let row = 0; row < priorityRules.count; row++) {
    const where = `priorityRules: row ${row}`;
    if (priorityRules.controller[row]! < 0 || (row > 0 && priorityRules.controller[row] === priorityRules.controller[row - 1])) problems.error('twin-rules-of-nobody', where, { controller: priorityRules.controller[row]! });
    if ((priorityRules.means[row]! & ~ALL_MEANS) !== 0) problems.error('twin-unknown-means', where, { value: priorityRules.means[row]! });
    if (priorityRules.lineClasses[row] === 0 || (priorityRules.lineClasses[row]! & ~ALL_CLASSES) !== 0) problems.error('twin-priority-value', where, { name: 'lineClasses', value: priorityRules.lineClasses[row]! });
  }
  checkBounds('priorityRules', priorityRules, ruleBounds, problems);
  for (let row = 0; row < preemptionRules.count; row++) {
    const where = `preemptionRules: row ${row}`, { controller, category } = preemptionRules;
    if (controller[row]! < 0) problems.error('twin-rules-of-nobody', where, { controller: controller[row]! });
    if (category[row] === 0) problems.error('twin-priority-value', where, { name: 'category', value: 0 });
  }
  checkBounds('preemptionRules', preemptionRules, preemptionBounds, problems);
  checkBounds('transponders', transponders, transponderBounds, problems);
}

function checkBounds<Name extends string>(tableName: string, table: Readonly<Record<NoInfer<Name>, Readonly<ArrayLike<number>>>>, bounds: Readonly<Record<Name, Bounds>>, problems: ProblemList): void {
  for (const [name, { least, most }] of Object.entries(bounds) as [Name, Bounds][]) {
    for (let row = 0; row < table[name].length; row++) {
      const value = table[name][row]!;
      if (!(value >= least && value <= most)) problems.error('twin-priority-value', `${tableName}: row ${row}`, { name, value });
    }
  }
}
