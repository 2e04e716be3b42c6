import { textIn } from '../scenarios/language/language.ts';
import { resultColumnsFr } from '../scenarios/language/result-columns.ts';
import { resultTableWords } from '../scenarios/language/result-tables.ts';
import { sqlTables, sqlType } from '../scenarios/sql/sql-tables.ts';
import type { Terminal } from './terminal.ts';

/** Every table that can be asked, its columns and what they mean, for reading. */
export function sqlTablesText(terminal: Terminal): string[] {
  const { language, spaced } = terminal;
  const aboutOf = (table: string, column: string, about: string): string => (language === 'en' ? about : spaced((resultColumnsFr[table]?.[column] ?? resultColumnsFr['runs']![column]!).replace(/(?<![\w-])-1\b/g, '−1')));
  return Object.entries(sqlTables).flatMap(([table, columns], at) => {
    const rows = Object.entries(columns).map(([name, column]) => [name, sqlType(column), aboutOf(table, name, column.about)] as const);
    const nameWidth = Math.max(...rows.map(([name]) => name.length)), typeWidth = Math.max(...rows.map(([, type]) => type.length));
    return [
      ...(at === 0 ? [] : ['']), `${terminal.bold(table)}  ${textIn(resultTableWords[table]!, terminal.language)}`,
      ...rows.map(([name, type, about]) => `  ${name.padEnd(nameWidth)}  ${terminal.faint(type.padEnd(typeWidth))}  ${about}`),
    ];
  });
}

/** The same for scripts. */
export const sqlTablesJson = () => Object.entries(sqlTables).map(([name, columns]) => ({
  name, columns: Object.entries(columns).map(([column, declared]) => ({ name: column, type: sqlType(declared), about: declared.about, ...(declared.table === undefined ? {} : { rowOf: declared.table }), ...(declared.codes ? { codes: Object.keys(declared.codes) } : {}) })),
}));
