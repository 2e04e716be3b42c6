import { firstAtLeast } from '../foundation/first-at-least.ts';
import type { ReadingTwin } from './twin.ts';

/** The row that says how traffic decides the length of an interval, -1 where the plan alone does. Rows are sorted by interval. */
export function actuationOf({ actuations }: ReadingTwin, interval: number): number {
  const row = firstAtLeast(actuations.interval, actuations.count, interval);
  return row < actuations.count && actuations.interval[row] === interval ? row : -1;
}
