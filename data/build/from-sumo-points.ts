import { pointColumns } from '../../engine/twin/streets.ts';
import { tableFrom, type RowValues, type Table } from '../../engine/foundation/table.ts';

/** A line's rows in `points`. */
export interface PointRange { firstPoint: number; pointCount: number }

/** Gathers the corners of all lines of a twin. */
export interface PointRows {
  /** `shape`: [x, y, x, y ...] as in the source. */
  add(shape: readonly number[]): PointRange;
  table(): Table<typeof pointColumns>;
}

const toMillimetre = (metres: number): number => Math.round(metres * 1000) / 1000;

/** `shiftM`: what is taken off the source's coordinates so that they count from the twin's origin. */
export function makePointRows(shiftM: readonly [number, number]): PointRows {
  const rows: RowValues<typeof pointColumns>[] = [];
  return {
    add(shape) {
      const firstPoint = rows.length;
      for (let at = 0; at < shape.length; at += 2) {
        rows.push({ xM: toMillimetre(shape[at]! - shiftM[0]), yM: toMillimetre(shape[at + 1]! - shiftM[1]) });
      }
      return { firstPoint, pointCount: shape.length / 2 };
    },
    table: () => tableFrom(pointColumns, rows),
  };
}
