import { makeLinkGraph } from '../paths/link-graph.ts';
import { makePathFinder, type PathFinder } from '../paths/path-finder.ts';
import type { CityState } from '../state/city-state.ts';
import { eventKind } from '../twin/events.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Ways } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** After times were worked out anew. */
export function forgetCosts({ byCategory }: Ways): void {
  for (const [, known] of byCategory) known.isFresh = false;
}

/** After lanes were closed or opened. */
export const forgetWays = ({ byCategory }: Ways): void => byCategory.clear();

/** The path finder of a category over the lanes that are open to it now. */
export function finderFor(traffic: Traffic, state: CityState, category: number): PathFinder {
  let known = traffic.ways.byCategory.get(category);
  if (!known) {
    const costs = new Float64Array(traffic.twin.links.count);
    const { twin, roads: { guide } } = traffic, open = { ...twin, lanes: { ...twin.lanes, permitted: guide.permitted } };
    known = { finder: makePathFinder(twin, category, costs, makeLinkGraph(open, category)), costs, isFresh: false };
    traffic.ways.byCategory.set(category, known);
  }
  if (!known.isFresh) {
    known.costs.set(state.guidance!.linkTimeS);
    known.isFresh = true;
  }
  return known.finder;
}

/** The way around whatever is closed, first and last link included: the prescribed one, else the quickest now; empty where there is none. `metLink`: the closed link that made the driver look. */
export function wayAround(traffic: Traffic, state: CityState, fromLink: number, toLink: number, category: number, metLink: number): number[] {
  const prescribed = prescribedWay(traffic, state, fromLink, toLink, category, metLink);
  if (prescribed.length > 0) return prescribed;
  const finder = finderFor(traffic, state, category);
  finder.search(fromLink, toLink);
  return finder.costTo(toLink) < Infinity ? finder.pathTo(toLink) : [];
}

/**
 * The way that signs prescribe around a closed link: the links of its detour in their order, the quickest way between
 * those that do not follow each other, to the first of them and from the last. Who is on the detour already goes on from
 * there, who wants to go to a street on it leaves it there. Empty where none is prescribed now, or where it leads nowhere.
 */
function prescribedWay(traffic: Traffic, state: CityState, fromLink: number, toLink: number, category: number, metLink: number): number[] {
  const detour = detourOf(traffic.twin, metLink, state.timeS);
  if (detour < 0) return [];
  const { twin: { events, detourLinks } } = traffic, first = events.firstLink[detour]!, end = first + events.linkCount[detour]!;
  const finder = finderFor(traffic, state, category), way = [fromLink];
  let row = first;
  for (let at = first; at < end; at++) if (detourLinks.link[at] === fromLink) row = at + 1;
  for (; way[way.length - 1] !== toLink; row++) {
    const from = way[way.length - 1]!, next = row < end ? detourLinks.link[row]! : toLink;
    if (next === from) continue;
    finder.search(from, next);
    if (finder.costTo(next) === Infinity) return [];
    way.push(...finder.pathTo(next).slice(1));
  }
  return way.slice(0, way.indexOf(toLink) + 1);
}

function detourOf({ events }: ReadingTwin, link: number, timeS: number): number {
  for (let event = 0; event < events.count; event++) {
    if (events.kind[event] === eventKind.detour && events.link[event] === link && events.fromS[event]! <= timeS && timeS < events.untilS[event]!) return event;
  }
  return -1;
}
