import type { Problem } from '../../engine/foundation/problem.ts';
import { nearName } from '../changes/near-name.ts';

/** As in a report of a fault: more of what a library says is not read. */
const MOST_CAUSE = 300;

/** What DuckDB says of a query, as a problem with its place in the query. */
export function sqlFault(said: string): Problem {
  const [cause = said] = said.replace(/^Failed to extract statements: /, '').split(/\n/);
  const error = (code: string, parameters: Problem['parameters']): Problem => ({ severity: 'error', code, where: placeIn(said), parameters });
  const [, kind, name] = /^Catalog Error: (Table|Scalar Function|Aggregate Function|Table Function|Macro) with name (.+?) does not exist!/.exec(cause) ?? [];
  if (name !== undefined) return error(kind === 'Table' ? 'sql-unknown-table' : 'sql-unknown-function', { name, near: nearEnough(name, /Did you mean "(?:main\.)?([^"]+)"/.exec(said)?.[1]) });
  const [, column] = /^Binder Error: (?:Referenced column "(.+?)" not found|Table ".*" does not have a column named "(.+?)")/.exec(cause)?.filter((part) => part !== undefined) ?? [];
  if (column !== undefined) return error('sql-unknown-column', { name: column, known: /Candidate bindings:[ :]*(.*)/.exec(said)?.[1]?.replaceAll('"', '') ?? '' });
  const [, near] = /^Parser Error: syntax error at (?:or near "(.*)"|end of input)/.exec(cause) ?? [];
  if (/^Parser Error: syntax error/.test(cause)) return error('sql-syntax', { near: near ?? '' });
  if (/^Permission Error/.test(cause)) return error('sql-forbidden', {});
  if (/^Out of Memory Error/.test(cause)) return error('sql-out-of-memory', {});
  return error('sql-refused', { cause: cause.slice(0, MOST_CAUSE) });
}

/** DuckDB names the nearest there is, however far it is from what was written. */
const nearEnough = (name: string, nearest: string | undefined): string => (nearest === undefined ? '' : nearName(name, [nearest]) ?? '');

/** DuckDB repeats the line and sets a mark below the place. */
function placeIn(said: string): string {
  const [, number, line, mark] = /\nLINE (\d+): (.*)\n( *)\^/.exec(said) ?? [];
  if (number === undefined) return 'SQL';
  // A long line is shown from its middle on: then the column is not known.
  return line!.startsWith('...') ? `SQL: line ${number}` : `SQL: line ${number}, column ${mark!.length - `LINE ${number}: `.length + 1}`;
}
