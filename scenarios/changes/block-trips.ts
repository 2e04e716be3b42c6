import { allRows, copyTable, pickRows, rowsWhere, tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { departureColumns } from '../../engine/twin/demand.ts';
import { blockColumns, tripColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';

/** A vehicle that would wait longer at a terminus goes back to the depot, as in the timetable of the reference city (assumed). */
const LONGEST_LAYOVER_S = 4500;

interface Served { trip: number; block: number; direction: number; startS: number; endS: number }
type Block = RowValues<typeof blockColumns>;

/**
 * Gives the trips of these lines vehicles anew, line by line, first in first out: the one that has waited longest at the terminus
 * takes the next trip, which needs the fewest (Dilworth 1950, applied to trips that can follow one another). A vehicle rests between two
 * trips as long at least as the blocks `before` had for it. Trips of other lines keep their blocks; a line without blocks has none.
 */
export function blockTrips(copy: Twin, before: ReadingTwin | Twin, lines: ReadonlySet<number>): void {
  const blocks = allRows(blockColumns, copy.blocks), blockOf = Array.from(copy.trips.block), touched = new Set<number>();
  for (const line of lines) {
    const was = tripsOf(before, line), old = [...new Set(was.map(({ block }) => block))].filter((block) => block >= 0).sort((one, other) => one - other);
    if (old.length === 0) continue;
    const shared = new Set(rowsWhere(before.trips.count, (trip) => before.trips.line[trip] !== line).map((trip) => before.trips.block[trip]!)), free = old.filter((block) => !shared.has(block));
    const legS = Math.max(0, Math.min(...was.map(({ block, startS }) => startS - before.blocks.startS[block]!)));
    for (const served of inTurn(tripsOf(copy, line), leastLayoverS(was))) {
      const block = free.shift() ?? blocks.push({ ...blocks[old[0]!]!, name: `${copy.lines.name[line]}+${blocks.length + 1}` }) - 1;
      blocks[block] = { ...blocks[block]!, vehicle: -1, startS: served[0]!.startS - legS, endS: served.at(-1)!.endS + legS };
      for (const { trip } of served) blockOf[trip] = block;
    }
    old.forEach((block) => touched.add(block));
  }
  if (touched.size === 0) return;
  for (let block = 0; block < blocks.length; block++) if (block >= before.blocks.count) touched.add(block);
  assignVehicles(copy, before, blocks, blockOf);
  chain(copy, blockOf, touched);
  writeBlocks(copy, blocks, blockOf);
}

/** The trips of a line in the order of their starts. */
function tripsOf({ trips, calls }: ReadingTwin | Twin, line: number): Served[] {
  return rowsWhere(trips.count, (trip) => trips.line[trip] === line && trips.callCount[trip]! > 0).map((trip) => {
    const first = trips.firstCall[trip]!;
    return { trip, block: trips.block[trip]!, direction: trips.direction[trip]!, startS: calls.departS[first]!, endS: calls.arriveS[first + trips.callCount[trip]! - 1]! };
  }).sort((one, other) => one.startS - other.startS || one.trip - other.trip);
}

/** Trips that one vehicle serves after each other. */
function inTurn(ofLine: readonly Served[], restS: number): Served[][] {
  const blocks: Served[][] = [], waiting = new Map<number, { block: Served[]; readyS: number }[]>();
  // A line of one direction comes back to where it began.
  const isBothWays = new Set(ofLine.map(({ direction }) => direction)).size > 1;
  for (const served of ofLine) {
    const queue = (waiting.get(served.direction) ?? []).filter(({ readyS }) => served.startS - readyS <= LONGEST_LAYOVER_S);
    const next = queue[0] && queue[0].readyS <= served.startS ? queue.shift() : undefined, block = next?.block ?? [];
    waiting.set(served.direction, queue);
    if (!next) blocks.push(block);
    block.push(served);
    const there = isBothWays ? 1 - served.direction : served.direction;
    waiting.set(there, [...(waiting.get(there) ?? []), { block, readyS: served.endS + restS }].sort((one, other) => one.readyS - other.readyS));
  }
  return blocks;
}

/** The shortest rest between two trips of one block; 0 where no block has two. */
function leastLayoverS(ofLine: readonly Served[]): number {
  const lastOf = new Map<number, Served>();
  let leastS = Infinity;
  for (const served of ofLine) {
    const last = lastOf.get(served.block);
    if (last && served.startS >= last.endS) leastS = Math.min(leastS, served.startS - last.endS);
    lastOf.set(served.block, served);
  }
  return leastS < Infinity ? leastS : 0;
}

/** A vehicle of the same kind that is free from depot to depot: those that served the line first. Where none is left the block has none of the fleet. */
function assignVehicles({ trips, departures }: Twin, before: ReadingTwin | Twin, blocks: Block[], blockOf: readonly number[]): void {
  const typeOf = new Map<number, number>(), { fleet } = before;
  blockOf.forEach((block, trip) => { if (block >= 0 && trips.departure[trip]! >= 0) typeOf.set(block, departures.vehicleType[trips.departure[trip]!]!); });
  const preferred = blocks.map((_, block) => before.blocks.vehicle[block] ?? -1).filter((vehicle) => vehicle >= 0);
  const order = [...new Set([...preferred, ...Array.from({ length: fleet.count }, (_, row) => row)])];
  const unserved = [...typeOf.keys()].filter((block) => blocks[block]!.vehicle < 0).sort((one, other) => blocks[one]!.startS - blocks[other]!.startS || one - other);
  for (const block of unserved) {
    const { startS, endS, mode } = blocks[block]!;
    blocks[block]!.vehicle = order.find((vehicle) => fleet.vehicleType[vehicle] === typeOf.get(block) && fleet.mode[vehicle] === mode
      && blocks.every((other) => other.vehicle !== vehicle || other.endS <= startS || other.startS >= endS)) ?? -1;
  }
}

/** A vehicle drives its trips one after the other: late on one, it is late for the next. */
function chain(copy: Twin, blockOf: readonly number[], touched: ReadonlySet<number>): void {
  const { trips, calls } = copy, departures = copyTable(departureColumns, copy.departures), lastOf = new Map<number, number>();
  const startS = (trip: number): number => calls.departS[trips.firstCall[trip]!]!;
  const inOrder = rowsWhere(trips.count, (trip) => touched.has(blockOf[trip]!) && trips.departure[trip]! >= 0).sort((one, other) => startS(one) - startS(other) || one - other);
  for (const trip of inOrder) {
    departures.after[trips.departure[trip]!] = lastOf.get(blockOf[trip]!) ?? -1;
    lastOf.set(blockOf[trip]!, trips.departure[trip]!);
  }
  copy.departures = departures;
}

/** Blocks that serve no trip any more are left out. */
function writeBlocks(copy: Twin, blocks: readonly Block[], blockOf: readonly number[]): void {
  const served = new Set(blockOf), kept = rowsWhere(blocks.length, (block) => served.has(block)), rowNow = new Map(kept.map((block, row) => [block, row]));
  copy.blocks = pickRows(blockColumns, tableFrom(blockColumns, blocks), kept);
  const trips = copyTable(tripColumns, copy.trips);
  blockOf.forEach((block, trip) => { trips.block[trip] = rowNow.get(block) ?? -1; });
  copy.trips = trips;
}
