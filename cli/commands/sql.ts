import { existsSync } from 'node:fs';
import { wordsIn } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { askSql, WrongSql, type SqlAnswer, type SqlValue } from '../../scenarios/sql/ask-sql.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { csvLine, type CsvValue } from '../csv-lines.ts';
import { theStore } from '../home.ts';
import { startProgress } from '../progress.ts';
import { sqlTableLines } from '../sql-text.ts';
import { printParts } from '../print-parts.ts';
import { sqlTablesJson, sqlTablesText } from '../sql-tables-text.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface SqlOptions { tables?: boolean; csv?: boolean; out?: string }

/** `jumeau sql "select ..."`: one question to all results. */
export async function sqlCommand(terminal: Terminal, query: string | undefined, { tables, csv, out }: SqlOptions, signal: AbortSignal): Promise<void> {
  if (tables) return terminal.json ? terminal.out(JSON.stringify(sqlTablesJson())) : sqlTablesText(terminal).forEach((line) => terminal.out(line));
  if (query === undefined) throw badInput('sql-no-question', 'sql');
  if (out !== undefined && !out.toLowerCase().endsWith('.csv')) throw badInput('cli-wrong-ending', '--out', { value: out, ending: '.csv' });
  if (out !== undefined && existsSync(out)) throw badInput('sql-file-exists', out);
  const { asking, makingTables } = wordsIn(storeWords, terminal.language), progress = startProgress(terminal, asking);
  try {
    await askSql(await theStore(), query, async (answer) => {
      if (out !== undefined) {
        await writeWhole(out, csvOf(answer, terminal));
        return terminal.json ? terminal.out(JSON.stringify({ file: out })) : terminal.out(terminal.words.written(out));
      }
      if (csv) return printParts(csvOf(answer, terminal));
      if (terminal.json) return printParts(jsonOf(answer));
      for (const line of await sqlTableLines(terminal, answer)) terminal.out(line);
    }, { signal, onProgress: (share, stage) => progress.show(share, stage === 'tables' ? makingTables : '') });
  } catch (error) {
    throw error instanceof WrongSql ? new BadInput([error.problem]) : error;
  } finally {
    progress.end();
  }
}

const flat = (value: SqlValue): CsvValue => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

async function* csvOf({ columns, rows }: SqlAnswer, { language }: Terminal): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name), language);
  for await (const lot of rows) yield lot.map((row) => csvLine(row.map(flat), language)).join('');
}

/** Written as it is read: an answer may be larger than memory. */
async function* jsonOf({ columns, rows }: SqlAnswer): AsyncGenerator<string> {
  yield `{"columns":${JSON.stringify(columns.map(({ name, type }) => ({ name, type })))},"rows":[`;
  let before = '';
  for await (const lot of rows) {
    if (lot.length === 0) continue;
    yield before + lot.map((row) => JSON.stringify(Object.fromEntries(row.map((value, at) => [columns[at]!.name, value])))).join(',\n');
    before = ',\n';
  }
  yield ']}\n';
}
