import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import * as z from 'zod';
import { startsS } from './edit-timetable.ts';
import { spanAround, type Span } from './event-time.ts';
import { nearName } from './near-name.ts';

/** Lines by their names. */
export const lineNames = z.array(z.string()).min(1).max(500).meta({ description: 'names of lines' });

/** Both directions of a line or one. */
export const lineDirection = z.enum(['both', 'outward', 'back']).default('both').meta({ description: 'both directions or one' });

/** A problem for each name that no line has. */
export function unknownLines(names: 'all' | readonly string[], { lines }: ReadingTwin | Twin, where: string): Problem[] {
  if (names === 'all') return [];
  const known = new Set(Array.from(lines.name));
  return names.flatMap((name, at): Problem[] => (known.has(name) ? [] : [{
    severity: 'error', code: 'change-unknown-line', where: `${where}.${at}`, parameters: { line: name, near: nearName(name, known) ?? '', count: lines.count },
  }]));
}

/** Rows of the lines of these names. */
export const namedLines = (names: 'all' | readonly string[], { lines }: ReadingTwin | Twin): number[] =>
  rowsWhere(lines.count, (line) => names === 'all' || names.includes(lines.name[line]!));

/** Trips of these lines that leave their first stop in the span, with the span of the day that holds then. */
export function tripsWithin(twin: ReadingTwin | Twin, change: Span & { lines: readonly string[]; direction: z.infer<typeof lineDirection> }): { trip: number; startS: number; spanFromS: number; spanUntilS: number }[] {
  const { trips } = twin, lines = new Set(namedLines(change.lines, twin)), wanted = { both: [0, 1], outward: [0], back: [1] }[change.direction];
  return rowsWhere(trips.count, (trip) => lines.has(trips.line[trip]!) && wanted.includes(trips.direction[trip]!) && trips.callCount[trip]! > 0).flatMap((trip) => {
    const startS = startsS(twin, trip), span = spanAround(change, startS);
    return span ? [{ trip, startS, spanFromS: span.fromS, spanUntilS: span.untilS }] : [];
  });
}
