import type { ReadingTwin } from '../twin/twin.ts';

/** Where the run stands in the events of the twin. */
export interface EventState {
  /** The next beginning or end of an event: nothing need be looked at before. All that lie earlier have been applied. */
  nextS: number;
}

/** Undefined in a city without events: its runs pay nothing for them. */
export const prepareEventState = ({ events }: ReadingTwin): EventState | undefined => (events.count > 0 ? { nextS: -Infinity } : undefined);
