import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** What a group of commands is added with. */
export interface CommandMaker {
  terminal: Terminal;
  signal: AbortSignal;
  /** A command by its name, with the options that all have. */
  command(name: string, about: string): Command;
  /** Gives those options to a command within a command. */
  settle(command: Command): Command;
  /** Adds the options of simulations; with streets that fill before, or without. */
  withRuns(command: Command): Command;
  withWarmUp(command: Command): Command;
}
