import { textIn } from '../../scenarios/language/language.ts';
import { questions } from '../../scenarios/questions/library.ts';
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
  terminal.out('  npx jumeau compare baseline changes.json --seeds 5');
}

export async function showQuestion(_terminal: Terminal, _name: string): Promise<void> {}
