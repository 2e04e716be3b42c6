import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { i32, text, type Columns } from '../../engine/foundation/table.ts';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
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
  departure: i32('position among the departures of the city as it ran; those that a change puts in stand behind the others'),
  line: text('short name of the line that it serves; null for other traffic'),
  name: text('what the source calls the vehicle; empty where it has no name'),
} satisfies Columns;

/** What `departures` is put together from. A city has its departures once, however many runs there are: changes leave their rows as they are, and put others behind them. */
export const departureParts = {
  ran: { run: text('key of the result'), twin: text('fingerprint of its city'), changed: text('fingerprint of its city with its changes; null where none puts trips in') },
  departuresOfCity: { twin: text('fingerprint of the city'), departure: departureColumns.departure, line: departureColumns.line, name: departureColumns.name },
  departuresPutIn: { changed: text('fingerprint of city and changes'), departure: departureColumns.departure, line: departureColumns.line, name: departureColumns.name },
} satisfies Readonly<Record<string, Columns>>;

export const DEPARTURES_VIEW = ['departuresOfCity JOIN ran USING (twin)', 'departuresPutIn JOIN ran USING (changed)'].map((from) => `SELECT run, departure, line, name FROM ${from}`).join(' UNION ALL ');

/** Kinds of changes that put trips in. To apply all changes of a sweep only to see what they leave as it was would take minutes. */
export const PUTS_TRIPS_IN: ReadonlySet<Change['change']> = new Set(['demand-growth', 'emergency-trip', 'event-crowd', 'headway'] as const);

/** Of runs, their cities; of those whose changes put trips in, which changes. */
export interface RanCities { rows: SqlRow[]; twins: Set<string>; changed: Map<string, { twin: string; changes: readonly unknown[] }> }

export const noCities = (): RanCities => ({ rows: [], twins: new Set(), changed: new Map() });

export function addRan({ rows, twins, changed }: RanCities, { key, manifest }: ListedResult): void {
  const { twinHash, changes } = manifest!, puts = changes.some((change) => PUTS_TRIPS_IN.has((change as Partial<Change> | null)?.change as Change['change']));
  const fingerprint = puts ? createHash('sha256').update(JSON.stringify([twinHash, changes])).digest('hex') : null;
  rows.push({ run: key, twin: twinHash, changed: fingerprint });
  twins.add(twinHash);
  if (fingerprint !== null) changed.set(fingerprint, { twin: twinHash, changes });
}

/** Cities of these fingerprints that are in the store; a result does not need its own to be read. */
export async function* citiesOf(store: Store, hashes: ReadonlySet<string>): AsyncGenerator<{ hash: string; twin: ReadingTwin }> {
  for (const hash of hashes) {
    const bytes = /^[0-9a-f]{16,64}$/.test(hash) ? await readFile(store.twinPath(hash)).catch(() => undefined) : undefined, twin = bytes && twinFromBytes(new Uint8Array(bytes));
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
    const trip = departures.trip[row]!;
    yield { ...city, departure: row, line: trip < 0 ? null : lines.name[trips.line[trip]!]!, name: departures.name[row]! };
  }
}

/** The departures that changes of runs have put into this city; nothing for changes that no longer fit it. */
export function* departuresPutIn(hash: string, twin: ReadingTwin, changed: RanCities['changed']): Generator<SqlRow> {
  for (const [fingerprint, { twin: of, changes }] of changed) {
    const read = of === hash ? readChanges(changes).value : undefined, ran = read && applyChanges(twin, read).value;
    if (ran) yield* departuresOf({ changed: fingerprint }, ran, twin.departures.count);
  }
}
