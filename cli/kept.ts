import { readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Text } from '../engine/foundation/text.ts';
import { filesBytesIn } from '../scenarios/runs/result-files.ts';
import type { Store } from '../scenarios/runs/store.ts';

/** Something that is made of results and kept in the store: a comparison, a report on priority, a sweep. */
export interface Kept { kind: keyof typeof KINDS; id: string; folder: string; keptMs: number; bytes: number; city: string; title: Text | undefined }

const both = z.object({ fr: z.string(), en: z.string() }), wording = z.union([both, z.string().transform((text): Text => ({ fr: text, en: text }))]);
const side = z.object({ question: z.object({ title: wording }) });
/** Of two sides: what it compares. */
const pairHead = z.object({ baseline: side.extend({ facts: z.object({ name: z.string() }).optional() }), scenario: side, facts: z.object({ name: z.string() }).optional() }).transform(({ baseline, scenario, facts }) => {
  const [one, other] = [baseline.question.title, scenario.question.title];
  return { city: (baseline.facts ?? facts)?.name ?? '', title: { fr: `${one.fr} → ${other.fr}`, en: `${one.en} → ${other.en}` } };
});
const sweepHead = z.object({ city: z.object({ name: z.string() }), definition: z.object({ title: wording.optional(), question: z.string().optional().catch(undefined) }) }).transform(({ city, definition: { title, question = '' } }) => ({ city: city.name, title: title ?? { fr: question, en: question } }));

/** By kind: its room in the store, the file that tells what it is, and what is read of that. */
const KINDS = {
  comparison: { room: 'comparisons', file: 'comparison.json', head: pairHead },
  priority: { room: 'priority-reports', file: 'report.json', head: pairHead },
  sweep: { room: 'sweeps', file: 'sweep.json', head: sweepHead },
} as const;

/** All that is kept, the newest first; what another version wrote, or nobody can read, without a title. */
export async function allKept(home: string): Promise<Kept[]> {
  const found: Kept[] = [];
  for (const [kind, { room, file, head }] of Object.entries(KINDS) as [Kept['kind'], (typeof KINDS)[Kept['kind']]][]) {
    for (const id of (await readdir(join(home, room)).catch(() => [])).filter((name) => /^[0-9a-f]{16,32}$/.test(name))) {
      const folder = join(home, room, id), about = await stat(join(folder, file)).catch(() => stat(folder).catch(() => undefined));
      if (!about) continue;
      const sizes = await filesBytesIn(folder).catch(() => ({}));
      found.push({ kind, id, folder, keptMs: about.mtimeMs, bytes: Object.values<number>(sizes).reduce((sum, bytes) => sum + bytes, 0), ...(await headOf(join(folder, file), head)) });
    }
  }
  return found.sort((one, other) => other.keptMs - one.keptMs || (one.id < other.id ? -1 : 1));
}

async function headOf(path: string, head: typeof pairHead | typeof sweepHead): Promise<Pick<Kept, 'city' | 'title'>> {
  try {
    const { city, title } = head.parse(JSON.parse(await readFile(path, 'utf8')));
    return { city, title };
  } catch {
    return { city: '', title: undefined };
  }
}

/** Deletes one: out of sight in one step, then file by file. */
export async function removeKept(store: Pick<Store, 'openAside' | 'drop'>, { folder }: Kept): Promise<void> {
  const aside = await store.openAside();
  await rm(aside, { recursive: true });
  await rename(folder, aside).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'ENOENT') throw error; });
  await store.drop(aside);
}
