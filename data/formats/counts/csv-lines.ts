import { csvRecords, delimiterOf } from '../csv-records.ts';
import type { ProblemList } from '../problem-list.ts';

/** One line of a CSV: its fields by column, and where it stands. */
export interface CsvLine { line: number; text(column: string): string }

/** Longer fields are not of a count. */
const MOST_FIELD_BYTES = 10_000;

/**
 * Lines of a small CSV whose first line names the columns, whichever of `;`, `,` and tab stands between them. A column that
 * is missing, or text that is no CSV, is an error.
 */
export function csvLines(file: string, content: string, columns: readonly string[], problems: ProblemList): CsvLine[] {
  const read = csvRecords(content, delimiterOf(content), { recordCharacters: MOST_FIELD_BYTES });
  if ('cause' in read) {
    problems.error('counts-not-csv', file, { cause: read.cause });
    return [];
  }
  const { records } = read;
  const head = records[0]?.record.map((name) => name.toLowerCase()) ?? [];
  for (const column of columns) if (!head.includes(column)) problems.error('counts-missing-column', file, { column, known: head.join(', ').slice(0, 200) });
  if (problems.hasErrors()) return [];
  return records.slice(1).map(({ record, info }) => ({ line: info.lines, text: (column) => record[head.indexOf(column)] ?? '' }));
}

/** A number that is at least 0, with a point or, as the French write it, a comma; undefined otherwise. */
export function countNumber(field: string): number | undefined {
  const value = field === '' ? NaN : Number(field.replace(',', '.'));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
