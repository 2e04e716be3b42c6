import { boardingColumns, peopleAtStopColumns, signalPassageColumns, stopVisitColumns, tripResultColumns } from '../engine/results/tables.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { Operated } from '../scenarios/measure/line-operation.ts';
import { readResultTable } from '../scenarios/runs/result-files.ts';

/** What a stored run says of buses, trams and their passengers. Only the tables that this needs: those of a day are large. */
export async function readOperated(folder: string, twin: ReadingTwin): Promise<Operated> {
  return {
    twin,
    tables: {
      stopVisits: await readResultTable(folder, 'stopVisits', stopVisitColumns), trips: await readResultTable(folder, 'trips', tripResultColumns),
      boardings: await readResultTable(folder, 'boardings', boardingColumns), peopleAtStops: await readResultTable(folder, 'peopleAtStops', peopleAtStopColumns),
      signalPassages: await readResultTable(folder, 'signalPassages', signalPassageColumns),
    },
  };
}
