import { tableFrom } from '../../../engine/foundation/table.ts';
import { makePathFinder } from '../../../engine/paths/path-finder.ts';
import { usualEmergencyTransponder } from '../../../engine/twin/preemption.ts';
import { priorityRuleColumns, transponderColumns, usualRule, usualTransponder } from '../../../engine/twin/priority.ts';
import { aspect } from '../../../engine/twin/signals.ts';
import { category } from '../../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { movementBetween } from '../../build/transit/route-line.ts';
import { PRIORITY_LINES, transitFigures } from '../facts/transit.ts';

/** A signal group that buses of the priority lines pass, and how many trips a day do. */
interface GroupPassed { controller: number; group: number; trips: number }

/** Signal groups on the way of the lines of these names. */
function groupsPassed(twin: ReadingTwin, lineNames: readonly string[]): GroupPassed[] {
  const { lines, trips, departures, routes, routeLinks, movements, junctions } = twin;
  const tripsOnRoute = new Map<number, number>();
  for (let trip = 0; trip < trips.count; trip++) {
    if (!lineNames.includes(lines.name[trips.line[trip]!]!)) continue;
    const route = departures.route[trips.departure[trip]!]!;
    tripsOnRoute.set(route, (tripsOnRoute.get(route) ?? 0) + 1);
  }
  const finder = makePathFinder(twin, category.bus, new Float64Array(twin.links.count));
  const passed = new Map<string, GroupPassed>();
  for (const [route, tripCount] of [...tripsOnRoute].sort((one, other) => one[0] - other[0])) {
    const first = routes.firstLink[route]!;
    for (let index = first + 1; index < first + routes.linkCount[route]!; index++) {
      const movement = movementBetween(finder, routeLinks.link[index - 1]!, routeLinks.link[index]!);
      const group = movements.signalGroup[movement]!, controller = junctions.controller[movements.junction[movement]!]!;
      if (group < 0 || controller < 0) continue;
      const key = `${controller} ${group}`;
      const known = passed.get(key);
      if (known) known.trips += tripCount;
      else passed.set(key, { controller, group, trips: tripCount });
    }
  }
  return [...passed.values()];
}

/** The 113 controllers with bus priority: those on lines 3 to 7 and Corol that most buses pass, by rising row. */
export function priorityControllers(twin: ReadingTwin): number[] {
  const tripsAt = new Map<number, number>();
  for (const { controller, trips } of groupsPassed(twin, PRIORITY_LINES)) tripsAt.set(controller, (tripsAt.get(controller) ?? 0) + trips);
  return [...tripsAt]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, transitFigures.priorityJunctions.value)
    .map(([controller]) => controller)
    .sort((one, other) => one - other);
}

/**
 * Rules of the priority controllers, and what vehicles carry to ask for it. Whether a bus has to be late, in which hours and for which lines
 * the real junctions serve is not published: here they serve everybody, at all times, who asked first.
 */
function declareRules(twin: Twin, chosen: readonly number[]): void {
  const { priorityLockoutCycles, priorityRecoveryCycles, priorityCheckInM, priorityRenewS } = transitFigures;
  twin.priorityRules = tableFrom(priorityRuleColumns, chosen.map((controller) => ({ ...usualRule, controller, lockoutCycleCount: priorityLockoutCycles.value, recoveryCycleCount: priorityRecoveryCycles.value })));
  twin.transponders = tableFrom(transponderColumns, [{ ...usualTransponder, checkInM: priorityCheckInM.value, renewEveryS: priorityRenewS.value }, usualEmergencyTransponder]);
}

/** Marks the priority controllers, declares their rules, and lets the stages that serve those lines run longer. */
export function grantPriority(twin: Twin): void {
  const { controllers, intervals, aspects } = twin;
  const rows = priorityControllers(twin), chosen = new Set(rows);
  declareRules(twin, rows);
  for (let controller = 0; controller < controllers.count; controller++) controllers.busPriority[controller] = chosen.has(controller) ? 1 : 0;
  for (let interval = 0; interval < intervals.count; interval++) intervals.longestS[interval] = intervals.durationS[interval]!;
  for (const { controller, group } of groupsPassed(twin, PRIORITY_LINES)) {
    if (!chosen.has(controller)) continue;
    const first = controllers.firstInterval[controller]!;
    for (let interval = first; interval < first + controllers.intervalCount[controller]!; interval++) {
      if (!intervals.stage[interval]) continue;
      const shown = aspects.shown[intervals.firstAspect[interval]! + group];
      if (shown === aspect.green || shown === aspect.greenPermissive) intervals.longestS[interval] = intervals.durationS[interval]! + transitFigures.priorityExtensionS.value;
    }
  }
}
