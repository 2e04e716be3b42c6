import { textIn, wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { zoneInWords } from '../../language/zones.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { dayCountOf, type Period } from './period.ts';
import type { SavingsReportInput, SwitchingStated } from './savings-report-input.ts';
import { unitsIn } from './shown-figure.ts';

/** What is counted: period, baseline, boundary, option, hours. */
export function scopeSection(input: SavingsReportInput): Markup {
  const { language, question, option, boundary } = input, words = wordsIn(savingsReportWords, language), { date, plain } = unitsIn(language);
  const span = (period: Period): string => words.fromUntil(date(period.fromDate), date(period.untilDate), plain(dayCountOf(period)));
  const chosenBy = { asked: words.optionAsked, meters: words.optionByMeters, 'no-meters': words.optionNoMeters }[option.chosenBy];
  const rows: readonly (readonly [string, string | Markup])[] = [
    [words.period, span(input.period)], [words.baselinePeriod, span(input.baselinePeriod)],
    [words.baseline, `${baselineText(input)}${language === 'fr' ? ' ; ' : '; '}${wattsText(input)}`],
    ...(question ? [[words.change, `${question.title[language]} – ${question.question[language]}`] as const] : []),
    [words.boundary, words.boundaryText(plain(boundary.lampCount), plain(boundary.cabinetCount), plain(boundary.zones.length))],
    [words.communes, boundary.communes.join(', ')],
    [words.zoneNames, boundary.zones.map((zone) => (zone === '' ? words.noZone : zoneInWords(zone, language))).join(', ')],
    [words.option, `${option.name === 'A' ? words.optionA : words.optionB} (${chosenBy})`],
    [words.hoursRule, markup`${input.switching.map((rule) => markup`${ruleText(rule, input)}<br>`)}`],
  ];
  return markup`<table class="plain"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
}

/** What the saving is held against. */
export function baselineSentence(input: SavingsReportInput): string {
  const words = wordsIn(savingsReportWords, input.language);
  return `${words.saidBy(words.baseline, baselineText(input))}.`;
}

function baselineText({ language, question, baselineFile }: SavingsReportInput): string {
  const words = wordsIn(savingsReportWords, language);
  return baselineFile !== undefined ? words.baselineCity(baselineFile) : question ? words.baselineQuestion : words.baselineReplaced;
}

function wattsText({ language, tables: { kinds } }: SavingsReportInput): string {
  const words = wordsIn(savingsReportWords, language), { plain, percent } = unitsIn(language);
  let measured = 0, measuredW = 0, allW = 0;
  for (let at = 0; at < kinds.count; at++) {
    const powerW = kinds.lampCount[at]! * (kinds.isMeasured[at] === 1 ? kinds.measuredW[at]! : kinds.catalogueW[at]!);
    allW += powerW;
    if (kinds.isMeasured[at] === 1) { measured++; measuredW += powerW; }
  }
  return measured === 0 ? words.wattsNone : words.wattsOf(plain(measured), plain(kinds.count), percent((100 * measuredW) / allW));
}

function ruleText(rule: SwitchingStated, { language }: SavingsReportInput): string {
  const words = wordsIn(savingsReportWords, language), { plain } = unitsIn(language);
  if (rule.kind === 'offsets') return words.ruleOffsets(rule.onMin, rule.offMin);
  if (rule.kind === 'sun') return words.ruleSun(rule.name, plain(rule.altitudeDeg, 1), plain(rule.onOffsetS), plain(rule.offOffsetS));
  if (rule.kind === 'photocell') return words.rulePhotocell(rule.name, plain(rule.onLx), plain(rule.offLx));
  return words.ruleClock(rule.name, rule.on, rule.off);
}

/** Tariff and factors, with their dates and where they come from. */
export function ratesStated({ language, rates }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { date, plain } = unitsIn(language);
  return markup`<ul>${rates.tariff.map(({ fromDate, untilDate, source }) => markup`<li>${words.tariffOf(date(fromDate), date(untilDate), textIn(source, language))}</li>`)}
${rates.carbon.map(({ fromDate, untilDate, source, gPerKwh }) => markup`<li>${words.carbonOf(plain(gPerKwh, Number.isInteger(gPerKwh) ? 0 : 1), date(fromDate), date(untilDate), textIn(source, language))}</li>`)}</ul>`;
}
