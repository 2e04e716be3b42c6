import type { TuneLightingOptions } from './commands/tune-lighting.ts';
import type { TuneOptions } from './commands/tune.ts';
import type { CommandMaker } from './make-command.ts';

/** `jumeau tune`: searches for better settings. */
export function addTuneCommands({ terminal, signal, command, settle, withWarmUp }: CommandMaker): void {
  const { words } = terminal;
  const tune = command('tune', words.tuneAbout);
  withWarmUp(settle(tune.command('priority')).description(words.tunePriorityAbout).requiredOption('-o, --out <folder>', words.tuneOutOption))
    .option('--line <name>', words.tuneLineOption).option('--runs <N>', words.tuneRunsOption).option('--seeds <N>', words.tuneSeedsOption).option('--unseen <N>', words.tuneUnseenOption).option('--city <city.twin>', words.cityOption)
    .action(async (options: TuneOptions) => (await import('./commands/tune.ts')).tuneCommand(terminal, options, signal));
  settle(tune.command('lighting')).description(words.tuneLightingAbout).requiredOption('-o, --out <folder>', words.tuneLightingOutOption)
    .option('--budget <EUR>', words.tuneBudgetOption).option('--co2 <KG>', words.tuneCo2Option).option('--zones <names>', words.tuneZonesOption)
    .option('--levels <N>', words.tuneLevelsOption).option('--least <percent>', words.tuneLeastOption).option('--ramp <percent>', words.tuneRampOption).option('--spare <percent>', words.tuneSpareOption).option('--city <city.twin>', words.cityOption)
    .action(async (options: TuneLightingOptions) => (await import('./commands/tune-lighting.ts')).tuneLightingCommand(terminal, options));
}
