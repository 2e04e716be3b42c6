import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Columns } from '../../engine/foundation/table.ts';
import type { SqlRow } from './run-tables.ts';
import { sqlType, type SqlType } from './sql-tables.ts';

type Append = (appender: DuckDBAppender, value: never) => void;

const appends: Readonly<Record<SqlType, Append>> = {
  VARCHAR: (appender, value: string) => appender.appendVarchar(value),
  DOUBLE: (appender, value: number) => appender.appendDouble(value),
  REAL: (appender, value: number) => appender.appendFloat(value),
  INTEGER: (appender, value: number) => appender.appendInteger(value),
  BOOLEAN: (appender, value: boolean | number) => appender.appendBoolean(Boolean(value)),
};

/** A table that takes rows, one after the other, until it is closed. */
export interface OpenTable { add(row: SqlRow): void; close(): void }

/** Opens a table of these columns, which is there. */
export async function openTable(connection: DuckDBConnection, table: string, columns: Columns): Promise<OpenTable> {
  const appender = await connection.createAppender(table), kinds = Object.entries(columns).map(([name, column]) => [name, appends[sqlType(column)]] as const);
  return {
    add(row) {
      for (const [name, append] of kinds) {
        const value = row[name] ?? null;
        if (value === null) appender.appendNull();
        else append(appender, value as never);
      }
      appender.endRow();
    },
    close: () => appender.closeSync(),
  };
}
