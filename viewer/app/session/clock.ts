import type { SessionStore } from './session.ts';

/** The clock of the simulation. It runs every frame; the session hears of it a few times a second. */
export interface Clock {
  readonly fromS: number;
  readonly untilS: number;
  timeS(): number;
  /** Lets `elapsedMs` of real time pass; true when the clock has moved. */
  advance(elapsedMs: number): boolean;
}

const TELL_EVERY_MS = 200;

export function makeClock(session: SessionStore, fromS: number, untilS: number): Clock {
  const within = (timeS: number): number => Math.min(untilS, Math.max(fromS, timeS));
  let timeS = within(session.getState().timeS < 0 ? fromS : session.getState().timeS), toldS = NaN, sinceToldMs = 0;
  const tell = (playing: boolean): void => {
    toldS = timeS;
    sinceToldMs = 0;
    session.setState({ timeS, playing });
  };
  return {
    fromS, untilS,
    timeS: () => timeS,
    advance(elapsedMs) {
      const { timeS: wantedS, playing, speed } = session.getState();
      let moved = false;
      // Somebody set the session's time: a jump.
      if (wantedS !== toldS) {
        timeS = within(wantedS < 0 ? fromS : wantedS);
        moved = true;
        tell(playing);
      }
      if (!playing) return moved;
      const before = timeS;
      timeS = within(timeS + (elapsedMs / 1000) * speed);
      sinceToldMs += elapsedMs;
      if (timeS === untilS) tell(false);
      else if (sinceToldMs >= TELL_EVERY_MS) tell(true);
      return moved || timeS !== before;
    },
  };
}
