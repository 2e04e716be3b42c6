import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { signalCapacityPerH } from './signal-capacity.ts';

/** What passes the signals at the end of a link in an hour, by the fullest of its turns, and what they let through at most. */
export interface SignalLoad { link: string; street: string; flowPerH: number; capacityPerH: number }

const HOUR_S = 3600;
/** More turns than these are not looked at together; no junction has them. */
const MOST_TURNS = 8;

/** Flows against capacity at every signal that anybody passed in the hour, the fullest first. */
export function signalLoads(twin: ReadingTwin, { links }: Pick<ResultTables, 'links'>, fromS: number): SignalLoad[] {
  const passed = new Map<number, number>();
  for (let row = 0; row < links.count; row++) {
    if (links.fromS[row]! < fromS || links.fromS[row]! >= fromS + HOUR_S || links.left[row] === 0) continue;
    passed.set(links.link[row]!, (passed.get(links.link[row]!) ?? 0) + links.left[row]!);
  }
  const planned = plannedTurns(twin, fromS), loads: SignalLoad[] = [];
  for (const [link, flowPerH] of passed) {
    const fullest = fullestTurns(twin, link, flowPerH, planned.get(link));
    if (fullest) loads.push({ link: twin.links.name[link]!, street: twin.streets.name[twin.links.street[link]!]!, ...fullest });
  }
  return loads.sort((one, other) => other.flowPerH / other.capacityPerH - one.flowPerH / one.capacityPerH);
}

/** How many vehicles that depart in the hour mean to go on from each link to each other. */
function plannedTurns({ departures, routes, routeLinks }: ReadingTwin, fromS: number): Map<number, Map<number, number>> {
  const turns = new Map<number, Map<number, number>>();
  for (let departure = 0; departure < departures.count; departure++) {
    if (departures.departS[departure]! < fromS || departures.departS[departure]! >= fromS + HOUR_S) continue;
    const first = routes.firstLink[departures.route[departure]!]!, last = first + routes.linkCount[departures.route[departure]!]! - 1;
    for (let row = first; row < last; row++) {
      const from = routeLinks.link[row]!, to = routeLinks.link[row + 1]!;
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
 * Counted flow is shared out as the routes are planned; where no route says, all lanes serve all.
 */
function fullestTurns(twin: ReadingTwin, link: number, leftPerH: number, planned: ReadonlyMap<number, number> | undefined): { flowPerH: number; capacityPerH: number } | undefined {
  const all = signalCapacityPerH(twin, link);
  if (all === undefined || all <= 0) return undefined;
  const turns = [...planned ?? []].sort((one, other) => other[1] - one[1]).slice(0, MOST_TURNS), sum = turns.reduce((total, [, count]) => total + count, 0);
  let fullest = { flowPerH: leftPerH, capacityPerH: all };
  for (let subset = 1; subset < 1 << turns.length; subset++) {
    const chosen = turns.filter((_, at) => (subset & (1 << at)) !== 0);
    const flowPerH = (leftPerH * chosen.reduce((total, [, count]) => total + count, 0)) / sum;
    const capacityPerH = signalCapacityPerH(twin, link, new Set(chosen.map(([to]) => to))) ?? 0;
    if (capacityPerH > 0 && flowPerH / capacityPerH > fullest.flowPerH / fullest.capacityPerH) fullest = { flowPerH, capacityPerH };
  }
  return fullest;
}
