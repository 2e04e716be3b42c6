import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { DemandCells } from './demand-cells.ts';

/**
 * How wrong a demand may be before anything is counted, as standard deviations of the logarithm of its errors. Errors are
 * taken to add up from what whole groups of trips have in common: a survey misses a quarter, an hour, a district, not single trips.
 */
export interface Belief {
  whole: number;
  hour: number;
  originDistrict: number;
  destinationDistrict: number;
  originLink: number;
  destinationLink: number;
  route: number;
  cell: number;
}

/** Assumed; of the order of the differences between household surveys and counts (Ortúzar and Willumsen, Modelling Transport, section 3.4). */
export const DEFAULT_BELIEF: Belief = { whole: 0.5, hour: 0.2, originDistrict: 0.15, destinationDistrict: 0.15, originLink: 0.25, destinationLink: 0.25, route: 0.25, cell: 0.1 };

/** Districts are squares of the map. */
const DISTRICT_M = 1000;

/** Unknowns that cells share: cell c has the unknowns `member[c * levels]` to `member[(c + 1) * levels]`, one of each level. */
export interface Unknowns {
  count: number;
  levels: number;
  member: Int32Array;
  /** Standard deviation before counting, by unknown. */
  deviation: Float64Array;
}

export function makeUnknowns(twin: ReadingTwin, cells: DemandCells, belief: Belief): Unknowns {
  const { routes, routeLinks, links, junctions } = twin;
  const numbers = new Map<string, number>();
  const deviation: number[] = [];
  const numberOf = (level: keyof Belief, group: string | number): number => {
    const key = `${level} ${group}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = deviation.length;
      numbers.set(key, number);
      deviation.push(belief[level]);
    }
    return number;
  };
  const districtAt = (junction: number) => `${Math.floor(junctions.xM[junction]! / DISTRICT_M)} ${Math.floor(junctions.yM[junction]! / DISTRICT_M)}`;
  const levels = 8;
  const member = new Int32Array(cells.count * levels);
  for (let cell = 0; cell < cells.count; cell++) {
    const route = cells.route[cell]!, first = routes.firstLink[route]!;
    const from = routeLinks.link[first]!, to = routeLinks.link[first + routes.linkCount[route]! - 1]!;
    member.set([
      numberOf('whole', ''), numberOf('hour', cells.hour[cell]!),
      numberOf('originDistrict', districtAt(links.fromJunction[from]!)), numberOf('destinationDistrict', districtAt(links.toJunction[to]!)),
      numberOf('originLink', from), numberOf('destinationLink', to), numberOf('route', route), numberOf('cell', cell),
    ], cell * levels);
  }
  return { count: deviation.length, levels, member, deviation: Float64Array.from(deviation) };
}
