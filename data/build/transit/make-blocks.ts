/** A trip that needs a vehicle: from one terminus to the other. */
export interface TripToServe { direction: 0 | 1; startS: number; endS: number }

/** Trips (as positions in the list given) that one vehicle serves, in order. */
export type BlockOfTrips = number[];

export interface BlockRules {
  /** Shortest rest at a terminus, for the driver and to absorb lateness. */
  leastLayoverS: number;
  /** A vehicle that would wait longer goes back to the depot. */
  longestLayoverS: number;
}

/**
 * Vehicle blocks of one line, first in first out: each departure is served by the vehicle that has waited longest at that
 * terminus, else by another one from the depot. First in first out needs the fewest vehicles on one line
 * (Dilworth 1950 applied to trips that can follow one another).
 */
export function makeBlocks(trips: readonly TripToServe[], rules: BlockRules): BlockOfTrips[] {
  const order = trips.map((_, index) => index).sort((one, other) => trips[one]!.startS - trips[other]!.startS || one - other);
  const blocks: BlockOfTrips[] = [];
  const waiting: { block: number; readyS: number }[][] = [[], []];
  for (const index of order) {
    const trip = trips[index]!;
    // A trip outward (0) starts where trips back (1) end, and the other way round.
    const queue = waiting[trip.direction]!;
    while (queue.length > 0 && trip.startS - queue[0]!.readyS > rules.longestLayoverS) queue.shift();
    const first = queue[0];
    let block: number;
    if (first && first.readyS <= trip.startS) {
      queue.shift();
      block = first.block;
      blocks[block]!.push(index);
    } else {
      block = blocks.push([index]) - 1;
    }
    const there = waiting[1 - trip.direction]!;
    const readyS = trip.endS + rules.leastLayoverS;
    let place = there.length;
    while (place > 0 && there[place - 1]!.readyS > readyS) place--;
    there.splice(place, 0, { block, readyS });
  }
  return blocks;
}

/** The least vehicles that can serve these blocks one after another: for each, which vehicle (counted from 0) serves it. */
export function shareVehicles(blocks: readonly { startS: number; endS: number }[], betweenS: number): number[] {
  const order = blocks.map((_, index) => index).sort((one, other) => blocks[one]!.startS - blocks[other]!.startS || one - other);
  const freeFromS: number[] = [];
  const vehicleOf = new Array<number>(blocks.length).fill(-1);
  for (const index of order) {
    const { startS, endS } = blocks[index]!;
    let vehicle = freeFromS.findIndex((fromS) => fromS + betweenS <= startS);
    if (vehicle < 0) vehicle = freeFromS.push(0) - 1;
    freeFromS[vehicle] = endS;
    vehicleOf[index] = vehicle;
  }
  return vehicleOf;
}
