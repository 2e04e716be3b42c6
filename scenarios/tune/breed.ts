import { exp, log } from '../../engine/foundation/exact-math.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { shareOf, valueAt, type Knob, type Setting } from './knob.ts';

/** How close children stay to their parents, and to what they were before a mutation. Deb and others (2002) take 20 for tens of thousands of trials; a few hundred ask for wider steps (tests/verification/tune-search.test.ts). */
const CROSSOVER_INDEX = 1.5, MUTATION_INDEX = 1.5, CROSSOVER_SHARE = 0.9;
const PARENTS = 8201, CROSSOVER = 8202, MUTATION = 8203;

/** base to the power of 1 / (index + 1), the same bits on every platform. */
const root = (base: number, index: number): number => (base > 0 ? exp(log(base) / (index + 1)) : 0);

/**
 * `count` children of a population whose positions come best first: parents by binary tournaments, simulated binary
 * crossover (Deb and Agrawal 1995, Complex Systems 9, 115) and polynomial mutation of one knob in a child on average.
 */
export function breed(knobs: readonly Knob[], best: readonly Setting[], count: number, seed: number, generation: number): Setting[] {
  return Array.from({ length: count }, (_, child) => {
    const draw = (purpose: number, at: number): number => randomShare(seed, purpose, generation * 4096 + child, at);
    // Of two drawn by chance the one that stands further ahead.
    const parent = (at: number): Setting => best[Math.min(Math.floor(draw(PARENTS, at) * best.length), Math.floor(draw(PARENTS, at + 1) * best.length))]!;
    const mother = parent(0), father = parent(2), crosses = draw(CROSSOVER, 0) < CROSSOVER_SHARE;
    return knobs.map((knob, at) => {
      const one = shareOf(knob, mother[at]!), other = shareOf(knob, father[at]!);
      const crossed = crosses && draw(CROSSOVER, 3 * at + 1) < 0.5 ? between(one, other, draw(CROSSOVER, 3 * at + 2), draw(CROSSOVER, 3 * at + 3)) : one;
      return valueAt(knob, draw(MUTATION, 2 * at) < 1 / knobs.length ? mutated(crossed, draw(MUTATION, 2 * at + 1)) : crossed);
    });
  });
}

/** One of the two children of simulated binary crossover. */
function between(one: number, other: number, spread: number, side: number): number {
  const beta = spread <= 0.5 ? root(2 * spread, CROSSOVER_INDEX) : 1 / root(2 * (1 - spread), CROSSOVER_INDEX);
  return 0.5 * (one + other + (side < 0.5 ? beta : -beta) * (one - other));
}

const mutated = (share: number, luck: number): number =>
  share + (luck < 0.5 ? root(2 * luck, MUTATION_INDEX) - 1 : 1 - root(2 * (1 - luck), MUTATION_INDEX));
