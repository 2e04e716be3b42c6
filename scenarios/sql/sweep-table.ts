import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { i32, text, type Columns } from '../../engine/foundation/table.ts';
import { MOST_SAVED_BYTES } from '../sweep/saved-sweep.ts';
import type { SqlRow } from './run-tables.ts';

/** Which runs a saved sweep stands on. */
export const sweepColumns = {
  sweep: text('number of the sweep: the name of its folder'),
  run: text('key of a result that it stands on'),
  point: i32('0 for the baseline, then counted from 1'),
  parameters: text('values of the parameters at that point, as JSON: parameters->>\'name\' reads one'),
  seed: i32('runs of one seed are compared across points'),
} satisfies Columns;

const keys = z.array(z.string());
const savedSchema = z.object({ id: z.string(), seeds: z.array(z.number()), baseline: z.object({ keys }), points: z.array(z.object({ values: z.record(z.string(), z.unknown()), keys })) });

/** Of every sweep that can be read. */
export async function* sweepRows(home: string): AsyncGenerator<SqlRow> {
  const folder = join(home, 'sweeps');
  for (const id of (await readdir(folder).catch(() => [])).sort()) {
    const saved = await readSaved(join(folder, id, 'sweep.json'));
    if (saved?.id !== id) continue;
    for (const [point, { values, keys: runs }] of [{ values: {}, keys: saved.baseline.keys }, ...saved.points].entries()) {
      for (const [at, run] of runs.entries()) yield { sweep: id, run, point, parameters: JSON.stringify(values), seed: saved.seeds[at] ?? null };
    }
  }
}

async function readSaved(path: string): Promise<z.infer<typeof savedSchema> | undefined> {
  try {
    if ((await stat(path)).size > MOST_SAVED_BYTES) return undefined;
    return savedSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined; // Missing, or not JSON: no sweep.
  }
}
