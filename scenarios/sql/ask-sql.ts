import { totalmem } from 'node:os';
import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { Store } from '../runs/store.ts';
import { makeTables } from './make-tables.ts';
import { sqlFault } from './sql-fault.ts';
import { quoted } from './sql-tables.ts';

/** A query that is wrong, or that may not be asked. */
export class WrongSql extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export type SqlValue = string | number | boolean | null | object;

/** What came out: columns, whether each holds numbers, and rows in lots as they are read. */
export interface SqlAnswer { columns: readonly { name: string; type: string; isNumber: boolean }[]; rows: AsyncIterable<readonly (readonly SqlValue[])[]> }

export type SqlStage = 'tables' | 'query';

export interface SqlMeans {
  signal?: AbortSignal | undefined;
  /** 0 to 1 of the tables that are made for the query, then of the query itself, as far as DuckDB knows. */
  onProgress?: ((share: number, stage: SqlStage) => void) | undefined;
  /** Longest time for a query. */
  mostMs?: number;
}

/** A query takes this share of the memory at most: the machine may run simulations beside. */
const MEMORY_SHARE = 0.5, MOST_QUERY_CHARACTERS = 100_000, MOST_MS = 600_000, LOOK_EVERY_MS = 200;

/**
 * Answers one SELECT over all results of a store, with DuckDB in memory. It sees the results and nothing else of this machine, writes
 * nothing and loads nothing. `read` gets the answer while it is being read. Throws WrongSql for what the query is to blame for.
 */
export async function askSql<T>(store: Store, sql: string, read: (answer: SqlAnswer) => Promise<T>, { signal, onProgress, mostMs = MOST_MS }: SqlMeans = {}): Promise<T> {
  signal?.throwIfAborted();
  if (sql.length > MOST_QUERY_CHARACTERS) throw wrong('sql-too-many-characters', { most: MOST_QUERY_CHARACTERS });
  // Loaded here and nowhere else: no other command waits for its 70 MB.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${Math.round((totalmem() * MEMORY_SHARE) / 2 ** 20)}MiB`, temp_directory: '', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const stopped = new AbortController();
  let isTooLong = false, stage: SqlStage = 'tables';
  const stop = () => { stopped.abort(); connection.interrupt(); };
  signal?.addEventListener('abort', stop);
  // Asked between two queries, DuckDB forgets it: asked again until it has ended.
  const watch = setInterval(() => {
    if (stopped.signal.aborted) return stop();
    if (stage === 'query') onProgress?.(Math.max(0, connection.progress.percentage) / 100, stage);
  }, LOOK_EVERY_MS);
  const limit = setTimeout(() => { isTooLong = true; stop(); }, mostMs);
  try {
    await checkForm(connection, sql);
    await makeTables(connection, store, sql, { signal: stopped.signal, onProgress: (share) => onProgress?.(share, stage) });
    stage = 'query';
    return await read(await answerTo(connection, sql));
  } catch (error) {
    if (isTooLong) throw wrong('sql-too-long', { most: Math.round(mostMs / 1000) });
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearInterval(watch);
    clearTimeout(limit);
    signal?.removeEventListener('abort', stop);
    connection.closeSync();
    instance.closeSync();
  }
}

const wrong = (code: string, parameters: Problem['parameters'] = {}): WrongSql => new WrongSql({ severity: 'error', code, where: 'SQL', parameters });

/**
 * One SELECT and nothing else. Asked of the parser alone: some statements (EXPORT DATABASE makes a folder) already act when they are prepared.
 * Whether a query can be read at all is said when it is prepared, with its place.
 */
async function checkForm(connection: DuckDBConnection, sql: string): Promise<void> {
  const parsed = (await connection.runAndReadAll(`SELECT json_serialize_sql(${quoted(sql)})`)).getRowsJson()[0]![0] as string;
  const { error, error_type: kind, statements } = JSON.parse(parsed) as { error: boolean; error_type?: string; statements?: unknown[] };
  if (error && kind !== 'parser') throw wrong('sql-only-select');
  if (statements?.length === 0) throw wrong('sql-no-question');
  if (statements && statements.length !== 1) throw wrong('sql-one-question', { count: statements.length });
}

async function answerTo(connection: DuckDBConnection, sql: string): Promise<SqlAnswer> {
  const { StatementType } = await import('@duckdb/node-api');
  const statement = await said(async () => (await connection.extractStatements(sql)).prepare(0));
  if (statement.statementType !== StatementType.SELECT) throw wrong('sql-only-select');
  const result = await said(() => statement.stream());
  const columns = result.deduplicatedColumnNames().map((name, at) => {
    const type = String(result.columnType(at));
    return { name, type, isNumber: /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w+INT\w*|UHUGEINT|FLOAT|DOUBLE|DECIMAL.*)$/.test(type) };
  });
  return { columns, rows: rowsOf(result) };
}

async function* rowsOf(result: DuckDBResult): AsyncGenerator<SqlValue[][]> {
  const lots = result.yieldRowsJson();
  for (;;) {
    const { value, done } = await said(() => lots.next());
    if (done) return;
    yield value as SqlValue[][];
  }
}

/** What DuckDB throws is of the query, as long as what we ask of it is right. */
async function said<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new WrongSql(sqlFault((error as Error).message));
  }
}
