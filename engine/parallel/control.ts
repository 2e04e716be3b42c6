/**
 * How the threads of one run keep step. Thread 0 steps the city; the others, its helpers, take their part of the phases
 * in which everyone reads one picture and writes only what is theirs. Whoever waits looks again and again for a short
 * while, since a phase takes less than a system needs to wake a thread, and then sleeps.
 */

/** Words of the control block. What helpers found stands from FOUND on, one word a thread. */
const ROUND = 0, DONE = 1, PHASE = 2, FAILED = 3, FOUND = 4;

/** A few dozen microseconds: longer than a barrier takes on a quiet machine, shorter than a time slice. */
const LOOKS = 2000;
/** A helper that has not answered for so long will not. Starting one takes tenths of a second. */
const PATIENCE_MS = 60_000;

/** What helpers are told to do in a round. */
export const phase = { lookAhead: 0, giveWay: 1, drive: 2, chooseLane: 3, receive: 4, end: 5 } as const;
export type Phase = (typeof phase)[keyof typeof phase];

export interface Control {
  words: Int32Array;
  /** Plain numbers of the state, as thread 0 knows them at the start of a round. */
  numbers: Float64Array;
  helpers: number;
}

export const makeControl = (helpers: number, numberCount: number): Control => ({
  words: new Int32Array(new SharedArrayBuffer(4 * (FOUND + helpers + 1))), numbers: new Float64Array(new SharedArrayBuffer(8 * numberCount)), helpers,
});

/** Looks until a word is no longer `value`, then sleeps; false when it stayed so for too long. */
function leaves(words: Int32Array, index: number, value: number, patienceMs: number): boolean {
  for (let look = 0; look < LOOKS; look++) if (Atomics.load(words, index) !== value) return true;
  return Atomics.wait(words, index, value, patienceMs) !== 'timed-out' || Atomics.load(words, index) !== value;
}

/** Thread 0: starts a round. */
export function beginRound({ words }: Control, what: Phase): void {
  Atomics.store(words, DONE, 0);
  Atomics.store(words, PHASE, what);
  Atomics.add(words, ROUND, 1);
  Atomics.notify(words, ROUND);
}

/** Thread 0: waits until all helpers have done their part. */
export function endRound({ words, helpers }: Control): void {
  for (let done = Atomics.load(words, DONE); done < helpers; done = Atomics.load(words, DONE)) {
    if (!leaves(words, DONE, done, PATIENCE_MS)) throw new Error('a thread of the run does not answer');
  }
  if (Atomics.load(words, FAILED) !== 0) throw new Error('a thread of the run failed');
}

/** A helper: waits for a round after `round` and returns its number. */
export function awaitRound({ words }: Control, round: number): number {
  while (Atomics.load(words, ROUND) === round) leaves(words, ROUND, round, Infinity);
  return Atomics.load(words, ROUND);
}

export const currentRound = ({ words }: Control): number => Atomics.load(words, ROUND);
export const roundPhase = ({ words }: Control): Phase => Atomics.load(words, PHASE) as Phase;

/** A helper: has done its part. `found`: how many vehicles it has listed. */
export function finishPart({ words }: Control, thread: number, found: number): void {
  words[FOUND + thread] = found;
  Atomics.add(words, DONE, 1);
  Atomics.notify(words, DONE);
}

export const foundBy = ({ words }: Control, thread: number): number => words[FOUND + thread]!;

/** A helper: something went wrong; thread 0 will say so. */
export function failPart(control: Control, thread: number): void {
  Atomics.store(control.words, FAILED, 1);
  finishPart(control, thread, 0);
}
