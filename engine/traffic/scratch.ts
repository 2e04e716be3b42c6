import type { PathFinder } from '../paths/path-finder.ts';

/*
 * Memory that one look fills and the next one fills again, so that no step makes objects. Nothing in it outlives a look.
 */

/** A place on a lane that a vehicle would like to take. */
export interface Berth { lane: number; frontM: number; lengthM: number; speedMps: number; brakingMps2: number; movement: number; slot: number }

/** What is ahead of a berth; `slot` is -1 when the way is clear, and `gapM` (bumper to bumper) then Infinity. */
export interface Ahead { slot: number; gapM: number; speedMps: number; brakingMps2: number }

export const makeBerth = (): Berth => ({ lane: -1, frontM: 0, lengthM: 0, speedMps: 0, brakingMps2: 0, movement: -1, slot: -1 });
export const makeAhead = (): Ahead => ({ slot: -1, gapM: Infinity, speedMps: 0, brakingMps2: 1 });

/** What one driver sees of one lane beside its own, or of its own. */
export interface LaneView {
  lane: number;
  /** Lanes to the left (positive) or right of it to the nearest lane that leads on. */
  away: number;
  /** By which the driver would go on from it. */
  movement: number;
  /** From the driver's front to where this lane no longer leads on. */
  leftM: number;
  /** See `jamOf`; -1 before it has been asked. */
  jamM: number;
  wantedMps: number;
  /** What it could drive behind what is ahead. */
  promisedMps: number;
  /** Next ahead on this lane, -1 for none. */
  leader: number;
  ahead: Ahead;
}

export const makeLaneView = (): LaneView => ({ lane: -1, away: 0, movement: -1, leftM: 0, jamM: 0, wantedMps: 0, promisedMps: 0, leader: -1, ahead: makeAhead() });

/** One conflict of a movement and one vehicle on the other way. */
export interface Meeting { movement: number; conflict: number; mirror: number; foe: number; startM: number }

export const makeMeeting = (): Meeting => ({ movement: -1, conflict: -1, mirror: -1, foe: -1, startM: 0 });

/** What a driver tells others about one point of its way. */
export interface Coming {
  movement: number;
  /** Which kind of point: AT_STOP_LINE, AT_POCKET or INSIDE. */
  from: number;
  /** From its front to the point, and from there to the end of the junction. */
  distanceM: number;
  wayM: number;
  /** Its speed in this step if it has to stop there. */
  heldMps: number;
  /** Whether it means to go. */
  goes: boolean;
  /** How fast it passes at most. */
  mostMps: number;
}

export const makeComing = (): Coming => ({ movement: -1, from: 0, distanceM: 0.5, wayM: 0.5, heldMps: 0.5, goes: false, mostMps: Infinity });

/** One driver's view while planning: who it is, and the greatest speed that all it has seen so far allows. */
export interface Sight {
  slot: number;
  isIdm: boolean;
  speedMps: number;
  lengthM: number;
  minGapM: number;
  accelerationMps2: number;
  decelerationMps2: number;
  headwayS: number;
  maxSpeedMps: number;
  speedFactor: number;
  /** On the place where it is. */
  wantedMps: number;
  /** What it could drive after this step. */
  mostMps: number;
  /** Needed to stop from its present speed. */
  brakeGapM: number;
  boundMps: number;
  /** From its front to the end of the last place it has looked at. */
  seenM: number;
  /** Where it expects to be when: the last point for which it has told others its time, how far ahead that is and how fast it will be. */
  toldM: number;
  toldInS: number;
  toldMps: number;
  /** Whether the vehicle ahead has been found. */
  hasLeader: boolean;
  /** Whether someone stands across its way. */
  isBlocked: boolean;
  stepS: number;
}

export function makeSight(): Sight {
  return {
    slot: -1, isIdm: false, speedMps: 0, lengthM: 0, minGapM: 0, accelerationMps2: 0, decelerationMps2: 0, headwayS: 0, maxSpeedMps: 0,
    speedFactor: 0, wantedMps: 0, mostMps: 0, brakeGapM: 0, boundMps: 0, seenM: 0, toldM: 0, toldInS: 0, toldMps: 0, hasLeader: false, isBlocked: false, stepS: 1,
  };
}

/** Where drivers look for ways: a path finder for each category that has asked, with what its links cost now. Derived data, not state. */
export interface Ways {
  byCategory: Map<number, { finder: PathFinder; costs: Float64Array; isFresh: boolean }>;
}

export const makeWays = (): Ways => ({ byCategory: new Map() });

/** Memory for a line-up: which vehicle comes to a slot, where a slot's vehicle goes (-1: it is free), and room for one column of each width. */
export interface LineUp { oldSlot: Int32Array; newSlot: Int32Array; fractions: Float64Array; words: Int32Array; bytes: Uint8Array }

export const makeLineUp = (room: number): LineUp =>
  ({ oldSlot: new Int32Array(room), newSlot: new Int32Array(room), fractions: new Float64Array(room), words: new Int32Array(room), bytes: new Uint8Array(room) });

/**
 * Which movements have somebody on them, and to which somebody comes: one bit a movement, the movements of a junction
 * side by side. Most junctions are empty most of the time; one look at a word says so, and spares a walk over all conflicts.
 */
export interface Presence {
  /** By movement: its bit, the word that holds it, and the first word of its junction. */
  bit: Int32Array;
  word: Int32Array;
  firstWord: Int32Array;
  /** By movement: the foes among the movements of its junction, in words from `firstMask[movement]` to `firstMask[movement + 1]`. */
  firstMask: Int32Array;
  mask: Int32Array;
  /** Words: whose front, or rear, is on the movement; worked out as all begin to look ahead. */
  on: Int32Array;
  /** Words: for which a vehicle has told when it will come, in this step. */
  coming: Int32Array;
  /** Movements whose end a front has passed, while the rear may still be on them. */
  tails: Int32Array;
  tailCount: number;
  isTail: Uint8Array;
}
