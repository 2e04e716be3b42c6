import { wordsIn } from '../scenarios/language/language.ts';
import { storeWords } from '../scenarios/language/store.ts';
import type { SqlAnswer, SqlValue } from '../scenarios/sql/ask-sql.ts';
import type { Terminal } from './terminal.ts';

/** More is for files. */
const MOST_ROWS = 1000, WIDEST_COLUMN = 40, NARROWEST_TERMINAL = 80, BETWEEN = '  ';
/** More digits of a measurement say nothing to a reader. */
const DIGITS = 8;

/** An answer as a table no wider than the terminal: columns without room are named below it. */
export async function sqlTableLines(terminal: Terminal, { columns, rows }: SqlAnswer): Promise<string[]> {
  const words = wordsIn(storeWords, terminal.language), read: string[][] = [];
  let isMore = false;
  for await (const lot of rows) {
    read.push(...lot.map((row) => row.map((value) => cell(terminal, value))));
    isMore = read.length > MOST_ROWS;
    if (isMore) break;
  }
  if (read.length === 0) return [words.noRows];
  const shown = read.slice(0, MOST_ROWS), widths = columns.map(({ name }, at) => Math.min(WIDEST_COLUMN, Math.max(name.length, ...shown.map((row) => row[at]!.length))));
  const most = Math.max(NARROWEST_TERMINAL, process.stdout.columns ?? 0), fitting = fittingColumns(widths, most);
  const line = (cells: readonly string[]): string => widths.slice(0, fitting).map((width, at) => pad(cells[at]!, width, columns[at]!.isNumber)).join(BETWEEN).trimEnd();
  const isCut = shown.some((row) => row.slice(0, fitting).some((text, at) => text.length > widths[at]!));
  return [
    terminal.bold(line(columns.map(({ name }) => name))), ...shown.map(line), '',
    terminal.faint(isMore ? words.firstRows(terminal.number(MOST_ROWS)) : words.rowCount(terminal.number(read.length))),
    ...(fitting < columns.length ? [terminal.faint(words.moreColumns(columns.slice(fitting).map(({ name }) => name).join(', ')))] : []),
    ...(isCut ? [terminal.faint(words.cut)] : []),
  ];
}

/** At least one, however wide. */
function fittingColumns(widths: readonly number[], most: number): number {
  let used = 0, count = 0;
  for (const width of widths) {
    used += width + (count === 0 ? 0 : BETWEEN.length);
    if (used > most && count > 0) break;
    count++;
  }
  return count;
}

const pad = (text: string, width: number, toTheRight: boolean): string => {
  const fitting = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return toTheRight ? fitting.padStart(width) : fitting.padEnd(width);
};

function cell({ language }: Terminal, value: SqlValue): string {
  const words = wordsIn(storeWords, language);
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string') return value.replace(/\s+/g, ' ');
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
  return (language === 'fr' ? text.replace('.', ',') : text).replace('-', '−');
}
