import type { Command } from 'commander';
import { badInput } from './bad-input.ts';
import type { SavingsReportOptions } from './commands/report-savings.ts';
import type { Terminal } from './terminal.ts';

/** What `jumeau report savings` takes. Nothing is simulated for it: it has none of the options of runs. */
export function addSavingsReport(command: Command, terminal: Terminal, signal: AbortSignal): void {
  const { words } = terminal;
  command.description(words.reportSavingsAbout).argument('[question|city.twin]', words.savingsArgument).option('-o, --out <file.html>', words.outOption)
    .option('--from <day>', words.savingsFromOption).option('--until <day>', words.savingsUntilOption).option('--baseline-from <day>', words.savingsBaselineFromOption).option('--baseline-until <day>', words.savingsBaselineUntilOption)
    .option('--meters <file.csv>', words.savingsMetersOption).option('--meters-template <file.csv>', words.savingsTemplateOption).option('--watts <file.csv>', words.savingsWattsOption).option('--adjustments <file.csv>', words.savingsAdjustmentsOption).option('--tariff <file.yaml>', words.savingsTariffOption)
    .option('--option <A|B>', words.savingsOptionOption).option('--draws <N>', words.savingsDrawsOption).option('--seed <N>', words.savingsSeedOption).option('--commune <names...>', words.savingsCommuneOption)
    .option('--city <city.twin>', words.cityOption).option('--pdf <file.pdf>', words.pdfOption)
    .action(async (name: string | undefined, { metersTemplate, ...options }: Partial<SavingsReportOptions> & { metersTemplate?: string }) => {
      const { out = '' } = options;
      if (metersTemplate !== undefined) return (await import('./commands/savings-meters-template.ts')).savingsMetersTemplate(terminal, name, metersTemplate, { ...options, out });
      if (out === '') throw badInput('cli-missing-option', '-o, --out <file.html>', { command: 'report savings' });
      return (await import('./commands/report-savings.ts')).savingsReportCommand(terminal, name, { ...options, out }, signal);
    });
}
