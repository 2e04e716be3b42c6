import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Departures that one factor scales: the same route in the same hour of departure. */
export interface DemandCells {
  count: number;
  route: Int32Array;
  hour: Int32Array;
  /** Departures in the twin as it is. */
  departures: Float64Array;
  /** By departure: its cell, -1 for those that are not scaled: timetabled vehicles, planned halts, vehicle blocks. */
  cellOf: Int32Array;
}

export const HOUR_S = 3600;

export function demandCells({ departures }: ReadingTwin): DemandCells {
  const cells = new Map<number, number>();
  const route: number[] = [], hour: number[] = [], counts: number[] = [];
  const cellOf = new Int32Array(departures.count).fill(-1);
  const precedes = new Uint8Array(departures.count);
  for (let row = 0; row < departures.count; row++) if (departures.after[row]! >= 0) precedes[departures.after[row]!] = 1;
  for (let row = 0; row < departures.count; row++) {
    if (departures.haltCount[row]! > 0 || departures.trip[row]! >= 0 || departures.after[row]! >= 0 || precedes[row]) continue;
    const hourOfRow = Math.floor(departures.departS[row]! / HOUR_S), key = departures.route[row]! * 1024 + hourOfRow;
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = route.length;
      cells.set(key, cell);
      route.push(departures.route[row]!);
      hour.push(hourOfRow);
      counts.push(0);
    }
    counts[cell]!++;
    cellOf[row] = cell;
  }
  return { count: route.length, route: Int32Array.from(route), hour: Int32Array.from(hour), departures: Float64Array.from(counts), cellOf };
}
