import { textIn, wordsIn, type Language } from '../language/language.ts';
import { asWritten } from '../language/problem-words.ts';
import { sweepWords } from '../language/sweep.ts';
import type { Parameter, Point } from './points.ts';
import type { Level } from './sweep-file.ts';

/** A value as people of the language write it, with its unit; words stay as the file has them. */
export function levelWords(level: Level, { unit }: Pick<Parameter, 'unit'>, language: Language): string {
  if (typeof level === 'boolean') return wordsIn(sweepWords, language).yesNo(level);
  const written = typeof level === 'number' ? asWritten[language](level).replace('-', '−') : level;
  return unit === undefined ? written : `${written}\u00a0${textIn(unit, language)}`;
}

/** What people read for the name of a parameter. */
export const parameterWords = ({ name, title }: Parameter, language: Language): string => (title === undefined ? name : textIn(title, language));

/** 'extensionS = 10, earlyGreen = yes' */
export const pointWords = (parameters: readonly Parameter[], point: Point, language: Language): string => parameters.map((one, at) => `${parameterWords(one, language)}\u00a0=\u00a0${levelWords(point[at]!, one, language)}`).join(', ');
