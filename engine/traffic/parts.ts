import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { forgetApproaches } from './approaches.ts';
import { chooseSides, takeGap } from './lane-changing.ts';
import { lookOnOwn } from './look-ahead.ts';
import { moveOwn, passOn } from './motion.ts';
import { lookAtJunctions } from './presence.ts';
import { giveWay } from './right-of-way.ts';
import type { Traffic } from './traffic.ts';

/**
 * What one thread works out of a step, on its own places where several divide them: as plain TypeScript, or compiled
 * from it (`engine/compiled`). Both give the same bits.
 */
export interface Parts {
  forgetApproaches(): void;
  lookAtJunctions(): void;
  lookOnOwn(): void;
  giveWay(): void;
  moveOwn(): void;
  /** The first `count` of `traffic.crossing` go on to their next place, one after the other. */
  passOn(count: number): void;
  /** How many vehicles have found a gap beside them; they stand in `traffic.changing`. */
  chooseSides(): number;
  /** The first `count` of `traffic.changing` take their gaps if they still can, one after the other. */
  takeGaps(count: number): void;
}

export const plainParts = (traffic: Traffic, state: CityState, log: ResultLog): Parts => ({
  forgetApproaches: () => forgetApproaches(traffic.approaches),
  lookAtJunctions: () => lookAtJunctions(traffic, state),
  lookOnOwn: () => lookOnOwn(traffic, state),
  giveWay: () => giveWay(traffic, state),
  moveOwn: () => moveOwn(traffic, state, log),
  passOn: (count) => passOn(traffic, state, log, count),
  chooseSides: () => chooseSides(traffic, state),
  takeGaps(count) { for (let index = 0; index < count; index++) takeGap(traffic, state, traffic.changing[index]!); },
});
