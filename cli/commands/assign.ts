import type { RunFigures } from '../../engine/results/tables.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { findEquilibrium, type GapRow } from '../../scenarios/equilibrium/find-equilibrium.ts';
import { measuredLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { BadInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { csvLine } from '../csv-lines.ts';
import { makeOptionReader } from '../options.ts';
import { checkOutputFile } from '../output-file.ts';
import { planRun, readWishes, type RunOptions } from '../plan.ts';
import { runLinks } from '../run-links.ts';
import { spanWarnings } from '../span-warnings.ts';
import { alignedRows, type Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface AssignOptions extends RunOptions { out: string; table?: string; seed?: string; iterations?: string; gap?: string }

const MOST_ITERATIONS = 200, ITERATIONS = 10, WANTED_GAP = 0.05;

/** `jumeau assign [city.twin] -o new.twin`: simulates again and again, each time with better routes, and keeps the best. */
export async function assignCommand(terminal: Terminal, path: string | undefined, options: AssignOptions, signal: AbortSignal): Promise<void> {
  // Everyone's times are wanted, of those too who fill the streets.
  const wishes = { ...readWishes(options), warmUpS: 0 }, read = makeOptionReader();
  const mostIterations = read.whole('--iterations', options.iterations, 0, MOST_ITERATIONS) ?? ITERATIONS, wantedGap = read.decimal('--gap', options.gap, 0, 1) ?? WANTED_GAP;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  await checkOutputFile('city', '--out', options.out);
  if (options.table !== undefined) await checkOutputFile('gaps', '--table', options.table);
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path), { settings } = planRun(city, undefined, wishes);
  // Where nobody departs any routes are even: a gap of 0 would mean nothing.
  const idle = spanWarnings(city.twin, settings).filter(({ code }) => code !== 'cli-past-the-end');
  if (idle.length > 0) throw new BadInput(idle.map((problem) => ({ ...problem, severity: 'error' })));
  // Who looks for a way while driving would hide what the planned ways cost.
  const { rerouteShare, ...planned } = settings, runs: RunFigures[] = [], { words, number, numbers } = terminal;
  const timesOf = async (twin: Parameters<typeof measuredLinkTimes>[0]) => {
    const { links, figures } = await runLinks(terminal, twin as Twin, planned, wishes.workers, signal);
    runs.push(figures);
    if (!terminal.json) terminal.note(words.gapSearching);
    return measuredLinkTimes(twin, links, planned.fromS, planned.fromS + figures.simulatedS);
  };
  const say = ({ iteration, relativeGap, meanTimeS, switched }: GapRow) =>
    terminal.note(words.gapLine(number(iteration), numbers.percent(100 * relativeGap, 2), number(meanTimeS, 1), number(switched)));
  if (!terminal.json) terminal.note(words.gapTimes);
  const { twin, gaps, reached } = await findEquilibrium({
    twin: city.twin, fromS: planned.fromS, untilS: planned.untilS, timesOf, mostIterations, wantedGap, seed: planned.seed, ...(terminal.json ? {} : { onIteration: say }),
  });
  const best = gaps.reduce((one, other) => (other.relativeGap < one.relativeGap ? other : one));
  // What was known of the routes given holds no more, in other hours neither: their drivers go other ways too.
  const settled = { ...twin, facts: { ...twin.facts, routeGaps: [{ fromS: planned.fromS, untilS: planned.untilS, relativeGap: best.relativeGap }] } };
  const hash = twinHash(settled, nativeSha256);
  await writeWhole(options.out, [twinToBytes(settled, hash)]);
  if (options.table !== undefined) await writeWhole(options.table, [['iteration', 'relativeGap', 'meanTimeS', 'switched'], ...gaps.map(({ iteration, relativeGap, meanTimeS, switched }) => [iteration, relativeGap, meanTimeS, switched])].map((row) => csvLine(row, terminal.language)));
  const given = runs[0]!, kept = runs[best.iteration]!;
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, hash, reached, gaps, meanTravelTimeS: [given.meanTravelTimeS, kept.meanTravelTimeS], meanTimeLossS: [given.meanTimeLossS, kept.meanTimeLossS] }));
  terminal.out(words.gapBest(number(best.iteration), numbers.percent(100 * best.relativeGap, 2), numbers.percent(100 * gaps[0]!.relativeGap, 2)));
  const change = (before: number | null, after: number | null): string => [before, after].map((value) => (value === null ? '–' : number(value, 1))).join(' → ');
  const rows = alignedRows([
    [words.gapMeanTime, change(gaps[0]!.meanTimeS, best.meanTimeS), 's'],
    [words.gapTravelTime, change(given.meanTravelTimeS, kept.meanTravelTimeS), 's'], [words.gapTimeLoss, change(given.meanTimeLossS, kept.meanTimeLossS), 's'],
  ]);
  for (const row of rows) terminal.out(row);
  if (rerouteShare !== undefined) terminal.out(words.gapUnguided(numbers.percent(100 * rerouteShare, 0)));
  if (!reached) terminal.out(words.gapNotReached(numbers.percent(100 * wantedGap, 2)));
  for (const file of [options.out, options.table]) if (file !== undefined) terminal.out(words.written(file));
}
