import type { Problem } from '../../engine/foundation/problem.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { clockS } from './change-kind.ts';
import { spanAround, type Span } from './event-time.ts';
import { namedLines } from './named-lines.ts';

/** How many vehicles the lines take at their busiest in the span, where that is another number: a warning where the fleet lacks some, which are simulated all the same. */
export function vehicleProblems(change: Span & { lines: readonly string[] }, twin: ReadingTwin, where: string, apply: (copy: Twin) => void): Problem[] {
  const copy = { ...twin } as Twin;
  apply(copy);
  const before = vehiclesNeeded(twin, change), after = vehiclesNeeded(copy, change), parameters = { before: before.most, after: after.most, lacking: after.lacking };
  if (after.lacking > before.lacking) return [{ severity: 'warning', code: 'change-fleet-too-small', where, parameters }];
  return after.most === before.most ? [] : [{ severity: 'note', code: 'change-vehicles-needed', where, parameters }];
}

/** Vehicles of the lines on the road at once at most while the span holds, and how many of their blocks no vehicle of the fleet serves. */
function vehiclesNeeded(twin: ReadingTwin | Twin, change: Span & { lines: readonly string[] }): { most: number; lacking: number } {
  const { blocks, trips, fleet } = twin, lines = new Set(namedLines(change.lines, twin));
  const used = [...new Set(rowsWhere(trips.count, (trip) => lines.has(trips.line[trip]!)).map((trip) => trips.block[trip]!))].filter((block) => block >= 0);
  const outAt = (timeS: number): number => used.filter((block) => blocks.startS[block]! <= timeS && timeS < blocks.endS[block]!).length;
  // Their number rises only when one leaves; else it is at its highest when the span begins.
  const times = [clockS(change.from), ...used.map((block) => blocks.startS[block]!).filter((startS) => spanAround(change, startS))];
  return { most: Math.max(...times.map(outAt)), lacking: fleet.count === 0 ? 0 : used.filter((block) => blocks.vehicle[block]! < 0).length };
}
