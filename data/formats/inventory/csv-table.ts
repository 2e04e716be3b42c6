import { csvRecords } from '../csv-records.ts';
import type { ProblemList } from '../problem-list.ts';
import { decodeText, MOST_COLUMNS, MOST_FIELD_CHARACTERS, MOST_ROWS, type InventoryTable } from './inventory-table.ts';

/** An inventory as CSV whose first line names the columns, whichever of `;`, tab, `,` and `|` stands between them. */
export function csvTable(file: string, bytes: Uint8Array, problems: ProblemList): InventoryTable | undefined {
  const content = decodeText(bytes), first = content.slice(0, 100_000).split('\n', 1)[0] ?? '';
  const delimiter = [';', '\t', ',', '|'].map((one) => ({ one, count: first.split(one).length })).sort((a, b) => b.count - a.count)[0]!.one;
  const read = csvRecords(content, delimiter, { recordCharacters: MOST_COLUMNS * 100 + MOST_FIELD_CHARACTERS, records: MOST_ROWS + 2 });
  if ('cause' in read) {
    problems.error('lamps-not-csv', file, { cause: read.cause.slice(0, 200) });
    return undefined;
  }
  const { records } = read;
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
