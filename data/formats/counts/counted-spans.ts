import { f32, f64, text, type Table } from '../../../engine/foundation/table.ts';

/** What counters saw: one row for each counter and span of time, in the order of the file. */
export const countedSpanColumns = {
  station: text('what the file calls the counter; with its channel, lane or direction where it has several'),
  fromS: f64('start, seconds since midnight of the day of the file, local time'),
  untilS: f64('end'),
  vehicleCount: f64('what passed: vehicles, or bicycles or people where the counter counts those; not always whole, for averages of days'),
  speedMps: f32('mean; -1 where it was not measured'),
  occupancyShare: f32('of the time during which something stood over the loop; -1 where it was not measured'),
};

export type CountedSpans = Table<typeof countedSpanColumns>;

export interface CountFile {
  /** The first day counted, 'YYYY-MM-DD'; an average of many days has none. */
  day: string | undefined;
  spans: CountedSpans;
}

export const NOT_MEASURED = -1;

/** km/h as files write them. */
export const KMH = 1 / 3.6;
