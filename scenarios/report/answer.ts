import type { Comparison } from '../compare/compare-runs.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { unitAfter } from '../language/plural.ts';
import { reportWords } from '../language/report.ts';

/** Figures that the sentence names: the first of the question. */
const MOST_FIGURES = 4;

/** The answer in one sentence: what moved and by how much, then what moved in too few runs to tell, then what did not, then what may be chance. */
export function answerSentence(comparisons: readonly Comparison[], language: Language): string {
  const words = wordsIn(reportWords, language), { percent, rough } = numbersIn(language);
  const leading = comparisons.slice(0, MOST_FIGURES);
  if (leading.length === 0) return words.nothingMeasured;
  const subject = ({ indicator }: Comparison) => indicator.subject[language];
  const move = (one: Comparison): string => {
    const { indicator, differenceMean, differencePercent } = one;
    const ofBaseline = differencePercent === null ? '' : ` (${percent(Math.abs(differencePercent))})`;
    const amount = `${rough(Math.abs(differenceMean), indicator.decimals)}\u202f${amountUnit(one, language)}${ofBaseline}`;
    return (differenceMean < 0 ? words.falls : words.rises)(subject(one), amount);
  };
  const moved = leading.filter(({ verdict }) => verdict === 'better' || verdict === 'worse' || verdict === 'changed').map(move);
  // The caution stands with what it is about, and with nothing else.
  const cautious = (['single', 'few'] as const).map((unsure) => {
    const some = joined(leading.filter(({ verdict }) => verdict === unsure).map(move), language);
    return some === '' ? '' : (unsure === 'single' ? words.onOneSeed : words.onFewSeeds)(some);
  });
  const held = leading.filter(({ verdict }) => verdict === 'same').map((one) => words.holds(subject(one)));
  const unclear = leading.filter(({ verdict }) => verdict === 'unclear').map((one) => words.unclear(subject(one)));
  const sentence = [joined(moved, language), ...cautious, joined(held, language), joined(unclear, language)].filter((part) => part !== '').join(language === 'fr' ? ' ; ' : '; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** A difference of per cents is told in points. */
const amountUnit = ({ indicator, differenceMean }: Comparison, language: Language): string =>
  indicator.unit[language].startsWith('%') ? (language === 'fr' ? 'points' : 'percentage points') : unitAfter(Math.abs(Number(differenceMean.toFixed(indicator.decimals))), indicator.unit[language].replace(/\/(an|year)$/, ''), language);

const joined = (parts: readonly string[], language: Language): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
