import { useMemo } from 'react';
import { formatClock } from '../../../engine/foundation/clock.ts';
import { measureStartS } from '../../../engine/run-settings.ts';
import { answerSentence } from '../../../scenarios/compare/answer.ts';
import { askedWords } from '../../../scenarios/language/asked-figures.ts';
import { expectationWords } from '../../../scenarios/language/expectations.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { reportWords } from '../../../scenarios/language/report.ts';
import { wordsIn } from '../../../scenarios/language/language.ts';
import { warningWords } from '../../../scenarios/language/warnings.ts';
import { expectedOfOtherSpan, heldExpectations, saidExpectation } from '../../../scenarios/saved/expectations.ts';
import { saidFigure } from '../../../scenarios/saved/said-figure.ts';
import type { Comparison } from '../../../scenarios/compare/compare-runs.ts';
import { comparisonsOf, type SavedComparison } from '../../../scenarios/saved/saved-comparison.ts';
import { unmeasuredWords } from '../../../scenarios/language/unmeasured.ts';
import { unmeasuredOf } from '../../../scenarios/saved/unmeasured.ts';
import { restsOnNothing, saidWarning, warningsOf } from '../../../scenarios/saved/warnings.ts';
import { yearLeftOut } from '../../../scenarios/saved/year-left-out.ts';
import { reportAddress } from '../feed/comparison-feed.ts';
import { savedWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';

/** The answer in a sentence, then every figure: the same words and digits as in the report, which a link opens. */
export function ComparisonFigures({ saved }: { saved: SavedComparison }) {
  const language = useSession((state) => state.language), words = savedWordsFor(language), report = wordsIn(reportWords, language), { lasting } = numbersIn(language);
  const comparisons = useMemo(() => comparisonsOf(saved), [saved]), { baseline, scenario, settings, id } = saved, fromS = settings ? measureStartS(settings) : 0;
  const rests = restsOnNothing(saved), missing = unmeasuredOf(saved, language), noYear = settings && yearLeftOut([baseline, scenario], language);
  return (
    <>
      <section className="found">
        <h3>{scenario.question.title[language]}</h3>
        <p className="question">{scenario.question.question[language]}</p>
        {rests && <Warnings saved={saved} />}
        <p className="answer-sentence">{answerSentence(comparisons, language, missing)}</p>
        {!rests && <Warnings saved={saved} />}
        <p className="note">{report.comparedWith(scenario.question.title[language], baseline.question.title[language])}, {settings ? words.fromAt(formatClock(fromS).slice(0, 5), lasting((settings.untilS - fromS) / 3600)) : words.overYear(baseline.facts.date.slice(0, 4))}</p>
        {noYear !== undefined && <p className="note">{noYear}</p>}
        <Expectations saved={saved} comparisons={comparisons} />
        <a className="button strong" href={reportAddress(id, language)} target="_blank" rel="noopener">{words.openReport}</a>
      </section>
      <table className="compared">
        <caption className="unseen">{report.allFigures}</caption>
        <thead><tr><th scope="col">{report.indicator}</th><th scope="col">{baseline.question.title[language]}</th><th scope="col">{scenario.question.title[language]}</th><th scope="col">{report.difference}</th><th scope="col">{report.interval}</th><th scope="col">{report.conclusion}</th></tr></thead>
        {[true, false].map((asked) => (comparisons.some((one) => one.asked === asked) || (asked && missing.length > 0)) && <tbody key={String(asked)}>
          {!asked && <tr className="beside"><th scope="rowgroup" colSpan={6}>{wordsIn(askedWords, language)[comparisons.some((one) => !one.asked && one.familySize > 0) ? 'beside' : 'besideUnjudged']}</th></tr>}
          {comparisons.filter((one) => one.asked === asked).map((one) => {
          const said = saidFigure(one, language);
          return (
            <tr key={one.indicator.name} data-indicator={one.indicator.name}>
              <th scope="row">{said.title} <span className="unit">{said.unit}</span></th>
              <td data-label={baseline.question.title[language]}>{said.baseline}</td>
              <td data-label={scenario.question.title[language]}>{said.scenario}</td>
              <td data-label={report.difference}><span><b>{said.difference}</b>{said.percent !== '–' && <small>{said.percent}</small>}</span></td>
              <td data-label={report.interval}><span>{said.interval}{said.percentInterval !== '' && <small>{said.percentInterval}</small>}</span></td>
              <td data-label={report.conclusion} className={`verdict ${one.verdict}`}><span><span className="mark" aria-hidden="true">{said.sign}</span> {said.verdict}</span></td>
            </tr>
          );
        })}{asked && missing.map(({ name, title, unit, why }) => <tr key={name} data-unmeasured={name}><th scope="row">{title} <span className="unit">{unit}</span></th><td colSpan={5} className="verdict">{wordsIn(unmeasuredWords, language).verdict}{why !== '' && <small>{why}</small>}</td></tr>)}</tbody>)}
      </table>
    </>
  );
}

/** What is to be known of span and changes before the figures are read; nothing where there is nothing to know. */
function Warnings({ saved }: { saved: SavedComparison }) {
  const language = useSession((state) => state.language), words = wordsIn(warningWords, language), told = warningsOf(saved), rests = restsOnNothing(saved);
  if (told.length === 0) return null;
  return (
    <section className="to-know" role="note">
      <h4>{words.heading}</h4>
      {rests && <p><strong>{words.restsOnNothing}</strong></p>}
      <ul>{told.map((problem, at) => {
        const { place, said } = saidWarning(problem, language);
        return <li key={at}>{place !== '' && <b>{place}</b>}{place !== '' && words.colon}{said}</li>;
      })}</ul>
    </section>
  );
}

/** What was expected beside what was found; nothing where nothing was expected. */
function Expectations({ saved, comparisons }: { saved: SavedComparison; comparisons: readonly Comparison[] }) {
  const language = useSession((state) => state.language), words = wordsIn(expectationWords, language), held = heldExpectations(saved.expected, comparisons), span = expectedOfOtherSpan(saved);
  if (held.length === 0) return null;
  return (
    <section className="expectations">
      <h4>{words.heading}</h4>
      {span && <p className="note">{words.otherSpan(span.from, numbersIn(language).lasting(span.hours))}</p>}
      <dl>{held.map((one, at) => {
        const { title, expected, found, outcome, sign } = saidExpectation(one, language);
        return (
          <div key={at} data-outcome={one.outcome}>
            <dt>{title}</dt>
            <dd><span>{words.expected}</span> {expected}</dd>
            <dd><span>{words.found}</span> {found}</dd>
            <dd className={one.outcome}><span aria-hidden="true">{sign}</span> {outcome}</dd>
          </div>
        );
      })}</dl>
    </section>
  );
}
