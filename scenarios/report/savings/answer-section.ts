import { wordsIn } from '../../language/language.ts';
import { savingsReportWords, type Standing } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { requirementsOf } from './requirements.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { shown, unitsIn } from './shown-figure.ts';

/** The saving in a sentence, how sure it is, and what is not in it. */
export function answerSection(input: SavingsReportInput): Markup {
  const { language, figures } = input, words = wordsIn(savingsReportWords, language), { energy, percent, plain } = unitsIn(language);
  const { savingKwh, savingPercent, uncertainty: { interval95: [lowKwh, highKwh] } } = figures;
  const standings = standingsOf(input), isMetered = input.option.name === 'B' && !standings.includes('nothing-metered');
  const sentence = (savingKwh < 0 ? words.answerCosts : isMetered ? words.answerSaves : words.answerCalculated)(energy(Math.abs(savingKwh)), percent(Math.abs(savingPercent)), energy(lowKwh), energy(highKwh));
  const uncounted = figures.rowCount - figures.countedRowCount, faults = input.tables.findings.count;
  return markup`<p data-figure="answer" data-value="${savingKwh}">${sentence}${lowKwh < 0 && highKwh > 0 ? ` ${words.answerUnclear}` : ''}</p>
<p class="standing">${standings.map((one) => `${words.standing(one)} `)}</p>
${uncounted > 0 ? markup`<p class="standing">${words.uncounted(plain(uncounted), energy(figures.uncountedSavingKwh))}</p>` : undefined}${faults > 0 ? markup`<p class="standing">${words.faultsSaid(plain(faults))}</p>` : undefined}`;
}

/** What the saving may be called: never more than its requirements allow. */
export function standingsOf({ option, tables, figures, given }: SavingsReportInput): Standing[] {
  const met = (name: string): boolean => requirementsOf(option.name, tables, figures, given).find(({ requirement }) => requirement === name)!.met === true;
  if (option.name === 'A') return [met('watts-before-measured') && met('watts-after-measured') ? 'option-a' : given.watts ? 'partly-measured-watts' : 'catalogue'];
  if (figures.readingRowCount === 0) return ['nothing-metered'];
  const { countedBaselineRowCount, countedRowCount } = figures, standing: Standing = countedBaselineRowCount === 0 ? 'after-metered' : countedBaselineRowCount < countedRowCount ? 'baseline-partly-metered' : 'option-b';
  return met('report-metered') ? [standing] : [standing, 'partly-metered'];
}

export function keyCards({ language, figures }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { energy, percent, eur, carbon } = unitsIn(language), { walk, uncertainty: { interval95 } } = figures;
  const saves = (value: number): string => (value > 0 ? 'better' : value < 0 ? 'worse' : '');
  const card = (title: string, big: Markup, below: string, good: number) => markup`<li class="card ${saves(good)}"><h3>${title}</h3><p class="big">${big}</p><p>${below}</p></li>`;
  const costKept = figures.costBaselineEur - figures.costReportedEur, carbonKept = figures.carbonBaselineKg - figures.carbonReportedKg;
  return markup`<ul class="cards">${[
    card(words.saved, shown('saving-kwh', figures.savingKwh, energy(figures.savingKwh)), words.interval95(energy(interval95[0]), energy(interval95[1])), figures.savingKwh),
    card(words.savedShare, shown('saving-percent', figures.savingPercent, percent(figures.savingPercent)), words.fromTo(energy(walk.adjustedBaselineKwh), energy(walk.reportedKwh)), figures.savingKwh),
    card(words.savedMoney, shown('cost-saved-eur', costKept, eur(costKept)), words.fromTo(eur(figures.costBaselineEur), eur(figures.costReportedEur)), costKept),
    card(words.savedCarbon, shown('carbon-saved-kg', carbonKept, carbon(carbonKept)), words.fromTo(carbon(figures.carbonBaselineKg), carbon(figures.carbonReportedKg)), carbonKept),
  ]}</ul>`;
}
