import type { SavedComparison, SavedHead } from '../../../scenarios/saved/saved-comparison.ts';
import type { SweepHead } from '../../../scenarios/saved/sweep-head.ts';
import { get } from './server-feed.ts';

/** Comparisons that are kept of a city, the newest first. */
export async function loadHeads(city: string): Promise<SavedHead[]> {
  const response = await get('api/comparisons');
  return response ? ((await response.json()) as { comparisons: SavedHead[] }).comparisons.filter((head) => head.city === city) : [];
}

/** Undefined where it is kept no longer. */
export const loadComparison = async (id: string): Promise<SavedComparison | undefined> => (await (await get(`api/comparisons/${encodeURIComponent(id)}`))?.json()) as SavedComparison | undefined;

/** The page that the command writes, as the server writes it. */
export const reportAddress = (id: string, language: string): string => `comparisons/${encodeURIComponent(id)}/${language}`;

/** Sweeps that are kept of a city, the newest first. */
export async function loadSweeps(city: string): Promise<SweepHead[]> {
  const response = await get('api/sweeps');
  return response ? ((await response.json()) as { sweeps: SweepHead[] }).sweeps.filter((head) => head.city === city) : [];
}

/** The page of a sweep, as the server writes it. */
export const sweepAddress = (id: string, language: string): string => `sweeps/${encodeURIComponent(id)}/${language}`;
