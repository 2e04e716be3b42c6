import { randomShare } from '../../engine/foundation/random.ts';

const ORDER = 8101, PLACE = 8102;

/**
 * `count` points of the unit cube: each of its `dimensions` is cut into `count` strata, and every stratum holds one point.
 * McKay, Beckman and Conover (1979), Technometrics 21, 239.
 */
export function latinHypercube(dimensions: number, count: number, seed: number): number[][] {
  const columns = Array.from({ length: dimensions }, (_, at) => shuffled(count, seed, at).map((stratum, row) =>
    (stratum + randomShare(seed, PLACE, at * count + row, 0)) / count));
  return Array.from({ length: count }, (_, row) => columns.map((column) => column[row]!));
}

/** The numbers 0 to count - 1 in an order of chance (Fisher and Yates; Knuth, volume 2, algorithm P). */
export function shuffled(count: number, seed: number, column: number): number[] {
  const order = Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(randomShare(seed, ORDER, column, last) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
