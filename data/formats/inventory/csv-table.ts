import { parse } from 'csv-parse/sync';
import type { ProblemList } from '../problem-list.ts';
import { decodeText, MOST_COLUMNS, MOST_FIELD_CHARACTERS, MOST_ROWS, type InventoryTable } from './inventory-table.ts';

/** An inventory as CSV whose first line names the columns, whichever of `;`, tab, `,` and `|` stands between them. */
export function csvTable(file: string, bytes: Uint8Array, problems: ProblemList): InventoryTable | undefined {
  const content = decodeText(bytes), first = content.slice(0, 100_000).split('\n', 1)[0] ?? '';
  const delimiter = [';', '\t', ',', '|'].map((one) => ({ one, count: first.split(one).length })).sort((a, b) => b.count - a.count)[0]!.one;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(content, {
      bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true, to: MOST_ROWS + 2,
      max_record_size: MOST_COLUMNS * 100 + MOST_FIELD_CHARACTERS,
    }) as unknown as typeof records;
  } catch (cause) {
    problems.error('lamps-not-csv', file, { cause: (cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
    return undefined;
  }
  const columns = records[0]?.record ?? [];
  if (records.length > MOST_ROWS + 1) problems.error('lamps-too-many-rows', file, { limit: MOST_ROWS });
  if (columns.length > MOST_COLUMNS) problems.error('lamps-too-many-columns', file, { limit: MOST_COLUMNS });
  if (problems.hasErrors()) return undefined;
  const at = new Map(columns.map((name, index) => [name, index]));
  return {
    rowsAre: 'line', columns, hasGeometry: false,
    // A record is told with the line on which it ends.
    rows: records.slice(1).map(({ record, info }) => ({ row: info.lines, text: (column) => record[at.get(column) ?? -1] ?? '' })),
  };
}
