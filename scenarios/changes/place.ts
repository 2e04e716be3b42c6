import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { nearName } from './near-name.ts';

/** Where on the streets: a whole street by the name that people use, or single links by the names of the source. */
export const place = z.union([
  z.strictObject({
    street: z.string().meta({ description: 'name of a street: both directions, everywhere in the city' }),
    commune: z.string().optional().meta({ description: 'only the part in this commune' }),
  }),
  z.strictObject({ links: z.array(z.string()).min(1).meta({ description: 'names of links: one direction between two junctions each' }) }),
]);

export type Place = z.infer<typeof place>;

/** Rows of the links, in the order of the table; those that names do not find are left out. */
export function linksAt(given: Place, { links, streets, communes }: ReadingTwin): number[] {
  const isMeant = 'links' in given
    ? (link: number): boolean => given.links.includes(links.name[link]!)
    : (link: number): boolean => {
      const street = links.street[link]!;
      return street >= 0 && streets.name[street] === given.street && (given.commune === undefined || communes.name[streets.commune[street]!] === given.commune);
    };
  const found: number[] = [];
  for (let link = 0; link < links.count; link++) if (isMeant(link)) found.push(link);
  return found;
}

/** Every name of the place that the city does not know. */
export function placeProblems(given: Place, twin: ReadingTwin, where: string): Problem[] {
  const { links, streets, communes } = twin;
  if ('links' in given) {
    const known = new Set(Array.from(links.name));
    return given.links.flatMap((name, at) => (known.has(name) ? [] : [unknown('change-unknown-link', name, known, `${where}.links.${at}`)]));
  }
  const problems: Problem[] = [];
  const known = new Set(Array.from(streets.name)), knownCommunes = new Set(Array.from(communes.name));
  if (!known.has(given.street)) problems.push(unknown('change-unknown-street', given.street, known, `${where}.street`));
  if (given.commune !== undefined && !knownCommunes.has(given.commune)) problems.push(unknown('change-unknown-commune', given.commune, knownCommunes, `${where}.commune`));
  if (problems.length === 0 && linksAt(given, twin).length === 0) {
    problems.push({ severity: 'error', code: 'change-street-elsewhere', where: `${where}.commune`, parameters: { street: given.street, commune: given.commune ?? '' } });
  }
  return problems;
}

export const unknown = (code: string, name: string, known: ReadonlySet<string>, where: string): Problem =>
  ({ severity: 'error', code, where, parameters: { name, near: nearName(name, known) ?? '', count: known.size } });
