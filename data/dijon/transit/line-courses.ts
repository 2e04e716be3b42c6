import { makePathFinder, type PathFinder } from '../../../engine/paths/path-finder.ts';
import { category, junctionControl, roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { courseThrough, linksByJunction, trimmed, type JunctionLinks, type LineCourse } from '../../build/transit/route-line.ts';
import type { LineFacts } from './lines.ts';
import { onMap } from './places.ts';

/** A line on the map: outward and back. */
export interface LineOnMap { facts: LineFacts; outward: LineCourse; back: LineCourse }

/** What a map needs for lines of one mode to be laid on it. */
export interface LineRouter { finder: PathFinder; costs: Float64Array; at: JunctionLinks; connected: Uint8Array }

/** Buses keep to streets with room for them: a metre in a side street counts more than one on an avenue, and no line uses the motorway. */
const BUS_CLASS_FACTOR: Readonly<Record<number, number>> = {
  [roadClass.motorway]: 6, [roadClass.trunk]: 3, [roadClass.primary]: 1, [roadClass.secondary]: 1, [roadClass.tertiary]: 1.05,
  [roadClass.residential]: 1.5, [roadClass.service]: 3, [roadClass.busway]: 0.7, [roadClass.tramway]: 1, [roadClass.footway]: 5,
};

export function makeLineRouter(twin: ReadingTwin, categoryBit: number): LineRouter {
  const { links, streets } = twin;
  const costs = new Float64Array(links.count);
  for (let link = 0; link < links.count; link++) {
    const factor = categoryBit === category.tram ? 1 : BUS_CLASS_FACTOR[streets.class[links.street[link]!]!]!;
    costs[link] = (links.lengthM[link]! / Math.min(links.speedLimitMps[link]!, 13.9)) * factor;
  }
  const finder = makePathFinder(twin, categoryBit, costs);
  const at = linksByJunction(twin, finder);
  return { finder, costs, at, connected: connectedJunctions(twin, finder, at) };
}

/** Junctions from which all others of the greatest network can be reached and that can be reached from them. */
function connectedJunctions(twin: ReadingTwin, finder: PathFinder, at: JunctionLinks): Uint8Array {
  const connected = new Uint8Array(twin.junctions.count);
  const middle = nearestJunction(twin, at, 0, 0, undefined);
  const start = at.leaving[middle]![0];
  if (start === undefined) return connected;
  finder.search(start);
  for (let junction = 0; junction < twin.junctions.count; junction++) {
    const reached = at.entering[junction]!.some((link) => finder.costTo(link) < Infinity);
    connected[junction] = reached && at.leaving[junction]!.length > 0 ? 1 : 0;
  }
  return connected;
}

/** The nearest junction where a line can start, end and pass; side streets and roundabout entries count as farther. */
function nearestJunction(twin: ReadingTwin, at: JunctionLinks, xM: number, yM: number, connected: Uint8Array | undefined): number {
  const { junctions, links, streets } = twin;
  let best = -1, bestM = Infinity;
  for (let junction = 0; junction < junctions.count; junction++) {
    if (connected && !connected[junction]) continue;
    if (at.leaving[junction]!.length === 0 || at.entering[junction]!.length === 0) continue;
    const eastM = junctions.xM[junction]! - xM, northM = junctions.yM[junction]! - yM;
    let distanceM = Math.sqrt(eastM * eastM + northM * northM);
    if (distanceM > bestM) continue;
    let finest: number = roadClass.footway;
    for (const link of at.leaving[junction]!) finest = Math.min(finest, streets.class[links.street[link]!]!);
    if (finest === roadClass.residential) distanceM += 150;
    if (finest === roadClass.service || finest <= roadClass.trunk || finest === roadClass.footway) distanceM += 400;
    if (junctions.control[junction] === junctionControl.roundabout) distanceM += 50;
    if (distanceM < bestM) { bestM = distanceM; best = junction; }
  }
  return best;
}

/** A line laid on the street network near its places, its ends shortened to the published length. */
export function layLine(twin: ReadingTwin, facts: LineFacts, { finder, costs, at, connected }: LineRouter): LineOnMap {
  const junctions = facts.via
    .map((place) => nearestJunction(twin, at, ...onMap(twin.facts, place), connected))
    .filter((junction, index, all) => junction >= 0 && junction !== all[index - 1]);
  const whole = courseThrough(twin, finder, at, costs, junctions);
  if (!whole) throw new Error(`line ${facts.name}: no way between its places`);
  const longestM = facts.lengthKm > 0 ? facts.lengthKm * 1030 : Infinity;
  const outward = trimmed(twin, finder, whole, longestM);
  const { links } = twin;
  // The way back passes the same places between the ends that the way out has kept.
  const passed = new Set(outward.links.map((link) => links.fromJunction[link]!));
  const ends = [links.toJunction[outward.links[outward.links.length - 1]!]!, links.fromJunction[outward.links[0]!]!];
  const between = junctions.slice(1, -1).filter((junction) => passed.has(junction) && !ends.includes(junction)).reverse();
  const wholeBack = courseThrough(twin, finder, at, costs, [ends[0]!, ...between, ends[1]!]);
  if (!wholeBack) throw new Error(`line ${facts.name}: no way back between its places`);
  return { facts, outward, back: trimmed(twin, finder, wholeBack, longestM * 1.05) };
}
