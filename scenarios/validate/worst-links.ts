import type { MeanCell } from './link-cells.ts';

/** A link whose vehicles lose or gain most time against the reference, over all its quarters of an hour. */
export interface LinkTimes {
  link: string;
  /** Travel time of all its vehicles together, at the mean flow of both sides: reference, then ours. */
  vehicleSeconds: readonly [number, number];
}

/** Cells with the largest GEH first. */
export const worstFlows = (cells: readonly MeanCell[], most: number): MeanCell[] =>
  [...cells].sort((one, other) => other.geh - one.geh).slice(0, most);

/** Links whose vehicle seconds differ most first: where to look for the cause of a mean that is off. */
export function worstTimes(cells: readonly MeanCell[], most: number): LinkTimes[] {
  const byLink = new Map<string, [number, number]>();
  for (const { link, flowsPerHour, travelTimesS } of cells) {
    if (!travelTimesS) continue;
    // A quarter of the mean hourly flow: the vehicles of the cell.
    const vehicles = (flowsPerHour[0] + flowsPerHour[1]) / 8;
    const [reference, ours] = byLink.get(link) ?? [0, 0];
    byLink.set(link, [reference + vehicles * travelTimesS[0], ours + vehicles * travelTimesS[1]]);
  }
  const difference = ({ vehicleSeconds: [reference, ours] }: LinkTimes): number => Math.abs(ours - reference);
  return [...byLink].map(([link, vehicleSeconds]) => ({ link, vehicleSeconds })).sort((one, other) => difference(other) - difference(one)).slice(0, most);
}
