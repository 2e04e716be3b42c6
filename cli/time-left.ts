import type { Terminal } from './terminal.ts';

/** Before so much time and so much of the work, nobody can tell how long the rest takes. */
const TELLS_AFTER_MS = 3000, TELLS_FROM_SHARE = 0.01;

/** Seconds up to a minute are told in fives, then minutes: a number that jumps with every glance is not believed. */
const STEP_S = 5, MINUTE_S = 60;

/** How long work still takes if it goes on as it went so far. */
export interface TimeLeft {
  /** What was there before any work was done: it says nothing about how fast the rest goes. `share`: of all, 0 to 1. */
  found(share: number): void;
  /** A few words, or none yet. `share`: done of all, what was found included. */
  after(share: number): string;
}

export function makeTimeLeft({ words }: Pick<Terminal, 'words'>): TimeLeft {
  const startMs = Date.now();
  let foundShare = 0;
  return {
    found(share) { foundShare = Math.max(foundShare, share); },
    after(share) {
      const tookMs = Date.now() - startMs, done = (share - foundShare) / (1 - foundShare);
      if (tookMs < TELLS_AFTER_MS || !(done >= TELLS_FROM_SHARE) || share >= 1) return '';
      const leftS = ((tookMs / 1000) * (1 - done)) / done;
      if (leftS < MINUTE_S - STEP_S) return words.secondsLeft(Math.max(STEP_S, Math.ceil(leftS / STEP_S) * STEP_S));
      const minutes = Math.ceil(leftS / MINUTE_S);
      return minutes < 60 ? words.minutesLeft(minutes) : words.hoursLeft(Math.floor(minutes / 60), minutes % 60);
    },
  };
}
