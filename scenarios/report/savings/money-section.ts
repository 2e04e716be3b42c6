import { textIn, wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import { ratesStated } from './scope-section.ts';
import type { Certificate, SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** Cost by the hours of the tariff, and what stands behind price and carbon. */
export function moneySection(input: SavingsReportInput): Markup {
  const { language, tables: { rates }, figures, otherFactors } = input, words = wordsIn(savingsReportWords, language), { plain, kwh } = unitsIn(language);
  const sums = new Map<string, { window: string; priceEurPerKwh: number; baselineKwh: number; reportedKwh: number }>();
  for (let row = 0; row < rates.count; row++) {
    const window = rates.window[row]!, priceEurPerKwh = rates.priceEurPerKwh[row]!, key = `${window} ${priceEurPerKwh}`, sum = sums.get(key) ?? { window, priceEurPerKwh, baselineKwh: 0, reportedKwh: 0 };
    sums.set(key, { ...sum, baselineKwh: sum.baselineKwh + rates.baselineKwh[row]!, reportedKwh: sum.reportedKwh + rates.reportedKwh[row]! });
  }
  const rows = [...sums.values()].map(({ window, priceEurPerKwh, baselineKwh, reportedKwh }) => {
    const savedEur = (baselineKwh - reportedKwh) * priceEurPerKwh;
    return [window === '' ? words.allHours : window, plain(priceEurPerKwh, 4), kwh(baselineKwh), kwh(reportedKwh), kwh(baselineKwh - reportedKwh), shown(`window-saved-eur ${window} ${priceEurPerKwh}`, savedEur, plain(savedEur))];
  });
  const savedEur = figures.costBaselineEur - figures.costReportedEur;
  rows.push([words.total, '–', kwh(figures.walk.adjustedBaselineKwh), kwh(figures.walk.reportedKwh), kwh(figures.savingKwh), plain(savedEur)]);
  return markup`${wideTable(words.money, plainTable([words.window, words.price, words.baselineKwhColumn, words.reportedKwhColumn, words.savingKwhColumn, words.costSaved], 1, rows))}
<p class="note">${words.moneyAbout}</p>${ratesStated(input)}
<p class="note">${words.otherFactors} ${otherFactors.map(({ year, gPerKwh, what, source }) => words.saidBy(String(year), `${plain(gPerKwh)} g/kWh (${textIn(what, language)}, ${textIn(source, language)})`)).join(language === 'fr' ? ' ; ' : '; ')}.</p>`;
}

/** Certificates by dated form; what is not known stays unknown. */
export function certificateSection({ language, certificates: { forms, alreadyDimmedW } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, date } = unitsIn(language);
  const dates = ({ fromDate, untilDate }: Certificate): string => [fromDate === '' ? '' : words.formFrom(date(fromDate)), untilDate === '' ? '' : words.formUntil(date(untilDate))].filter((part) => part !== '').join(' ') || words.formAny;
  const rows = forms.map((one) => {
    const volume = one.kwhCumacEach === undefined ? undefined : one.kwhCumacEach * one.basisCount;
    return [
      markup`${one.form} <span class="unit">${textIn(one.title, language)}</span>`, dates(one), (one.basis === 'dimmedWatts' ? words.basisWatts : words.basisLuminaires)(plain(one.basisCount)), textIn(one.source, language),
      volume === undefined ? words.formUnknown : shown(`certificate ${one.form} ${one.untilDate}`, volume, plain(volume)),
    ];
  });
  const already = alreadyDimmedW > 0 ? markup`<p class="note">${words.alreadyDimmed(plain(alreadyDimmedW))}</p>` : undefined;
  if (forms.length === 0) return markup`<p>${words.certificatesNone}</p>${already}`;
  return markup`<p>${words.certificatesAbout}</p>${wideTable(words.certificates, plainTable([words.form, words.formDates, words.formBasis, words.inputSource, words.formVolume], 4, rows))}${already}`;
}
