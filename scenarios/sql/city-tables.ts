import { readFile } from 'node:fs/promises';
import { i32, text, type Columns } from '../../engine/foundation/table.ts';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
import { twinTables, type ReadingTwin } from '../../engine/twin/twin.ts';
import type { Store } from '../runs/store.ts';
import type { SqlRow } from './run-tables.ts';

/** What a city calls its things: results know them by their rows. */
export const nameColumns = {
  twin: text('fingerprint of the city, as in runs'),
  kind: text('table of the city: links, stops, controllers, lightingZones, lines, ...'),
  row: i32('position in that table'),
  name: text('what it is called, there or in the source'),
} satisfies Columns;

/** The vehicle trips of a city, by line. */
export const departureColumns = {
  twin: text('fingerprint of the city, as in runs'),
  departure: i32('position among the departures of the city'),
  line: text('short name of the line that it serves; null for other traffic'),
  name: text('what the source calls the vehicle; empty where it has no name'),
} satisfies Columns;

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

export function* departuresOf(hash: string, { departures, trips, lines }: ReadingTwin): Generator<SqlRow> {
  for (let row = 0; row < departures.count; row++) {
    const trip = departures.trip[row]!;
    yield { twin: hash, departure: row, line: trip < 0 ? null : lines.name[trips.line[trip]!]!, name: departures.name[row]! };
  }
}
