import type { Checked, Problem } from '../../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { NamedCounts } from '../../formats/counts/link-counts.ts';

/** Counts with rows of the twin's links. */
export interface CountsOnLinks { count: number; link: Int32Array; fromS: Float64Array; untilS: Float64Array; vehicleCount: Float64Array }

/** Finds the links that counts name. Names that the twin does not know are errors, all of them at once. */
export function countsOnLinks({ links }: ReadingTwin, file: string, named: NamedCounts): Checked<CountsOnLinks> {
  const rowOf = new Map(Array.from({ length: links.count }, (_, row) => [links.name[row]!, row]));
  const unknown = [...new Set(named.link)].filter((name) => !rowOf.has(name));
  const problems = unknown.map((link): Problem => ({ severity: 'error', code: 'counts-unknown-link', where: file, parameters: { link } }));
  if (problems.length > 0) return { problems };
  const { count, fromS, untilS, vehicleCount } = named;
  return { value: { count, link: Int32Array.from(named.link, (name) => rowOf.get(name)!), fromS: fromS.slice(), untilS: untilS.slice(), vehicleCount: vehicleCount.slice() }, problems: [] };
}
