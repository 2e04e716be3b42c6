import type { CityState } from './state/city-state.ts';
import type { Parts } from './traffic/parts.ts';
import { fitTraffic, type Traffic } from './traffic/traffic.ts';

/** The phases of a step that several threads can take together: each reads one picture and writes what is its own. */
export interface Phases {
  /** Every vehicle looks along its way: how fast it could go, where it may have to stop, when it will come. */
  lookAhead(traffic: Traffic, state: CityState): void;
  /** Who has to gives way. */
  giveWay(traffic: Traffic, state: CityState): void;
  /** All move by what they have decided; those whose front passes the end of their place go on to the next. */
  move(traffic: Traffic, state: CityState): void;
  /**
   * Lane changes, after all have moved: first everyone decides on the same picture, then those who found a gap take it
   * one by one, by departure, each looking again whether the gap is still there. So two never take the same gap, and the
   * order of rows cannot matter.
   */
  changeLanes(traffic: Traffic, state: CityState): void;
}

/** The phases on one thread. */
export const phasesBy = (parts: Parts): Phases => ({
  lookAhead(traffic, state) {
    fitTraffic(traffic, state);
    parts.forgetApproaches();
    parts.lookAtJunctions();
    parts.lookOnOwn();
  },
  giveWay: () => parts.giveWay(),
  move(traffic) {
    parts.moveOwn();
    parts.passOn(traffic.crossingCount);
  },
  changeLanes(traffic, state) {
    const found = parts.chooseSides();
    orderByDeparture(traffic, state, found);
    parts.takeGaps(found);
  },
});

/** Puts those who found a gap into the order in which they take it. */
export function orderByDeparture({ changing }: Traffic, { vehicles: { departure } }: CityState, count: number): void {
  if (count > 1) changing.subarray(0, count).sort((one, other) => departure[one]! - departure[other]!);
}
