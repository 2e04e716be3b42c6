import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { makeFolder } from '../scenarios/runs/make-folder.ts';
import { BadInput, badInput, RunsFailed } from './bad-input.ts';
import { asBadInput } from './command-mistakes.ts';
import { dropUnfinished, homeFolder } from './home.ts';
import { interrupt } from './interrupt.ts';
import { makeProgram } from './program.ts';
import { tellProblems } from './tell-problems.ts';
import { languageOf, openTerminal, type Terminal } from './terminal.ts';
import { dropBegunFiles } from './write-whole.ts';

/** Exit codes of every command. INTERRUPTED: 128 + SIGINT, as shells count. */
const DONE = 0, BAD_INPUT = 1, OUR_FAULT = 2, INTERRUPTED = 130;

const argv = process.argv.slice(2);

/** Language and form of the answer must be known before anything is said, mistakes in the command included. */
function terminalOf(): Terminal {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : (argv[at + 1] ?? '');
  const language = languageOf(asked, process.env);
  const terminal = openTerminal(language ?? 'fr', argv.includes('--json'));
  if (language) return terminal;
  tellProblems(terminal, badInput('cli-unknown-language', '--lang', { value: asked ?? '' }).problems);
  process.exit(BAD_INPUT);
}

function readVersion(): string {
  const path = fileURLToPath(new URL('../package.json', import.meta.url)); // Beside dist as beside cli.
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** A short message, and a file with what someone who mends it needs. */
function tellFault(terminal: Terminal, error: unknown): void {
  const what = error instanceof Error ? error.message : String(error);
  const details = `jumeau ${readVersion()}, Node ${process.versions.node}, ${process.platform}\n${argv.join(' ')}\n${error instanceof Error ? error.stack : what}\n`;
  const file = join(homeFolder(), 'fault.txt');
  let kept = true;
  try {
    makeFolder(homeFolder());
    writeFileSync(file, details);
  } catch {
    kept = false; // Nowhere to write: then the details go to the terminal.
  }
  if (terminal.json) return terminal.note(JSON.stringify({ fault: what, ...(kept ? { details: file } : { details }) }));
  terminal.note(terminal.words.fault(what));
  terminal.note(kept ? terminal.words.howToReport(file) : details);
}

async function main(): Promise<number> {
  const terminal = terminalOf();
  const { program, running } = makeProgram(terminal, readVersion(), interrupt.signal);
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      // A second one ends the process at once: the handler is gone.
      interrupt.abort();
      dropBegunFiles();
    });
  }
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return DONE; // Ctrl-C is how a person leaves the viewer: no failure.
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return DONE; // Help or version was asked for.
    if (interrupt.signal.aborted) {
      terminal.note(terminal.words.interrupted);
      return INTERRUPTED;
    }
    const mistake = error instanceof CommanderError ? asBadInput(error, running()) : error;
    if (mistake instanceof BadInput) {
      tellProblems(terminal, mistake.problems);
      return mistake instanceof RunsFailed ? OUR_FAULT : BAD_INPUT;
    }
    tellFault(terminal, mistake);
    return OUR_FAULT;
  } finally {
    await dropUnfinished();
  }
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
});
process.exitCode = await main();
// Threads that were ended in mid-step take a second more to give their memory back: nobody who stopped a command waits for that.
if (process.exitCode === INTERRUPTED) process.exit();
