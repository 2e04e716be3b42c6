import { wordsIn } from '../../language/language.ts';
import { lightingTuningWords } from '../../language/lighting-tuning.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import type { LightOfSide } from './light-figures.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** Whether streets keep their lighting class, in a sentence: a saving that darkens them is another one. */
export function lightSentence({ language, figures: { light } }: Pick<SavingsReportInput, 'language' | 'figures'>): string {
  const { before, after, streetCount, worseCount, betterCount } = light, words = wordsIn(savingsReportWords, language), { plain, percent } = unitsIn(language);
  if (!after) return words.lightUnknown;
  if (!before) return words.lightOfPresent(percent(after.belowPercent), percent(after.darkPercent));
  const isNeverDark = before.darkKmH === 0 && after.darkKmH === 0, dark = ({ darkPercent }: LightOfSide): string => (isNeverDark ? '' : percent(darkPercent));
  const shares = [percent(before.belowPercent), percent(after.belowPercent), dark(before), dark(after)] as const;
  const isBetterOnBalance = after.belowKmH + after.darkKmH < before.belowKmH + before.darkKmH;
  return worseCount > 0 ? words.lightWorse(...shares, plain(worseCount), plain(betterCount), plain(streetCount), isBetterOnBalance) : words.lightKept(...shares);
}

/** Kilometre-hours below class and switched off, before and after. */
export function lightSection(input: SavingsReportInput): Markup {
  const { language, facts, figures: { light }, followsTraffic } = input, { before, after, knownKm, unknownKm } = light, words = wordsIn(savingsReportWords, language), { plain, percent } = unitsIn(language);
  if (!after) return markup`<p>${lightSentence(input)}</p>`;
  const kmH = (name: string, side: LightOfSide | undefined, what: 'nightKmH' | 'belowKmH' | 'darkKmH'): Markup | string => (side ? shown(`light-${name}-${what}`, side[what], plain(side[what])) : '–');
  const share = (name: string, side: LightOfSide | undefined, what: 'belowPercent' | 'darkPercent'): Markup | string => (side ? shown(`light-${name}-${what}`, side[what], percent(side[what])) : '–');
  return markup`${plainTable(['', words.before, words.after], 1, [
    [words.lightBelow, kmH('before', before, 'belowKmH'), kmH('after', after, 'belowKmH')], [words.lightShare, share('before', before, 'belowPercent'), share('after', after, 'belowPercent')],
    [words.lightDark, kmH('before', before, 'darkKmH'), kmH('after', after, 'darkKmH')], [words.lightShare, share('before', before, 'darkPercent'), share('after', after, 'darkPercent')],
    [words.lightNight, kmH('before', before, 'nightKmH'), kmH('after', after, 'nightKmH')],
  ])}<p class="note">${words.lightAbout(facts.date.slice(0, 4), plain(knownKm))}${unknownKm > 0 ? ` ${words.lightUnknownKm(plain(unknownKm, 1))}` : ''}${followsTraffic ? ` ${lightingTuningWords.adaptive[language]}` : ''}</p>`;
}
