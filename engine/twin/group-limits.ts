import type { ReadingTwin } from './twin.ts';

/** The first row of a controller in a table that is sorted by controller; the table's length where it has none there and no later one has. */
export function firstRowOf({ controller: column, count }: { controller: Readonly<ArrayLike<number>>; count: number }, controller: number): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < controller) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Amber after green of the g-th group in `signals.shown`: what its limits say, or what is usual where the twin declares none. */
export const amberOfS = ({ signalGroups }: ReadingTwin, row: number): number => (row < signalGroups.count ? signalGroups.amberS[row]! : USUAL_AMBER_S);
/** No green of the g-th group in `signals.shown` is shorter; 0 where the twin declares no limits. */
export const minimumGreenOfS = ({ signalGroups }: ReadingTwin, row: number): number => (row < signalGroups.count ? signalGroups.minimumGreenS[row]! : 0);

/** At 50 km/h. */
const USUAL_AMBER_S = 3;
