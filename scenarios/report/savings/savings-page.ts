import { reportWords } from '../../language/report.ts';
import { wordsIn } from '../../language/language.ts';
import { lightingTuningWords } from '../../language/lighting-tuning.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { htmlPage } from '../html-page.ts';
import { answerSection, keyCards } from './answer-section.ts';
import { adjustmentTable, baselineSection, wattsTable, zoneTable } from './baseline-section.ts';
import { lightSection } from './light-section.ts';
import { meterSection, monthTable } from './meter-section.ts';
import { findingSection } from './finding-section.ts';
import { certificateSection, moneySection } from './money-section.ts';
import { savingsPictures } from './pictures.ts';
import { replaySection } from './replay-section.ts';
import { requirementSection } from './requirement-section.ts';
import { rollOutSection } from './roll-out-section.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { scopeSection } from './scope-section.ts';
import { unitsIn } from './shown-figure.ts';
import { uncertaintySection } from './uncertainty-section.ts';

/** The report on savings of street lighting as one HTML file that needs nothing from anywhere: to read, to print, to hand to an auditor. */
export function savingsPage(input: SavingsReportInput): string {
  const { language, facts, period, question, given } = input, words = wordsIn(savingsReportWords, language), general = wordsIn(reportWords, language), { date } = unitsIn(language);
  const section = (title: string, body: Markup): Markup => markup`<section><h2>${title}</h2>${body}</section>`;
  const headline = words.headline(date(period.fromDate), date(period.untilDate));
  const body = markup`<main>
<header><p class="kind">${words.kind} · ${facts.name}</p><h1>${headline}</h1><p class="question">${question ? question.question[language] : words.sinceLed}</p></header>
${facts.synthetic ? markup`<p class="synthetic" role="note">${general.syntheticBanner}</p>` : undefined}
<section class="answer"><h2>${general.answer}</h2>${answerSection(input)}</section>
${section(words.keyFigures, keyCards(input))}
${section(words.lightTitle, lightSection(input))}
${section(words.scope, scopeSection(input))}
${section(words.fromBaseline, baselineSection(input))}
${section(words.picturesTitle, savingsPictures(input))}
${section(words.byMonth, monthTable(input))}
${section(words.metered, meterSection(input))}
${given.meters ? section(words.findings, findingSection(input)) : undefined}
${section(words.adjustments, adjustmentTable(input))}
${section(words.requirements, requirementSection(input))}
${section(words.uncertainty, uncertaintySection(input))}
${section(words.money, moneySection(input))}
${section(words.certificates, certificateSection(input))}
${input.rollOut ? section(words.rollOut, rollOutSection(input, input.rollOut)) : undefined}
${section(words.zones, zoneTable(input))}
${section(words.watts, wattsTable(input))}
${section(words.limits, limitList(input))}
${section(words.replay, replaySection(input))}
<footer>${general.madeWith}</footer>
</main>`;
  return htmlPage(language, `${headline} – ${facts.name}`, body);
}

function limitList({ language, facts, question, followsTraffic }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), all = [facts.synthetic ? words.limitSynthetic : undefined, followsTraffic ? lightingTuningWords.adaptive[language] : undefined, question ? undefined : words.limitSameHours, words.limitAgeing, words.limitFailures, words.limitLight, words.limitCosts, words.limitUncertainty];
  return markup`<ul>${all.filter((one) => one !== undefined).map((one) => markup`<li>${one}</li>`)}</ul>`;
}
