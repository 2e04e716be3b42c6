import type { CityState } from '../state/city-state.ts';
import { aspect } from '../twin/signals.ts';
import type { Traffic } from './traffic.ts';

/** No signal stands at this movement. */
export const NO_SIGNAL = 255;

/** What the signal of a movement shows, or NO_SIGNAL. */
export function shownTo(traffic: Traffic, state: CityState, movement: number): number {
  const index = traffic.roads.signalIndex[movement]!;
  return index < 0 ? NO_SIGNAL : state.signals.shown[index]!;
}

/** Red or amber: who can still stop has to. */
export const isShut = (shown: number): boolean => isRed(shown) || shown === aspect.amber;

export const isRed = (shown: number): boolean => shown === aspect.red || shown === aspect.redAmber;

/**
 * Whether a movement gives way to a foe now. Signals come first: a protected green never waits for a permissive one,
 * a permissive one always waits for a protected one; otherwise the rule of the road holds.
 */
export function givesWay(mine: number, foes: number, yieldsByRule: number): boolean {
  if (isRed(foes)) return false;
  if (foes === aspect.amber) return true; // Who still comes on amber could not brake.
  if (mine === aspect.green && foes === aspect.greenPermissive) return false;
  if (mine === aspect.greenPermissive && foes === aspect.green) return true;
  return yieldsByRule === 1;
}
