import { randomShare } from '../../../engine/foundation/random.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Junctions taken in order of weight, none nearer than `apartM` to one taken before; closer ones are taken when no others are left. */
export function spreadOver(twin: ReadingTwin, candidates: readonly number[], count: number, apartM: number, weightOf: (junction: number) => number): number[] {
  const { xM, yM } = twin.junctions;
  const order = [...candidates].map((junction) => ({ junction, weight: weightOf(junction) })).sort((one, other) => other.weight - one.weight || one.junction - other.junction);
  const taken: number[] = [];
  const isTaken = new Set<number>();
  for (let leastM = apartM; taken.length < count && leastM >= 1; leastM /= 2) {
    for (const { junction } of order) {
      if (taken.length >= count) break;
      const near = (other: number) => (xM[other]! - xM[junction]!) * (xM[other]! - xM[junction]!) + (yM[other]! - yM[junction]!) * (yM[other]! - yM[junction]!) < leastM * leastM;
      if (isTaken.has(junction) || taken.some(near)) continue;
      taken.push(junction);
      isTaken.add(junction);
    }
  }
  return taken;
}

/** A draw for a junction that has nothing to do with its neighbours'. */
export const drawFor = (purpose: number, junction: number): number => randomShare(35, purpose, junction, 0);

/** Whole numbers in proportion to the weights, at least `least` each, that add up to `total` (largest remainders). */
export function shareOut(total: number, weights: readonly number[], least: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0), free = total - least * weights.length;
  const exact = weights.map((weight) => (free * weight) / sum);
  const whole = exact.map((share) => least + Math.floor(share));
  const missing = total - whole.reduce((all, share) => all + share, 0);
  const byRemainder = exact.map((share, index) => ({ index, rest: share - Math.floor(share) })).sort((one, other) => other.rest - one.rest || one.index - other.index);
  for (let place = 0; place < missing; place++) whole[byRemainder[place]!.index]!++;
  return whole;
}
