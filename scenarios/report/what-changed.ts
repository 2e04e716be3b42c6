import { changeInWords } from '../language/changes.ts';
import { textIn, wordsIn, type Language } from '../language/language.ts';
import { reportWords } from '../language/report.ts';
import type { Question } from '../questions/question.ts';
import { markup, type Markup } from './figures/markup.ts';

/** The changes of each side, with the reason why they are asked for. */
export function whatChanged(questions: readonly Pick<Question, 'title' | 'changes' | 'ofCity'>[], language: Language): Markup {
  const words = wordsIn(reportWords, language);
  return markup`${questions.map(({ title, changes, ofCity }) => markup`<h3>${title[language]}</h3>${
    ofCity ? markup`<p>${words.otherCity(ofCity.file, ofCity.differs.join(', '))}</p>` : undefined}${
    changes.length === 0
      ? ofCity ? undefined : markup`<p>${words.nothingChanged}</p>`
      : markup`<ul>${changes.map((change) => markup`<li><strong>${changeInWords(change, language)}</strong><br>${words.why(textIn(change.why, language))}</li>`)}</ul>`
  }`)}`;
}
