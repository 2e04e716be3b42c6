import { makePathFinder, type PathFinder } from '../paths/path-finder.ts';
import type { CityState } from '../state/city-state.ts';
import type { Traffic } from './traffic.ts';

/** Where drivers look for ways: a path finder for each category that has asked, with what its links cost now. Derived data, not state. */
export interface Ways {
  byCategory: Map<number, { finder: PathFinder; costs: Float64Array; isFresh: boolean }>;
}

export const makeWays = (): Ways => ({ byCategory: new Map() });

/** After links were closed or opened, or times were worked out anew. */
export function forgetCosts({ byCategory }: Ways): void {
  for (const [, known] of byCategory) known.isFresh = false;
}

/** The path finder of a category, closed links at an infinite price. */
export function finderFor(traffic: Traffic, state: CityState, category: number): PathFinder {
  let known = traffic.ways.byCategory.get(category);
  if (!known) {
    const costs = new Float64Array(traffic.twin.links.count);
    known = { finder: makePathFinder(traffic.twin, category, costs), costs, isFresh: false };
    traffic.ways.byCategory.set(category, known);
  }
  if (!known.isFresh) {
    const { closedTo } = traffic.roads.guide, { linkTimeS } = state.guidance!;
    for (let link = 0; link < known.costs.length; link++) known.costs[link] = (closedTo[link]! & category) !== 0 ? Infinity : linkTimeS[link]!;
    known.isFresh = true;
  }
  return known.finder;
}

/** The quickest way now, first and last link included, around whatever is closed; empty where there is none. `metLink`: the closed link that made the driver look. */
export function wayAround(traffic: Traffic, state: CityState, fromLink: number, toLink: number, category: number, _metLink: number): number[] {
  const finder = finderFor(traffic, state, category);
  finder.search(fromLink, toLink);
  return finder.costTo(toLink) < Infinity ? finder.pathTo(toLink) : [];
}
