import { isUnclearAmongMany } from '../compare/compare-all.ts';
import { isExact, type Comparison, type Verdict } from '../compare/compare-runs.ts';
import { differenceDecimals, intervalDecimals, meanDecimals } from '../compare/interval-decimals.ts';
import { answerWords } from '../language/answer.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { unitAfter } from '../language/plural.ts';
import { reportWords } from '../language/report.ts';

/** One indicator of a comparison as people read it: the same words and digits in report, viewer and table. */
export interface SaidFigure {
  title: string;
  unit: string;
  baseline: string;
  scenario: string;
  /** '1 204 → 1 180 kWh', shortened for reading on the way. */
  fromTo: string;
  difference: string;
  /** '–' where a per cent says nothing. */
  percent: string;
  /** Its interval at 95 %: '−1,5 % à +0,1 %'; empty where the difference has none, or no per cent is ruled out. */
  percentInterval: string;
  /** '−3,1 à +0,2', or why there is none. */
  interval: string;
  verdict: string;
  /** Tells the verdict by its form, so that nobody needs to see a colour. */
  sign: string;
  /** In per cent where that can be said; else in the indicator's own unit. */
  headline: string;
  /** The verdict, and the interval where there is one. */
  sureness: string;
}

const SIGNS: Record<Verdict, string> = { better: '✓', worse: '✗', changed: '≠', unclear: '?', same: '=', single: '…', few: '…' };

/** What is said of a comparison, in the language of the reader. */
export function saidFigure(one: Comparison, language: Language): SaidFigure {
  const words = wordsIn(reportWords, language), { plain, rough, signed, signedPercent } = numbersIn(language);
  const { indicator, verdict, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, percentInterval95 } = one, unit = indicator.unit[language];
  const difference = signed(differenceMean, differenceDecimals(interval95, indicator.decimals, differenceMean)), ofMeans = meanDecimals(differenceMean, indicator.decimals), hasWidth = percentInterval95 !== null && percentInterval95.high > percentInterval95.low;
  const percentDigits = differenceDecimals(hasWidth ? percentInterval95 : null, 1, differencePercent ?? 0), percent = differencePercent === null ? '–' : signedPercent(differencePercent, percentDigits);
  const unitOf = (mean: number): string => unitAfter(Number(mean.toFixed(indicator.decimals)), unit, language);
  const said = isUnclearAmongMany(one) ? wordsIn(answerWords, language).notClearAmong(one.familySize) : words.verdicts(verdict);
  const isBare = verdict === 'single' || verdict === 'few' || verdict === 'same';
  return {
    title: indicator.title[language], unit, difference, percent,
    percentInterval: hasWidth && verdict !== 'same' ? words.intervalFromTo(signedPercent(percentInterval95.low, percentDigits), signedPercent(percentInterval95.high, percentDigits)) : '',
    baseline: plain(baselineMean, ofMeans), scenario: plain(scenarioMean, ofMeans),
    fromTo: words.fromTo(rough(baselineMean, ofMeans), `${rough(scenarioMean, ofMeans)}\u202f${unitOf(scenarioMean)}`),
    interval: intervalOf(one, language), verdict: said, sign: SIGNS[verdict],
    headline: unit.startsWith('%') ? `${difference} pt` : unit.startsWith('s') ? `${difference}\u202f${unit}` : differencePercent === null ? difference : percent,
    sureness: isBare ? words.verdicts(verdict) : `${said} (${isExact(one) ? words.noChance : words.intervalIs(intervalOf(one, language))})`,
  };
}

function intervalOf(one: Comparison, language: Language): string {
  const words = wordsIn(reportWords, language), { signed } = numbersIn(language);
  if (one.verdict === 'same') return '–';
  if (!one.interval95) return words.noInterval;
  if (isExact(one)) return words.noChance;
  const decimals = intervalDecimals(one.interval95, one.indicator.decimals);
  return words.intervalFromTo(signed(one.interval95.low, decimals), signed(one.interval95.high, decimals));
}
