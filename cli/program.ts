import { Command, Help } from 'commander';
import type { AssignOptions } from './commands/assign.ts';
import type { CalibrateOptions } from './commands/calibrate.ts';
import type { YearOptions } from './saved-year.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { JunctionsOptions } from './commands/junctions.ts';
import type { LampsOptions } from './commands/lamps.ts';
import type { LightOptions } from './commands/light.ts';
import type { TransitOptions } from './commands/transit.ts';
import type { RunCommandOptions } from './commands/run.ts';
import type { StartOptions } from './commands/start.ts';
import type { ValidateOptions } from './commands/validate.ts';
import { askedWords } from '../scenarios/language/asked-figures.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { withinWords } from '../scenarios/language/within.ts';
import { addStreetCommand } from './street-command.ts';
import { addExchangeCommands } from './exchange-commands.ts';
import type { CommandMaker } from './make-command.ts';
import { addQuestionCommands } from './question-commands.ts';
import { addQueueCommands } from './queue-commands.ts';
import { addReportCommands } from './report-commands.ts';
import { addStoreCommands } from './store-commands.ts';
import { addSweepCommand } from './sweep-commands.ts';
import { addTuneCommands } from './tune-commands.ts';
import type { Terminal } from './terminal.ts';

const startExamples = ['--from 07:00 --hours 0.5', '--with bus-priority-off --junctions', '--city town.twin'].map((options) => `npx jumeau start ${options}`);

/** Every command with its options; what a command needs is loaded when it is typed. `running`: the command that was typed, for what is said about it. */
export function makeProgram(terminal: Terminal, version: string, signal: AbortSignal): { program: Command; running: () => Command } {
  const { words } = terminal;
  const titles: Readonly<Record<string, string>> = { 'Usage:': words.usage, 'Arguments:': words.arguments, 'Options:': words.options, 'Commands:': words.commands };
  let running: Command;
  const settle = (command: Command): Command => command
    .helpOption('-h, --help', words.helpOption)
    .option('--json', words.jsonOption)
    .option('--lang <lang>', words.langOption)
    .configureHelp({
      styleTitle: (title) => terminal.bold(titles[title] ?? title),
      commandUsage: (one) => new Help().commandUsage(one).replace('[command]', `[${words.commandWord}]`),
    })
    .configureOutput({ outputError: () => undefined }) // Said in our own words, in main.ts.
    .exitOverride((error) => { running = command; throw error; });
  const program = settle(new Command('jumeau')).description(words.about).version(version, '-V, --version', words.versionOption).helpCommand(`help [${words.commandWord}]`, words.helpCommand).enablePositionalOptions();
  running = program;
  const command = (name: string, about: string): Command => settle(program.command(name)).description(about);
  const withWarmUp = (one: Command): Command => withRuns(one).option('--warm-up <H>', words.warmUpOption);
  const withRuns = (one: Command): Command => one
    .option('--from <HH:MM>', words.fromOption).option('--hours <H>', words.hoursOption)
    .option('--step <S>', words.stepOption).option('--workers <K>', words.workersOption);
  const maker: CommandMaker = { terminal, signal, command, settle, withRuns, withWarmUp };

  withWarmUp(command('start', words.startAbout))
    .option('--port <N>', words.portOption).option('--once', words.onceOption).option('--with <questions>', words.withOption)
    .option('--city <city.twin>', words.cityOption).option('--junctions', words.junctionsOption)
    .addHelpText('after', () => `\n${terminal.bold(words.examples)}\n${startExamples.map((line) => `  ${line}`).join('\n')}`)
    .action(async (options: StartOptions) => (await import('./commands/start.ts')).start(terminal, options, signal));
  addQuestionCommands(maker);
  withWarmUp(command('run', words.runAbout).argument('<question|city.twin>', words.runArgument).option('--seed <N>', words.seedOption))
    .option('--links <file.csv>', words.linksOption).option('--city <city.twin>', words.cityOption).option('--replay', words.replayOption)
    .option('--checkpoint <file.checkpoint>', words.checkpointOption).option('--checkpoint-at <HH:MM>', words.checkpointAtOption)
    .option('--resume <file.checkpoint>', words.resumeOption).option('--reroute <share>', words.rerouteOption)
    .action(async (name: string, options: RunCommandOptions) => (await import('./commands/run.ts')).runCommand(terminal, name, options, signal));
  withWarmUp(command('compare', words.compareAbout).argument('<A>', words.questionArgument).argument('<B>', words.questionArgument).option('--seeds <N>', words.seedsOption))
    .option('--city <city.twin>', words.cityOption).option('--junctions', words.junctionsOption).option('--all', wordsIn(askedWords, terminal.language).allOption).option('--within <[figure=]amount>', wordsIn(withinWords, terminal.language).option, (value: string, before: string[] = []) => [...before, value])
    .action(async (baseline: string, scenario: string, options: YearOptions & { all?: boolean }) => (await import('./commands/compare.ts')).compareCommand(terminal, baseline, scenario, options, signal));
  addReportCommands(maker);
  withWarmUp(command('transit', words.transitAbout).argument('<A>', words.questionArgument).argument('[B]', words.questionArgument).option('--by <line|stop|junction>', words.transitByOption))
    .option('--seeds <N>', words.seedsOption).option('--city <city.twin>', words.cityOption)
    .action(async (first: string, second: string | undefined, options: TransitOptions) => (await import('./commands/transit.ts')).transitCommand(terminal, second === undefined ? [first] : [first, second], options, signal));
  withWarmUp(command('junctions', words.junctionsAbout).argument('<A>', words.questionArgument).argument('[B]', words.questionArgument).option('--junction <name>', words.junctionOption))
    .option('--seeds <N>', words.seedsOption).option('--city <city.twin>', words.cityOption)
    .action(async (first: string, second: string | undefined, options: JunctionsOptions) => (await import('./commands/junctions.ts')).junctionsCommand(terminal, second === undefined ? [first] : [first, second], options, signal));
  withWarmUp(command('light', words.lightAbout).argument('[question|city.twin]', words.lightArgument).option('--at <HH:MM>', words.lightAtOption))
    .option('-o, --out <streets.csv>', words.lightOutOption).option('--city <city.twin>', words.cityOption).option('--counted', words.lightCountedOption).option('--seed <N>', words.seedOption)
    .action(async (name: string | undefined, options: LightOptions) => (await import('./commands/light.ts')).lightCommand(terminal, name, options, signal));
  command('lamps', words.lampsAbout).argument('[question|city.twin]', words.lightArgument).option('--years <N>', words.lampsYearsOption).option('--seeds <N>', words.lampsSeedsOption)
    .option('--failures <file.yaml>', words.lampsFailuresOption).option('-o, --out <streets.csv>', words.lightOutOption).option('--city <city.twin>', words.cityOption)
    .action(async (name: string | undefined, options: LampsOptions) => (await import('./commands/lamps.ts')).lampsCommand(terminal, name, options));
  withWarmUp(command('explain', words.explainAbout).argument('<junction>', words.controllerArgument).requiredOption('--at <HH:MM:SS>', words.explainAtOption))
    .option('--run <question>', words.explainRunOption).option('--seed <N>', words.seedOption).option('--city <city.twin>', words.cityOption).option('--reroute <share>', words.rerouteOption)
    .action(async (junction: string, options: ExplainOptions) => (await import('./commands/explain.ts')).explainCommand(terminal, junction, options));
  addStreetCommand(terminal, command);
  command('inspect', words.inspectAbout).argument('[city.twin]', words.twinArgument)
    .action(async (path: string | undefined) => (await import('./commands/inspect.ts')).inspect(terminal, path));
  addExchangeCommands(terminal, command, settle);
  addQueueCommands(maker);
  // From when to when is for the counts to say.
  command('calibrate', words.calibrateAbout).argument('[city.twin]', words.twinArgument).requiredOption('--counts <file.csv>', words.countsOption)
    .requiredOption('-o, --out <city.twin>', words.outOption).option('--step <S>', words.stepOption).option('--workers <K>', words.workersOption).option('--table <file.csv>', words.countTableOption).option('--seed <N>', words.seedOption)
    .action(async (path: string | undefined, options: CalibrateOptions) => (await import('./commands/calibrate.ts')).calibrateCommand(terminal, path, options, signal));
  withRuns(command('assign', words.assignAbout).argument('[city.twin]', words.twinArgument).requiredOption('-o, --out <city.twin>', words.outOption))
    .option('--iterations <N>', words.iterationsOption).option('--gap <share>', words.gapOption).option('--table <file.csv>', words.gapTableOption).option('--seed <N>', words.seedOption)
    .action(async (path: string | undefined, options: AssignOptions) => (await import('./commands/assign.ts')).assignCommand(terminal, path, options, signal));
  addTuneCommands(maker);
  addStoreCommands(maker);
  addSweepCommand(maker);
  withRuns(command('validate', words.validateAbout).argument('[scenario...]', words.scenarioArgument).requiredOption('-o, --out <file.html>', words.outOption))
    .option('--seeds <N>', words.validateSeedsOption).option('--sumo-results <folders...>', words.sumoResultsOption).option('--day', words.dayOption)
    .action(async (scenarios: string[], options: ValidateOptions) => (await import('./commands/validate.ts')).validateCommand(terminal, scenarios, options, signal));
  return { program, running: () => running };
}
