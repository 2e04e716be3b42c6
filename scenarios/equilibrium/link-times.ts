import type { ResultTables } from '../../engine/results/tables.ts';
import { LINK_INTERVAL_S } from '../../engine/results/link-counts.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** How long it takes to drive each link in each quarter of an hour, standing included. */
export interface LinkTimes {
  /** Start of the first quarter. Times before it are as in it, times after the last quarter as in the last. */
  fromS: number;
  quarterCount: number;
  /** Quarter by quarter: `timeS[quarter * links + link]`. */
  timeS: Float64Array;
}

/** Fewer metres driven on a link in a quarter than this many times its length say too little about it. */
const LEAST_PASSES = 0.5;

/** Seconds to drive a link at its limit. */
export const freeTimeS = ({ links }: ReadingTwin, link: number): number => links.lengthM[link]! / links.speedLimitMps[link]!;

/** Every link at its limit all day: what is known without a run. */
export function freeLinkTimes(twin: ReadingTwin): LinkTimes {
  return { fromS: 0, quarterCount: 1, timeS: Float64Array.from({ length: twin.links.count }, (_, link) => freeTimeS(twin, link)) };
}

/**
 * Times as a run has measured them: the length of a link over the mean speed of all that drove on it in the quarter (vehicle
 * metres over vehicle seconds, the definition of Edie 1963), so that a queue counts before its first vehicle has left it.
 * Where hardly anyone drove, the link at its limit.
 */
export function measuredLinkTimes(twin: ReadingTwin, { count, link, fromS, vehicleSeconds, vehicleMetres }: ResultTables['links'], runFromS: number, runUntilS: number): LinkTimes {
  const links = twin.links.count;
  const firstS = Math.floor(runFromS / LINK_INTERVAL_S) * LINK_INTERVAL_S;
  const quarterCount = Math.max(1, Math.ceil((runUntilS - firstS) / LINK_INTERVAL_S));
  const timeS = new Float64Array(quarterCount * links);
  for (let one = 0; one < links; one++) {
    const freeS = freeTimeS(twin, one);
    for (let quarter = 0; quarter < quarterCount; quarter++) timeS[quarter * links + one] = freeS;
  }
  for (let row = 0; row < count; row++) {
    const quarter = Math.round((fromS[row]! - firstS) / LINK_INTERVAL_S), one = link[row]!;
    if (quarter < 0 || quarter >= quarterCount) continue;
    const lengthM = twin.links.lengthM[one]!, freeS = freeTimeS(twin, one);
    const standsStill = vehicleSeconds[row]! > LINK_INTERVAL_S / 2 && vehicleMetres[row]! < lengthM;
    if (vehicleMetres[row]! >= LEAST_PASSES * lengthM) timeS[quarter * links + one] = Math.max(freeS * 0.5, (lengthM * vehicleSeconds[row]!) / vehicleMetres[row]!);
    else if (standsStill) timeS[quarter * links + one] = LINK_INTERVAL_S;
  }
  return { fromS: firstS, quarterCount, timeS };
}

/** Where the times of the quarter that holds `atS` begin in `timeS`. */
export function quarterStart({ fromS, quarterCount, timeS }: LinkTimes, atS: number): number {
  const quarter = Math.floor((atS - fromS) / LINK_INTERVAL_S);
  return Math.min(quarterCount - 1, Math.max(0, quarter)) * (timeS.length / quarterCount);
}
