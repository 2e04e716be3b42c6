import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { linkTimeAtS, type LinkTimes } from '../equilibrium/link-times.ts';
import type { DemandCells } from './demand-cells.ts';
import type { LinkCountTable } from './link-count-table.ts';

/** Which departures pass which count, as planned: the matrix between demand and counts, by cell. */
export interface Passages {
  /** Passages of cell c: rows `firstOf[c]` to `firstOf[c + 1]` of the columns below. */
  firstOf: Uint32Array;
  countRow: Int32Array;
  /** Share of the cell's departures that this count sees. */
  share: Float64Array;
  /** By count: what it sees of vehicles that are not scaled. */
  fixed: Float64Array;
}

/** Follows every departure along its route, at the times that links take, past the counts on its way. */
export function tracePassages(twin: ReadingTwin, cells: DemandCells, counts: LinkCountTable, times: LinkTimes): Passages {
  const byLink = countsByLink(twin, counts);
  const seen: Map<number, number>[] = Array.from({ length: cells.count }, () => new Map());
  const fixed = new Float64Array(counts.count);
  for (let departure = 0; departure < twin.departures.count; departure++) {
    const cell = cells.cellOf[departure]!;
    followRoute(twin, departure, times, (link, leftS) => {
      const there = byLink.get(link);
      if (!there) return;
      for (const row of there) {
        if (leftS < counts.fromS[row]! || leftS >= counts.untilS[row]!) continue;
        if (cell < 0) fixed[row]!++;
        else seen[cell]!.set(row, (seen[cell]!.get(row) ?? 0) + 1);
      }
    });
  }
  const firstOf = new Uint32Array(cells.count + 1);
  for (let cell = 0; cell < cells.count; cell++) firstOf[cell + 1] = firstOf[cell]! + seen[cell]!.size;
  const countRow = new Int32Array(firstOf[cells.count]!), share = new Float64Array(firstOf[cells.count]!);
  let at = 0;
  seen.forEach((rows, cell) => {
    for (const [row, passing] of rows) {
      countRow[at] = row;
      share[at++] = passing / cells.departures[cell]!;
    }
  });
  return { firstOf, countRow, share, fixed };
}

function countsByLink({ links }: ReadingTwin, counts: LinkCountTable): Map<number, number[]> {
  const byLink = new Map<number, number[]>();
  for (let row = 0; row < counts.count; row++) {
    const link = counts.link[row]!;
    if (link < 0 || link >= links.count) continue;
    const there = byLink.get(link);
    if (there) there.push(row);
    else byLink.set(link, [row]);
  }
  return byLink;
}

/** Tells every link from which a departure goes on to another one, and when. */
export function followRoute(twin: ReadingTwin, departure: number, times: LinkTimes, left: (link: number, atS: number) => void): void {
  const { departures, routes, routeLinks, links } = twin;
  const route = departures.route[departure]!, first = routes.firstLink[route]!, last = first + routes.linkCount[route]! - 1;
  let atS = departures.departS[departure]!;
  for (let row = first; row < last; row++) {
    const link = routeLinks.link[row]!;
    const startM = row === first ? Math.max(0, departures.departPositionM[departure]!) : 0;
    atS += linkTimeAtS(times, link, atS) * (1 - Math.min(1, startM / links.lengthM[link]!));
    left(link, atS);
  }
}

/** What every count would see if each cell had `factor` times its departures. */
export function seenBy(cells: DemandCells, { firstOf, countRow, share, fixed }: Passages, factor: ArrayLike<number>): Float64Array {
  const seen = fixed.slice();
  for (let cell = 0; cell < cells.count; cell++) {
    const vehicles = cells.departures[cell]! * factor[cell]!;
    for (let row = firstOf[cell]!; row < firstOf[cell + 1]!; row++) seen[countRow[row]!]! += vehicles * share[row]!;
  }
  return seen;
}
