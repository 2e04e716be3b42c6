import { formatClock } from '../../engine/foundation/clock.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { geh, GEH_MATCH } from '../compare/geh.ts';
import type { LinkCountTable } from './link-count-table.ts';

/** One count with the traffic of the model before and after, vehicles an hour. */
export interface BeforeAfterRow { link: string; from: string; countedPerH: number; beforePerH: number; afterPerH: number; gehBefore: number; gehAfter: number }

/** All counts beside the traffic of the model before and after calibration, in the order of the counts. */
export function beforeAfter({ links }: ReadingTwin, counts: LinkCountTable, before: ArrayLike<number>, after: ArrayLike<number>): BeforeAfterRow[] {
  return Array.from({ length: counts.count }, (_, row) => {
    const perH = 3600 / (counts.untilS[row]! - counts.fromS[row]!), countedPerH = counts.vehicleCount[row]! * perH, beforePerH = before[row]! * perH, afterPerH = after[row]! * perH;
    return {
      link: links.name[counts.link[row]!]!, from: formatClock(counts.fromS[row]!).slice(0, 5), countedPerH, beforePerH, afterPerH,
      gehBefore: geh(beforePerH, countedPerH), gehAfter: geh(afterPerH, countedPerH),
    };
  });
}

/** The figures by which such tables are judged (TAG unit M3.1). */
export interface FitFigures { counts: number; matchShareBefore: number; matchShareAfter: number; meanGehBefore: number; meanGehAfter: number; countedPerH: number; beforePerH: number; afterPerH: number }

export function fitFigures(rows: readonly BeforeAfterRow[]): FitFigures {
  const count = Math.max(1, rows.length), sum = (value: (row: BeforeAfterRow) => number) => rows.reduce((all, row) => all + value(row), 0);
  return {
    counts: rows.length,
    matchShareBefore: sum(({ gehBefore }) => (gehBefore < GEH_MATCH ? 1 : 0)) / count, matchShareAfter: sum(({ gehAfter }) => (gehAfter < GEH_MATCH ? 1 : 0)) / count,
    meanGehBefore: sum(({ gehBefore }) => gehBefore) / count, meanGehAfter: sum(({ gehAfter }) => gehAfter) / count,
    countedPerH: sum(({ countedPerH }) => countedPerH), beforePerH: sum(({ beforePerH }) => beforePerH), afterPerH: sum(({ afterPerH }) => afterPerH),
  };
}
