import type { Language } from '../language/language.ts';
import { wordsIn } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { validationWords } from '../language/validation.ts';
import type { ComparedFigure, FigureName } from './comparison.ts';

/** A compared figure as people read it, in page and terminal alike. */
export interface FigureText { name: string; ours: string; reference: string; difference: string; limit: string; verdict: string }

const isShare = (name: FigureName): boolean => name === 'linkFlows' || name === 'linkTimes';
const isCount = (name: FigureName): boolean => name === 'inserted' || name === 'arrived' || name === 'running' || name === 'rescued';

export function figureText(figure: ComparedFigure, language: Language): FigureText {
  const words = wordsIn(validationWords, language), { plain, percent, signedPercent } = numbersIn(language);
  const { name, reference, referenceDeviation, ours, limit, differenceShare, verdict } = figure;
  const value = (number: number): string => (isShare(name) ? percent(number * 100) : plain(number, isCount(name) && Number.isInteger(number) ? 0 : 1));
  const spread = referenceDeviation > 0 ? ` ± ${plain(referenceDeviation, 1)}` : '';
  return {
    name: words.names(name), ours: value(ours),
    reference: reference === undefined ? '–' : isShare(name) ? words.ownSpread(value(reference)) : value(reference) + spread,
    // Rescues are few: per cents of them say nothing.
    difference: differenceShare === undefined || name === 'rescued' ? '' : signedPercent(differenceShare * 100),
    limit: limit === undefined ? words.shownOnly : limitText(figure, value, words),
    verdict: verdict === undefined ? '' : words.verdicts(verdict),
  };
}

function limitText({ name, limit }: ComparedFigure, value: (number: number) => string, words: { [Name in 'exactly' | 'atMost' | 'atLeast']: (value: string) => string } & { fromTo: (least: string, most: string) => string }): string {
  const { least, most } = limit!;
  if (name === 'linkFlows') return words.atLeast(value(least));
  if (least === most) return words.exactly(value(least));
  return least === 0 ? words.atMost(value(most)) : words.fromTo(value(least), value(most));
}
