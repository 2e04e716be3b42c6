import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { nearName } from './near-name.ts';

/** A problem for each name that no signal controller has. */
export function unknownControllers(names: 'all' | readonly string[], { controllers }: ReadingTwin | Twin, where: string): Problem[] {
  if (names === 'all') return [];
  const known = new Set(Array.from(controllers.name));
  return names.flatMap((name, at): Problem[] => (known.has(name) ? [] : [{
    severity: 'error', code: 'change-unknown-controller', where: `${where}.${at}`,
    parameters: { controller: name, near: nearName(name, known) ?? '', count: controllers.count },
  }]));
}

/** Rows of the controllers of these names. */
export function namedControllers(names: 'all' | readonly string[], { controllers }: ReadingTwin | Twin): number[] {
  const wanted = names === 'all' ? undefined : new Set(names);
  return Array.from({ length: controllers.count }, (_, row) => row).filter((row) => !wanted || wanted.has(controllers.name[row]!));
}

/** A warning where some of these controllers have no stage that may be prolonged. */
export function controllersWithoutExtension(rows: readonly number[], { controllers, intervals }: ReadingTwin | Twin, where: string): Problem[] {
  const fixed = rows.filter((controller) => {
    const first = controllers.firstInterval[controller]!;
    return !Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => first + at).some((row) => intervals.longestS[row]! > intervals.durationS[row]!);
  });
  return fixed.length === 0 ? [] : [{ severity: 'warning', code: 'change-no-green-to-extend', where, parameters: { count: fixed.length, first: controllers.name[fixed[0]!]! } }];
}
