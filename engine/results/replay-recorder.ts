import { f64, i32, makeTable, rowOf, type Table } from '../foundation/table.ts';
import { addRow, finished, makeGrowingTable } from './growing-table.ts';
import { REPLAY_SEGMENT_S, REPLAY_TOLERANCE_M, replayKnotColumns, replayWalkColumns, type ReplaySegment } from './tables.ts';

/** Told by the traffic where vehicles are; keeps as few knots of their ways as the tolerance allows. */
export interface ReplayRecorder {
  /** A vehicle enters the network. */
  begin(slot: number, departure: number, timeS: number, place: number, positionM: number): void;
  /** Where a vehicle is at the end of a step. */
  see(slot: number, departure: number, timeS: number, place: number, positionM: number): void;
  /** A vehicle passes the end of a place, or the start of the next one: always a knot. */
  cross(slot: number, departure: number, timeS: number, place: number, positionM: number): void;
  /** A vehicle leaves the network. */
  end(slot: number, departure: number, timeS: number, place: number, positionM: number): void;
  /** Vehicles have moved to other slots: `newSlot` by old slot, -1 for slots that are free. */
  rename(newSlot: Int32Array): void;
  /** Someone has crossed a street and is gone. */
  walked(person: Walk): void;
  /** All have been seen at `timeS`: hands out the segment that ends there, if one does. `present`: who is at a crossing then. */
  endStep(timeS: number, present?: People): void;
  /** The run stops at `timeS`: hands out what the last segment holds. */
  finish(timeS: number, present?: People): void;
}

/** One who comes to a crossing, with times since midnight; `startS` is -1 for who still waits. */
export interface Walk { crossing: number; fromSecondKerb: number; arriveS: number; startS: number; walkingMps: number }
/** Those who are at crossings now: the first `peopleCount` rows. */
export interface People { people: { [Name in keyof Walk]: ArrayLike<number> }; peopleCount: number }

/** By slot: the last knot, the last place seen, and the speeds that keep within tolerance of all seen since the knot. */
const trackColumns = {
  departure: rowOf('departures', 'whose way it is; -1 for none'),
  place: i32('of the last knot and of all seen since'),
  knotS: f64('time of the last knot'),
  knotM: f64('position of the last knot'),
  seenS: f64('when it was seen last'),
  seenM: f64('where it was seen last'),
  leastMps: f64('slower would leave the tolerance of something seen since the knot'),
  mostMps: f64('faster would'),
};

/** Knots lie on a grid (never past the end of a place): digits that nobody can see would double the size of the file. */
const KNOT_GRID_M = 1 / 16;
/** The grid, float32 times and positions, and a second rounding when they are read, take a little of the tolerance. */
const TOLERANCE_M = 0.9 * REPLAY_TOLERANCE_M;

/**
 * The swinging door (Bristol, 1990): a line from the last knot through each new point must pass within the tolerance
 * of all points between; where it no longer does, the point before becomes a knot. Vehicles keep their speed within a
 * step, so the line is within tolerance between the points as well.
 */
export function makeReplayRecorder(fromS: number, onSegment: (segment: ReplaySegment) => void): ReplayRecorder {
  let tracks = makeTable(trackColumns, 0);
  let segmentS = Math.floor(fromS / REPLAY_SEGMENT_S) * REPLAY_SEGMENT_S;
  let knots = makeGrowingTable(replayKnotColumns, 4096), walks = makeGrowingTable(replayWalkColumns);

  const makeRoom = (slot: number): void => {
    if (slot < tracks.count) return;
    const wider = makeTable(trackColumns, Math.max(256, 2 * tracks.count, slot + 1)) as Table<typeof trackColumns> & Record<string, Float64Array>;
    wider.departure.fill(-1);
    for (const name of Object.keys(trackColumns)) wider[name]!.set((tracks as typeof wider)[name]!);
    tracks = wider;
  };

  const keep = (slot: number, timeS: number, place: number, positionM: number): void => {
    const row = addRow(knots), { rows } = knots;
    rows.departure[row] = tracks.departure[slot]!;
    rows.timeS[row] = timeS - segmentS;
    rows.place[row] = place;
    rows.positionM[row] = Math.floor(positionM / KNOT_GRID_M) * KNOT_GRID_M;
    tracks.place[slot] = place;
    tracks.knotS[slot] = tracks.seenS[slot] = timeS;
    tracks.knotM[slot] = tracks.seenM[slot] = positionM;
    tracks.leastMps[slot] = -Infinity;
    tracks.mostMps[slot] = Infinity;
  };

  const keepLastSeen = (slot: number): void => {
    if (tracks.seenS[slot]! > tracks.knotS[slot]!) keep(slot, tracks.seenS[slot]!, tracks.place[slot]!, tracks.seenM[slot]!);
  };

  const begin = (slot: number, departure: number, timeS: number, place: number, positionM: number): void => {
    makeRoom(slot);
    tracks.departure[slot] = departure;
    keep(slot, timeS, place, positionM);
  };

  const see = (slot: number, departure: number, timeS: number, place: number, positionM: number): void => {
    if (slot >= tracks.count || tracks.departure[slot] !== departure) { begin(slot, departure, timeS, place, positionM); return; }
    if (tracks.place[slot] !== place) { // It has changed lane, or was moved: from where it was last to where it is now.
      keepLastSeen(slot);
      keep(slot, timeS, place, positionM);
      return;
    }
    let lastsS = timeS - tracks.knotS[slot]!;
    if (lastsS <= 0) return;
    const mps = (positionM - tracks.knotM[slot]!) / lastsS;
    if (mps < tracks.leastMps[slot]! || mps > tracks.mostMps[slot]!) {
      keepLastSeen(slot);
      lastsS = timeS - tracks.knotS[slot]!;
    }
    const goneM = positionM - tracks.knotM[slot]!;
    tracks.leastMps[slot] = Math.max(tracks.leastMps[slot]!, (goneM - TOLERANCE_M) / lastsS);
    tracks.mostMps[slot] = Math.min(tracks.mostMps[slot]!, (goneM + TOLERANCE_M) / lastsS);
    tracks.seenS[slot] = timeS;
    tracks.seenM[slot] = positionM;
  };

  const cross = (slot: number, departure: number, timeS: number, place: number, positionM: number): void => {
    see(slot, departure, timeS, place, positionM);
    keepLastSeen(slot);
  };

  const walked = ({ crossing, fromSecondKerb, arriveS, startS, walkingMps }: Walk, untilS = startS): void => {
    const row = addRow(walks), { rows } = walks;
    rows.crossing[row] = crossing;
    rows.fromSecondKerb[row] = fromSecondKerb;
    rows.arriveS[row] = arriveS - segmentS;
    rows.startS[row] = (startS >= 0 ? startS : untilS) - segmentS;
    rows.walkingMps[row] = walkingMps;
  };

  const close = (timeS: number, present: People | undefined): void => {
    // A segment stands alone: who is under way at its end is in it, and in the next one too.
    for (let person = 0; present && person < present.peopleCount; person++) {
      const { crossing, fromSecondKerb, arriveS, startS, walkingMps } = present.people;
      walked({ crossing: crossing[person]!, fromSecondKerb: fromSecondKerb[person]!, arriveS: arriveS[person]!, startS: startS[person]!, walkingMps: walkingMps[person]! }, timeS);
    }
    for (let slot = 0; slot < tracks.count; slot++) if (tracks.departure[slot]! >= 0) keepLastSeen(slot);
    onSegment({ fromS: segmentS, untilS: timeS, knots: sorted(knots.rows), walks: finished(walks) });
    knots = makeGrowingTable(replayKnotColumns, knots.roomRows);
    walks = makeGrowingTable(replayWalkColumns, walks.roomRows);
    segmentS = Math.floor(timeS / REPLAY_SEGMENT_S) * REPLAY_SEGMENT_S;
  };

  const rename = (newSlot: Int32Array): void => {
    const renamed = makeTable(trackColumns, Math.max(tracks.count, newSlot.length)) as Table<typeof trackColumns> & Record<string, Float64Array>;
    renamed.departure.fill(-1);
    for (const name of Object.keys(trackColumns)) {
      const from = (tracks as typeof renamed)[name]!, to = renamed[name]!;
      for (let slot = 0; slot < tracks.count; slot++) if (newSlot[slot]! >= 0) to[newSlot[slot]!] = from[slot]!;
    }
    tracks = renamed;
  };

  return {
    begin, see, cross, rename, walked: (person) => walked(person),
    end(slot, departure, timeS, place, positionM) {
      cross(slot, departure, timeS, place, positionM);
      tracks.departure[slot] = -1;
    },
    endStep(timeS, present) {
      if (timeS < segmentS + REPLAY_SEGMENT_S) return;
      close(timeS, present);
      // A segment stands alone: it opens with a knot of every vehicle on the network.
      for (let slot = 0; slot < tracks.count; slot++) {
        if (tracks.departure[slot]! >= 0) keep(slot, tracks.seenS[slot]!, tracks.place[slot]!, tracks.seenM[slot]!);
      }
    },
    finish(timeS, present) {
      if ((knots.rows.count > 0 || walks.rows.count > 0) && timeS > segmentS) close(timeS, present);
    },
  };
}

/** Knots by departure, then in the order in which they were kept, which is that of time. */
function sorted(kept: Table<typeof replayKnotColumns>): Table<typeof replayKnotColumns> {
  const keys = new Float64Array(kept.count);
  for (let row = 0; row < kept.count; row++) keys[row] = kept.departure[row]! * kept.count + row;
  keys.sort();
  const knots = makeTable(replayKnotColumns, kept.count);
  for (let at = 0; at < kept.count; at++) {
    const row = keys[at]! % kept.count;
    knots.departure[at] = kept.departure[row]!;
    knots.timeS[at] = kept.timeS[row]!;
    knots.place[at] = kept.place[row]!;
    knots.positionM[at] = kept.positionM[row]!;
  }
  return knots;
}
