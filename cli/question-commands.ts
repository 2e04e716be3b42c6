import type { SchemaOptions } from './commands/schema.ts';
import type { CommandMaker } from './make-command.ts';
import { questionWords } from '../scenarios/language/questions.ts';
import { wordsIn } from '../scenarios/language/language.ts';

/** Commands about what can be asked. */
export function addQuestionCommands({ terminal, command }: CommandMaker): void {
  const { words } = terminal, own = wordsIn(questionWords, terminal.language);
  command('questions', words.questionsAbout).argument('[question]', own.questionArgument)
    .action(async (name: string | undefined) => {
      const questions = await import('./commands/questions.ts');
      return name === undefined ? questions.listQuestions(terminal) : questions.showQuestion(terminal, name);
    });
  command('schema', own.schemaAbout).option('-o, --out <file>', own.schemaOutOption)
    .action(async (options: SchemaOptions) => (await import('./commands/schema.ts')).schemaCommand(terminal, options));
}
