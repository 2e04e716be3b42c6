import { csvRecords, delimiterOf } from '../csv-records.ts';
import type { ProblemList } from '../problem-list.ts';

/** One line of a table: its fields by column, and where it stands. */
export interface CsvRow { line: number; text(column: string): string }

/** Larger files are not of street lighting: a year of hours of a thousand meters has nine million lines. */
export const MOST_BYTES = 64_000_000;
/** Most lines that are read. */
export const MOST_ROWS = 2_000_000;
/** Longer lines are of another kind of file. */
const MOST_LINE_BYTES = 10_000;

/** Lines of a CSV whose first line names the columns, whichever of `;`, tab and `,` stands between them. */
export function csvRows(file: string, content: string, required: readonly string[], problems: ProblemList): { columns: readonly string[]; rows: CsvRow[] } {
  const nothing = { columns: [], rows: [] };
  if (content.length > MOST_BYTES) { problems.error('savings-file-too-large', file, { limit: MOST_BYTES }); return nothing; }
  const read = csvRecords(content, delimiterOf(content), { recordCharacters: MOST_LINE_BYTES, records: MOST_ROWS + 2 });
  if ('cause' in read) { problems.error('savings-not-csv', file, { cause: read.cause.slice(0, 200) }); return nothing; }
  const { records } = read;
  if (records.length > MOST_ROWS + 1) { problems.error('savings-too-many-rows', file, { limit: MOST_ROWS }); return nothing; }
  const columns = records[0]?.record.map((name) => name.toLowerCase()) ?? [], missing = required.filter((column) => !columns.includes(column));
  for (const column of missing) problems.error('savings-no-column', file, { column, known: columns.join(', ').slice(0, 200) });
  if (missing.length > 0) return nothing;
  if (records.length < 2) problems.error('savings-empty', file);
  return { columns, rows: records.slice(1).map(({ record, info }) => ({ line: info.lines, text: (column) => record[columns.indexOf(column)] ?? '' })) };
}

/** A number with a point or, as the French write it, a comma; NaN for any other text, undefined for none. */
export function fieldNumber(field: string): number | undefined {
  if (field === '') return undefined;
  const value = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i.test(field) ? Number(field.replace(',', '.')) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
