import { roadClass } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Roads that people tell apart by how one drives on them. Bus and tram ways belong to none. */
export const roadGroups = ['fast', 'main', 'side'] as const;
export type RoadGroup = (typeof roadGroups)[number];

/** fast: motorways and dual carriageways; main: the streets that carry a quarter's traffic; side: all others. */
export function roadGroupOf({ links, streets }: ReadingTwin, link: number): RoadGroup | undefined {
  const one = streets.class[links.street[link]!]!;
  if (one <= roadClass.trunk) return 'fast';
  if (one <= roadClass.secondary) return 'main';
  return one <= roadClass.service ? 'side' : undefined;
}
