import { textIn } from '../../scenarios/language/language.ts';
import { questions } from '../../scenarios/questions/library.ts';
import { askedQuestion } from '../asked.ts';
import { theStore } from '../home.ts';
import { keptOfQuestion, keptText } from '../kept-of-question.ts';
import { isQuestionFile } from '../question-file.ts';
import { questionText } from '../question-text.ts';
import type { Terminal } from '../terminal.ts';

/** `jumeau questions`: what can be asked. */
export function listQuestions(terminal: Terminal): void {
  if (terminal.json) {
    return terminal.out(JSON.stringify(questions.map(({ name, title, question, when, seeds, changes }) => ({ name, title, question, when, seeds, changes }))));
  }
  for (const { name, title, question } of questions) {
    terminal.out(`${terminal.bold(name)}  ${textIn(title, terminal.language)}`);
    terminal.out(`  ${textIn(question, terminal.language)}`);
  }
  terminal.out(`\n${terminal.words.ownChanges}`);
  terminal.out('  npx jumeau compare baseline question.yaml --seeds 5');
}

/** `jumeau questions NAME`: one of them whole, of the library or from a file. */
export async function showQuestion(terminal: Terminal, name: string): Promise<void> {
  const question = await askedQuestion(name);
  const kept = isQuestionFile(name) ? await keptOfQuestion(question, (await theStore()).folder) : undefined;
  if (terminal.json) return terminal.out(JSON.stringify({ ...question, ...(kept && { kept: kept.ids }) }));
  for (const line of [...questionText(terminal, question), ...(kept ? keptText(terminal, name, question, kept) : [])]) terminal.out(line);
}
