import { f64, rowOf, type Table } from '../../engine/foundation/table.ts';

/** Vehicles counted where links end: one row for each link and span of time. As a loop at the stop line sees them. */
export const linkCountColumns = {
  link: rowOf('links', 'where'),
  fromS: f64('start of the count, seconds since midnight of the first day'),
  untilS: f64('end of the count'),
  vehicleCount: f64('vehicles that went on from the link to another one'),
};

export type LinkCountTable = Table<typeof linkCountColumns>;
