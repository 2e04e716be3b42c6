import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { namesOfZone } from '../language/zones.ts';
import type { Claim, ClaimSubject } from './claim.ts';
import { nearName } from './near-name.ts';

/** A lighting zone by its name, or all of them. */
export const zoneName = z.string().meta({ description: 'name of a lighting zone of the twin, or "all"' });

/** Rows of the zones meant. */
export const zonesMeant = ({ lightingZones }: ReadingTwin, zone: string): number[] =>
  rowsWhere(lightingZones.count, (row) => zone === 'all' || lightingZones.name[row] === zone);

/** What a change sets of every zone meant, or only looks at. */
export const claimsOfZones = (twin: ReadingTwin, zone: string, what: ClaimSubject, value?: string): Claim[] =>
  zonesMeant(twin, zone).map((row) => ({ what, of: twin.lightingZones.name[row]!, breadth: Number(zone === 'all'), ...(value === undefined ? {} : { value }) }));

/** The zone that was probably meant, by its name or by what screens call it: « centre-ville » is centre. */
export function nearZone(given: string, known: readonly string[]): string | undefined {
  const zoneOf = new Map(known.flatMap((zone) => namesOfZone(zone).map((name) => [name, zone] as const)));
  return zoneOf.get(nearName(given, zoneOf.keys()) ?? '');
}

/** A name that no zone has, and for "all" the lamps that belong to none and so stay as they are. */
export function zoneProblems({ lightingZones, lamps }: ReadingTwin, zone: string, where: string): Problem[] {
  const problems: Problem[] = [], known = Array.from(lightingZones.name);
  if (zone !== 'all' && !known.includes(zone)) {
    problems.push({ severity: 'error', code: 'change-unknown-zone', where, parameters: { zone, near: nearZone(zone, [...known, 'all']) ?? '', known: known.join(', ') } });
  }
  const zoneless = rowsWhere(lamps.count, (lamp) => lamps.zone[lamp]! < 0).length;
  if (zone === 'all' && zoneless > 0) problems.push({ severity: 'warning', code: 'change-lamps-without-zone', where, parameters: { count: zoneless } });
  return problems;
}
