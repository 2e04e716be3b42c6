import { nearName } from '../../changes/near-name.ts';
import { wordsIn } from '../../language/language.ts';
import { lightingTuningWords } from '../../language/lighting-tuning.ts';
import { savingsReportWords, type Standing } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { monthSpans, unusedBaselineMonths } from './baseline-months.ts';
import { FIT_LIMITS, meetsLimits } from './fit.ts';
import { lightSentence } from './light-section.ts';
import { isFault } from './meter-findings.ts';
import { requirementsOf } from './requirements.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { shown, unitsIn } from './shown-figure.ts';

/** The saving in a sentence, and whether anything can be concluded from it. */
export function answerSentence(input: SavingsReportInput): string {
  const { language, option, figures } = input, { savingKwh, savingPercent, readingRowCount, uncertainty: { interval95: [lowKwh, highKwh] } } = figures, words = wordsIn(savingsReportWords, language), { energies, percent } = unitsIn(language), energy = energies(savingKwh, lowKwh, highKwh);
  const isMetered = option.name === 'B' && readingRowCount > 0, said = savingKwh < 0 ? words.answerCosts : isMetered ? words.answerSaves : words.answerCalculated;
  return [said(energy(Math.abs(savingKwh)), percent(Math.abs(savingPercent)), energy(lowKwh), energy(highKwh)), ...(lowKwh < 0 && highKwh > 0 ? [words.answerUnclear] : []), ...metersDisagree(input)].join(' ');
}

/** Where meters do not follow the calculation, and part of the saving is calculated, nothing can be concluded yet. */
function metersDisagree({ language, option, figures: { fits: { month }, countedRowCount, countedBaselineRowCount } }: SavingsReportInput): string[] {
  if (Number.isNaN(month.cvRmsePercent) || meetsLimits(month, FIT_LIMITS.month)) return [];
  const words = wordsIn(savingsReportWords, language), { percent, signedPercent } = unitsIn(language), isAllMetered = option.name === 'B' && countedBaselineRowCount === countedRowCount;
  return [words.metersDisagree(percent(month.cvRmsePercent), signedPercent(month.nmbePercent)), ...(isAllMetered ? [] : [words.metersUnexplained])];
}

/** How sure the saving is, and what is not in it: each a sentence. */
export function answerCautions(input: SavingsReportInput): string[] {
  const { language, figures, tables: { findings } } = input, words = wordsIn(savingsReportWords, language), { energy, plain } = unitsIn(language), uncounted = figures.rowCount - figures.countedRowCount;
  const faultCount = Array.from(findings.kind).filter(isFault).length, deviationCount = findings.count - faultCount;
  return [
    standingsOf(input).map((one) => words.standing(one)).join(' '),
    ...(uncounted > 0 ? [words.uncounted(plain(uncounted), energy(figures.uncountedSavingKwh))] : []),
    ...(faultCount > 0 ? [words.faultsSaid(plain(faultCount))] : []), ...(deviationCount > 0 ? [words.deviationsSaid(plain(deviationCount))] : []),
    ...unknownMeters(input),
    ...baselineMonthsSaid(input),
    ...(input.followsTraffic ? [lightingTuningWords.adaptive[language]] : []),
    lightSentence(input),
  ];
}

/** Months that the baseline period lacks, and those of it that serve nothing: neither may pass for what it is not. */
function baselineMonthsSaid({ language, figures: { monthsWithoutBaseline }, tables: { months }, baselinePeriod }: SavingsReportInput): string[] {
  const words = wordsIn(savingsReportWords, language), { month } = unitsIn(language), unused = unusedBaselineMonths(baselinePeriod, months.baselineMonth);
  const named = (all: readonly string[]): string => monthSpans(all).map(([first, last]) => (first === last ? month(first) : `${month(first)} – ${month(last)}`)).join(', ');
  return [...(monthsWithoutBaseline.length > 0 ? [words.monthsWithoutBaseline(named(monthsWithoutBaseline))] : []), ...(unused.length > 0 ? [words.baselineMonthsUnused(named(unused))] : [])];
}

/** So many meters are named: enough to see how they are written. */
const NAMED = 4;

/** Meters of the file that no cabinet has, those that were probably meant, and how names here look. */
function unknownMeters({ language, tables: { findings, months } }: SavingsReportInput): string[] {
  const words = wordsIn(savingsReportWords, language), unknown = Array.from({ length: findings.count }, (_, at) => at).filter((at) => findings.kind[at] === 'unknown-meter').map((at) => findings.meter[at]!);
  if (unknown.length === 0) return [];
  const known = [...new Set(months.meter)].filter((meter) => meter !== ''), more = (all: readonly unknown[]): string => (all.length > NAMED ? '…' : '');
  const named = unknown.slice(0, NAMED).map((meter) => { const near = nearName(meter, known); return near === undefined ? meter : words.meant(meter, near); });
  return [words.unknownMeters(named.join(', ') + more(unknown), known.slice(0, NAMED).join(', ') + more(known))];
}

/** The saving in a sentence, how sure it is, and what is not in it. */
export const answerSection = (input: SavingsReportInput): Markup => markup`<p data-figure="answer" data-value="${input.figures.savingKwh}">${answerSentence(input)}</p>
${answerCautions(input).map((one) => markup`<p class="standing">${one}</p>`)}`;

/** What the saving may be called: never more than its requirements allow. */
export function standingsOf({ option, tables, figures, given }: SavingsReportInput): Standing[] {
  const met = (name: string): boolean => requirementsOf(option.name, tables, figures, given).find(({ requirement }) => requirement === name)!.met === true;
  if (option.name === 'A') return [met('watts-before-measured') && met('watts-after-measured') ? 'option-a' : given.watts ? 'partly-measured-watts' : 'catalogue'];
  if (figures.readingRowCount === 0) return ['nothing-metered'];
  const { countedBaselineRowCount, countedRowCount } = figures, standing: Standing = countedBaselineRowCount === 0 ? 'after-metered' : countedBaselineRowCount < countedRowCount ? 'baseline-partly-metered' : 'option-b';
  return met('report-metered') ? [standing] : [standing, 'partly-metered'];
}

export function keyCards(input: SavingsReportInput): Markup {
  const { language, figures } = input;
  const words = wordsIn(savingsReportWords, language), { energy, energies, percent, eur, carbon } = unitsIn(language), { walk, uncertainty: { interval95 } } = figures;
  const between = energies(...interval95), both = energies(walk.adjustedBaselineKwh, walk.reportedKwh);
  // What nothing can be concluded from has no colour.
  const isOpen = (interval95[0] < 0 && interval95[1] > 0) || metersDisagree(input).length > 1;
  const saves = (value: number): string => (isOpen ? '' : value > 0 ? 'better' : value < 0 ? 'worse' : '');
  const card = (title: string, big: Markup, below: string, good: number) => markup`<li class="card ${saves(good)}"><h3>${title}</h3><p class="big">${big}</p><p>${below}</p></li>`;
  const costKept = figures.costBaselineEur - figures.costReportedEur, carbonKept = figures.carbonBaselineKg - figures.carbonReportedKg;
  return markup`<ul class="cards">${[
    card(words.saved, shown('saving-kwh', figures.savingKwh, energy(figures.savingKwh)), words.interval95(between(interval95[0]), between(interval95[1])), figures.savingKwh),
    card(words.savedShare, shown('saving-percent', figures.savingPercent, percent(figures.savingPercent)), words.fromTo(both(walk.adjustedBaselineKwh), both(walk.reportedKwh)), figures.savingKwh),
    card(words.savedMoney, shown('cost-saved-eur', costKept, eur(costKept)), words.fromTo(eur(figures.costBaselineEur), eur(figures.costReportedEur)), costKept),
    card(words.savedCarbon, shown('carbon-saved-kg', carbonKept, carbon(carbonKept)), words.fromTo(carbon(figures.carbonBaselineKg), carbon(figures.carbonReportedKg)), carbonKept),
  ]}</ul>`;
}
