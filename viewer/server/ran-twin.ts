import { readFile } from 'node:fs/promises';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';

/** The city as a run had it: rows of its results are rows of this twin, which may differ from the one that is drawn. */
export async function ranTwin(twinPath: string, manifest: { changes?: unknown }): Promise<ReadingTwin> {
  const twin = twinFromBytes(await readFile(twinPath)), { value: changes } = readChanges(manifest.changes ?? []);
  if (!twin || !changes) throw new Error(`${twinPath}: the twin or the changes of the run cannot be read`);
  const { value } = applyChanges(twin, changes);
  if (!value) throw new Error(`${twinPath}: the changes of the run do not fit this twin`);
  return value;
}
