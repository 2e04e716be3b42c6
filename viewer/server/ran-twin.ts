import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';

/** The city as a run had it: rows of its results are rows of this twin, which may differ from the one that is drawn. It shares what no change altered. */
export function ranTwin(twin: ReadingTwin, { changes = [] }: { changes?: unknown }): ReadingTwin {
  const read = readChanges(changes), ran = read.value && applyChanges(twin, read.value).value;
  if (!ran) throw new Error('the changes of a stored run do not fit its twin');
  return ran;
}
