import { memo, useLayoutEffect, useMemo, useRef, type PointerEvent } from 'react';
import { formatClock } from '../../../engine/foundation/clock.ts';
import { aspect } from '../../../engine/twin/signals.ts';
import type { JunctionSpan } from '../../../scenarios/explain/junction-span.ts';
import { groupName } from '../../../scenarios/language/group-name.ts';
import type { Language } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { markup } from '../../../scenarios/report/figures/markup.ts';
import { signalBar } from '../../../scenarios/report/figures/signal-look.ts';
import { junctionWordsFor, type JunctionWords } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { pieceAt } from './use-junction.ts';

/** Two pixels a second: a cycle of 90 s fits on a phone. */
const PX_PER_S = 2;
const CLOCK_Y = 12, STAGES_Y = 36, REQUESTS_Y = 48, REQUEST_PX = 16, REQUEST_ROWS = 2, GROUPS_Y = REQUESTS_Y + REQUEST_ROWS * REQUEST_PX + 8, NAME_PX = 16, BAR_PX = 10, GROUP_PX = NAME_PX + BAR_PX + 5;
/** Imported junctions may have a group for every turn. */
const MOST_GROUPS = 36;
const TICK_S = 30;
/** Whoever moves the pointer less than this clicks. */
const LEAST_PULL_PX = 4;

/** Signal groups, stages and requests around now. The line of now stands still in the middle, what is shown moves past it. */
export function JunctionStrip({ pieces }: { pieces: readonly JunctionSpan[] }) {
  const { player, session } = useViewer();
  const language = useSession((state) => state.language);
  const words = junctionWordsFor(language), { plain } = numbersIn(language);
  const strip = useRef<HTMLDivElement>(null), moving = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!player || !strip.current || !moving.current) return;
    const { style } = moving.current;
    let halfPx = 0, shownS = NaN;
    const place = (): void => {
      if (player.clock.timeS() === shownS) return;
      shownS = player.clock.timeS();
      style.transform = `translateX(${halfPx - shownS * PX_PER_S}px)`;
    };
    const watch = new ResizeObserver(([entry]) => {
      halfPx = Math.round(entry!.contentRect.width / 2);
      shownS = NaN;
      place();
    });
    watch.observe(strip.current);
    const stop = player.onFrame(place);
    return () => { watch.disconnect(); stop(); };
  }, [player]);
  const groups = (pieces[0]?.groups ?? []).slice(0, MOST_GROUPS), leftOut = (pieces[0]?.groups.length ?? 0) - groups.length;
  const drag = useRef<{ atPx: number; timeS: number; isMoved: boolean } | undefined>(undefined);
  const hold = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { atPx: event.clientX, timeS: session.getState().timeS, isMoved: false };
  };
  const pull = ({ clientX }: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current || (!drag.current.isMoved && Math.abs(clientX - drag.current.atPx) < LEAST_PULL_PX)) return;
    drag.current.isMoved = true;
    session.setState({ timeS: drag.current.timeS - (clientX - drag.current.atPx) / PX_PER_S });
  };
  const letGo = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    // A click goes to the second under the pointer.
    if (drag.current && !drag.current.isMoved) session.setState(({ timeS }) => ({ timeS: timeS + (event.clientX - left - width / 2) / PX_PER_S }));
    drag.current = undefined;
  };
  return (
    <div className="signals-by-minute">
      <header><h3>{words.signals}</h3><ChangeButtons pieces={pieces} words={words} /></header>
      <div ref={strip} className="strip" style={{ height: GROUPS_Y + groups.length * GROUP_PX }} role="group" aria-label={words.signals} onPointerDown={hold} onPointerMove={pull} onPointerUp={letGo} onPointerCancel={() => { drag.current = undefined; }}>
        <div ref={moving} className="strip-moving" aria-hidden="true">
          {pieces.map((piece) => <Piece key={piece.fromS} piece={piece} language={language} />)}
          <Requests pieces={pieces} />
        </div>
        <i className="strip-later" aria-hidden="true" />
        <i className="strip-now" aria-hidden="true" />
        <GroupsNow pieces={pieces} language={language} words={words} />
      </div>
      <p className="note"><i className="request-sign" aria-hidden="true" /> {words.stripLegend}</p>
      {leftOut > 0 && <p className="note">{words.groupsLeftOut(plain(leftOut))}</p>}
    </div>
  );
}

/** Five minutes of the strip, drawn once. */
const Piece = memo(({ piece: { fromS, untilS, groups, stages }, language }: { piece: JunctionSpan; language: Language }) => {
  const svg = useMemo(() => {
    const words = junctionWordsFor(language), { plain } = numbersIn(language), x = (atS: number): number => (atS - fromS) * PX_PER_S, heightPx = GROUPS_Y + Math.min(groups.length, MOST_GROUPS) * GROUP_PX;
    const ticks = Array.from({ length: Math.ceil((untilS - fromS) / TICK_S) }, (_, at) => fromS + at * TICK_S);
    return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${x(untilS)}" height="${heightPx}" fill="currentColor" font-size="12">
${ticks.map((tickS) => markup`<line x1="${x(tickS)}" x2="${x(tickS)}" y1="${CLOCK_Y + 4}" y2="${heightPx}" stroke="currentColor" opacity="${tickS % 60 === 0 ? 0.25 : 0.1}"/>${tickS % 60 === 0 ? markup`<text x="${x(tickS) + 3}" y="${CLOCK_Y}" opacity="0.8">${formatClock(tickS).slice(0, 5)}</text>` : undefined}`)}
${stages.map((stage) => {
  const width = x(stage.untilS) - x(stage.fromS), name = width > 56 ? words.stage(plain(stage.stage)) : plain(stage.stage);
  return markup`<rect x="${x(stage.fromS)}" y="${STAGES_Y - 15}" width="${width}" height="19" rx="3" opacity="0.12"/>${width > 10 ? markup`<text x="${x(stage.fromS) + width / 2}" y="${STAGES_Y - 1}" text-anchor="middle">${name}</text>` : undefined}`;
})}
${groups.slice(0, MOST_GROUPS).map(({ spans }, at) => markup`${spans.map((span) => signalBar(span.aspect, x(span.fromS), GROUPS_Y + at * GROUP_PX + NAME_PX, x(span.untilS) - x(span.fromS), BAR_PX))}`)}</svg>`.markup;
  }, [fromS, untilS, groups, stages, language]);
  return <div className="strip-piece" style={{ left: fromS * PX_PER_S }} dangerouslySetInnerHTML={{ __html: svg }} />;
});

/** Who asked from when until when, in two rows; a mark where the junction answered. */
const Requests = memo(({ pieces }: { pieces: readonly JunctionSpan[] }) => {
  const requests = [...new Map(pieces.flatMap((piece) => piece.requests).map((request) => [`${request.departure} ${request.askedS}`, request])).values()].sort((one, other) => one.askedS - other.askedS);
  const freeS = new Array<number>(REQUEST_ROWS).fill(-Infinity);
  return requests.map(({ departure, askedS, line, vehicle, decisions }) => {
    // What stages get back after it is no part of its request.
    const untilS = (decisions.find(({ answer }) => answer === 'passed' || answer === 'dropped') ?? decisions.at(-1)!).timeS, row = Math.max(0, freeS.findIndex((atS) => atS <= askedS));
    freeS[row] = Math.max(freeS[row]!, untilS + 2);
    return (
      <div key={`${departure} ${askedS}`} className="strip-request" style={{ left: askedS * PX_PER_S, width: Math.max(6, (untilS - askedS) * PX_PER_S), top: REQUESTS_Y + row * REQUEST_PX }}>
        {decisions.map(({ timeS }, at) => <i key={at} style={{ left: (timeS - askedS) * PX_PER_S }} />)}
        <span>{line || vehicle}</span>
      </div>
    );
  });
});

const aspectWord = (words: JunctionWords, code: number | undefined): string => {
  switch (code) {
    case aspect.green: return words.shownGreen;
    case aspect.greenPermissive: case aspect.greenArrowAfterStop: return words.shownPermissive;
    case aspect.amber: case aspect.redAmber: return words.shownAmber;
    case aspect.red: return words.shownRed;
    default: return words.shownDark;
  }
};

/** Every group's name, and what it shows now in a word. */
function GroupsNow({ pieces, language, words }: { pieces: readonly JunctionSpan[]; language: Language; words: JunctionWords }) {
  const shownAt = (timeS: number): (number | undefined)[] => (pieceAt(pieces, timeS)?.groups ?? []).map(({ spans }) => spans.findLast(({ fromS }) => fromS <= timeS)?.aspect);
  // As text: the list is written again only when a signal has changed.
  const shown = useSession(({ timeS }) => shownAt(timeS).join(' ')).split(' ');
  return (
    <ol className="strip-groups">
      {(pieces[0]?.groups ?? []).slice(0, MOST_GROUPS).map(({ use }, at) => (
        <li key={at} style={{ top: GROUPS_Y + at * GROUP_PX }}><span>{groupName(use, language)}</span> <b>{aspectWord(words, shown[at] === undefined || shown[at] === '' ? undefined : Number(shown[at]))}</b></li>
      ))}
    </ol>
  );
}

/** From change to change: what a person steps through who asks why. */
function ChangeButtons({ pieces, words }: { pieces: readonly JunctionSpan[]; words: JunctionWords }) {
  const { session } = useViewer();
  const times = useMemo(() => pieces.flatMap(({ moments }) => moments.map(({ fromS }) => fromS)).sort((one, other) => one - other), [pieces]);
  const go = (later: boolean): void => {
    const { timeS } = session.getState(), next = later ? times.find((atS) => atS > timeS) : times.findLast((atS) => atS < timeS);
    if (next !== undefined) session.setState({ timeS: next, playing: false });
  };
  return (
    <span className="steps">
      <button type="button" className="button" aria-label={words.changeBefore} title={words.changeBefore} onClick={() => go(false)}>◂</button>
      <button type="button" className="button" aria-label={words.changeAfter} title={words.changeAfter} onClick={() => go(true)}>▸</button>
    </span>
  );
}
