import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { makeTable, type Columns, type Table } from '../../engine/foundation/table.ts';

/** Reads one table of a stored result into typed columns. Throws when the file is missing or lacks a column. */
export async function readResultTable<C extends Columns>(folder: string, name: string, columns: C): Promise<Table<C>> {
  const file = await asyncBufferFromFile(join(folder, `${name}.parquet`));
  const metadata = await parquetMetadataAsync(file);
  const table = makeTable(columns, Number(metadata.num_rows));
  if (table.count === 0) return table;
  await parquetRead({
    file, metadata, columns: Object.keys(columns),
    onChunk({ columnName, columnData, rowStart }) {
      const into = (table as unknown as Record<string, { [row: number]: unknown }>)[columnName]!;
      const text = columns[columnName]!.kind === 'text';
      for (let at = 0; at < columnData.length; at++) into[rowStart + at] = text ? columnData[at] : Number(columnData[at]);
    },
  });
  return table;
}
