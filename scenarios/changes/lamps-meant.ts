import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import { lampZones } from '../../engine/twin/lamp-groups.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { lampPlace } from './lamp-place.ts';
import { unknown } from './place.ts';
import { zoneProblems } from './zone-place.ts';

/** Which lamps are replaced: those for which all that is said holds; all of the city where nothing is. */
export const lampsMeant = lampPlace.extend({
  luminaire: z.string().optional().meta({ description: 'lamps of this kind' }),
  installedBefore: z.int().min(1900).max(2100).optional().meta({ description: 'lamps that came before this year; those of unknown year stay' }),
});

export type LampsMeant = z.infer<typeof lampsMeant>;

/** Rows of the lamps, in the order of the table. */
export function lampsAt(meant: LampsMeant, twin: ReadingTwin): number[] {
  const { lamps, cabinets, lightingZones, streets, communes, luminaires } = twin, zones = lampZones(twin);
  const isNamed = (asked: string | undefined, { name }: { readonly name: Readonly<ArrayLike<string>> }, row: number): boolean => asked === undefined || (row >= 0 && name[row] === asked);
  return rowsWhere(lamps.count, (lamp) => {
    const cabinet = lamps.cabinet[lamp]!, zone = zones[lamp]!, year = lamps.installedYear[lamp]!;
    return isNamed(meant.zone === 'all' ? undefined : meant.zone, lightingZones, zone < lightingZones.count ? zone : -1) && isNamed(meant.street, streets, lamps.street[lamp]!)
      && isNamed(meant.cabinet, cabinets, cabinet) && isNamed(meant.commune, communes, cabinet < 0 ? -1 : cabinets.commune[cabinet]!)
      && isNamed(meant.luminaire, luminaires, lamps.luminaire[lamp]!) && (meant.installedBefore === undefined || (year > 0 && year < meant.installedBefore));
  });
}

/** Names that the city does not know, and a place without a lamp. */
export function lampsMeantProblems(meant: LampsMeant, twin: ReadingTwin, where: string): Problem[] {
  const problems: Problem[] = meant.zone === undefined ? [] : zoneProblems(twin, meant.zone, `${where}.zone`);
  const tables = { street: twin.streets, commune: twin.communes, cabinet: twin.cabinets, luminaire: twin.luminaires };
  for (const [kind, { name }] of Object.entries(tables)) {
    const known = new Set(Array.from(name)), asked = meant[kind as keyof typeof tables];
    if (asked !== undefined && !known.has(asked)) problems.push(unknown(`change-unknown-${kind}`, asked, known, `${where}.${kind}`));
  }
  if (problems.every(({ severity }) => severity === 'warning') && lampsAt(meant, twin).length === 0) problems.push({ severity: 'error', code: 'change-no-lamp-there', where, parameters: {} });
  return problems;
}
