import type { RunSettings } from '../../engine/run-settings.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** From this hour on the streets of a day are not empty any more: a run that starts later lacks those who were under way. */
const STREETS_FILL_FROM_S = 4 * 3600;
/** How long streets fill before a run measures, unless the person says otherwise: twice the mean trip of the reference city. */
export const WARM_UP_S = 1800;

/** Whether what is measured begins on streets that nobody has filled. */
export const startsInEmptyStreets = ({ synthetic }: { synthetic: boolean }, { fromS, measuredFromS }: Pick<RunSettings, 'fromS' | 'measuredFromS'>): boolean =>
  synthetic && fromS > STREETS_FILL_FROM_S && measuredFromS === undefined;

/**
 * How long streets fill before a run that measures from `fromS`, where nobody says: not at all at night, where nobody departs before, nor in
 * a city that describes a scenario rather than days (an import from SUMO, whose runs stand beside SUMO's over the same span).
 */
export function usualWarmUpS({ facts, lineStops, departures }: ReadingTwin, fromS: number): number {
  if (fromS <= STREETS_FILL_FROM_S || !(facts.synthetic || lineStops.count > 0)) return 0;
  for (let row = 0; row < departures.count; row++) if (departures.departS[row]! < fromS && departures.departS[row]! >= fromS - WARM_UP_S) return WARM_UP_S;
  return 0;
}
