import { stat } from 'node:fs/promises';
import type { Language } from '../../scenarios/language/language.ts';
import { findSweep, isSweepId, sweepPath } from '../../scenarios/report/sweep/sweep-folder.ts';
import { sweepPage } from '../../scenarios/report/sweep/sweep-page.ts';

/** The page of a kept sweep; undefined where there is none. */
export type SweepPages = (id: string, language: Language) => Promise<string | undefined>;

/** To read and judge a sweep of many points takes seconds in which nobody else is served, and its page is some megabytes. */
const MOST_PAGES = 16;

/** Each page is drawn once, and again when its sweep was written anew. */
export function makeSweepPages(home: string): SweepPages {
  const drawn = new Map<string, { writtenMs: number; bytes: number; page: Promise<string | undefined> }>();
  return async (id, language) => {
    const about = isSweepId(id) ? await stat(sweepPath(home, id)).catch(() => undefined) : undefined, name = `${id} ${language}`, before = drawn.get(name);
    if (!about) return undefined;
    if (before && before.writtenMs === about.mtimeMs && before.bytes === about.size) return before.page;
    drawn.delete(name);
    if (drawn.size >= MOST_PAGES) drawn.delete(drawn.keys().next().value!);
    const page = findSweep(home, id).then((found) => found && sweepPage(found, language));
    drawn.set(name, { writtenMs: about.mtimeMs, bytes: about.size, page });
    return page;
  };
}
