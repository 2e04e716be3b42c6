import { wordsIn } from '../scenarios/language/language.ts';
import { savedWords } from '../scenarios/language/saved.ts';
import { clockText } from './clock-text.ts';
import type { Terminal } from './terminal.ts';

/** 'from 07:00, 1 h, 3 seeds': what a kept comparison is over, in lists; of a year that was reckoned without runs, the year. */
export const keptSpan = ({ language, numbers, words }: Terminal, { year, fromS = 0, untilS = 0, seeds }: { year?: string | undefined; fromS?: number | undefined; untilS?: number | undefined; seeds: number }): string =>
  year === undefined ? `${wordsIn(savedWords, language).fromAt(clockText(fromS), numbers.lasting((untilS - fromS) / 3600))}, ${words.seedCount(seeds)}` : words.year(year);
