import * as z from 'zod';
import { DAY_S } from '../../engine/foundation/clock.ts';
import { copyTable } from '../../engine/foundation/table.ts';
import { lineStopColumns } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { addRiders, quartersWithin, ridersByQuarter } from './add-riders.ts';
import { allOrNames, clockS, why, type ChangeKind } from './change-kind.ts';
import { allDay, spanProblems } from './event-time.ts';
import { namedLines, unknownLines } from './named-lines.ts';

const schema = z.strictObject({
  change: z.literal('passenger-growth'),
  why,
  lines: allOrNames.meta({ description: 'names of lines, or "all"' }),
  growth: z.number().min(-1).max(4).meta({ description: 'by how much more or fewer people come to their stops: 0.2 is a fifth more, -0.1 a tenth fewer' }),
  ...allDay,
}).meta({
  description: 'More or fewer people ride on lines; where from and where to stays as it is.',
  examples: [{ change: 'passenger-growth', why: 'Meeting of 12 March', lines: ['L3'], growth: 0.1 }],
});

export const passengerGrowth: ChangeKind<typeof schema> = {
  schema,
  problems: (change, twin, where) => [...unknownLines(change.lines, twin, `${where}.lines`), ...spanProblems(change, where)],

  // One adds to another, in the order of the file.
  claims: () => [{ what: 'departures', of: '' }],

  apply(change, copy) {
    const lines = new Set(namedLines(change.lines, copy)), fromS = clockS(change.from), untilS = clockS(change.until);
    const rows = Array.from({ length: copy.lineStops.count }, (_, row) => row).filter((row) => lines.has(copy.lineStops.line[row]!) && copy.lineStops.dayPeopleCount[row]! > 0);
    if (change.growth === 0 || rows.length === 0) return;
    if (untilS - fromS === DAY_S) return multiply(copy, rows, 1 + change.growth);
    const within = quartersWithin(fromS, untilS > fromS ? untilS : untilS + DAY_S);
    addRiders(copy, new Map(rows.map((row) => [row, ridersByQuarter(copy, row).map((people, quarter) => people * change.growth * within[quarter]!)])));
  },
};

/** All day long the shape of the day stays. */
function multiply(copy: Twin, rows: readonly number[], factor: number): void {
  const lineStops = copyTable(lineStopColumns, copy.lineStops);
  for (const row of rows) lineStops.dayPeopleCount[row]! *= factor;
  copy.lineStops = lineStops;
}
