// Goal: the page about results tells of every table and column as they are declared. `npx vitest run tests/house/results-page.test.ts -u` writes it anew.
import { expect, test } from 'vitest';
import type { Column, Columns } from '../../engine/foundation/table.ts';
import { resultColumnsFr } from '../../scenarios/language/result-columns.ts';
import { resultTableWords } from '../../scenarios/language/result-tables.ts';
import { sqlTables, sqlType } from '../../scenarios/sql/sql-tables.ts';
import { read } from './sources.ts';

const PAGE = 'docs/models/results.md', MARK = '<!-- Below: written from the declarations. -->\n';

/** What a value of a column can be, where its declaration says more than its type. */
const also = ({ table, codes }: Column): string => (codes && !('yes' in codes) ? `; ${Object.entries(codes).map(([code, value]) => `${value} \`${code}\``).join(', ')}` : table === undefined ? '' : `; row of ${table.startsWith('(') ? table.slice(1, -1) : `\`${table}\``}`);

const section = ([name, columns]: [string, Columns]): string => {
  const rows = Object.entries(columns).filter(([column]) => name === 'runs' || column !== 'run').map(([column, declared]) => `| \`${column}\` | ${sqlType(declared).toLowerCase()} | ${declared.about}${also(declared)} |`);
  const about = resultTableWords[name]!.en;
  return `## ${name}\n\n${about[0]!.toUpperCase()}${about.slice(1)}.\n\n| column | type | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
};

test('every table and column, as declared', async () => {
  const [prose] = read(PAGE).split(MARK);
  await expect(`${prose}${MARK}\n${Object.entries(sqlTables).map(section).join('\n')}`).toMatchFileSnapshot(`../../${PAGE}`);
});

test('every table is said in both languages, and none that there is not', () => {
  expect(Object.keys(resultTableWords).sort()).toEqual(Object.keys(sqlTables).sort());
});

test('every column has its meaning in French, and no words wait for a column that there is not', () => {
  const named = (tables: Readonly<Record<string, object>>) => Object.entries(tables).flatMap(([table, columns]) => Object.keys(columns).filter((column) => column !== 'run' || table === 'runs').map((column) => `${table}.${column}`)).sort();
  expect(named(resultColumnsFr)).toEqual(named(sqlTables));
});
