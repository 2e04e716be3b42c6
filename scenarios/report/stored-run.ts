import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { summariseRun } from '../measure/run-summary.ts';
import { yearOfLighting } from '../measure/year-of-lighting.ts';
import { readResultTables } from '../runs/result-files.ts';
import type { StoredResult } from '../runs/store.ts';
import type { ReportRun } from './report-input.ts';

/** What a report needs of a stored result. `twin`: as it ran, with the scenario's changes applied. */
export async function readReportRun({ folder, manifest }: StoredResult, twin: ReadingTwin): Promise<ReportRun> {
  const tables = await readResultTables(folder);
  return {
    ...summariseRun(manifest.settings.seed, { twin, tables, figures: manifest.figures }),
    hash: manifest.figures.hash,
    burningH: yearOfLighting(twin).burningH,
  };
}
