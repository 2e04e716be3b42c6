import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { quietLinkTimes, type LinkTimes } from '../equilibrium/link-times.ts';
import { DEFAULT_BELIEF, type Belief } from './belief.ts';
import { demandCells } from './demand-cells.ts';
import { fitFactors } from './fit-factors.ts';
import type { LinkCountTable } from './link-count-table.ts';
import { seenBy, tracePassages } from './passages.ts';
import { scaleDepartures } from './scale-departures.ts';

export interface CalibrationInput {
  twin: ReadingTwin;
  counts: LinkCountTable;
  /** As a run has measured them that does not jam where the counted city did not; without them, as on quiet streets. */
  linkTimes?: LinkTimes;
  belief?: Belief;
}

export interface Calibrated {
  twin: Twin;
  /** What each count would see if all drove as planned, before and after. */
  plannedBefore: Float64Array;
  plannedAfter: Float64Array;
}

/** The twin with a demand that fits the counts. Routes stay as they are; timetabled vehicles too. The twin given is not altered. */
export function calibrate({ twin, counts, linkTimes = quietLinkTimes(twin), belief = DEFAULT_BELIEF }: CalibrationInput): Calibrated {
  const cells = demandCells(twin);
  const passages = tracePassages(twin, cells, counts, linkTimes);
  const plannedBefore = seenBy(cells, passages, new Float64Array(cells.count).fill(1));
  const factor = fitFactors(twin, cells, passages, counts, belief);
  const scaled = scaleDepartures(twin, cells, factor);
  const cellsAfter = demandCells(scaled);
  const plannedAfter = seenBy(cellsAfter, tracePassages(scaled, cellsAfter, counts, linkTimes), new Float64Array(cellsAfter.count).fill(1));
  return { twin: scaled, plannedBefore, plannedAfter };
}
