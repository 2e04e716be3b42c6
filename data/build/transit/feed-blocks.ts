/** What vehicle blocks are built from. Times in seconds since midnight. */
export interface TripToBlock {
  /** The source's own block; '' where it has none. */
  blockId: string;
  mode: number;
  line: number;
  startS: number;
  endS: number;
  /** Where it starts and ends: any numbering of stops or places. */
  fromStop: number;
  toStop: number;
}

export interface Blocks {
  blockOfTrip: number[];
  blocks: { name: string; mode: number; startS: number; endS: number }[];
}

/** Least time between two trips of one vehicle: 3 min at the same stop, 10 min to get to another end of the line. */
const LAYOVER_S = { sameStop: 180, elsewhere: 600 };

/**
 * Gives every trip a vehicle block. The source's own blocks are kept. Other trips, in order of departure, take the block
 * of their line that has been free for the shortest time, or open a new one: first in, last out keeps the fleet small.
 */
export function assignBlocks(trips: readonly TripToBlock[]): Blocks {
  const blocks: (Blocks['blocks'][number] & { line: number; lastStop: number })[] = [];
  const blockOfTrip = new Array<number>(trips.length).fill(-1);
  const named = new Map<string, number>();
  const ofLine = new Map<string, number[]>();
  const order = trips.map((_, row) => row).sort((a, b) => trips[a]!.startS - trips[b]!.startS || a - b);

  for (const row of order) {
    const trip = trips[row]!;
    const key = `${trip.mode}:${trip.line}`;
    if (!ofLine.has(key)) ofLine.set(key, []);
    let block = trip.blockId === '' ? freeBlock(ofLine.get(key)!, trip) : named.get(trip.blockId);
    if (block === undefined) {
      block = blocks.length;
      blocks.push({ name: trip.blockId || `${block + 1}`, mode: trip.mode, line: trip.line, startS: trip.startS, endS: trip.endS, lastStop: trip.toStop });
      if (trip.blockId === '') ofLine.get(key)!.push(block);
      else named.set(trip.blockId, block);
    }
    blockOfTrip[row] = block;
    blocks[block]!.endS = Math.max(blocks[block]!.endS, trip.endS);
    blocks[block]!.lastStop = trip.toStop;
  }
  return { blockOfTrip, blocks: blocks.map(({ name, mode, startS, endS }) => ({ name, mode, startS, endS })) };

  function freeBlock(candidates: readonly number[], { startS, fromStop }: TripToBlock): number | undefined {
    let best: number | undefined;
    for (const candidate of candidates) {
      const { endS, lastStop } = blocks[candidate]!;
      const layoverS = lastStop === fromStop ? LAYOVER_S.sameStop : LAYOVER_S.elsewhere;
      if (endS + layoverS <= startS && (best === undefined || endS > blocks[best]!.endS)) best = candidate;
    }
    return best;
  }
}
