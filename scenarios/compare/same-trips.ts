import { hashTable, makeHasher } from '../../engine/foundation/hash.ts';
import type { Columns, Table } from '../../engine/foundation/table.ts';
import { twinTables, type ReadingTwin } from '../../engine/twin/twin.ts';

type TableName = keyof typeof twinTables;

/** What must be alike in two cities for a seed to mean the same in both: who departs when, in what, and along which links. */
const TRIPS: readonly TableName[] = ['departures', 'routes', 'routeLinks', 'vehicleTypes'];

/** Tables in which two cities are not alike. */
export const differentTables = (one: ReadingTwin, other: ReadingTwin): TableName[] =>
  (Object.keys(twinTables) as TableName[]).filter((name) => one[name] !== other[name] && fingerprint(one, name) !== fingerprint(other, name));

/** Whether draws with the same seed fall on the same vehicles in both, so that their runs may be compared pair by pair. Streets keep their rows. */
export const haveSameTrips = (one: ReadingTwin, other: ReadingTwin, different: readonly string[] = differentTables(one, other)): boolean =>
  TRIPS.every((name) => !different.includes(name)) && one.links.count === other.links.count && Array.from(one.links.name).every((name, link) => name === other.links.name[link]);

function fingerprint(twin: ReadingTwin, name: TableName): string {
  const hasher = makeHasher();
  hashTable(hasher, name, twinTables[name] as Columns, twin[name] as unknown as Table<Columns>);
  return hasher.digest();
}
