import { tableFrom } from '../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { linkCountColumns, type LinkCountTable } from './link-count-table.ts';

/** Hours are told by the quarter: a demand that departs from 07:00:04 on speaks of the quarter from 07:00. */
const QUARTER_S = 900;

export interface Span { fromS: number; untilS: number }

/** The hours that a city's demand speaks of: the city's own, and all in which vehicles depart, in whole quarters. */
export function demandSpan({ facts, departures }: ReadingTwin): Span {
  let fromS = facts.defaultFromS, untilS = facts.defaultUntilS;
  for (let row = 0; row < departures.count; row++) {
    fromS = Math.min(fromS, departures.departS[row]!);
    untilS = Math.max(untilS, departures.departS[row]!);
  }
  return { fromS: Math.floor(fromS / QUARTER_S) * QUARTER_S, untilS: Math.ceil(untilS / QUARTER_S) * QUARTER_S };
}

/**
 * The counts whose hours lie wholly in a span. One that reaches out of it counts vehicles of which the demand knows nothing:
 * used in full it would ask those inside for the traffic of the whole hour.
 */
export function countsInside(counts: LinkCountTable, { fromS, untilS }: Span): LinkCountTable {
  const rows = Array.from({ length: counts.count }, (_, row) => ({ link: counts.link[row]!, fromS: counts.fromS[row]!, untilS: counts.untilS[row]!, vehicleCount: counts.vehicleCount[row]! }));
  return tableFrom(linkCountColumns, rows.filter((row) => row.fromS >= fromS && row.untilS <= untilS));
}
