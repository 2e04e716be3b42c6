import { createHash } from 'node:crypto';
import { i32, text, type Columns } from '../../engine/foundation/table.ts';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
import { NEVER_S } from '../../engine/twin/demand.ts';
import { twinTables, type ReadingTwin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../changes/apply-changes.ts';
import type { Change } from '../changes/change.ts';
import { readChanges } from '../changes/read-changes.ts';
import type { Store } from '../runs/store.ts';
import type { ListedResult } from '../runs/stored-results.ts';
import type { SqlRow } from './run-tables.ts';

/** What a city calls its things: results know them by their rows. */
export const nameColumns = {
  twin: text('fingerprint of the city, as in runs'),
  kind: text('table of the city: links, stops, controllers, lightingZones, lines, ...'),
  row: i32('position in that table'),
  name: text('what it is called, there or in the source'),
} satisfies Columns;

/** The vehicle trips of every run, by line. */
export const departureColumns = {
  run: text('key of the result'),
  departure: i32('position among the departures of the city as it ran; those that a change puts in stand behind the others, those that it drops are left out'),
  line: text('short name of the line that it serves; null for other traffic'),
  name: text('what the source calls the vehicle; empty where it has no name'),
} satisfies Columns;

/** What `departures` is put together from. A city has its departures once, however many runs there are: changes leave their rows and lines as they are, put others behind them, and let some leave at no time. */
export const departureParts = {
  ran: { run: text('key of the result'), twin: text('fingerprint of its city'), changed: text('fingerprint of its city with its changes; null where none puts trips in or drops some') },
  departuresOfCity: { twin: text('fingerprint of the city'), departure: departureColumns.departure, line: departureColumns.line, name: departureColumns.name },
  departuresPutIn: { changed: text('fingerprint of city and changes'), departure: departureColumns.departure, line: departureColumns.line, name: departureColumns.name },
  departuresDropped: { changed: text('fingerprint of city and changes'), departure: departureColumns.departure },
} satisfies Readonly<Record<string, Columns>>;

export const DEPARTURES_VIEW = ['departuresOfCity JOIN ran USING (twin) ANTI JOIN departuresDropped USING (changed, departure)', 'departuresPutIn JOIN ran USING (changed)'].map((from) => `SELECT run, departure, line, name FROM ${from}`).join(' UNION ALL ');

/** Kinds of changes that put trips in or drop some. To apply all changes of a sweep only to see what they leave as it was would take minutes. */
export const ALTERS_TRIPS: ReadonlySet<Change['change']> = new Set(['demand-growth', 'emergency-trip', 'event-crowd', 'headway'] as const);

/** Of runs, their cities; of those whose changes put trips in or drop some, which changes. */
export interface RanCities { rows: SqlRow[]; twins: Set<string>; changed: Map<string, { twin: string; changes: readonly unknown[] }> }

export const noCities = (): RanCities => ({ rows: [], twins: new Set(), changed: new Map() });

export function addRan({ rows, twins, changed }: RanCities, { key, manifest }: ListedResult): void {
  const { twinHash, changes } = manifest!, alters = changes.some((change) => ALTERS_TRIPS.has((change as Partial<Change> | null)?.change as Change['change']));
  const fingerprint = alters ? createHash('sha256').update(JSON.stringify([twinHash, changes])).digest('hex') : null;
  rows.push({ run: key, twin: twinHash, changed: fingerprint });
  twins.add(twinHash);
  if (fingerprint !== null) changed.set(fingerprint, { twin: twinHash, changes });
}

/** Cities of these fingerprints that are in the store; a result does not need its own to be read. */
export async function* citiesOf(store: Store, hashes: ReadonlySet<string>): AsyncGenerator<{ hash: string; twin: ReadingTwin }> {
  for (const hash of hashes) {
    const bytes = /^[0-9a-f]{16,64}$/.test(hash) ? await store.readTwin(hash) : undefined, twin = bytes && twinFromBytes(bytes);
    if (twin) yield { hash, twin };
  }
}

/** Every row that has a name; departures have a table of their own. */
export function* namesOf(hash: string, twin: ReadingTwin): Generator<SqlRow> {
  for (const [kind, columns] of Object.entries(twinTables)) {
    if (!('name' in columns) || kind === 'departures') continue;
    const { count, name } = (twin as unknown as Record<string, { count: number; name: readonly string[] }>)[kind]!;
    for (let row = 0; row < count; row++) yield { twin: hash, kind, row, name: name[row]! };
  }
}

export function* departuresOf(city: SqlRow, { departures, trips, lines }: ReadingTwin, first = 0): Generator<SqlRow> {
  for (let row = first; row < departures.count; row++) {
    if (departures.departS[row] === NEVER_S) continue;
    const trip = departures.trip[row]!;
    yield { ...city, departure: row, line: trip < 0 ? null : lines.name[trips.line[trip]!]!, name: departures.name[row]! };
  }
}

/** What each set of changes has made of the departures of this city: those put in, and those dropped; none where the changes no longer fit it. */
export function* departuresAltered(hash: string, twin: ReadingTwin, changed: RanCities['changed']): Generator<{ putIn: Iterable<SqlRow>; dropped: Iterable<SqlRow> }> {
  for (const [fingerprint, { twin: of, changes }] of changed) {
    if (of !== hash) continue;
    const read = readChanges(changes).value, ran = read && applyChanges(twin, read).value, city = { changed: fingerprint };
    yield ran ? { putIn: departuresOf(city, ran, twin.departures.count), dropped: droppedIn(city, ran, twin.departures.count) } : { putIn: [], dropped: [] };
  }
}

function* droppedIn(city: SqlRow, { departures }: ReadingTwin, until: number): Generator<SqlRow> {
  for (let row = 0; row < until; row++) if (departures.departS[row] === NEVER_S) yield { ...city, departure: row };
}
