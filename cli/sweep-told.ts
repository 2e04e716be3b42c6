import { textIn, wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import { judgedSweep } from '../scenarios/sweep/judged-sweep.ts';
import type { SavedSweep } from '../scenarios/sweep/saved-sweep.ts';
import { lossesOf } from '../scenarios/sweep/sweep-figures.ts';
import type { SweepRuns } from './sweep-runs.ts';
import { sweepText } from './sweep-text.ts';
import type { Terminal } from './terminal.ts';
import { warmUpLines } from './warm-up-lines.ts';

/** A sweep for scripts: points from 1, the best first under `best`. */
export function sweepJson(saved: SavedSweep): object {
  const { id, city, seeds, failed, points } = saved, { figures, judged } = judgedSweep(saved), pays = new Map(judged.map((one) => [one.at, lossesOf(one).map(({ indicator }) => indicator.name)]));
  return {
    sweep: id, twinHash: city.twinHash, seeds, failed, best: judged.map(({ at }) => at + 1),
    points: figures.map(({ at, missingRuns, comparisons }) => ({
      point: at + 1, values: points[at]!.values, missingRuns, clearlyWorse: pays.get(at) ?? [],
      indicators: comparisons.map(({ indicator: { name, unit, better }, ...rest }) => ({ indicator: name, unit: unit.en, better, ...rest })),
    })),
  };
}

/** A sweep for people. `done`: how its runs were come by, where they have just been made. */
export function tellSweep(terminal: Terminal, saved: SavedSweep, { done, written = [] }: { done?: Pick<SweepRuns, 'computed' | 'stored'>; written?: readonly string[] } = {}): void {
  const words = wordsIn(sweepWords, terminal.language), { number } = terminal, { city, settings, seeds, points } = saved;
  terminal.out(`${terminal.bold(textIn(saved.title, terminal.language))}  ${terminal.faint(`${city.name}, ${settings ? words.size(number(points.length), number(seeds.length)) : words.sizeWithoutRuns(number(points.length))}`)}`);
  terminal.out('');
  for (const line of sweepText(terminal, saved)) terminal.out(line);
  for (const line of settings ? warmUpLines(terminal, settings) : [terminal.faint(words.exact)]) terminal.out(line);
  if (city.synthetic) terminal.out(terminal.faint(terminal.words.synthetic));
  terminal.out('');
  if (settings && done) terminal.out(terminal.faint(words.runsDone(number(done.computed), number(done.stored))));
  if (written.length === 0) terminal.out(terminal.faint(words.keptAs(saved.id)));
  for (const path of written) terminal.out(terminal.words.written(path));
}
