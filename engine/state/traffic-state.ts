import { codeOf, f64, i32, makeTable, rowOf, u32, type Table } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Where a departure stands. `held`: its block's trip before has not arrived yet; `skipped`: before the start of the run. */
export const departureStage = { ahead: 0, held: 1, waiting: 2, running: 3, arrived: 4, skipped: 5 } as const;

/** One row for each lane, then one for each movement. */
export const placeStateColumns = {
  first: i32('slot of the vehicle furthest along, -1 for none'),
  last: i32('slot of the vehicle furthest back, -1 for none'),
  vehicles: u32('fronts on the place'),
  left: i32('slot of the vehicle whose front left it last, -1 for none: its rear may still be here'),
  leftDeparture: rowOf('departures', 'the departure of that vehicle, for its slot may have been taken again'),
  leftOdometerM: f64('odometer of that vehicle when its front left'),
  activeIndex: i32('where it stands in `activePlaces`, -1 while no front is on it'),
};

/** One row for each departure. */
export const departureStateColumns = {
  stage: codeOf(departureStage, 'where it stands'),
  slot: i32('slot of its vehicle while running, -1 otherwise'),
  nextWaiting: rowOf('departures', 'the next in the queue to enter the same link, -1 for none'),
};

/** One row for each link: the queue of those who wait to enter it. */
export const entryQueueColumns = {
  first: rowOf('departures', 'first to enter, -1 for none'),
  last: rowOf('departures', 'last to enter, -1 for none'),
};

export type PlaceStates = Table<typeof placeStateColumns>;
export type DepartureStates = Table<typeof departureStateColumns>;
export type EntryQueues = Table<typeof entryQueueColumns>;

export function makePlaceStates(twin: ReadingTwin): PlaceStates {
  const places = makeTable(placeStateColumns, twin.lanes.count + twin.movements.count);
  for (const column of [places.first, places.last, places.left, places.leftDeparture, places.activeIndex]) column.fill(-1);
  return places;
}

export function makeDepartureStates(twin: ReadingTwin): DepartureStates {
  const departures = makeTable(departureStateColumns, twin.departures.count);
  departures.slot.fill(-1);
  departures.nextWaiting.fill(-1);
  return departures;
}

export function makeEntryQueues(twin: ReadingTwin): EntryQueues {
  const queues = makeTable(entryQueueColumns, twin.links.count);
  queues.first.fill(-1);
  queues.last.fill(-1);
  return queues;
}
