import { DAY_S } from '../../../engine/foundation/clock.ts';
import type { Clock } from '../session/clock.ts';
import { speeds, type SessionStore } from '../session/session.ts';
import type { Action } from './action.ts';

export interface ClockActions { playPause: Action; earlier: Action; later: Action; muchEarlier: Action; muchLater: Action; faster: Action; slower: Action; noonMidnight: Action }

export function clockActions(session: SessionStore, clock: Clock): ClockActions {
  const seek = (byS: number) => (): void => session.setState({ timeS: Math.min(clock.untilS, Math.max(clock.fromS, clock.timeS() + byS)) });
  const change = (by: number) => (): void => {
    const at = speeds.findIndex((speed) => speed >= session.getState().speed);
    session.setState({ speed: speeds[Math.min(speeds.length - 1, Math.max(0, at + by))]! });
  };
  return {
    playPause: {
      name: 'play-pause', label: 'play', shortcuts: [' ', 'k'],
      run() {
        const { playing } = session.getState();
        // At the end of the day, play starts the day again.
        session.setState(!playing && clock.timeS() >= clock.untilS ? { playing: true, timeS: clock.fromS } : { playing: !playing });
      },
    },
    earlier: { name: 'earlier', label: 'earlier', shortcuts: ['ArrowLeft'], run: seek(-60) },
    later: { name: 'later', label: 'later', shortcuts: ['ArrowRight'], run: seek(60) },
    muchEarlier: { name: 'much-earlier', label: 'muchEarlier', shortcuts: [',', 'PageDown'], run: seek(-900) },
    muchLater: { name: 'much-later', label: 'muchLater', shortcuts: ['.', 'PageUp'], run: seek(900) },
    faster: { name: 'faster', label: 'faster', shortcuts: ['ArrowUp'], run: change(1) },
    slower: { name: 'slower', label: 'slower', shortcuts: ['ArrowDown'], run: change(-1) },
    noonMidnight: {
      name: 'noon-midnight', label: 'noonMidnight', shortcuts: ['n'],
      run() {
        const hour = ((clock.timeS() % DAY_S) / 3600);
        const wantedS = hour >= 7 && hour < 20 ? 22 * 3600 : 12 * 3600;
        session.setState({ timeS: Math.min(clock.untilS, Math.max(clock.fromS, Math.floor(clock.timeS() / DAY_S) * DAY_S + wantedS)) });
      },
    },
  };
}
