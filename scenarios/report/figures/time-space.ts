import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityFigureWords } from '../../language/priority-figures.ts';
import { clockLabel, timeTicks } from './clock-axis.ts';
import { figureSvg, LEGEND_ROW, SERIES, WIDTH } from './frame.ts';
import { markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** A corridor over time: signals with the times at which they stop those who follow it, and the ways of its buses. */
export interface TimeSpace {
  /** 'L1, direction 0'. */
  corridor: string;
  /** Of the run, as the report calls it. */
  side: string;
  fromS: number;
  untilS: number;
  lengthM: number;
  /** In the order of the corridor. `closed`: times without green for those who go along it. */
  signals: readonly { name: string; atM: number; closed: readonly { fromS: number; untilS: number }[] }[];
  stops: readonly { name: string; atM: number }[];
  /** Times and places that the run recorded of one bus; between two of them the line is straight. */
  tracks: readonly { points: readonly { timeS: number; atM: number }[] }[];
}

const LEFT = 58, RIGHT = 16, PLOT = 430, TOP = 3 * LEGEND_ROW + 34, BOTTOM = 40;
/** Nearer than this, two names would lie over each other. */
const NAME_ROOM = 18;

/** Time to the right, distance upwards: a bar closes the way where the signal is not green, and every bus is a line. */
export function timeSpace(diagram: TimeSpace, id: string, language: Language): string {
  const { corridor, side, fromS, untilS, lengthM, signals, stops, tracks } = diagram;
  const words = wordsIn(priorityFigureWords, language), { plain } = numbersIn(language);
  const heightUnits = TOP + PLOT + BOTTOM, endY = TOP + PLOT;
  const x = (atS: number) => LEFT + ((Math.min(untilS, Math.max(fromS, atS)) - fromS) / (untilS - fromS)) * (WIDTH - LEFT - RIGHT);
  const y = (atM: number) => endY - (atM / lengthM) * PLOT;
  const ticks = roundTicks(0, lengthM / 1000, 5).filter((tick) => tick * 1000 <= lengthM);
  let lastNameY = Infinity;
  return figureSvg({
    id, title: words.timeSpace(corridor, side), description: words.timeSpaceAbout(plain(tracks.length), plain(signals.length), plain(lengthM / 1000, 1), clockLabel(fromS, language), clockLabel(untilS, language)), heightUnits,
    body: [
      markup`<line x1="4" x2="36" y1="12" y2="12" stroke="${SERIES[0].colour}" stroke-width="2.5"/><text x="44" y="17">${words.busTrack}</text><rect x="4" y="${12 + LEGEND_ROW - 3}" width="32" height="6" fill="var(--figure-red, #a3271b)"/><text x="44" y="${17 + LEGEND_ROW}">${words.closedSignal}</text><line x1="4" x2="36" y1="${12 + 2 * LEGEND_ROW}" y2="${12 + 2 * LEGEND_ROW}" stroke="currentColor" stroke-dasharray="1 4" stroke-linecap="round" stroke-width="2"/><text x="44" y="${17 + 2 * LEGEND_ROW}">${words.stopLine}</text>`,
      markup`<clipPath id="${id}-plot"><rect x="${LEFT}" y="${TOP - 4}" width="${WIDTH - LEFT - RIGHT}" height="${PLOT + 8}"/></clipPath>`,
      markup`${ticks.map((tick) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick * 1000)}" y2="${y(tick * 1000)}" stroke="currentColor" opacity="${tick === 0 ? 0.7 : 0.12}"/><text x="${LEFT - 8}" y="${y(tick * 1000) + 4.5}" text-anchor="end">${plain(tick, tickDecimals(ticks))}</text>`)}<text x="${LEFT - 8}" y="${TOP - 14}" text-anchor="end">km</text>`,
      markup`${timeTicks(fromS, untilS).map((tickS) => markup`<line x1="${x(tickS)}" x2="${x(tickS)}" y1="${endY}" y2="${endY + 5}" stroke="currentColor" opacity="0.7"/><text x="${x(tickS)}" y="${endY + 22}" text-anchor="${x(tickS) > WIDTH - 40 ? 'end' : 'middle'}">${clockLabel(tickS, language)}</text>`)}`,
      markup`${stops.map(({ atM }) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(atM)}" y2="${y(atM)}" stroke="currentColor" stroke-dasharray="1 4" stroke-linecap="round" stroke-width="1.5" opacity="0.55"/>`)}`,
      markup`${signals.map(({ atM, closed }) => markup`${closed.map((red) => markup`<rect x="${x(red.fromS)}" y="${y(atM) - 2.5}" width="${Math.max(0, x(red.untilS) - x(red.fromS))}" height="5" fill="var(--figure-red, #a3271b)"/>`)}`)}`,
      markup`<g clip-path="url(#${id}-plot)">${tracks.map(({ points }) => markup`<polyline points="${points.map(({ timeS, atM }) => `${(LEFT + ((timeS - fromS) / (untilS - fromS)) * (WIDTH - LEFT - RIGHT)).toFixed(1)} ${y(atM).toFixed(1)}`).join(' ')}" fill="none" stroke="${SERIES[0].colour}" stroke-width="2" stroke-linejoin="round"/>`)}</g>`,
      // Names last and on a ground of their own: lines cross them everywhere.
      markup`${signals.map(({ name, atM }) => {
        const at = y(atM) - 6;
        if (lastNameY - at < NAME_ROOM) return undefined;
        lastNameY = at;
        return markup`<text x="${LEFT + 4}" y="${at}" font-size="11" paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="4">${name}</text>`;
      })}`,
    ],
  });
}
