import { REPLAY_SEGMENT_S } from '../../../engine/results/tables.ts';

/** Segments of five minutes, loaded as the clock comes near; the last few are kept. */
export interface Segments<T> {
  /** The segment that holds `timeS` if it is here; asks for it otherwise, and for the next one ahead of time. */
  at(timeS: number, secondsAhead: number): T | undefined;
  /** Whether the segment that holds `timeS` is on its way. */
  waiting(timeS: number): boolean;
}

const KEPT = 8;

export function makeSegments<T>(load: (fromS: number) => Promise<T | undefined>, onChange: () => void, onFailure: (error: unknown) => void): Segments<T> {
  const here = new Map<number, T | undefined>();
  const asked = new Set<number>();
  const ask = (fromS: number): void => {
    if (fromS < 0 || here.has(fromS) || asked.has(fromS)) return;
    asked.add(fromS);
    load(fromS).then((segment) => {
      here.set(fromS, segment);
      for (const oldest of here.keys()) {
        if (here.size <= KEPT) break;
        here.delete(oldest);
      }
    }, onFailure).finally(() => {
      asked.delete(fromS);
      onChange();
    });
  };
  const startOf = (timeS: number): number => Math.floor(timeS / REPLAY_SEGMENT_S) * REPLAY_SEGMENT_S;
  return {
    at(timeS, secondsAhead) {
      const fromS = startOf(timeS);
      ask(fromS);
      if (startOf(timeS + secondsAhead) !== fromS) ask(fromS + REPLAY_SEGMENT_S);
      const segment = here.get(fromS);
      if (here.has(fromS)) { // Youngest again: the oldest is dropped first.
        here.delete(fromS);
        here.set(fromS, segment as T);
      }
      return segment;
    },
    waiting: (timeS) => asked.has(startOf(timeS)),
  };
}
