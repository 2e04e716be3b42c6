import { frenchSpaces, languages, wordsIn, type Language, type WordsOf } from '../scenarios/language/language.ts';
import { numbersIn, type NumberWriter } from '../scenarios/language/numbers.ts';
import { cliWords } from '../scenarios/language/cli.ts';
import { visible } from './visible-text.ts';

/** Where a command speaks, and in which language. */
export interface Terminal {
  language: Language;
  words: WordsOf<typeof cliWords>;
  /** For scripts: JSON on standard output and nothing else there. */
  json: boolean;
  /** A line of the answer, on standard output. */
  out(line: string): void;
  /** A line about the work, on standard error. */
  note(line: string): void;
  bold(text: string): string;
  faint(text: string): string;
  number(value: number, digits?: number): string;
  /** Signed numbers, per cents. */
  numbers: NumberWriter;
  /** A line put together from several texts, with the spaces of the language: before '%' in French. */
  spaced(text: string): string;
}

/** The language asked for, else the one of the environment, else French. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language | undefined {
  if (asked !== undefined) return languages.find((language) => language === asked);
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return languages.find((language) => locale.toLowerCase().startsWith(language)) ?? 'fr';
}

export function openTerminal(language: Language, json: boolean): Terminal {
  const colours = process.stdout.isTTY === true && !process.env['NO_COLOR'];
  const styled = (code: number) => (text: string) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  const numbers = numbersIn(language);
  return {
    language, json, words: wordsIn(cliWords, language),
    out: (line) => void process.stdout.write(`${visible(line)}\n`),
    note: (line) => void process.stderr.write(`${visible(line)}\n`),
    bold: styled(1), faint: styled(2),
    number: numbers.plain, numbers,
    spaced: (text) => (language === 'fr' ? frenchSpaces(text) : text),
  };
}

/** Rows of a label and a value, values right-aligned on their numbers: the block reads as one column of figures. */
export function alignedRows(rows: readonly (readonly [label: string, value: string, unit?: string])[]): string[] {
  const labelWidth = Math.max(...rows.map(([label]) => label.length));
  const valueWidth = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([label, value, unit]) => `  ${label.padEnd(labelWidth)}  ${value.padStart(valueWidth)}${unit ? ` ${unit}` : ''}`);
}
