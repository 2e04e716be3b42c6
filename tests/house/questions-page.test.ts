// Goal: the page about the library says of every question what was expected and what was found, as the questions themselves do. `npx vitest run tests/house/questions-page.test.ts -u` writes it anew.
import { expect, test } from 'vitest';
import { differenceText } from '../../cli/question-text.ts';
import { numbersIn } from '../../scenarios/language/numbers.ts';
import { outcomeIn } from '../../scenarios/questions/found.ts';
import { questions } from '../../scenarios/questions/library.ts';
import { indicatorNamed } from '../../scenarios/measure/indicators.ts';
import { moveText } from '../../scenarios/saved/expectations.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { read } from './sources.ts';

const PAGE = 'docs/models/questions.md', MARK = '<!-- Below: written from the questions. -->\n', writer = { language: 'en', numbers: numbersIn('en') } as const;

/** Every figure that something was expected of, or that was found, in this order. */
const figuresOf = ({ expected = [], found }: Question) => [...new Set([...expected, ...(found?.figures ?? [])].map(({ indicator }) => indicator))];

function section(question: Question): string {
  const { name, title, question: asked, against, expected = [], found } = question, runs = found?.runs;
  const rows = figuresOf(question).map((indicator) => {
    const expectation = expected.find((one) => one.indicator === indicator), figure = found?.figures.find((one) => one.indicator === indicator);
    const verdict = expectation && found ? { 'as-expected': 'as expected', otherwise: 'otherwise', unclear: 'unclear', unknown: '' }[outcomeIn(expectation, found) ?? 'unknown'] : '';
    return `| ${indicatorNamed(indicator).title.en} | ${expectation ? moveText(expectation, 'en') : ''} | ${figure ? differenceText(writer, figure) : ''} | ${verdict} |`;
  });
  const span = !found ? 'Not run yet.' : runs ? `Found from ${runs.from}, ${writer.numbers.hours(runs.hours)} h, ${runs.seeds} ${runs.seeds === 1 ? 'seed' : 'seeds'}.` : 'Found over a year, without a run.';
  const surprises = Object.entries(found?.surprises ?? {}).map(([indicator, why]) => `\n*${indicatorNamed(indicator as 'rescues').title.en}:* ${why.en}\n`);
  return `## ${name}\n\n**${title.en}.** ${asked.en} ${against ? `Held against \`${against}\`. ` : ''}${span}\n\n| figure | expected | found | |\n|---|---|---|---|\n${rows.join('\n')}\n${surprises.join('')}`;
}

test('every question, as it is', async () => {
  const [prose] = read(PAGE).split(MARK);
  await expect(`${prose}${MARK}\n${questions.filter(({ changes }) => changes.length > 0).map(section).join('\n')}`).toMatchFileSnapshot(`../../${PAGE}`);
});
