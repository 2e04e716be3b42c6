import { wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import type { SweepOptions } from './commands/sweep.ts';
import type { CommandMaker } from './make-command.ts';

/** `jumeau sweep`: one question with many values of its parameters. */
export function addSweepCommand({ terminal, signal, command, withWarmUp }: CommandMaker): void {
  const words = wordsIn(sweepWords, terminal.language), general = terminal.words;
  withWarmUp(command('sweep', words.about).argument('<sweep.yaml>', words.fileArgument).option('--seeds <N>', words.seedsOption).option('--samples <N>', words.samplesOption))
    .option('-o, --out <points.csv>', words.outOption).option('--report <page.html>', words.reportOption).option('--city <city.twin>', general.cityOption)
    .action(async (path: string, options: SweepOptions) => (await import('./commands/sweep.ts')).sweepCommand(terminal, path, options, signal));
}
