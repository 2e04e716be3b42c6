import { askedWords } from '../scenarios/language/asked-figures.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { savedWords } from '../scenarios/language/saved.ts';
import type { PriorityReportOptions } from './commands/report-priority.ts';
import type { SweepReportOptions } from './commands/report-sweep.ts';
import type { ReportOptions } from './commands/report.ts';
import { queueWords } from '../scenarios/language/queue.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import type { CommandMaker } from './make-command.ts';
import { addSavingsReport } from './savings-report-options.ts';

/** `jumeau report` and what stands behind its name: the pages that people hand on. */
export function addReportCommands({ terminal, signal, command, settle, withWarmUp }: CommandMaker): void {
  const { words } = terminal;
  // What stands behind the name of a command in it is its own, though both have options of the same names; a required option would be asked of both.
  const saved = wordsIn(savedWords, terminal.language);
  const report = withWarmUp(command('report', words.reportAbout).argument('[A]', saved.reportArgument).argument('[B]', words.questionArgument).option('-o, --out <file>', saved.reportOutOption))
    .option('--pdf <file.pdf>', words.pdfOption).option('--csv <file.csv>', saved.reportCsvOption).option('--all', wordsIn(askedWords, terminal.language).allOption)
    .option('--seeds <N>', words.seedsOption).option('--city <city.twin>', words.cityOption).enablePositionalOptions()
    .action(async (first: string | undefined, second: string | undefined, options: ReportOptions) => (await import('./commands/report.ts')).reportCommand(terminal, [first, second].filter((name) => name !== undefined), options, signal));
  withWarmUp(settle(report.command('priority')).description(words.reportPriorityAbout).argument('<A>', saved.priorityArgument).argument('[B]', words.questionArgument).requiredOption('-o, --out <file.html>', words.outOption))
    .option('--seeds <N>', words.seedsOption).option('--city <city.twin>', words.cityOption)
    .option('--pdf <file.pdf>', words.pdfOption)
    .action(async (baseline: string, scenario: string | undefined, options: PriorityReportOptions) => (await import('./commands/report-priority.ts')).priorityReportCommand(terminal, baseline, scenario, options, signal));
  const sweep = wordsIn(sweepWords, terminal.language);
  settle(report.command('sweep')).description(sweep.reportAbout).argument('[ID]', sweep.reportArgument).option('-o, --out <file>', sweep.reportOutOption)
    .option('--pdf <file.pdf>', words.pdfOption).option('--csv <file.csv>', sweep.outOption).option('--store <address>', wordsIn(queueWords, terminal.language).storeOption)
    .action(async (name: string | undefined, options: SweepReportOptions) => (await import('./commands/report-sweep.ts')).sweepReportCommand(terminal, name, options, signal));
  addSavingsReport(settle(report.command('savings')), terminal, signal);
}
