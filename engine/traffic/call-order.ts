import type { Traffic } from './traffic.ts';

const known = new WeakMap<Traffic, Uint32Array>();

/**
 * Departures in the order in which they are called: by their time, of those at the same time by row. That is the order of the rows, but
 * for trips that a change has put in, moved or dropped: they stand behind all others, or where they stood, whatever their time, for
 * draws go by the row, and nobody else's are to change. Worked out once for each run.
 */
export function callOrder(traffic: Traffic): Readonly<Uint32Array> {
  const found = known.get(traffic);
  if (found) return found;
  const { departS, count } = traffic.twin.departures, order = new Uint32Array(count);
  let isInOrder = true;
  for (let row = 0; row < count; row++) {
    order[row] = row;
    if (row > 0 && departS[row]! < departS[row - 1]!) isInOrder = false;
  }
  if (!isInOrder) order.sort((one, other) => departS[one]! - departS[other]! || one - other);
  known.set(traffic, order);
  return order;
}
