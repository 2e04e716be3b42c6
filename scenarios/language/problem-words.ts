import type { Problem } from '../../engine/foundation/problem.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';

/** What a problem is and how to mend it, from its names and figures. */
export type SayProblem = (parameters: Problem['parameters']) => string;

/** Words for problems, by code. */
export type ProblemWords = Readonly<Record<string, { readonly en: SayProblem; readonly fr: SayProblem }>>;

const MOST_DECIMALS = 6;
const numberWriter = (language: Language) => (value: Problem['parameters'][string] | undefined): string =>
  typeof value === 'number' ? numbersIn(language).plain(value, Math.min(MOST_DECIMALS, (String(value).split('.')[1] ?? '').length)) : language === 'fr' ? String(value).replace('.', ',') : String(value);

/** A figure of a problem as people write it, with the decimals that it has: '0,5' in French. */
export const asWritten = { fr: numberWriter('fr'), en: numberWriter('en') };
