import { makeTable } from '../../../engine/foundation/table.ts';
import { departureColumns, haltColumns, type Departures, type Halts } from '../../../engine/twin/demand.ts';
import type { Twin } from '../../../engine/twin/twin.ts';

/**
 * Puts more departures among those of the twin, by time and then in the order given. `after` and `firstHalt` of the new
 * ones count within the tables given; rows in `trips.departure` follow their departures.
 */
export function addDepartures(twin: Twin, more: Departures, moreHalts: Halts): void {
  const { departures: old, halts: oldHalts } = twin;
  const count = old.count + more.count;
  const departS = new Float64Array(count);
  departS.set(old.departS);
  departS.set(more.departS, old.count);
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort((one, other) => departS[one]! - departS[other]! || one - other);
  const rowNow = new Int32Array(count);
  for (let row = 0; row < count; row++) rowNow[order[row]!] = row;

  const merged = makeTable(departureColumns, count);
  const halts = makeTable(haltColumns, oldHalts.count + moreHalts.count);
  const plain = ['vehicleType', 'route', 'departS', 'departLane', 'departPositionM', 'departSpeedMps', 'arrivalPositionM', 'haltCount', 'trip'] as const;
  let haltRow = 0;
  for (let row = 0; row < count; row++) {
    const isNew = order[row]! >= old.count;
    const from = isNew ? more : old, fromHalts = isNew ? moreHalts : oldHalts;
    const fromRow = isNew ? order[row]! - old.count : order[row]!;
    merged.name[row] = from.name[fromRow]!;
    for (const column of plain) merged[column][row] = from[column][fromRow]!;
    const after = from.after[fromRow]!;
    merged.after[row] = after < 0 ? -1 : rowNow[isNew ? after + old.count : after]!;
    merged.firstHalt[row] = haltRow;
    for (let halt = 0; halt < from.haltCount[fromRow]!; halt++, haltRow++) copyHalt(fromHalts, from.firstHalt[fromRow]! + halt, halts, haltRow);
    const trip = from.trip[fromRow]!;
    if (trip >= 0) twin.trips.departure[trip] = row;
  }
  twin.departures = merged;
  twin.halts = halts;
}

function copyHalt(from: Halts, fromRow: number, to: Halts, toRow: number): void {
  to.stop[toRow] = from.stop[fromRow]!;
  to.lane[toRow] = from.lane[fromRow]!;
  to.positionM[toRow] = from.positionM[fromRow]!;
  to.dwellS[toRow] = from.dwellS[fromRow]!;
  to.untilS[toRow] = from.untilS[fromRow]!;
  to.routeIndex[toRow] = from.routeIndex[fromRow]!;
}
