import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { withRows } from '../../engine/foundation/table.ts';
import { makePathFinder } from '../../engine/paths/path-finder.ts';
import { quietTimeS } from '../../engine/paths/quiet-time.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import { linksAt, place, placeProblems } from './place.ts';

const schema = z.strictObject({
  change: z.literal('emergency-trip'),
  why,
  from: place.meta({ description: 'where the vehicle stands: it leaves on the first link there' }),
  to: place.meta({ description: 'where it is called to: it drives to the link there that it reaches first' }),
  at: z.array(clockTime).min(1).max(200).meta({ description: 'when it leaves: one trip for each time' }),
}).meta({
  description: 'Send an emergency vehicle across the city by the quickest way of quiet streets. Whether signals let it through is for "preemption" to say.',
  examples: [{ change: 'emergency-trip', why: 'Meeting of 12 March', from: { street: 'Avenue Aristide-Briand', commune: 'Dijon' }, to: { street: 'Avenue Victor-Hugo', commune: 'Dijon' }, at: ['07:15', '07:25'] }],
});

type EmergencyTrip = z.infer<typeof schema>;

export const emergencyTrip: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = [...placeProblems(change.from, twin, `${where}.from`), ...placeProblems(change.to, twin, `${where}.to`)];
    if (emergencyType(twin) < 0) problems.push({ severity: 'error', code: 'change-no-emergency-vehicle', where, parameters: {} });
    if (problems.length === 0 && quickestWay(change, twin).length === 0) problems.push({ severity: 'error', code: 'change-no-way', where: `${where}.to`, parameters: {} });
    return problems;
  },

  // Vehicles are told apart by the order in which they are added; they drive the quickest way that lanes and limits allow.
  claims: () => [{ what: 'departures', of: '' }, { what: 'lanes', of: '' }, { what: 'posted-limit', of: '' }],

  apply(change, copy) {
    const way = quickestWay(change, copy), { routes, routeLinks } = copy, route = routes.count;
    copy.routes = withRows(routeColumns, routes, [{ firstLink: routeLinks.count, linkCount: way.length }]);
    copy.routeLinks = withRows(routeLinkColumns, routeLinks, way.map((link) => ({ link })));
    depart(copy, route, change.at);
  },
};

const emergencyType = ({ vehicleTypes }: ReadingTwin): number => Array.from(vehicleTypes.category).indexOf(category.emergency);

/** Links of the quickest way while hardly anyone drives, first and last included; empty where there is none. */
function quickestWay({ from, to }: EmergencyTrip, twin: ReadingTwin): number[] {
  const costs = Float64Array.from({ length: twin.links.count }, (_, link) => quietTimeS(twin, link)), finder = makePathFinder(twin, category.emergency, costs);
  const isDrivable = (link: number): boolean => finder.graph.drivable[link] === 1, start = linksAt(from, twin).find(isDrivable), goals = linksAt(to, twin).filter(isDrivable);
  if (start === undefined) return [];
  finder.searchAll(start, Int32Array.from(goals));
  let best = -1;
  for (const goal of goals) if (finder.costTo(goal) < (best < 0 ? Infinity : finder.costTo(best))) best = goal;
  return best < 0 ? [] : finder.pathTo(best);
}

/** Trips at these times, behind all others: nobody's draws change for them (`callOrder`). */
function depart(copy: Twin, route: number, times: readonly string[]): void {
  copy.departures = withRows(departureColumns, copy.departures, times.map((time) => ({
    name: `${time} emergency`, vehicleType: emergencyType(copy), route, departS: clockS(time), departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: 0,
    arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
}
