import { badInput } from './bad-input.ts';
import type { PriorityReportOptions } from './commands/report-priority.ts';
import type { ReportOptions } from './commands/report.ts';
import type { CommandMaker } from './make-command.ts';
import { addSavingsReport } from './savings-report-options.ts';

const REPORT_OUT = '-o, --out <file.html>';

/** `jumeau report` and what stands behind its name: the pages that people hand on. */
export function addReportCommands({ terminal, signal, command, settle, withWarmUp }: CommandMaker): void {
  const { words } = terminal;
  // What stands behind the name of a command in it is its own, though both have options of the same names; a required option would be asked of both.
  const report = withWarmUp(command('report', words.reportAbout).argument('<A>', words.questionArgument).argument('<B>', words.questionArgument).option(REPORT_OUT, words.outOption))
    .option('--seeds <N>', words.seedsOption).option('--city <city.twin>', words.cityOption).enablePositionalOptions()
    .action(async (baseline: string, scenario: string, { out, ...options }: Omit<ReportOptions, 'out'> & { out?: string }) => {
      if (out === undefined) throw badInput('cli-missing-option', REPORT_OUT, { command: 'report' });
      return (await import('./commands/report.ts')).reportCommand(terminal, baseline, scenario, { ...options, out }, signal);
    });
  withWarmUp(settle(report.command('priority')).description(words.reportPriorityAbout).argument('<A>', words.questionArgument).argument('<B>', words.questionArgument).requiredOption(REPORT_OUT, words.outOption))
    .option('--seeds <N>', words.seedsOption).option('--city <city.twin>', words.cityOption)
    .option('--pdf <file.pdf>', words.pdfOption)
    .action(async (baseline: string, scenario: string, options: PriorityReportOptions) => (await import('./commands/report-priority.ts')).priorityReportCommand(terminal, baseline, scenario, options, signal));
  addSavingsReport(settle(report.command('savings')), terminal, signal);
}
