import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { roadClass } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { nearName } from './near-name.ts';

const classes = z.array(z.enum(Object.keys(roadClass) as (keyof typeof roadClass)[])).min(1);

/** Where on the streets: a whole street by the name that people use, single links by the names of the source, or all streets of a commune or of some classes. */
export const place = z.union([
  z.strictObject({
    street: z.string().meta({ description: 'name of a street: both directions, everywhere in the city' }),
    commune: z.string().optional().meta({ description: 'only the part in this commune' }),
  }),
  z.strictObject({ links: z.array(z.string()).min(1).meta({ description: 'names of links: one direction between two junctions each' }) }),
  z.strictObject({
    commune: z.string().meta({ description: 'all streets of this commune' }),
    classes: classes.optional().meta({ description: 'only those of these classes' }),
  }),
  z.strictObject({ classes: classes.meta({ description: 'all streets of these classes, everywhere in the city' }) }),
]).meta({ description: 'where on the streets, in one of these forms' });

export type Place = z.infer<typeof place>;

/** How much a place speaks of at once: single links, a part of a street, a street, all streets of a kind. */
export const placeBreadth = (given: Place): number => ('links' in given ? 0 : 'street' in given ? (given.commune === undefined ? 2 : 1) : 3);

/** Rows of the links, in the order of the table; those that names do not find are left out. */
export function linksAt(given: Place, { links, streets, communes }: ReadingTwin): number[] {
  const ofClasses = 'classes' in given && given.classes ? new Set<number>(given.classes.map((name) => roadClass[name])) : undefined;
  const isMeant = 'links' in given
    ? (link: number): boolean => given.links.includes(links.name[link]!)
    : (link: number): boolean => {
      const street = links.street[link]!;
      if (street < 0 || ('street' in given && streets.name[street] !== given.street) || (ofClasses && !ofClasses.has(streets.class[street]!))) return false;
      return !('commune' in given) || given.commune === undefined || communes.name[streets.commune[street]!] === given.commune;
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
  const problems: Problem[] = [], commune = 'commune' in given ? given.commune : undefined, street = 'street' in given ? given.street : undefined;
  const known = new Set(Array.from(streets.name)), knownCommunes = new Set(Array.from(communes.name));
  if (street !== undefined && !known.has(street)) problems.push(unknown('change-unknown-street', street, known, `${where}.street`));
  if (commune !== undefined && !knownCommunes.has(commune)) problems.push(unknown('change-unknown-commune', commune, knownCommunes, `${where}.commune`));
  if (problems.length > 0 || linksAt(given, twin).length > 0) return problems;
  if (street === undefined) return [{ severity: 'error', code: 'change-no-such-streets', where, parameters: {} }];
  return [{ severity: 'error', code: 'change-street-elsewhere', where: `${where}.commune`, parameters: { street, commune: commune ?? '' } }];
}

export const unknown = (code: string, name: string, known: ReadonlySet<string>, where: string): Problem =>
  ({ severity: 'error', code, where, parameters: { name, near: nearName(name, known) ?? '', count: known.size } });
