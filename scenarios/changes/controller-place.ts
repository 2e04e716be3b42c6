import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { allOrNames } from './change-kind.ts';
import { namedControllers, unknownControllers } from './named-controllers.ts';
import { unknown } from './place.ts';

/** Signal controllers by name, all of them, or those of a corridor: along a street, or on the way of a line. */
export const controllerPlace = z.union([
  allOrNames,
  z.strictObject({ street: z.string().meta({ description: 'name of a street: the signals at which its traffic stops' }) }),
  z.strictObject({ line: z.string().meta({ description: 'name of a line: the signals that its vehicles pass' }) }),
]);

export type ControllerPlace = z.infer<typeof controllerPlace>;

const isNames = (place: ControllerPlace): place is 'all' | string[] => place === 'all' || Array.isArray(place);

/** Rows of the controllers meant, in the order of the table. */
export function controllersAt(place: ControllerPlace, twin: ReadingTwin): number[] {
  if (isNames(place)) return namedControllers(place, twin);
  const { links, streets, junctions, controllers } = twin, found = new Set<number>();
  const passed = 'street' in place
    ? rowsWhere(links.count, (link) => links.street[link]! >= 0 && streets.name[links.street[link]!] === place.street)
    : linksOfLine(place.line, twin);
  for (const link of passed) found.add(junctions.controller[links.toJunction[link]!]!);
  return rowsWhere(controllers.count, (controller) => found.has(controller));
}

/** Links at whose end a vehicle of the line goes on. */
function linksOfLine(name: string, { lines, trips, departures, routes, routeLinks }: ReadingTwin): Set<number> {
  const found = new Set<number>(), seen = new Set<number>();
  for (let trip = 0; trip < trips.count; trip++) {
    const departure = trips.departure[trip]!, route = departure < 0 ? -1 : departures.route[departure]!;
    if (route < 0 || lines.name[trips.line[trip]!] !== name || seen.has(route)) continue;
    seen.add(route);
    for (let at = routes.firstLink[route]!, end = at + routes.linkCount[route]! - 1; at < end; at++) found.add(routeLinks.link[at]!);
  }
  return found;
}

/** Names that the city does not know, and a corridor without signals. */
export function controllerPlaceProblems(place: ControllerPlace, twin: ReadingTwin, where: string): Problem[] {
  if (isNames(place)) return unknownControllers(place, twin, where);
  const known = new Set(Array.from('street' in place ? twin.streets.name : twin.lines.name)), name = 'street' in place ? place.street : place.line;
  if ('street' in place && !known.has(name)) return [unknown('change-unknown-street', name, known, `${where}.street`)];
  if (!known.has(name)) {
    const { parameters, ...problem } = unknown('change-unknown-line', name, known, `${where}.line`);
    return [{ ...problem, parameters: { line: name, near: parameters['near']!, count: twin.lines.count } }];
  }
  return controllersAt(place, twin).length > 0 ? [] : [{ severity: 'error', code: 'change-no-signal-there', where, parameters: { name } }];
}
