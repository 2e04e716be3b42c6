import { CommanderError, type Command } from 'commander';
import { badInput, type BadInput } from './bad-input.ts';

/** What commander found wrong with a command, as a problem of ours, so that it is said like every other. */
export function asBadInput(error: CommanderError, command: Command): BadInput {
  const [, given = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, near = ''] = /\(Did you mean (?:one of )?([^?,)]*)/.exec(error.message) ?? [];
  const name = nameOf(command);
  switch (error.code) {
    case 'commander.unknownCommand': return badInput('cli-unknown-command', given, { near });
    case 'commander.unknownOption': return badInput('cli-unknown-option', given, { near, command: name });
    case 'commander.missingArgument': return badInput('cli-missing-argument', given, { command: name });
    case 'commander.missingMandatoryOptionValue': return badInput('cli-missing-option', given, { command: name });
    case 'commander.optionMissingArgument': return badInput('cli-missing-value', given);
    case 'commander.excessArguments': return badInput('cli-too-many-arguments', name, { command: name });
    default: return badInput('cli-misused', name, { cause: error.message.replace(/^error: /, '') });
  }
}

/** As it is typed, 'report priority', without the program's own name. */
const nameOf = (command: Command): string => (command.parent ? `${nameOf(command.parent)} ${command.name()}`.trim() : '');
