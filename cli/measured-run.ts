import { applyChanges } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import type { Measured } from '../scenarios/measure/indicator.ts';
import { readResultTables } from '../scenarios/runs/result-files.ts';
import type { StoredResult } from '../scenarios/runs/store.ts';
import { BadInput } from './bad-input.ts';
import type { City } from './city.ts';

/** A stored result as indicators look at it: its tables, beside the twin with the scenario's changes. */
export async function measuredRun(city: City, changes: readonly Change[], { folder, manifest }: StoredResult): Promise<Measured> {
  const { value: twin, problems } = applyChanges(city.twin, changes);
  if (!twin) throw new BadInput(problems);
  return { twin, tables: await readResultTables(folder), figures: manifest.figures };
}
