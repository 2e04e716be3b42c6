import { clockS } from './change-kind.ts';
import type { Change } from './change.ts';
import { spansS } from './event-time.ts';

const MINUTE_S = 60, HOUR_S = 3600;

/** The clock times between which a change holds, as it says them, and when it may show, in seconds since midnight of the first day. */
export interface Shows { from: string; until: string; spans: readonly { fromS: number; untilS: number }[] }

/**
 * When a change may be seen in a run; undefined where it may be at any time: it names no times, or alters what is outside of them too (bollards are up
 * then), or what lamps do every night, which the figures of a year tell.
 */
export function whenItShows(change: Change): Shows | undefined {
  switch (change.change) {
    case 'headway': case 'run-time': case 'passenger-growth': case 'demand-growth': case 'bus-lane': case 'close-link': case 'close-lane': case 'incident': case 'limit-by-time': case 'divert': case 'lighting-override': case 'communication-loss': case 'adaptive-lighting': {
      const { from, until } = change;
      return { from, until, spans: spansS({ from, until }) };
    }
    case 'timetable-shift': {
      // Trips are missed where they were, and met where they are.
      const { from, until, laterMin } = change, shiftS = laterMin * MINUTE_S;
      return { from, until, spans: spansS({ from, until }).map(({ fromS, untilS }) => ({ fromS: fromS + Math.min(0, shiftS), untilS: untilS + Math.max(0, shiftS) })) };
    }
    case 'event-crowd': {
      // Whoever walks to a stop waits there for a while.
      const { from, overMin } = change, fromS = clockS(from), untilS = fromS + overMin * MINUTE_S;
      return { from, until: clockAt(untilS), spans: [{ fromS, untilS: untilS + HOUR_S }] };
    }
    case 'emergency-trip': {
      const times = change.at.toSorted();
      return { from: times[0]!, until: times.at(-1)!, spans: times.map((time) => ({ fromS: clockS(time), untilS: clockS(time) + MINUTE_S })) };
    }
    default: return undefined;
  }
}

const clockAt = (timeS: number): string => [Math.floor(timeS / HOUR_S) % 24, Math.floor(timeS / MINUTE_S) % 60].map((part) => String(part).padStart(2, '0')).join(':');
