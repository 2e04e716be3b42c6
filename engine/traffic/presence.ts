import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { leftRearPastEndM } from './lane-order.ts';
import type { Presence } from './scratch.ts';
import type { Traffic } from './traffic.ts';

const WORD_BITS = 32;

export function preparePresence({ conflicts, junctions, movements }: ReadingTwin, laneCount: number, { places }: CityState): Presence {
  const { count } = movements, onJunction = new Int32Array(junctions.count), firstOf = new Int32Array(junctions.count + 1);
  const rank = new Int32Array(count);
  for (let movement = 0; movement < count; movement++) rank[movement] = onJunction[movements.junction[movement]!]!++;
  for (let junction = 0; junction < junctions.count; junction++) firstOf[junction + 1] = firstOf[junction]! + Math.ceil(onJunction[junction]! / WORD_BITS);
  const wordCount = firstOf[junctions.count]!, firstMask = new Int32Array(count + 1);
  for (let movement = 0; movement < count; movement++) {
    const junction = movements.junction[movement]!;
    firstMask[movement + 1] = firstMask[movement]! + firstOf[junction + 1]! - firstOf[junction]!;
  }
  const presence: Presence = {
    bit: new Int32Array(count), word: new Int32Array(count), firstWord: new Int32Array(count), firstMask, mask: new Int32Array(firstMask[count]!),
    on: new Int32Array(wordCount), coming: new Int32Array(wordCount), tails: new Int32Array(count), tailCount: 0, isTail: new Uint8Array(count),
  };
  for (let movement = 0; movement < count; movement++) {
    presence.firstWord[movement] = firstOf[movements.junction[movement]!]!;
    presence.word[movement] = presence.firstWord[movement]! + Math.floor(rank[movement]! / WORD_BITS);
    presence.bit[movement] = 1 << (rank[movement]! % WORD_BITS);
    // A run that is taken up again: whoever left last may still be there.
    if (places.left[laneCount + movement]! >= 0) noteTail(presence, movement);
  }
  for (let row = 0; row < conflicts.count; row++) {
    const movement = conflicts.movement[row]!, foe = conflicts.foe[row]!;
    presence.mask[firstMask[movement]! + presence.word[foe]! - presence.firstWord[movement]!]! |= presence.bit[foe]!;
  }
  return presence;
}

/** A front has passed the end of a movement. */
export function noteTail(presence: Presence, movement: number): void {
  if (presence.isTail[movement] === 1) return;
  presence.isTail[movement] = 1;
  presence.tails[presence.tailCount++] = movement;
}

/** A vehicle has told when it comes to a movement. */
export function noteComing({ coming, word, bit }: Presence, movement: number, isShared: boolean): void {
  if (isShared) Atomics.or(coming, word[movement]!, bit[movement]!);
  else coming[word[movement]!]! |= bit[movement]!;
}

/** Who is on junctions now; nobody has told yet when it comes. */
export function lookAtJunctions({ presence, roads, twin }: Traffic, state: CityState): void {
  const { on, word, bit, tails, isTail } = presence, { laneCount } = roads, { activePlaces } = state;
  on.fill(0);
  presence.coming.fill(0);
  for (let index = 0; index < state.activePlaceCount; index++) {
    const movement = activePlaces[index]! - laneCount;
    if (movement >= 0) on[word[movement]!]! |= bit[movement]!;
  }
  let kept = 0;
  for (let index = 0; index < presence.tailCount; index++) {
    const movement = tails[index]!;
    if (leftRearPastEndM(state, laneCount + movement, twin.vehicleTypes.lengthM) >= 0) { isTail[movement] = 0; continue; }
    on[word[movement]!]! |= bit[movement]!;
    tails[kept++] = movement;
  }
  presence.tailCount = kept;
}

/** Whether somebody is on a movement that meets this one. */
export function meetsSomeone({ firstMask, firstWord, mask, on }: Presence, movement: number): boolean {
  const first = firstMask[movement]!, until = firstMask[movement + 1]!, word = firstWord[movement]!;
  for (let index = first; index < until; index++) if ((on[word + index - first]! & mask[index]!) !== 0) return true;
  return false;
}

/** The same, or somebody comes to one. */
export function meetsAnyone({ firstMask, firstWord, mask, on, coming }: Presence, movement: number): boolean {
  const first = firstMask[movement]!, until = firstMask[movement + 1]!, word = firstWord[movement]!;
  for (let index = first; index < until; index++) if (((on[word + index - first]! | coming[word + index - first]!) & mask[index]!) !== 0) return true;
  return false;
}
