import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** The way of a line in one direction: links in order, and how far along it each begins. */
export interface Corridor { line: number; direction: number; route: number; links: number[]; fromM: number[]; lengthM: number }

/** A part of a corridor, metres from its start. */
export interface Section { fromM: number; untilM: number }

/** What a picture of time and distance draws of a run. Distances from the start of the section, times of the day; tracks may go on beyond it. */
export interface CorridorRecord {
  lengthM: number;
  signals: { name: string; atM: number; closed: { fromS: number; untilS: number }[] }[];
  stops: { name: string; atM: number }[];
  tracks: { points: { timeS: number; atM: number }[] }[];
}

/** What a corridor is recorded from. */
export interface CorridorRun { twin: ReadingTwin; tables: Pick<ResultTables, 'junctionPassages' | 'laneGreens' | 'stopVisits'> }

/** The route that most trips of a line and direction drive; undefined where none is simulated. */
export function corridorOf({ trips, departures, routes, routeLinks, links }: ReadingTwin, line: number, direction: number): Corridor | undefined {
  const driven = new Map<number, number>();
  for (let trip = 0; trip < trips.count; trip++) {
    if (trips.line[trip] !== line || trips.direction[trip] !== direction || trips.departure[trip]! < 0) continue;
    const route = departures.route[trips.departure[trip]!]!;
    driven.set(route, (driven.get(route) ?? 0) + 1);
  }
  const route = [...driven].sort(([one, trips1], [other, trips2]) => trips2 - trips1 || one - other)[0]?.[0];
  if (route === undefined) return undefined;
  const along = Array.from({ length: routes.linkCount[route]! }, (_, at) => routeLinks.link[routes.firstLink[route]! + at]!), fromM: number[] = [];
  let lengthM = 0;
  for (const link of along) { fromM.push(lengthM); lengthM += links.lengthM[link]!; }
  return { line, direction, route, links: along, fromM, lengthM };
}

/** The stretch of at most this length with the most signals: a whole line is too long to see a cycle in. */
export function busiestSection({ junctions, links }: ReadingTwin, { links: along, fromM, lengthM }: Corridor, longestM: number): Section {
  const signalsM = along.flatMap((link, at) => (junctions.controller[links.toJunction[link]!]! >= 0 && at < along.length - 1 ? [fromM[at]! + links.lengthM[link]!] : []));
  const behindM = 60, starts = signalsM.map((atM) => Math.max(0, atM - 4 * behindM));
  const within = (start: number): number => signalsM.filter((atM) => atM > start && atM <= start + longestM - behindM).length;
  const best = starts.reduce((one, other) => (within(other) > within(one) ? other : one), 0);
  return { fromM: best, untilM: Math.min(lengthM, best + longestM) };
}

/** Buses and signals of a section between two times, from the record of junctions and the visits of stops. */
export function corridorRecord(over: CorridorRun, corridor: Corridor, { fromM, untilM }: Section, fromS: number, untilS: number): CorridorRecord {
  const moved = <T extends { atM: number }>(all: readonly T[]): T[] => all.map((one) => ({ ...one, atM: one.atM - fromM }));
  const inside = <T extends { atM: number }>(all: readonly T[]): T[] => moved(all.filter(({ atM }) => atM >= fromM && atM <= untilM));
  const tracks = tracksOn(over, corridor, fromS, untilS).map(({ points }) => ({ points: moved(points) }));
  return { lengthM: untilM - fromM, signals: inside(signalsOn(over, corridor, fromS, untilS)), stops: inside(stopsOn(over, corridor)), tracks };
}

function signalsOn({ twin, tables: { junctionPassages, laneGreens } }: CorridorRun, { route, links, fromM }: Corridor, fromS: number, untilS: number): CorridorRecord['signals'] {
  const { lanes, departures } = twin;
  // The lane that vehicles of this route stand on before each signal.
  const used = new Map<number, Map<number, number>>();
  for (let row = 0; row < junctionPassages.count; row++) {
    if (departures.route[junctionPassages.departure[row]!] !== route) continue;
    const lane = junctionPassages.lane[row]!, link = lanes.link[lane]!, counts = used.get(link) ?? new Map<number, number>();
    used.set(link, counts.set(lane, (counts.get(lane) ?? 0) + 1));
  }
  return links.flatMap((link, at) => {
    const lane = [...(used.get(link) ?? [])].sort(([, one], [, other]) => other - one)[0]?.[0];
    if (lane === undefined || at === links.length - 1) return [];
    const greens = Array.from({ length: laneGreens.count }, (_, row) => row).filter((row) => laneGreens.lane[row] === lane && laneGreens.untilS[row]! > fromS && laneGreens.fromS[row]! < untilS);
    const closed: { fromS: number; untilS: number }[] = [];
    let doneS = fromS;
    for (const row of greens) {
      if (laneGreens.fromS[row]! > doneS) closed.push({ fromS: doneS, untilS: laneGreens.fromS[row]! });
      doneS = Math.max(doneS, laneGreens.untilS[row]!);
    }
    if (doneS < untilS) closed.push({ fromS: doneS, untilS });
    return [{ name: crossStreet(twin, link), atM: fromM[at]! + twin.links.lengthM[link]!, closed }];
  });
}

/** The street that meets this one at the junction to which the link leads; the controller's name where the map names none. */
function crossStreet({ links, streets, junctions, controllers }: ReadingTwin, link: number): string {
  const junction = links.toJunction[link]!, nameOf = (one: number): string => (links.street[one]! < 0 ? '' : streets.name[links.street[one]!]!), own = nameOf(link);
  for (let other = 0; other < links.count; other++) {
    if ((links.toJunction[other] === junction || links.fromJunction[other] === junction) && nameOf(other) !== '' && nameOf(other) !== own) return nameOf(other);
  }
  return controllers.name[junctions.controller[junction]!]!;
}

/** How far along the corridor a point of a lane is; undefined off it. */
function placeOn({ lanes }: ReadingTwin, { links, fromM }: Corridor, lane: number, positionM: number): number | undefined {
  const at = lane < 0 ? -1 : links.indexOf(lanes.link[lane]!);
  return at < 0 ? undefined : fromM[at]! + positionM;
}

function stopsOn({ twin }: CorridorRun, corridor: Corridor): CorridorRecord['stops'] {
  const { stops, halts, departures } = twin, seen = new Map<number, number>();
  for (let departure = 0; departure < departures.count; departure++) {
    if (departures.route[departure] !== corridor.route) continue;
    for (let halt = departures.firstHalt[departure]!, end = halt + departures.haltCount[departure]!; halt < end; halt++) {
      const stop = halts.stop[halt]!, atM = placeOn(twin, corridor, halts.lane[halt]!, halts.positionM[halt]!);
      if (stop >= 0 && atM !== undefined) seen.set(stop, atM);
    }
  }
  return [...seen].map(([stop, atM]) => ({ name: stops.name[stop]!, atM })).sort((one, other) => one.atM - other.atM);
}

function tracksOn({ twin, tables: { junctionPassages, stopVisits } }: CorridorRun, corridor: Corridor, fromS: number, untilS: number): CorridorRecord['tracks'] {
  const { lanes, departures, stops } = twin, points = new Map<number, { timeS: number; atM: number }[]>();
  const add = (departure: number, timeS: number, atM: number | undefined): void => {
    if (atM === undefined || departures.route[departure] !== corridor.route) return;
    const known = points.get(departure);
    if (known) known.push({ timeS, atM });
    else points.set(departure, [{ timeS, atM }]);
  };
  for (let row = 0; row < junctionPassages.count; row++) {
    const departure = junctionPassages.departure[row]!, lane = junctionPassages.lane[row]!;
    add(departure, junctionPassages.enteredS[row]!, placeOn(twin, corridor, lane, 0));
    add(departure, junctionPassages.passedS[row]!, placeOn(twin, corridor, lane, lanes.lengthM[lane]!));
  }
  for (let row = 0; row < stopVisits.count; row++) {
    const stop = stopVisits.stop[row]!;
    if (stop < 0) continue;
    const atM = placeOn(twin, corridor, stops.lane[stop]!, stops.positionM[stop]!);
    add(stopVisits.departure[row]!, stopVisits.arriveS[row]!, atM);
    add(stopVisits.departure[row]!, stopVisits.departS[row]!, atM);
  }
  const tracks = [...points].sort(([one], [other]) => one - other).map(([, all]) => ({ points: all.sort((one, other) => one.timeS - other.timeS || one.atM - other.atM) }));
  return tracks.filter(({ points: all }) => all.length > 1 && all.at(-1)!.timeS > fromS && all[0]!.timeS < untilS);
}
