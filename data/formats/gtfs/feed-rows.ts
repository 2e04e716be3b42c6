import { parse } from 'csv-parse';
import type { Problem } from '../../../engine/foundation/problem.ts';
import { parseClock } from '../../../engine/foundation/clock.ts';
import type { FeedFiles } from './feed-files.ts';

/** How many broken rows of one kind are listed one by one; the rest are counted. */
const LISTED_ROWS = 20;
const MAX_FIELD_BYTES = 100_000;

/** What reading a feed gathers beside its rows. */
export interface FeedReading {
  files: FeedFiles;
  /** Name of the feed in problems. */
  title: string;
  problems: Problem[];
  onBytes: (bytes: number) => void;
}

/** One row of a file: its fields by column name, '' where the column is missing, and complaints about it. */
export interface FeedRow {
  text(column: string): string;
  /** A number; a complaint and undefined if the field is not one. */
  number(column: string): number | undefined;
  /** Seconds since midnight, past 24 hours too; a complaint and undefined if the field is not a time. */
  clockS(column: string): number | undefined;
  /** Names a row that refers to something that is not there. */
  complain(code: string, parameters: Problem['parameters']): void;
}

/** Streams one file of the feed. Missing columns are an error; broken rows are warnings, the first ones listed. */
export async function readRows(reading: FeedReading, file: string, required: readonly string[], onRow: (row: FeedRow) => void): Promise<void> {
  const { files, title, problems } = reading;
  const where = `${title}: ${file}`;
  const counts = new Map<string, number>();
  let columns: Map<string, number> | undefined;
  let fields: string[] = [];
  let line = 1;

  const complain = (code: string, parameters: Problem['parameters']) => {
    const seen = (counts.get(code) ?? 0) + 1;
    counts.set(code, seen);
    if (seen <= LISTED_ROWS) problems.push({ severity: 'warning', code, where: `${where}, line ${line}`, parameters });
  };
  const text = (column: string) => fields[columns!.get(column) ?? -1]?.trim() ?? '';
  const row: FeedRow = {
    text,
    number(column) {
      const value = Number(text(column) === '' ? NaN : text(column));
      if (Number.isFinite(value)) return value;
      complain('gtfs-not-a-number', { column, value: text(column).slice(0, 40) });
      return undefined;
    },
    clockS(column) {
      const value = parseClock(text(column));
      if (value === undefined) complain('gtfs-not-a-time', { column, value: text(column).slice(0, 40) });
      return value;
    },
    complain,
  };

  const stream = await files.open(file);
  stream.on('data', (chunk: Buffer) => reading.onBytes(chunk.length));
  const parser = stream.pipe(parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: MAX_FIELD_BYTES, info: true }));
  stream.on('error', (cause) => parser.destroy(cause));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      line = info.lines;
      fields = record;
      if (columns) {
        onRow(row);
        continue;
      }
      columns = new Map(record.map((name, index) => [name.trim(), index]));
      const missing = required.filter((name) => !columns!.has(name));
      for (const column of missing) problems.push({ severity: 'error', code: 'gtfs-missing-column', where, parameters: { column } });
      if (missing.length > 0) return;
    }
    if (!columns) problems.push({ severity: 'error', code: 'gtfs-empty-file', where, parameters: {} });
  } catch (cause) {
    problems.push({ severity: 'error', code: 'gtfs-unreadable-file', where, parameters: { line, cause: (cause as Error).message } });
  } finally {
    stream.destroy();
    for (const [code, count] of counts) {
      if (count > LISTED_ROWS) problems.push({ severity: 'warning', code: 'more-of-these', where, parameters: { code, count: count - LISTED_ROWS } });
    }
  }
}
