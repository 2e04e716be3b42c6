import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import { lampZones } from '../../engine/twin/lamp-groups.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { unknown } from './place.ts';
import { zoneProblems } from './zone-place.ts';

/** Which lamps: those for which all that is said holds. */
export const lampPlace = z.strictObject({
  zone: z.string().optional().meta({ description: 'lamps of this lighting zone' }),
  street: z.string().optional().meta({ description: 'lamps that light this street' }),
  commune: z.string().optional().meta({ description: 'lamps fed by cabinets of this commune' }),
  cabinet: z.string().optional().meta({ description: 'lamps that this cabinet feeds' }),
});

export type LampPlace = z.infer<typeof lampPlace>;

const tables = { zone: 'lightingZones', street: 'streets', commune: 'communes', cabinet: 'cabinets' } as const;

/** Rows that a place may stand for; -1 where nothing is said. */
export interface LampRows { zone: number; street: number; commune: number; cabinet: number }

/**
 * One set of rows for each way to read the names that a lamp answers to, for a street is many rows, and zones or cabinets may share a name.
 * By the lamps, for all pairs of a street of a hundred rows with a thousand cabinets of one name would be too many.
 */
export function lampRows(given: LampPlace, twin: ReadingTwin): LampRows[] {
  const { lamps, cabinets } = twin, zones = lampZones(twin), found = new Map<string, LampRows>();
  const meant = (kind: keyof typeof tables): ReadonlySet<number> | undefined => (given[kind] === undefined ? undefined : new Set(rowsWhere(twin[tables[kind]].count, (row) => twin[tables[kind]].name[row] === given[kind])));
  const asked = { zone: meant('zone'), street: meant('street'), commune: meant('commune'), cabinet: meant('cabinet') };
  const fits = (kind: keyof typeof tables, row: number): boolean => asked[kind]?.has(row) ?? true, said = (kind: keyof typeof tables, row: number): number => (asked[kind] ? row : -1);
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const zone = zones[lamp]!, street = lamps.street[lamp]!, cabinet = lamps.cabinet[lamp]!, commune = cabinet < 0 ? -1 : cabinets.commune[cabinet]!;
    if (!fits('zone', zone) || !fits('street', street) || !fits('commune', commune) || !fits('cabinet', cabinet)) continue;
    const rows = { zone: said('zone', zone), street: said('street', street), commune: said('commune', commune), cabinet: said('cabinet', cabinet) };
    found.set(Object.values(rows).join(), rows);
  }
  return [...found.values()];
}

/** Names that the city does not know, and a place without a lamp. */
export function lampPlaceProblems(given: LampPlace, twin: ReadingTwin, where: string): Problem[] {
  const problems: Problem[] = given.zone === undefined ? [] : zoneProblems(twin, given.zone, `${where}.zone`);
  for (const kind of ['street', 'commune', 'cabinet'] as const) {
    const known = new Set(Array.from(twin[tables[kind]].name));
    if (given[kind] !== undefined && !known.has(given[kind])) problems.push(unknown(`change-unknown-${kind}`, given[kind], known, `${where}.${kind}`));
  }
  if (problems.length === 0 && lampRows(given, twin).length === 0) problems.push({ severity: 'error', code: 'change-no-lamp-there', where, parameters: {} });
  return problems;
}
