import type { ReadingTwin } from './twin.ts';

/** The row that says how traffic decides the length of an interval, -1 where the plan alone does. Rows are sorted by interval. */
export function actuationOf({ actuations }: ReadingTwin, interval: number): number {
  let low = 0, high = actuations.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (actuations.interval[middle]! < interval) low = middle + 1;
    else high = middle;
  }
  return low < actuations.count && actuations.interval[low] === interval ? low : -1;
}
