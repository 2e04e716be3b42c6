import { addRow, type GrowingTable } from './growing-table.ts';
import type { linkResultColumns } from './tables.ts';

/** Results of links are kept for a quarter of an hour each. */
export const LINK_INTERVAL_S = 900;

/** What every link has seen since `fromS`, link by link. */
export interface LinkCounts {
  fromS: number;
  entered: Uint32Array;
  left: Uint32Array;
  /** Over the vehicles that left after driving the whole link. */
  wholeTravelTimeS: Float64Array;
  wholeCount: Uint32Array;
  vehicleSeconds: Float64Array;
  vehicleMetres: Float64Array;
}

export function makeLinkCounts(linkCount: number, fromS: number): LinkCounts {
  return {
    fromS: Math.floor(fromS / LINK_INTERVAL_S) * LINK_INTERVAL_S,
    entered: new Uint32Array(linkCount),
    left: new Uint32Array(linkCount),
    wholeTravelTimeS: new Float64Array(linkCount),
    wholeCount: new Uint32Array(linkCount),
    vehicleSeconds: new Float64Array(linkCount),
    vehicleMetres: new Float64Array(linkCount),
  };
}

/** Writes a row for every link that saw a vehicle, and starts the interval that holds `nowS`. */
export function closeLinkInterval(counts: LinkCounts, links: GrowingTable<typeof linkResultColumns>, nowS: number): void {
  for (let link = 0; link < counts.entered.length; link++) {
    if (!(counts.vehicleSeconds[link]! > 0) && counts.entered[link] === 0 && counts.left[link] === 0) continue;
    const row = addRow(links);
    const whole = counts.wholeCount[link]!;
    links.rows.link[row] = link;
    links.rows.fromS[row] = counts.fromS;
    links.rows.entered[row] = counts.entered[link]!;
    links.rows.left[row] = counts.left[link]!;
    links.rows.travelTimeS[row] = whole > 0 ? counts.wholeTravelTimeS[link]! / whole : -1;
    links.rows.vehicleSeconds[row] = counts.vehicleSeconds[link]!;
    links.rows.vehicleMetres[row] = counts.vehicleMetres[link]!;
  }
  for (const column of [counts.entered, counts.left, counts.wholeTravelTimeS, counts.wholeCount, counts.vehicleSeconds, counts.vehicleMetres]) column.fill(0);
  counts.fromS = Math.floor(nowS / LINK_INTERVAL_S) * LINK_INTERVAL_S;
}
