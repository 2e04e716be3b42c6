import type { Checked } from '../../engine/foundation/problem.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { textIn, wordsIn } from '../../scenarios/language/language.ts';
import { questionWords } from '../../scenarios/language/questions.ts';
import { questions } from '../../scenarios/questions/library.ts';
import { askedQuestion, askedTogether } from '../asked.ts';
import { BadInput } from '../bad-input.ts';
import { openCity, referenceCityAtHand } from '../city.ts';
import { theStore } from '../home.ts';
import { keptOfQuestion, keptText } from '../kept-of-question.ts';
import { isQuestionFile } from '../question-file.ts';
import { questionText } from '../question-text.ts';
import { tellWarnings } from '../tell-problems.ts';
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

export interface QuestionsOptions { city?: string }

/** `jumeau questions NAME`: one of them whole, of the library or from a file; a file is held against the city, as before a run, where one is named or at hand. */
export async function showQuestion(terminal: Terminal, name: string, { city: path }: QuestionsOptions): Promise<void> {
  const isFile = isQuestionFile(name), city = path !== undefined ? await openCity(path) : isFile ? await referenceCityAtHand() : undefined, words = wordsIn(questionWords, terminal.language);
  const { question } = city ? await askedTogether(name, () => Promise.resolve(city)) : { question: await askedQuestion(name) };
  if (city) tellUnfit(terminal, name, applyChanges(city.twin, question.changes));
  const kept = isFile ? await keptOfQuestion(question, (await theStore()).folder) : undefined;
  if (terminal.json) return terminal.out(JSON.stringify({ ...question, ...(kept && { kept: kept.ids }), ...((city || isFile) && { heldAgainst: city ? { city: city.twin.facts.name, twinHash: city.shared.hash } : null }) }));
  const held = city ? [words.held(city.twin.facts.name)] : isFile ? [words.notHeld(name)] : [];
  for (const line of [...questionText(terminal, question), ...(kept ? keptText(terminal, name, question, kept) : []), ...held.flatMap((line) => ['', line])]) terminal.out(line);
}

/** What `compare` would refuse, thrown; what it would warn of, told. */
function tellUnfit(terminal: Terminal, name: string, { value, problems }: Checked<Twin>): void {
  const placed = problems.map((problem) => ({ ...problem, where: `${name}: ${problem.where}` }));
  if (!value) throw new BadInput(placed);
  tellWarnings(terminal, placed);
}
