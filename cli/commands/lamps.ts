import { readFile, stat } from 'node:fs/promises';
import { MOST_FAILURE_BYTES, readFailures } from '../../data/formats/lamp-failures/read-failures.ts';
import { assumedFailures } from '../../engine/lighting/energy/failures.ts';
import { lampAges } from '../../scenarios/measure/lamp-ages.ts';
import { lampKinds } from '../../scenarios/measure/lamp-kinds.ts';
import { lampYears } from '../../scenarios/measure/lamp-years.ts';
import { streetFlux } from '../../scenarios/measure/street-flux.ts';
import { streetsOneLampOut } from '../../scenarios/measure/streets-one-lamp-out.ts';
import { lampWords } from '../../scenarios/language/lamps.ts';
import { MOST_SEEDS } from '../../scenarios/questions/question-schema.ts';
import { askedCity } from '../asked-city.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import { lampStreetFile } from '../lamp-street-file.ts';
import { lampsJson, lampsText, type AskedFailures } from '../lamps-text.ts';
import { makeOptionReader } from '../options.ts';
import { checkOutputFile } from '../output-file.ts';
import { startProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface LampsOptions { years?: string; seeds?: string; failures?: string; out?: string; city?: string }

/** As far ahead, and as many draws, unless the person says otherwise; the most bound memory and time. */
const YEARS = 10, MOST_YEARS = 30, SEEDS = 20;
/** Lamps times months: energy and failures keep a number for each, 1.2 GB in three tables at once. */
const MOST_LAMP_MONTHS = 50_000_000;
/** Of the work, what the light of streets is. */
const STREETS_SHARE = 0.6;

/** `jumeau lamps [question|city.twin]`: kinds and age of the lamps, energy and failures in the years to come, streets in which one lamp is out. */
export async function lampsCommand(terminal: Terminal, name: string | undefined, options: LampsOptions): Promise<void> {
  const read = makeOptionReader(), years = read.whole('--years', options.years, 1, MOST_YEARS) ?? YEARS, seeds = read.whole('--seeds', options.seeds, 1, MOST_SEEDS) ?? SEEDS;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  if (options.out !== undefined) await checkOutputFile('lampStreets', '-o', options.out);
  const failures = await failuresAsked(options.failures), { city, question } = await askedCity(terminal, name, options.city), twin = changedTwin(city, question?.changes ?? []);
  const mostYears = Math.max(1, Math.floor(MOST_LAMP_MONTHS / (12 * Math.max(1, twin.lamps.count))));
  if (years > mostYears) throw badInput('cli-lamps-too-many-years', '--years', { lamps: twin.lamps.count, most: mostYears });
  const { date } = twin.facts, ages = lampAges(twin), progress = startProgress(terminal, lampWords.working[terminal.language]);
  try {
    const kinds = lampKinds(twin, ages, date), flux = streetFlux(twin, ages)(date);
    // Before the years, which ask for the light of the streets too.
    const streets = streetsOneLampOut(twin, (share) => progress.show(STREETS_SHARE * share, ''));
    const yearRows = lampYears(twin, { firstYear: Number(date.slice(0, 4)), years, seeds, model: failures.model, ages }, (share) => progress.show(STREETS_SHARE + (1 - STREETS_SHARE) * share, ''));
    const found = { kinds, years: yearRows, streets, flux, failures, seeds };
    progress.end();
    if (options.out !== undefined) await writeWhole(options.out, lampStreetFile(twin, flux, streets, terminal.language));
    if (terminal.json) return terminal.out(JSON.stringify(lampsJson(twin, found)));
    for (const line of lampsText(terminal, twin, found)) terminal.out(line);
    if (options.out !== undefined) terminal.out(terminal.words.written(options.out));
  } finally {
    progress.end();
  }
}

/** The record of failures in a file, or the assumption. */
async function failuresAsked(path: string | undefined): Promise<AskedFailures> {
  if (path === undefined) return { model: assumedFailures, source: undefined };
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_FAILURE_BYTES) throw badInput('failures-too-large', path, { limit: MOST_FAILURE_BYTES });
  const { value, problems } = readFailures(path, await readFile(path, 'utf8'));
  if (!value) throw new BadInput(problems);
  return { model: value, source: value.source };
}
