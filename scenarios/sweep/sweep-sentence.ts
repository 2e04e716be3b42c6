import type { Comparison } from '../compare/compare-runs.ts';
import { differenceDecimals } from '../compare/interval-decimals.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { unitAfter } from '../language/plural.ts';
import { asWritten } from '../language/problem-words.ts';
import { sweepWords } from '../language/sweep.ts';
import { indicatorNamed, type IndicatorName } from '../measure/indicators.ts';
import type { Parameter, Point } from './points.ts';
import type { JudgedPoint } from './sweep-figures.ts';
import type { Level } from './sweep-file.ts';

/** Whether a difference is more than chance. */
export const isClear = ({ verdict }: Comparison): boolean => verdict === 'better' || verdict === 'worse' || verdict === 'changed';

/** How many points do better and worse than the baseline, and which is best, for a reader who knows no statistics. `judged`: the best first; `points`: all there are. */
export function sweepSentence(judged: readonly JudgedPoint[], points: number, first: IndicatorName, parameters: readonly Parameter[], language: Language): string {
  const words = wordsIn(sweepWords, language), { plain } = numbersIn(language);
  const whole = judged.filter(({ missingRuns }) => missingRuns === 0), count = (...verdicts: Comparison['verdict'][]): number => whole.filter((one) => verdicts.includes(one.first.verdict)).length;
  const kinds = { better: count('better'), worse: count('worse'), changed: count('changed'), unclear: count('unclear'), few: count('few', 'single'), same: count('same'), incomplete: judged.length - whole.length, missing: points - judged.length };
  const parts = Object.entries(kinds).filter(([, of]) => of > 0).map(([kind, of]) => words.counted(kind as keyof typeof kinds, plain(of)));
  const best = whole[0], ofAll = words.ofVariants(plain(points), parts.join(language === 'fr' ? ' ; ' : '; '));
  if (!best || best.first.verdict === 'same') return ofAll;
  const told = (indicatorNamed(first).better === 'neither' ? words.largestIs : words.bestIs)(pointWords(parameters, best.point, language), changeWords(best.first, language));
  return [ofAll, told, ...(isClear(best.first) ? [] : [words.bestIsUnsure])].join(' ');
}

/** A value as people of the language write numbers; words stay as the file has them. */
export const levelWords = (level: Level, language: Language): string => (typeof level === 'number' ? asWritten[language](level).replace('-', '−') : String(level));

/** 'extensionS = 10, earlyGreen = true' */
export const pointWords = (parameters: readonly Parameter[], point: Point, language: Language): string => parameters.map(({ name }, at) => `${name} = ${levelWords(point[at]!, language)}`).join(', ');

/** '−3.2 s (−9.4%)': a difference with its unit, and in per cent where that says something. */
export function changeWords({ indicator, differenceMean, differencePercent, interval95 }: Comparison, language: Language): string {
  const words = wordsIn(sweepWords, language), { signed, signedPercent } = numbersIn(language), unit = indicator.unit[language];
  // A difference of per cents is told in points.
  const amount = `${signed(differenceMean, differenceDecimals(interval95, indicator.decimals))}\u00a0${unit.startsWith('%') ? words.points : unitAfter(Math.abs(differenceMean), unit, language)}`;
  return differencePercent === null ? amount : `${amount} (${signedPercent(differencePercent)})`;
}
