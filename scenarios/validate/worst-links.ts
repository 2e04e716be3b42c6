import type { MeanCell } from './link-cells.ts';
import type { ObservedRun } from './observed-run.ts';

/** Time that all vehicles of a run together spend on a link, mean over the runs of each side: reference, then ours. */
export interface LinkTimes { link: string; vehicleSeconds: readonly [number, number] }

/** Cells with the largest GEH first. */
export const worstFlows = (cells: readonly MeanCell[], most: number): MeanCell[] =>
  [...cells].sort((one, other) => other.geh - one.geh).slice(0, most);

/** Links whose vehicle seconds differ most first, those where trips begin among them: where to look for the cause of a mean that is off. */
export function worstTimes(reference: readonly ObservedRun[], ours: readonly ObservedRun[], most: number): LinkTimes[] {
  const byLink = new Map<string, [number, number]>();
  for (const [side, runs] of [reference, ours].entries()) {
    for (const { link, vehicleSeconds } of runs.flatMap(({ links }) => links)) {
      const sums = byLink.get(link) ?? [0, 0];
      sums[side]! += vehicleSeconds / runs.length;
      byLink.set(link, sums);
    }
  }
  const difference = ({ vehicleSeconds: [one, other] }: LinkTimes): number => Math.abs(other - one);
  return [...byLink].map(([link, vehicleSeconds]) => ({ link, vehicleSeconds })).sort((one, other) => difference(other) - difference(one)).slice(0, most);
}
