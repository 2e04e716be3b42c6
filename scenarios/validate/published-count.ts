import type { Wording } from '../../engine/foundation/text.ts';
import type { ResultTables } from '../../engine/results/tables.ts';

/** Vehicles of a day at a place, both ways together, as somebody has published them. `isInput`: the demand was made to fit it. */
export interface PublishedCount { place: string; links: readonly number[]; vehiclesPerDay: number; source: Wording; isInput: boolean }

/** The same with what a run has counted there. */
export interface SimulatedCount extends PublishedCount { simulatedPerDay: number }

/** All who left these links by their ends. */
export function countDay({ links }: Pick<ResultTables, 'links'>, published: PublishedCount): SimulatedCount {
  const counted = new Set(published.links);
  let simulatedPerDay = 0;
  for (let row = 0; row < links.count; row++) if (counted.has(links.link[row]!)) simulatedPerDay += links.left[row]!;
  return { ...published, simulatedPerDay };
}
