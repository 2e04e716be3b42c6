import type { SignalState } from './signal-state.ts';

/** Times of a run are sums of steps, ends of intervals sums of lengths in tenths of a second: the same time may differ in its last digit. */
const ROUNDING_S = 1e-6;

/** Whether the interval that a controller runs is over. */
export const isIntervalOver = ({ controllers }: SignalState, controller: number, timeS: number): boolean => controllers.endsS[controller]! <= timeS + ROUNDING_S;
