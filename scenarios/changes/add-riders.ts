import { DAY_S } from '../../engine/foundation/clock.ts';
import { copyTable, withRows } from '../../engine/foundation/table.ts';
import { lineStopColumns, ridingQuarterColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';

export const QUARTERS_A_DAY = 96;
export const QUARTER_S = DAY_S / QUARTERS_A_DAY;

/** People who come to a stop of a line in each quarter of an hour of the day, if its line ran all day. */
export function ridersByQuarter({ lineStops, ridingQuarters }: ReadingTwin | Twin, row: number): Float64Array {
  const profile = lineStops.dayProfile[row]!, people = lineStops.dayPeopleCount[row]!;
  return Float64Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => people * (profile < 0 ? 1 / QUARTERS_A_DAY : ridingQuarters.dayShare[profile + quarter]!));
}

/** The share of each quarter of an hour of the day that lies between two times; a span over midnight goes on in the first quarters. */
export function quartersWithin(fromS: number, untilS: number): Float64Array {
  const within = new Float64Array(QUARTERS_A_DAY);
  for (let quarter = Math.floor(fromS / QUARTER_S); quarter * QUARTER_S < untilS; quarter++) {
    const sharedS = Math.min(untilS, (quarter + 1) * QUARTER_S) - Math.max(fromS, quarter * QUARTER_S);
    within[((quarter % QUARTERS_A_DAY) + QUARTERS_A_DAY) % QUARTERS_A_DAY]! += sharedS / QUARTER_S;
  }
  return within;
}

/** More or fewer people at stops of lines, by row of `lineStops`: how many more in each quarter of an hour. Each of these stops gets a day of its own. */
export function addRiders(copy: Twin, more: ReadonlyMap<number, Float64Array>): void {
  if (more.size === 0) return;
  const lineStops = copyTable(lineStopColumns, copy.lineStops), shares: { dayShare: number }[] = [];
  for (const [row, extra] of more) {
    const people = ridersByQuarter(copy, row).map((count, quarter) => Math.max(0, count + extra[quarter]!)), sum = people.reduce((total, count) => total + count, 0);
    lineStops.dayPeopleCount[row] = sum;
    lineStops.dayProfile[row] = copy.ridingQuarters.count + shares.length;
    shares.push(...Array.from(people, (count) => ({ dayShare: sum > 0 ? count / sum : 0 })));
  }
  copy.lineStops = lineStops;
  copy.ridingQuarters = withRows(ridingQuarterColumns, copy.ridingQuarters, shares);
}
