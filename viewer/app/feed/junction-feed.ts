import type { JunctionPlans } from '../../../scenarios/explain/junction-control.ts';
import type { JunctionSpan } from '../../../scenarios/explain/junction-span.ts';
import type { JunctionCorridor } from '../../../scenarios/measure/junction-corridor.ts';
import type { JunctionFigures } from '../../../scenarios/measure/junction-figures.ts';
import { FeedFailure, get } from './server-feed.ts';

/** One junction of a stored run, in parts that are loaded when somebody looks at them. */
export interface JunctionFeed {
  plans(): Promise<JunctionPlans | undefined>;
  /** Five minutes; undefined when the run recorded nothing then. */
  span(fromS: number): Promise<JunctionSpan | undefined>;
  figures(): Promise<JunctionFigures | undefined>;
  /** A quarter of an hour of the line that passes there most often; undefined where the run kept no record of junctions. */
  corridor(fromS: number): Promise<JunctionCorridor | undefined>;
}

export function makeJunctionFeed(city: string, result: string, controller: number): JunctionFeed {
  const base = `api/cities/${encodeURIComponent(city)}/results/${encodeURIComponent(result)}/junctions/${controller}`;
  const part = async <T>(name: string): Promise<T | undefined> => {
    const response = await get(`${base}/${name}`);
    if (!response) return undefined;
    try {
      return (await response.json()) as T;
    } catch {
      throw new FeedFailure('notReadable', name);
    }
  };
  return { plans: () => part('plans'), span: (fromS) => part(`span-${fromS}`), figures: () => part('figures'), corridor: (fromS) => part(`corridor-${fromS}`) };
}
