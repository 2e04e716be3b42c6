import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import * as z from 'zod';
import type { Claim, ClaimSubject } from './claim.ts';
import { startsS } from './edit-timetable.ts';
import { spanAround, type Span } from './event-time.ts';
import { nearName } from './near-name.ts';

/** Lines by their names. */
export const lineNames = z.array(z.string()).min(1).max(500).meta({ description: 'names of lines' });

/** Both directions of a line or one. */
export const lineDirection = z.enum(['both', 'outward', 'back']).default('both').meta({ description: 'both directions or one' });

interface LinesMeant { lines: readonly string[]; direction: z.infer<typeof lineDirection> }

/** As `trips.direction` has them. */
const directionsOf = { both: [0, 1], outward: [0], back: [1] } as const;

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

/** What is set for trips of lines between two clock times, by direction. */
export const claimsOfLines = ({ lines, direction, from, until }: Span & LinesMeant, what: ClaimSubject, value: string, breadth = 0): Claim[] =>
  [...new Set(lines)].flatMap((of) => directionsOf[direction].map((part): Claim => ({ what, of, part: String(part), value, span: { from, until }, breadth })));

/** Trips of these lines that leave their first stop in the span, with the span of the day that holds then. */
export function tripsWithin(twin: ReadingTwin | Twin, change: Span & LinesMeant): { trip: number; startS: number; spanFromS: number; spanUntilS: number }[] {
  const { trips } = twin, lines = new Set(namedLines(change.lines, twin)), wanted = directionsOf[change.direction];
  return rowsWhere(trips.count, (trip) => lines.has(trips.line[trip]!) && (wanted as readonly number[]).includes(trips.direction[trip]!) && trips.callCount[trip]! > 0).flatMap((trip) => {
    const startS = startsS(twin, trip), span = spanAround(change, startS);
    return span ? [{ trip, startS, spanFromS: span.fromS, spanUntilS: span.untilS }] : [];
  });
}
