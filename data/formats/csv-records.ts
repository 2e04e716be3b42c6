import { parse } from 'csv-parse/sync';

/** A record of a CSV, and the line on which it ends. */
export interface CsvRecord { record: string[]; info: { lines: number } }

/** How much of a CSV is read: longer records are of another kind of file; more records than this are left. */
export interface CsvLimits { recordCharacters: number; records?: number }

/** All records of a CSV, its head among them, spaces around fields left out; or why it is none. */
export function csvRecords(content: string, delimiter: string, { recordCharacters, records }: CsvLimits): { records: CsvRecord[] } | { cause: string } {
  try {
    return {
      records: parse(content, {
        bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true, max_record_size: recordCharacters, ...(records === undefined ? {} : { to: records }),
      }) as unknown as CsvRecord[],
    };
  } catch (error) {
    return { cause: error instanceof Error ? error.message : String(error) };
  }
}

/** The first of `;`, tab and `,` that stands in the head; `,` where none does. */
export function delimiterOf(content: string): string {
  const head = content.split('\n', 1)[0] ?? '';
  return [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
}
