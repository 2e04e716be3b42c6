import { keptWords } from '../scenarios/language/kept.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { storeWords } from '../scenarios/language/store.ts';
import type { CleanOptions } from './commands/results-clean.ts';
import type { DeleteOptions } from './commands/results-delete.ts';
import type { ExportOptions } from './commands/results-export.ts';
import type { ResultsOptions } from './commands/results.ts';
import type { SqlOptions } from './commands/sql.ts';
import type { CommandMaker } from './make-command.ts';

/** `jumeau results` and what stands behind its name, and `jumeau sql`: what is done with what is stored. */
export function addStoreCommands({ terminal, signal, command, settle }: CommandMaker): void {
  const words = wordsIn(storeWords, terminal.language), kept = wordsIn(keptWords, terminal.language);
  const results = command('results', words.resultsAbout).option('--by <newest|question>', words.byOption).option('--question <name>', words.questionOption).option('--city <name>', words.cityOption).option('--kept', kept.option).enablePositionalOptions()
    .action(async (options: ResultsOptions) => (await import('./commands/results.ts')).resultsCommand(terminal, options));
  settle(results.command('show')).description(words.showAbout).argument('<key>', words.keyArgument)
    .action(async (key: string) => (await import('./commands/results-show.ts')).showResult(terminal, key));
  settle(results.command('delete')).description(words.deleteAbout).argument('[key...]', kept.keysOrIds)
    .option('--kept', kept.option).option('--question <name>', words.questionOption).option('--city <name>', words.cityOption).option('--older-than <D>', words.olderOption).option('--unused-engine', words.unusedOption).option('--yes', words.yesOption)
    .action(async (keys: string[], options: DeleteOptions) => (await import('./commands/results-delete.ts')).deleteResults(terminal, keys, options, signal));
  settle(results.command('clean')).description(words.cleanAbout).option('--older-than <D>', words.cleanOlderOption).option('--yes', words.cleanYesOption)
    .action(async (options: CleanOptions) => (await import('./commands/results-clean.ts')).cleanStore(terminal, options, signal));
  settle(results.command('verify')).description(words.verifyAbout).argument('[key...]', words.keyArgument)
    .action(async (keys: string[]) => (await import('./commands/results-verify.ts')).verifyResults(terminal, keys, signal));
  settle(results.command('export')).description(words.exportAbout).argument('<key>', words.keyArgument).requiredOption('-o, --out <folder>', words.exportOption)
    .action(async (key: string, options: ExportOptions) => (await import('./commands/results-export.ts')).exportResult(terminal, key, options));
  command('sql', words.sqlAbout).argument('[query]', words.queryArgument).option('--tables', words.tablesOption).option('--csv', words.csvOption).option('-o, --out <file.csv>', words.csvOutOption)
    .action(async (query: string | undefined, options: SqlOptions) => (await import('./commands/sql.ts')).sqlCommand(terminal, query, options, signal));
}
