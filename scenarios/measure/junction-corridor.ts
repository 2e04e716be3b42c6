import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { corridorOf, corridorRecord, type Corridor, type CorridorRecord, type CorridorRun } from './corridor.ts';

/** What a picture of time and distance around a junction draws: a line, and its buses, stops and signals from `fromS` to `untilS`. */
export interface JunctionCorridor { line: string; fromS: number; untilS: number; record: CorridorRecord }

/** How long a picture is at most: more, and no cycle can be seen any more. */
export const CORRIDOR_S = 900;
/** So far before and behind the junction. */
const REACH_M = 900;
/** A bus may have set out so long before it comes to the junction. */
const ON_THE_WAY_S = 3600;

/** The line and direction that pass a junction most often from `fromS` to `untilS`; undefined where none does. */
export function junctionCorridor(run: CorridorRun, controller: number, fromS: number, untilS: number): JunctionCorridor | undefined {
  const corridor = busiestThrough(run.twin, controller, fromS), { links, junctions, lines } = run.twin;
  const at = corridor?.links.findIndex((link) => junctions.controller[links.toJunction[link]!] === controller) ?? -1;
  if (!corridor || at < 0) return undefined;
  const stopLineM = corridor.fromM[at]! + links.lengthM[corridor.links[at]!]!, section = { fromM: Math.max(0, stopLineM - REACH_M), untilM: Math.min(corridor.lengthM, stopLineM + REACH_M) };
  return { line: lines.name[corridor.line]!, fromS, untilS, record: corridorRecord(run, corridor, section, fromS, untilS) };
}

function busiestThrough(twin: ReadingTwin, controller: number, fromS: number): Corridor | undefined {
  const { trips, departures, routes, routeLinks, links, junctions } = twin, passes = new Map<number, boolean>(), driven = new Map<string, { line: number; direction: number; times: number }>();
  const isThrough = (route: number): boolean => {
    const known = passes.get(route);
    if (known !== undefined) return known;
    let through = false;
    for (let at = routes.firstLink[route]!, end = at + routes.linkCount[route]! - 1; at < end && !through; at++) through = junctions.controller[links.toJunction[routeLinks.link[at]!]!] === controller;
    passes.set(route, through);
    return through;
  };
  for (let trip = 0; trip < trips.count; trip++) {
    const departure = trips.departure[trip]!, line = trips.line[trip]!, direction = trips.direction[trip]!;
    if (departure < 0 || line < 0 || departures.departS[departure]! < fromS - ON_THE_WAY_S || departures.departS[departure]! > fromS + CORRIDOR_S || !isThrough(departures.route[departure]!)) continue;
    const known = driven.get(`${line} ${direction}`) ?? { line, direction, times: 0 };
    driven.set(`${line} ${direction}`, known);
    known.times++;
  }
  const [most] = [...driven.values()].sort((one, other) => other.times - one.times || one.line - other.line || one.direction - other.direction);
  return most && corridorOf(twin, most.line, most.direction);
}
