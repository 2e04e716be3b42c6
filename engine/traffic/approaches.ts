import { anywhere } from '../foundation/table.ts';

/**
 * Who comes: each vehicle tells, for every movement it can reach while braking is still possible, when it will be there.
 * Written while all plan, read while all decide, forgotten with the step.
 */
export interface Approaches {
  /** Room for this many vehicle slots. */
  roomSlots: number;
  movement: Int32Array;
  /** Where it could wait: AT_STOP_LINE, AT_POCKET or INSIDE. */
  from: Uint8Array;
  distanceM: Float64Array;
  arrivalS: Float64Array;
  leaveS: Float64Array;
  arrivalSpeedMps: Float64Array;
  leaveSpeedMps: Float64Array;
  /** Its speed in this step if it has to stop there. */
  ifHeldMps: Float64Array;
  /** 1 if it means to go. */
  comes: Uint8Array;
  /** The next record of the same movement, -1 for none. */
  next: Int32Array;
  /** Whose record it is. */
  slot: Int32Array;
  /** By slot: how many records it has, and the first of them: they follow each other. */
  count: Uint8Array;
  firstRecord: Int32Array;
  /** By slot: 1 if it is held back in this step. */
  held: Uint8Array;
  /** By movement: its first record, -1 for none. */
  first: Int32Array;
  /** Movements that have records, to forget them fast. */
  touched: Int32Array;
  touchedCount: number;
  /** Records stand close together, whoever has how many: a thread takes the next from its block, and another block when that is full. How many are taken stands in `taken`. */
  nextRecord: number;
  endRecord: number;
  taken: Int32Array;
  /** Whether several threads announce at once. */
  isShared: boolean;
}

/** Movements that one vehicle looks ahead to: braking distances in a city cross fewer junctions. */
export const MOST_APPROACHES = 6;
const BLOCK_RECORDS = 96, MOST_THREADS = 64;

/** At the stop line; at the point inside the junction where its movement may wait for a gap; past both, before the next area that it shares with others. */
export const AT_STOP_LINE = 0, AT_POCKET = 1, INSIDE = 2;

export function makeApproaches(roomSlots: number, movementCount: number, { make } = anywhere): Approaches {
  // The end of a block may be too short for one more vehicle.
  const room = roomSlots * (MOST_APPROACHES + 1) + MOST_THREADS * BLOCK_RECORDS;
  return {
    roomSlots,
    movement: make(Int32Array, room),
    from: make(Uint8Array, room),
    distanceM: make(Float64Array, room),
    arrivalS: make(Float64Array, room),
    leaveS: make(Float64Array, room),
    arrivalSpeedMps: make(Float64Array, room),
    leaveSpeedMps: make(Float64Array, room),
    ifHeldMps: make(Float64Array, room),
    comes: make(Uint8Array, room),
    next: make(Int32Array, room),
    slot: make(Int32Array, room),
    count: make(Uint8Array, roomSlots),
    firstRecord: make(Int32Array, roomSlots),
    held: make(Uint8Array, roomSlots),
    first: make(Int32Array, movementCount).fill(-1),
    touched: make(Int32Array, movementCount),
    touchedCount: 0,
    nextRecord: 0,
    endRecord: 0,
    taken: make(Int32Array, 1),
    isShared: false,
  };
}

export function forgetApproaches(approaches: Approaches): void {
  for (let index = 0; index < approaches.touchedCount; index++) approaches.first[approaches.touched[index]!] = -1;
  approaches.touchedCount = approaches.nextRecord = approaches.endRecord = approaches.taken[0] = 0;
}

/** A vehicle has told nothing yet in this step: keeps room for all that it may tell. */
export function openRecords(approaches: Approaches, slot: number): void {
  approaches.count[slot] = approaches.held[slot] = 0;
  if (approaches.nextRecord + MOST_APPROACHES > approaches.endRecord) {
    approaches.nextRecord = Atomics.add(approaches.taken, 0, BLOCK_RECORDS);
    approaches.endRecord = approaches.nextRecord + BLOCK_RECORDS;
  }
  approaches.firstRecord[slot] = approaches.nextRecord;
}

/** Enters a record into the list of its movement. */
export function announce(approaches: Approaches, record: number): void {
  const movement = approaches.movement[record]!;
  // Answers do not depend on the order of a list, so whoever comes first may stand last.
  const head = approaches.isShared ? Atomics.exchange(approaches.first, movement, record) : approaches.first[movement]!;
  if (head < 0) approaches.touched[approaches.touchedCount++] = movement;
  approaches.next[record] = head;
  if (!approaches.isShared) approaches.first[movement] = record;
}
