import type { Command } from 'commander';
import type { ImportOptions } from './commands/import.ts';
import type { LightingExportOptions, LightingImportOptions } from './commands/lighting.ts';
import type { PlansExportOptions, PlansImportOptions } from './commands/plans.ts';
import type { Terminal } from './terminal.ts';

/** Commands by which cities, signal plans and lighting programs come from files of others and go to them. `settle` gives a command the options that all have. */
export function addExchangeCommands(terminal: Terminal, command: (name: string, about: string) => Command, settle: (command: Command) => Command): void {
  const { words } = terminal;
  command('import', words.importAbout).requiredOption('-o, --out <city.twin>', words.outOption)
    .option('--sumo <file.sumocfg>', words.sumoOption).option('--net <file>', words.netOption).option('--routes <files...>', words.routesOption)
    .option('--additional <files...>', words.additionalOption).option('--osm <file>', words.osmOption).option('--gtfs <feed>', words.gtfsOption)
    .option('--date <day>', words.dateOption)
    .option('--lamps <file>', words.lampsOption).option('--lamps-mapping <file.yaml>', words.lampsMappingOption).option('--city <city.twin>', words.lampsCityOption)
    .action(async (options: ImportOptions) => (await import('./commands/import.ts')).importCommand(terminal, options));
  const plans = command('plans', words.plansAbout);
  settle(plans.command('export')).description(words.plansExportAbout).argument('[source...]', words.plansSource).requiredOption('-o, --out <plans.yaml>', words.outOption)
    .action(async (sources: string[], options: PlansExportOptions) => (await import('./commands/plans.ts')).exportPlans(terminal, sources, options));
  settle(plans.command('import')).description(words.plansImportAbout).argument('<plans...>', words.plansFiles).requiredOption('-o, --out <city.twin>', words.outOption)
    .option('--city <city.twin>', words.plansCityOption).option('--at <HH:MM>', words.plansAtOption)
    .action(async (sources: string[], options: PlansImportOptions) => (await import('./commands/plans.ts')).importPlans(terminal, sources, options));
  const lighting = command('lighting', words.lightingAbout);
  settle(lighting.command('export')).description(words.lightingExportAbout).argument('[city.twin]', words.twinArgument).requiredOption('-o, --out <programs.json>', words.outOption)
    .action(async (path: string | undefined, options: LightingExportOptions) => (await import('./commands/lighting.ts')).exportLighting(terminal, path, options));
  settle(lighting.command('import')).description(words.lightingImportAbout).argument('<programs>', words.lightingFile).requiredOption('-o, --out <city.twin>', words.outOption)
    .option('--city <city.twin>', words.lightingCityOption)
    .action(async (file: string, options: LightingImportOptions) => (await import('./commands/lighting.ts')).importLighting(terminal, file, options));
}
