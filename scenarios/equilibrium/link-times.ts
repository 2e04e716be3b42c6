import { quietTimeS } from '../../engine/paths/quiet-time.ts';
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

/** Every link as on quiet streets, all day: what is known without a run. */
export function quietLinkTimes(twin: ReadingTwin): LinkTimes {
  return { fromS: 0, quarterCount: 1, timeS: Float64Array.from({ length: twin.links.count }, (_, link) => quietTimeS(twin, link)) };
}

/**
 * Times as a run has measured them, by when drivers came onto the link: the mean of those who left it in a quarter belongs to
 * the middle of that quarter less the time itself, between such points lie straight lines. Where hardly anyone drove, as on
 * quiet streets; where all stand to the end of the run, at least a quarter of an hour.
 */
export function measuredLinkTimes(twin: ReadingTwin, { count, link, fromS, left, travelTimeS, vehicleSeconds, vehicleMetres }: ResultTables['links'], runFromS: number, runUntilS: number): LinkTimes {
  const links = twin.links.count;
  const firstS = Math.floor(runFromS / LINK_INTERVAL_S) * LINK_INTERVAL_S;
  const quarterCount = Math.max(1, Math.ceil((runUntilS - firstS) / LINK_INTERVAL_S));
  const times: LinkTimes = { fromS: firstS, quarterCount, timeS: new Float64Array(quarterCount * links) };
  // Rows stand by time, then by link: those of one link come in the order of time.
  const cameS: number[][] = Array.from({ length: links }, () => []), tookS: number[][] = Array.from({ length: links }, () => []);
  for (let row = 0; row < count; row++) {
    const one = link[row]!, middleS = fromS[row]! + LINK_INTERVAL_S / 2, isStuck = left[row] === 0 && vehicleSeconds[row]! > LINK_INTERVAL_S / 2 && vehicleMetres[row]! < twin.links.lengthM[one]!;
    if (travelTimeS[row]! < 0 && !isStuck) continue;
    const took = isStuck ? LINK_INTERVAL_S : travelTimeS[row]!, before = cameS[one]!.at(-1) ?? -Infinity;
    // Who came later is not told an earlier time, however the means fall.
    cameS[one]!.push(Math.max(before + 1, isStuck ? middleS : middleS - took));
    tookS[one]!.push(took);
  }
  for (let one = 0; one < links; one++) {
    const quietS = quietTimeS(twin, one);
    for (let quarter = 0; quarter < quarterCount; quarter++) times.timeS[quarter * links + one] = between(cameS[one]!, tookS[one]!, firstS + (quarter + 0.5) * LINK_INTERVAL_S, quietS);
  }
  return times;
}

/** On the straight line between the points beside `atS`, of which those farther off than a quarter of an hour say nothing. */
function between(cameS: readonly number[], tookS: readonly number[], atS: number, quietS: number): number {
  let after = 0;
  while (after < cameS.length && cameS[after]! < atS) after++;
  const before = after - 1;
  const knowsBefore = before >= 0 && atS - cameS[before]! <= LINK_INTERVAL_S, knowsAfter = after < cameS.length && cameS[after]! - atS <= LINK_INTERVAL_S;
  if (!knowsBefore) return knowsAfter ? tookS[after]! : quietS;
  if (!knowsAfter) return tookS[before]!;
  const share = (atS - cameS[before]!) / (cameS[after]! - cameS[before]!);
  return tookS[before]! * (1 - share) + tookS[after]! * share;
}

/** Seconds on a link for who comes onto it at `atS`: straight lines between the middles of quarters, so that nobody gains by coming a second later. */
export function linkTimeAtS({ fromS, quarterCount, timeS }: LinkTimes, link: number, atS: number): number {
  const links = timeS.length / quarterCount, middle = (atS - fromS) / LINK_INTERVAL_S - 0.5;
  const last = quarterCount - 1;
  if (middle <= 0) return timeS[link]!;
  if (middle >= last) return timeS[last * links + link]!;
  const before = Math.floor(middle), share = middle - before;
  return timeS[before * links + link]! * (1 - share) + timeS[(before + 1) * links + link]! * share;
}
