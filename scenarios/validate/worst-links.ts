import type { MeanCell } from './link-cells.ts';

/** Time that all vehicles together spend on a link, over all its quarters of an hour: reference, then ours. */
export interface LinkTimes { link: string; vehicleSeconds: readonly [number, number] }

/** Cells with the largest GEH first. */
export const worstFlows = (cells: readonly MeanCell[], most: number): MeanCell[] =>
  [...cells].sort((one, other) => other.geh - one.geh).slice(0, most);

/** Links whose vehicle seconds differ most first: where to look for the cause of a mean that is off. */
export function worstTimes(cells: readonly MeanCell[], most: number): LinkTimes[] {
  const byLink = new Map<string, [number, number]>();
  for (const { link, vehicleSeconds } of cells) {
    const [reference, ours] = byLink.get(link) ?? [0, 0];
    byLink.set(link, [reference + vehicleSeconds[0], ours + vehicleSeconds[1]]);
  }
  const difference = ({ vehicleSeconds: [reference, ours] }: LinkTimes): number => Math.abs(ours - reference);
  return [...byLink].map(([link, vehicleSeconds]) => ({ link, vehicleSeconds })).sort((one, other) => difference(other) - difference(one)).slice(0, most);
}
