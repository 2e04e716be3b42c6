import { quietTimeS } from '../../engine/paths/quiet-time.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { signalCapacityPerH } from './signal-capacity.ts';

/**
 * What is asked of the signals at the end of a link in an hour, by the fullest of its turns: vehicles whose planned routes bring them
 * there in that hour, were nobody delayed on the way, those that left it, and what the signals let through at most. Left is bounded
 * by what signals let through whatever comes; what is planned is not, so that only it can tell a street that is asked for too much.
 */
export interface SignalLoad { link: string; street: string; plannedPerH: number; leftPerH: number; capacityPerH: number }

const HOUR_S = 3600;
/** More turns than these are not looked at together; no junction has them. */
const MOST_TURNS = 8;

/** Demand against capacity at every signal that anybody is planned to pass or has passed in the hour, the fullest first. */
export function signalLoads(twin: ReadingTwin, { links }: Pick<ResultTables, 'links'>, fromS: number): SignalLoad[] {
  const left = new Map<number, number>();
  for (let row = 0; row < links.count; row++) {
    if (links.fromS[row]! < fromS || links.fromS[row]! >= fromS + HOUR_S || links.left[row] === 0) continue;
    left.set(links.link[row]!, (left.get(links.link[row]!) ?? 0) + links.left[row]!);
  }
  const planned = plannedTurns(twin, fromS), loads: SignalLoad[] = [];
  for (const link of new Set([...planned.keys(), ...left.keys()])) {
    const fullest = fullestTurns(twin, link, left.get(link) ?? 0, planned.get(link) ?? new Map<number, number>());
    if (fullest) loads.push({ link: twin.links.name[link]!, street: twin.streets.name[twin.links.street[link]!]!, ...fullest });
  }
  return loads.sort((one, other) => other.plannedPerH / other.capacityPerH - one.plannedPerH / one.capacityPerH);
}

/** How many vehicles are to go on from each link to each other in the hour, by their planned routes and the times of quiet streets. */
function plannedTurns(twin: ReadingTwin, fromS: number): Map<number, Map<number, number>> {
  const { departures, routes, routeLinks, links } = twin, turns = new Map<number, Map<number, number>>(), quietS = Float64Array.from({ length: links.count }, (_, link) => quietTimeS(twin, link));
  for (let departure = 0; departure < departures.count; departure++) {
    let atS = departures.departS[departure]!;
    const first = routes.firstLink[departures.route[departure]!]!, last = first + routes.linkCount[departures.route[departure]!]! - 1;
    for (let row = first; row < last && atS < fromS + HOUR_S; row++) {
      const from = routeLinks.link[row]!, to = routeLinks.link[row + 1]!;
      atS += quietS[from]!;
      if (atS < fromS || atS >= fromS + HOUR_S) continue;
      let onward = turns.get(from);
      if (!onward) turns.set(from, onward = new Map());
      onward.set(to, (onward.get(to) ?? 0) + 1);
    }
  }
  return turns;
}

/**
 * The turns that together fill the lanes which serve them most: a street of three lanes is full when its left turn alone is.
 * (Of all sets of turns the fullest says how full the street must be however its drivers share the lanes: Hall's theorem.)
 * Who left is shared out between turns as the routes are planned; where no route says, all lanes serve all.
 */
function fullestTurns(twin: ReadingTwin, link: number, leftPerH: number, planned: ReadonlyMap<number, number>): Pick<SignalLoad, 'plannedPerH' | 'leftPerH' | 'capacityPerH'> | undefined {
  const all = signalCapacityPerH(twin, link);
  if (all === undefined || all <= 0) return undefined;
  const turns = [...planned].sort((one, other) => other[1] - one[1]).slice(0, MOST_TURNS), sumOf = (some: typeof turns): number => some.reduce((total, [, count]) => total + count, 0), sum = sumOf(turns);
  let fullest = { plannedPerH: sum, leftPerH, capacityPerH: all };
  for (let subset = 1; subset < 1 << turns.length; subset++) {
    const chosen = turns.filter((_, at) => (subset & (1 << at)) !== 0), plannedPerH = sumOf(chosen);
    const capacityPerH = signalCapacityPerH(twin, link, new Set(chosen.map(([to]) => to))) ?? 0;
    if (capacityPerH > 0 && plannedPerH / capacityPerH > fullest.plannedPerH / fullest.capacityPerH) fullest = { plannedPerH, leftPerH: (leftPerH * plannedPerH) / sum, capacityPerH };
  }
  return fullest;
}
