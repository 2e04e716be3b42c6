import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeName, type Column, type Columns } from '../../engine/foundation/table.ts';
import { resultTables } from '../../engine/results/tables.ts';
import { wordsIn, type Language } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import { resultNamed } from '../asked-result.ts';
import { badInput, whenWriting } from '../bad-input.ts';
import { csvLine, type CsvValue } from '../csv-lines.ts';
import { theStore } from '../home.ts';
import { oneByOne } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface ExportOptions { out: string }

/** Lines that are handed to the system at once. */
const LINES_A_PART = 5000;

/** `jumeau results export KEY -o FOLDER`: one CSV file a table. Units stand at the end of the columns' names, codes as their names. */
export async function exportResult(terminal: Terminal, start: string, { out }: ExportOptions): Promise<void> {
  const { folder, key } = await resultNamed(await theStore(), start), words = wordsIn(storeWords, terminal.language), tables = Object.entries(resultTables), ours = new Set(tables.map(([name]) => `${name}.csv`));
  const stranger = (await whenWriting(out, () => readdir(out).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return []; throw error; }))).find((name) => !ours.has(name));
  if (stranger !== undefined) throw badInput('store-export-not-ours', out, { name: stranger });
  await oneByOne(terminal, words.exporting, tables.length, async (at) => {
    const [name, columns] = tables[at]!;
    await writeWhole(join(out, `${name}.csv`), csvOf(columns as Columns, await readResultTable(folder, name, columns as Columns), terminal.language));
  });
  if (terminal.json) return terminal.out(JSON.stringify({ key, folder: out, tables: tables.map(([name]) => name) }));
  terminal.out(words.exported(terminal.number(tables.length), out));
}

function* csvOf(columns: Columns, table: { count: number }, language: Language): Generator<string> {
  const values = table as unknown as Record<string, ArrayLike<number | string>>;
  yield csvLine(Object.keys(columns), language);
  for (let from = 0; from < table.count; from += LINES_A_PART) {
    let part = '';
    for (let row = from; row < Math.min(table.count, from + LINES_A_PART); row++) part += csvLine(Object.entries(columns).map(([name, column]) => shown(values[name]![row]!, column)), language);
    yield part;
  }
}

const shown = (value: number | string, { codes }: Column): CsvValue => (codes && typeof value === 'number' ? codeName(codes, value) : value);
