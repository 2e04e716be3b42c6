import type { ReadingTwin } from './twin.ts';

/** The timetabled call that a halt stands for: halts of a timetabled trip stand one to one beside its calls. -1 for others. */
export function callOf({ departures, trips }: ReadingTwin, departure: number, halt: number): number {
  const trip = departures.trip[departure]!;
  if (trip < 0 || trips.callCount[trip] !== departures.haltCount[departure]) return -1;
  return trips.firstCall[trip]! + halt - departures.firstHalt[departure]!;
}
