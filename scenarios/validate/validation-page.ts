import { frenchSpaces, wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';
import { validationWords } from '../language/validation.ts';
import { markup, type Markup } from '../report/figures/markup.ts';
import { pageStyle } from '../report/page-style.ts';
import { wideTable } from '../report/wide-table.ts';
import { figureNames } from './comparison.ts';
import { daySection } from './day-section.ts';
import { figureText } from './figure-text.ts';
import { scenarioSection, verdictCell } from './scenario-section.ts';
import type { ValidatedScenario, ValidationInput } from './validation-input.ts';

/** Ours beside SUMO, scenario by scenario, as one HTML file that needs nothing from anywhere. */
export function validationPage({ language, scenarios, day, sumoVersion, engine, node }: ValidationInput): string {
  const words = wordsIn(validationWords, language), title = scenarios.length === 0 ? words.titleOfDay : words.title;
  const body = markup`<main>
<header><p class="kind">${words.kind}</p><h1>${title}</h1>${scenarios.length === 0 ? undefined : markup`<p class="question">${words.lead}</p>`}</header>
${day?.synthetic ? markup`<p class="synthetic" role="note">${wordsIn(reportWords, language).syntheticBanner}</p>` : undefined}
${scenarios.length === 0 ? undefined : markup`<section class="answer"><h2>${words.answer}</h2><p>${inShort(scenarios, language)}</p></section>
<section><h2>${words.verdictsByScenario}</h2>${verdictTable(scenarios, language)}</section>`}
${scenarios.map((scenario, at) => scenarioSection(scenario, at, language))}
${day && daySection(day, language)}
${scenarios.length === 0 ? undefined : markup`<section><h2>${words.howComputed}</h2><p>${words.method}</p><p>${words.methodLimits}</p><p>${words.methodPairs}</p></section>`}
<section><h2>${words.software}</h2><ul><li>${words.softwareOurs(engine, node)}</li>${scenarios.length === 0 ? undefined : markup`<li>${sumoVersion === undefined ? words.recordedSumo : words.softwareSumo(sumoVersion)}</li>`}</ul></section>
<footer>${words.madeWith}</footer>
</main>`;
  return markup`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${{ markup: pageStyle }}</style></head>
<body>${{ markup: language === 'fr' ? frenchSpaces(body.markup) : body.markup }}</body></html>
`.markup;
}

/** How many limits are kept, and each that is missed by name: nothing missed is left for the tables to hide. */
export function inShort(scenarios: readonly ValidatedScenario[], language: Language): string {
  const words = wordsIn(validationWords, language), { plain } = numbersIn(language);
  const judged = scenarios.flatMap(({ name, comparison }) => comparison.figures.flatMap((figure) => (figure.verdict === undefined ? [] : [{ scenario: name, figure }])));
  const missed = judged.filter(({ figure }) => figure.verdict === 'missed');
  const byChance = judged.filter(({ figure }) => figure.verdict === 'own-spread').length;
  const kept = [
    words.answerKept(plain(judged.length - missed.length - byChance), plain(judged.length), words.scenarioCount(scenarios.length)), ...(byChance > 0 ? [words.answerByChance(plain(byChance))] : []),
  ].join(' ');
  const list = [...new Set(missed.map(({ scenario }) => scenario))]
    .map((name) => `${name} (${missed.filter(({ scenario }) => scenario === name).map(({ figure }) => words.names(figure.name)).join(', ')})`).join(language === 'fr' ? ' ; ' : '; ');
  return `${kept} ${missed.length === 0 ? words.answerNoneMissed : words.answerMissed(list)}`;
}

/** A row a figure, a column a scenario: the value of ours, marked as kept or missed. */
function verdictTable(scenarios: readonly ValidatedScenario[], language: Language): Markup {
  const words = wordsIn(validationWords, language);
  const shown = figureNames.filter((name) => scenarios.some(({ comparison }) => comparison.figures.some((figure) => figure.name === name && figure.verdict !== undefined)));
  return wideTable(words.verdictsByScenario, markup`<table><thead><tr><th scope="col">${words.figure}</th>${scenarios.map(({ name }, at) => markup`<th scope="col"><a href="#scenario-${at}">${name}</a></th>`)}</tr></thead><tbody>${shown.map((name) =>
    markup`<tr><th scope="row">${words.names(name)}</th>${scenarios.map(({ comparison }) => {
      const figure = comparison.figures.find((one) => one.name === name);
      if (!figure) return markup`<td></td>`;
      const text = figureText(figure, language);
      return verdictCell(figure, `${text.difference === '' ? text.ours : text.difference} · ${text.verdict}`);
    })}</tr>`)}</tbody></table>`);
}
