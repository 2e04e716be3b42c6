import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { findEquilibrium, type GapRow } from '../../scenarios/equilibrium/find-equilibrium.ts';
import { measuredLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { BadInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { makeOptionReader } from '../options.ts';
import { checkOutputFile } from '../output-file.ts';
import { planRun, readWishes, type RunOptions } from '../plan.ts';
import { runLinks } from '../run-links.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface AssignOptions extends RunOptions { out: string; table?: string; seed?: string; iterations?: string; gap?: string }

const MOST_ITERATIONS = 200, ITERATIONS = 10, WANTED_GAP = 0.05;

/** `jumeau assign [city.twin] -o new.twin`: simulates again and again, each time with better routes, and keeps the best. */
export async function assignCommand(terminal: Terminal, path: string | undefined, options: AssignOptions, signal: AbortSignal): Promise<void> {
  const wishes = readWishes(options), read = makeOptionReader();
  const mostIterations = read.whole('--iterations', options.iterations, 0, MOST_ITERATIONS) ?? ITERATIONS, wantedGap = read.decimal('--gap', options.gap, 0, 1) ?? WANTED_GAP;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  await checkOutputFile('city', '--out', options.out);
  if (options.table !== undefined) await checkOutputFile('gaps', '--table', options.table);
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path), { settings } = planRun(city, undefined, wishes);
  // Who looks for a way while driving would hide what the planned ways cost.
  const { rerouteShare: _, ...planned } = settings;
  const timesOf = async (twin: Parameters<typeof measuredLinkTimes>[0]) => {
    const { links, simulatedS } = await runLinks(terminal, twin as Twin, planned, signal);
    return measuredLinkTimes(twin, links, planned.fromS, planned.fromS + simulatedS);
  };
  const { words, number, numbers } = terminal, say = ({ iteration, relativeGap, meanTimeS, switched }: GapRow) =>
    terminal.note(words.gapLine(number(iteration), numbers.percent(100 * relativeGap, 2), number(meanTimeS, 1), number(switched)));
  const { twin, gaps, reached } = await findEquilibrium({
    twin: city.twin, fromS: planned.fromS, untilS: planned.untilS, timesOf, mostIterations, wantedGap, seed: planned.seed, ...(terminal.json ? {} : { onIteration: say }),
  });
  await writeWhole(options.out, [twinToBytes(twin)]);
  if (options.table !== undefined) await writeWhole(options.table, [`iteration,relativeGap,meanTimeS,switched\n${gaps.map(({ iteration, relativeGap, meanTimeS, switched }) => `${iteration},${relativeGap},${meanTimeS},${switched}\n`).join('')}`]);
  const best = gaps.reduce((one, other) => (other.relativeGap < one.relativeGap ? other : one)), hash = twinHash(twin);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, hash, reached, gaps }));
  terminal.out(words.gapBest(number(best.iteration), numbers.percent(100 * best.relativeGap, 2), numbers.percent(100 * gaps[0]!.relativeGap, 2)));
  if (!reached) terminal.out(words.gapNotReached(numbers.percent(100 * wantedGap, 2)));
  for (const file of [options.out, options.table]) if (file !== undefined) terminal.out(words.written(file));
}
