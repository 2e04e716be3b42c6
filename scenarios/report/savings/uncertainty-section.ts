import type { Wording } from '../../../engine/foundation/text.ts';
import { textIn, wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { uncertaintyNames, type UncertaintyName } from '../../measure/savings-names.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** How sure the saving is: intervals, and which input they come from. */
export function uncertaintySection({ language, uncertainty, option, figures: { uncertainty: found, baselineModel } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, percent, energy, energies } = unitsIn(language), { sources } = uncertainty, said = (share: number): string => percent(100 * share);
  const both = (one: Wording, other: Wording): string => `${textIn(one, language)}${language === 'fr' ? ' ; ' : '; '}${textIn(other, language)}`;
  const given: Readonly<Record<UncertaintyName, readonly [value: string, source: string]>> = {
    watts: [words.wattsInputs(said(uncertainty.catalogueWattsShare), said(uncertainty.wattsCommonShare), said(uncertainty.wattmeterShare)), [sources.catalogueWattsShare, sources.wattsCommonShare, sources.wattmeterShare].map((one) => textIn(one, language)).join(language === 'fr' ? ' ; ' : '; ')],
    dimming: [words.dimmingInput(said(uncertainty.dimmedPowerShare), said(uncertainty.wattsCommonShare)), textIn(sources.dimmedPowerShare, language)],
    hours: [said(uncertainty.hoursShare), textIn(sources.hoursShare, language)],
    depreciation: [words.depreciationInputs(said(uncertainty.depreciationBeforeShare), said(uncertainty.depreciationAfterShare)), both(sources.depreciationBeforeShare, sources.depreciationAfterShare)],
    meters: [words.meterInput(said(uncertainty.meterLimitShare), said(uncertainty.meterCommonShare)), both(sources.meterLimitShare, sources.meterCommonShare)],
    model: [option.name === 'B' && !Number.isNaN(baselineModel.cvRmsePercent) ? words.modelInput(percent(baselineModel.cvRmsePercent), plain(baselineModel.baselineMonthCount), plain(baselineModel.reportedMonthCount)) : words.modelUnknown, words.modelSource],
  };
  const rows = uncertaintyNames.map((name) => [words.inputName(name), given[name][0], given[name][1], shown(`share-${name}-percent`, found.sharesPercent[name], percent(found.sharesPercent[name]))]);
  const between68 = energies(...found.interval68), between95 = energies(...found.interval95);
  const results: readonly (readonly [string, Markup])[] = [
    [words.standardDeviation, shown('standard-kwh', found.standardKwh, energy(found.standardKwh))],
    [words.interval68, markup`${shown('low-68-kwh', found.interval68[0], between68(found.interval68[0]))} – ${shown('high-68-kwh', found.interval68[1], between68(found.interval68[1]))}`],
    [words.interval, markup`${shown('low-95-kwh', found.interval95[0], between95(found.interval95[0]))} – ${shown('high-95-kwh', found.interval95[1], between95(found.interval95[1]))}`],
    [words.half68, shown('half-68-percent', found.half68Percent, percent(found.half68Percent))],
  ];
  return markup`<p>${words.uncertaintyAbout(plain(uncertainty.drawCount), String(uncertainty.seed))}</p>
<table class="plain"><tbody>${results.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
${wideTable(words.uncertainty, plainTable([words.input, words.inputValue, words.inputSource, words.inputShare], 3, rows, 'inputs'))}`;
}
