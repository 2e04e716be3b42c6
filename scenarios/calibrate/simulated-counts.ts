import { LINK_INTERVAL_S } from '../../engine/results/link-counts.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import type { LinkCountTable } from './link-count-table.ts';

/** What a run has seen at each count. Quarters of an hour that a count holds in part are taken in that part. */
export function simulatedCounts({ count, link, fromS, left }: ResultTables['links'], counts: LinkCountTable): Float64Array {
  const seen = new Float64Array(counts.count), rowsOf = new Map<number, number[]>();
  for (let row = 0; row < counts.count; row++) {
    const there = rowsOf.get(counts.link[row]!);
    if (there) there.push(row);
    else rowsOf.set(counts.link[row]!, [row]);
  }
  for (let row = 0; row < count; row++) {
    for (const counted of rowsOf.get(link[row]!) ?? []) {
      const sharedS = Math.min(fromS[row]! + LINK_INTERVAL_S, counts.untilS[counted]!) - Math.max(fromS[row]!, counts.fromS[counted]!);
      if (sharedS > 0) seen[counted]! += (left[row]! * sharedS) / LINK_INTERVAL_S;
    }
  }
  return seen;
}
