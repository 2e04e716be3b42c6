import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
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

/** One set of rows for each way to read the names, for a street is many rows and zones or cabinets may share a name: -1 where nothing is said. */
export function lampRows(given: LampPlace, twin: ReadingTwin): { zone: number; street: number; commune: number; cabinet: number }[] {
  const named = (kind: keyof typeof tables): number[] => (given[kind] === undefined ? [-1] : rowsWhere(twin[tables[kind]].count, (row) => twin[tables[kind]].name[row] === given[kind]));
  const streets = named('street').filter((street) => street < 0 || isLit(twin, street)), zones = named('zone'), communes = named('commune'), cabinets = named('cabinet');
  return streets.flatMap((street) => zones.flatMap((zone) => communes.flatMap((commune) => cabinets.map((cabinet) => ({ zone, street, commune, cabinet })))));
}

function isLit({ lamps }: ReadingTwin, street: number): boolean {
  for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.street[lamp] === street) return true;
  return false;
}

/** Names that the city does not know, and a place without a lamp. */
export function lampPlaceProblems(given: LampPlace, twin: ReadingTwin, where: string): Problem[] {
  const problems: Problem[] = given.zone === undefined ? [] : zoneProblems(twin, given.zone, `${where}.zone`);
  for (const kind of ['street', 'commune', 'cabinet'] as const) {
    const known = new Set(Array.from(twin[tables[kind]].name));
    if (given[kind] !== undefined && !known.has(given[kind])) problems.push(unknown(`change-unknown-${kind}`, given[kind], known, `${where}.${kind}`));
  }
  if (problems.length === 0 && !hasLamp(given, twin)) problems.push({ severity: 'error', code: 'change-no-lamp-there', where, parameters: {} });
  return problems;
}

function hasLamp(given: LampPlace, twin: ReadingTwin): boolean {
  const { lamps, cabinets } = twin, rows = lampRows(given, twin);
  const fits = (wanted: number, is: number): boolean => wanted < 0 || wanted === is;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = lamps.cabinet[lamp]!, commune = cabinet < 0 ? -1 : cabinets.commune[cabinet]!;
    if (rows.some((row) => fits(row.zone, lamps.zone[lamp]!) && fits(row.street, lamps.street[lamp]!) && fits(row.cabinet, cabinet) && fits(row.commune, commune))) return true;
  }
  return false;
}
