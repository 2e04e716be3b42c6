import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { REPLAY_SEGMENT_S } from '../../../engine/results/tables.ts';
import type { JunctionSpan } from '../../../scenarios/explain/junction-span.ts';
import type { JunctionFigures } from '../../../scenarios/measure/junction-figures.ts';
import { makeJunctionFeed, type JunctionFeed } from '../feed/junction-feed.ts';
import { makeSegments } from '../feed/segments.ts';
import type { Side } from '../session/session.ts';
import { useSession, useViewer } from '../viewer-context.ts';

/** Something of a junction: on its way, here, not there at all, or failed. */
export type Part<T> = { is: 'coming' } | { is: 'here'; value: T } | { is: 'missing' } | { is: 'failed' };

/** Figures of a junction in the runs that are loaded. */
export interface JunctionSides { coming: boolean; failed: boolean; sides: { side: Side; run: string; figures: JunctionFigures }[] }

export function useJunctionSides(controller: number): JunctionSides {
  const { city } = useViewer();
  useSession(({ results }) => results);
  const a = city.run('a')?.name ?? '', other = city.run('b')?.name ?? '', b = other === a ? '' : other;
  const parts = [{ side: 'a', run: a, part: useJunctionPart(a, controller, (feed) => feed.figures()) }, { side: 'b', run: b, part: useJunctionPart(b, controller, (feed) => feed.figures()) }] as const;
  return {
    coming: parts.some(({ part }) => part.is === 'coming'), failed: parts.some(({ part }) => part.is === 'failed'),
    sides: parts.flatMap(({ side, run, part }) => (part.is === 'here' ? [{ side, run, figures: part.value }] : [])),
  };
}

/** One part of a junction in a run; asked for anew when junction, run or the time that the part is of change, and not at all without a run. */
export function useJunctionPart<T>(run: string, controller: number, ask: (feed: JunctionFeed) => Promise<T | undefined>, ofS = 0): Part<T> {
  const { city } = useViewer();
  const [part, setPart] = useState<Part<T>>({ is: 'coming' });
  useEffect(() => {
    let current = true;
    const tell = (next: Part<T>): void => { if (current) setPart(next); };
    if (run === '') tell({ is: 'missing' });
    else {
      tell({ is: 'coming' });
      ask(makeJunctionFeed(city.name, run, controller)).then((value) => tell(value === undefined ? { is: 'missing' } : { is: 'here', value }), () => tell({ is: 'failed' }));
    }
    return () => { current = false; };
    // `ask` names the part, which never changes for one caller.
  }, [city, run, controller, ofS]);
  return part;
}

/**
 * What the junction showed around now, in pieces of five minutes as they arrive: the one that holds now, the one before and
 * the one after. Whoever uses it is made anew for another run or junction.
 */
export function useJunctionSpans(run: string, controller: number): Part<readonly JunctionSpan[]> {
  const { city, player } = useViewer();
  const [, tellArrival] = useReducer((count: number) => count + 1, 0);
  const [failed, setFailed] = useState(false);
  const last = useRef<readonly JunctionSpan[] | undefined>(undefined);
  const segments = useMemo(() => {
    const feed = makeJunctionFeed(city.name, run, controller);
    return makeSegments((fromS) => feed.span(fromS), tellArrival, () => setFailed(true));
  }, [city, run, controller]);
  // The last second of a run lies in its last piece, not in the one after.
  const lastS = (player?.clock.untilS ?? Infinity) - 0.01;
  const nowS = useSession(({ timeS }) => Math.floor(Math.min(timeS, lastS) / REPLAY_SEGMENT_S) * REPLAY_SEGMENT_S);
  if (run === '') return { is: 'missing' };
  // A server that failed once is not asked again and again.
  if (failed) return { is: 'failed' };
  const pieces = [nowS, nowS + REPLAY_SEGMENT_S, nowS - REPLAY_SEGMENT_S].map((fromS) => segments.at(fromS, 0));
  if (pieces[0]) return { is: 'here', value: (last.current = pieces.filter((piece) => piece !== undefined)) };
  if (!segments.waiting(nowS)) return { is: 'missing' };
  // What was there stays until the other time has come, lest the panel shrink and grow again at every jump.
  return last.current ? { is: 'here', value: last.current } : { is: 'coming' };
}

/** The piece that holds a time; the last one holds its end too. */
export const pieceAt = (pieces: readonly JunctionSpan[], timeS: number): JunctionSpan | undefined =>
  pieces.find(({ fromS, untilS }) => timeS >= fromS && timeS < untilS) ?? pieces.find(({ untilS }) => timeS === untilS);
