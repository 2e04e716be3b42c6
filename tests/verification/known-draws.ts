// Draws whose distribution is known: exactly normal ones, and waits in a queue with one server.
import { cos, log } from '../../engine/foundation/exact-math.ts';
import { drawnShare, drawsOf } from '../../engine/foundation/random.ts';

/** Numbers in (0, 1), each a function of where it stands. */
export const uniforms = (seed: number, purpose: number): ((row: number, tick: number) => number) => {
  const draws = drawsOf(seed, purpose);
  return (row, tick) => drawnShare(draws, row, tick) + 2 ** -33;
};

/** Normal ones with mean 0 and deviation 1 (Box and Muller 1958): tails to 6.6 deviations. */
export const normals = (seed: number): ((row: number, tick: number) => number) => {
  const radius = uniforms(seed, 1), angle = uniforms(seed, 2);
  return (row, tick) => Math.sqrt(-2 * log(radius(row, tick))) * cos(2 * Math.PI * angle(row, tick));
};

/** Mean wait before service in M/M/1: customers and services an hour as rates. */
export const meanWait = (arrivals: number, services: number): number => arrivals / (services * (services - arrivals));

/**
 * Mean waits of one run of the same customers at two servers, with common draws, by Lindley's recursion wait' = max(0, wait + service − gap) (1952).
 * Both begin in equilibrium: nobody waits with probability 1 − ρ, else the wait is exponential with rate services − arrivals. So the mean of a run of any
 * length is the theory's.
 */
export function lindleyPair(seed: number, customers: number, arrivals: number, services: readonly [number, number]): [number, number] {
  const first = uniforms(seed, 3)(0, 0), gaps = uniforms(seed, 4), works = uniforms(seed, 5);
  const sums: [number, number] = [0, 0];
  const waits = services.map((rate) => (first >= arrivals / rate ? 0 : -log(first / (arrivals / rate)) / (rate - arrivals)));
  for (let customer = 0; customer < customers; customer++) {
    const gap = -log(gaps(customer, 0)) / arrivals, work = -log(works(customer, 0));
    for (const side of [0, 1] as const) {
      sums[side] += waits[side]!;
      waits[side] = Math.max(0, waits[side]! + work / services[side] - gap);
    }
  }
  return [sums[0] / customers, sums[1] / customers];
}
