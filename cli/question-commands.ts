import type { NamesOptions } from './commands/names.ts';
import type { QuestionsOptions } from './commands/questions.ts';
import type { SchemaOptions } from './commands/schema.ts';
import type { CommandMaker } from './make-command.ts';
import { nameWords } from '../scenarios/language/city-names.ts';
import { questionWords } from '../scenarios/language/questions.ts';
import { wordsIn } from '../scenarios/language/language.ts';

/** Commands about what can be asked. */
export function addQuestionCommands({ terminal, command }: CommandMaker): void {
  const { words } = terminal, own = wordsIn(questionWords, terminal.language);
  command('questions', words.questionsAbout).argument('[question]', own.questionArgument).option('--city <city.twin>', words.cityOption)
    .action(async (name: string | undefined, options: QuestionsOptions) => {
      const questions = await import('./commands/questions.ts');
      return name === undefined ? questions.listQuestions(terminal) : questions.showQuestion(terminal, name, options);
    });
  const names = wordsIn(nameWords, terminal.language);
  command('names', names.about).argument('[text...]', names.textArgument).option('--kind <kind>', names.kindOption).option('--city <city.twin>', words.cityOption)
    .action(async (text: string[], options: NamesOptions) => (await import('./commands/names.ts')).namesCommand(terminal, text, options));
  command('schema', own.schemaAbout).option('-o, --out <file>', own.schemaOutOption)
    .action(async (options: SchemaOptions) => (await import('./commands/schema.ts')).schemaCommand(terminal, options));
}
