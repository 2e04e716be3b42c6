import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm test` keeps the reference city from one file to the next; undefined where a file is run by itself. */
export const keptFolder = process.env['JUMEAU_TEST_CITY'];

/** Whoever needs the reference city first makes it, in ten seconds; the others find it in their stores, which still are their own. The twin goes before the note that names it. */
export function handOnCity(from: string, to: string): void {
  const city = cityIn(from);
  if (!city || existsSync(join(to, city.note))) return;
  mkdirSync(join(to, 'twins'), { recursive: true });
  for (const name of [city.twin, city.note]) {
    copyFileSync(join(from, name), join(to, `${name}.${process.pid}`));
    renameSync(join(to, `${name}.${process.pid}`), join(to, name));
  }
}

/** The files of the reference city in a store: its twin, and the note that names it. */
export function cityIn(home: string): { twin: string; note: string } | undefined {
  const note = existsSync(home) ? readdirSync(home).find((name) => /^reference-city-.*\.json$/.test(name)) : undefined;
  if (note === undefined) return undefined;
  const { hash } = JSON.parse(readFileSync(join(home, note), 'utf8')) as { hash: string };
  return { twin: join('twins', `${hash}.twin`), note };
}
