import { wordsIn } from '../scenarios/language/language.ts';
import { queueWords } from '../scenarios/language/queue.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import type { SweepOptions } from './commands/sweep.ts';
import type { CommandMaker } from './make-command.ts';

/** `jumeau sweep`: one question with many values of its parameters. */
export function addSweepCommand({ terminal, signal, command, withWarmUp }: CommandMaker): void {
  const words = wordsIn(sweepWords, terminal.language), queue = wordsIn(queueWords, terminal.language), general = terminal.words;
  withWarmUp(command('sweep', words.about).argument('<sweep.yaml>', words.fileArgument).option('--seeds <N>', words.seedsOption).option('--samples <N>', words.samplesOption))
    .option('-o, --out <points.csv>', words.outOption).option('--report <page.html>', words.reportOption).option('--city <city.twin>', general.cityOption)
    .option('--queue <URL>', queue.queueOption).option('--store <address>', queue.storeOption)
    .action(async (path: string, options: SweepOptions) => (await import('./commands/sweep.ts')).sweepCommand(terminal, path, options, signal));
}
