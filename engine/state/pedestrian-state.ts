import { f64, makeTable, rowOf, u32, u8, type Table } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** People at crossings are counted hour by hour. */
export const CROSSING_INTERVAL_S = 3600;

/** People who wait at a crossing or walk across, the first `peopleCount` rows; in no particular order. */
export const personColumns = {
  crossing: rowOf('crossings', 'where'),
  fromSecondKerb: u8('1 for who walks from the second kerb to the first'),
  arriveS: f64('when they came to the kerb'),
  startS: f64('when they stepped on; -1 while waiting'),
  walkingMps: f64('how fast they walk'),
};

/** One row for each crossing. */
export const crossingStateColumns = {
  nextArrivalS: f64('when the next person comes; -1 before the first has been drawn'),
  draws: u32('random draws so far: the key of the next one'),
  waiting: u32('people at the kerbs'),
  started: u32('people who stepped on since the start of the running hour'),
  waitedS: f64('waits of these people, summed'),
  longestWaitS: f64('the longest of these waits'),
};

/** One row for each window of a crossing: what people and drivers tell each other within one step. */
export const windowStateColumns = {
  blocked: u8('1 if drivers have to stop before it if they can; written by the people'),
  takenUntilS: f64('when the last vehicle that can no longer stop will be past it; written by the drivers, and only while blocked'),
};

/** Pedestrians at one instant. */
export interface PedestrianState {
  people: Table<typeof personColumns>;
  peopleCount: number;
  crossings: Table<typeof crossingStateColumns>;
  windows: Table<typeof windowStateColumns>;
  /** Windows that are blocked now. */
  blockedWindows: Int32Array;
  blockedCount: number;
  /** Start of the running hour. */
  intervalFromS: number;
}

const FIRST_ROOM = 64;

/** Nobody is at any crossing yet. Undefined in a city without crossings: it pays nothing for them, and keeps its fingerprint. */
export function preparePedestrianState(twin: ReadingTwin, fromS: number): PedestrianState | undefined {
  if (twin.crossings.count === 0) return undefined;
  const crossings = makeTable(crossingStateColumns, twin.crossings.count);
  crossings.nextArrivalS.fill(-1);
  return {
    people: makeTable(personColumns, FIRST_ROOM),
    peopleCount: 0,
    crossings,
    windows: makeTable(windowStateColumns, twin.crossingWindows.count),
    blockedWindows: new Int32Array(twin.crossingWindows.count),
    blockedCount: 0,
    intervalFromS: Math.floor(fromS / CROSSING_INTERVAL_S) * CROSSING_INTERVAL_S,
  };
}

/** Room for one more person, whose row is returned. */
export function addPerson(state: PedestrianState): number {
  if (state.peopleCount === state.people.count) {
    const wider = makeTable(personColumns, state.people.count * 2) as PedestrianState['people'] & Record<string, Float64Array>;
    for (const name of Object.keys(personColumns)) wider[name]!.set((state.people as typeof wider)[name]!);
    state.people = wider;
  }
  return state.peopleCount++;
}

/** The last person takes the row of one who has left. */
export function removePerson(state: PedestrianState, row: number): void {
  const { people } = state, last = --state.peopleCount;
  people.crossing[row] = people.crossing[last]!;
  people.fromSecondKerb[row] = people.fromSecondKerb[last]!;
  people.arriveS[row] = people.arriveS[last]!;
  people.startS[row] = people.startS[last]!;
  people.walkingMps[row] = people.walkingMps[last]!;
}
