// A small town that takes every kind of change: two lines with people at their stops, streets of two lanes, bollards and an emergency vehicle beside what the bus town has.
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { category, laneColumns, linkColumns, movementColumns, streetColumns } from '../../engine/twin/streets.ts';
import { callColumns, lineColumns, lineStopColumns, tripColumns } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { busTown } from '../verification/bus-town.ts';

/** Streets with two lanes in one direction, from a corner of the town to the next. */
const WIDE = [[0, 1], [6, 7], [18, 19]] as const;
export const wideLink = (at: number): string => `Chaussée ${at + 1}/out`;
export const WIDE_COUNT = WIDE.length;

export function claimsTown(): Twin {
  const twin = busTown();
  twin.vehicleTypes = tableFrom(vehicleTypeColumns, [...allRows(vehicleTypeColumns, twin.vehicleTypes), { ...allRows(vehicleTypeColumns, twin.vehicleTypes)[0]!, name: 'emergency', category: category.emergency }]);
  addWideStreets(twin);
  addLines(twin);
  return twin;
}

/** Beside a street that is there, both lanes onto the same streets as its lane. */
function addWideStreets(twin: Twin): void {
  const streets = allRows(streetColumns, twin.streets), links = allRows(linkColumns, twin.links), lanes = allRows(laneColumns, twin.lanes), movements = allRows(movementColumns, twin.movements);
  WIDE.forEach(([from, to], at) => {
    const beside = links.find(({ fromJunction, toJunction }) => fromJunction === from && toJunction === to)!, like = lanes[beside.firstLane]!, firstLane = lanes.length;
    for (const lane of [firstLane, firstLane + 1]) {
      const firstMovement = movements.length;
      movements.push(...movements.slice(like.firstMovement, like.firstMovement + like.movementCount).map((movement) => ({ ...movement, fromLane: lane })));
      lanes.push({ ...like, link: links.length, firstMovement });
    }
    links.push({ ...beside, name: wideLink(at), street: streets.length, firstLane, laneCount: 2 });
    streets.push({ ...streets[beside.street]!, name: `Chaussée ${at + 1}` });
  });
  twin.streets = tableFrom(streetColumns, streets);
  twin.links = tableFrom(linkColumns, links);
  twin.lanes = tableFrom(laneColumns, lanes);
  twin.movements = tableFrom(movementColumns, movements);
}

/** A line for each direction, with sixty people a day at each stop but the last. */
function addLines(twin: Twin): void {
  const [line] = allRows(lineColumns, twin.lines), trips = allRows(tripColumns, twin.trips), calls = allRows(callColumns, twin.calls), STOPS = 3;
  twin.lines = tableFrom(lineColumns, [line!, { ...line!, name: 'L2' }]);
  twin.trips = tableFrom(tripColumns, trips.map((trip) => ({ ...trip, line: trip.direction })));
  trips.forEach(({ direction, firstCall, callCount }) => { for (let order = 0; order < callCount; order++) calls[firstCall + order]!.lineStop = direction * STOPS + order; });
  twin.calls = tableFrom(callColumns, calls);
  twin.lineStops = tableFrom(lineStopColumns, Array.from({ length: 2 * STOPS }, (_, row) => ({
    line: Math.floor(row / STOPS), direction: Math.floor(row / STOPS), stop: row, dayPeopleCount: row % STOPS === STOPS - 1 ? 0 : 60, dayProfile: -1, fromS: 0, untilS: 86400, attractionShare: 1,
    comeWithinS: 600, firstPostedTime: 0, postedTimeCount: 0, leastHeadwayShare: 0, longestStandS: 180,
  })));
}
