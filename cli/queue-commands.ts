import { queueWords } from '../scenarios/language/queue.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import type { WorkerCommandOptions } from './commands/worker.ts';
import type { CommandMaker } from './make-command.ts';

/** `jumeau worker`: one machine of a fleet. */
export function addQueueCommands({ terminal, signal, command }: CommandMaker): void {
  const words = wordsIn(queueWords, terminal.language);
  command('worker', words.workerAbout).option('--queue <URL>', words.queueOption).option('--workers <K>', words.workersOption).option('--store <address>', words.storeOption)
    .option('--status', words.statusOption).option('--dead-letters', words.deadLettersOption).option('--retry', words.retryOption)
    .action(async (options: WorkerCommandOptions) => (await import('./commands/worker.ts')).workerCommand(terminal, options, signal));
}
