import type { Comparison } from '../../compare/compare-runs.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { sweepWords } from '../../language/sweep.ts';
import { figureSvg, LEGEND_ROW, WIDTH, type FigureFrame } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** Points of a sweep by the value that one of its parameters has: what each of them changes. */
export interface ParameterDots extends Pick<FigureFrame, 'id' | 'title' | 'description'> {
  acrossName: string;
  upName: string;
  /** Values in their order: where each stands (numbers by their size, words side by side) and how it is written. */
  levels: readonly { place: number; name: string }[];
  /** `level`: row of `levels`. */
  dots: readonly { level: number; difference: Comparison }[];
  /** Mean difference of the points of each level; left out where parameters change together. */
  means?: readonly { place: number; differenceMean: number }[] | undefined;
  language: Language;
}

const RIGHT = 24, PLOT = 280, BOTTOM = 56, INSET = 34;
/** Width that the dots of one value may take, of the room that it has, and dots at most that get a whisker each. */
const SPREAD_SHARE = 0.7, MOST_WHISKERS = 150;
/** More values than this are not all written below the axis. */
const MOST_NAMES = 9;

/** Room at the left for the name of the axis, and for a letter of the longest number along it: it is not known before. */
const AXIS_NAME = 38, LETTER = 9.8;

/** Each point a dot with its 95 % interval, filled where the difference is clear; a bar is the mean of those of a value. Nothing joins them: nothing is fitted between. */
export function parameterDots({ id, title, description, acrossName, upName, levels, dots, means, language }: ParameterDots): string {
  const words = wordsIn(sweepWords, language), { signed } = numbersIn(language);
  const withWhiskers = dots.length <= MOST_WHISKERS, reach = dots.flatMap(({ difference: { differenceMean, interval95 } }) => (withWhiskers && interval95 ? [interval95.low, interval95.high] : [differenceMean]));
  const up = roundTicks(Math.min(0, ...reach), Math.max(0, ...reach), 5), legendRows = means ? 3 : 2, topY = legendRows * LEGEND_ROW + 14, endY = topY + PLOT;
  const numbers = up.map((tick) => signed(tick, tickDecimals(up))), left = AXIS_NAME + LETTER * Math.max(...numbers.map(({ length }) => length));
  const places = levels.map(({ place }) => place), low = Math.min(...places), high = Math.max(...places), across = WIDTH - left - RIGHT - 2 * INSET;
  const x = (place: number): number => left + INSET + (high > low ? (place - low) / (high - low) : 0.5) * across;
  const y = (value: number): number => round(endY - ((value - up[0]!) / (up.at(-1)! - up[0]!)) * PLOT);
  const room = roomOf(places.map(x)), countOf = levels.map(() => 0), seen = levels.map(() => 0);
  for (const { level } of dots) countOf[level]!++;
  const drawn = dots.map(({ level, difference }) => {
    const nth = seen[level]!++, of = countOf[level]!, offset = of > 1 ? (nth / (of - 1) - 0.5) * room * SPREAD_SHARE : 0;
    return dotAt(round(x(levels[level]!.place) + offset), y, difference, withWhiskers);
  });
  const named = levels.filter((_, at) => at % Math.ceil(levels.length / MOST_NAMES) === 0);
  return figureSvg({
    id, title, description, heightUnits: endY + BOTTOM,
    body: [
      legendOf(words, means !== undefined),
      markup`${up.map((tick, at) => markup`<path d="M${left} ${y(tick)}H${WIDTH - RIGHT}" stroke="currentColor" opacity="${Math.abs(tick) < 1e-12 ? 0.8 : 0.15}"/><text x="${left - 8}" y="${y(tick) + 4.5}" text-anchor="end">${numbers[at]!}</text>`)}`,
      markup`${named.map(({ place, name }) => markup`<path d="M${round(x(place))} ${endY}v5" stroke="currentColor"/><text x="${round(x(place))}" y="${endY + 21}" text-anchor="middle">${name}</text>`)}`,
      markup`${(means ?? []).map(({ place, differenceMean }) => markup`<path d="M${round(x(place) - room / 2)} ${y(differenceMean)}h${round(room)}" stroke="currentColor" stroke-width="3" opacity="0.55"/>`)}`,
      markup`${drawn}`,
      markup`<text x="${(left + WIDTH - RIGHT) / 2}" y="${endY + 46}" text-anchor="middle" font-weight="600">${acrossName}</text><text transform="translate(18 ${(topY + endY) / 2}) rotate(-90)" text-anchor="middle" font-weight="600">${upName}</text>`,
    ],
  });
}

const lookOf = ({ verdict }: Pick<Comparison, 'verdict'>): { colour: string; isFilled: boolean } => ({
  colour: verdict === 'better' ? 'var(--good, #1b6e3c)' : verdict === 'worse' ? 'var(--bad, #a3271b)' : verdict === 'changed' ? 'var(--figure-baseline, #0067a3)' : 'currentColor',
  isFilled: verdict === 'better' || verdict === 'worse' || verdict === 'changed',
});

/** Better ones stand on a corner, worse ones hang from one: nothing hangs on the colour alone. */
function mark(x: number, y: number, verdict: Comparison['verdict']): Markup {
  const { colour, isFilled } = lookOf({ verdict });
  if (verdict === 'better') return markup`<path d="M${x} ${y - 6}l6 10h-12Z" fill="${colour}"/>`;
  if (verdict === 'worse') return markup`<path d="M${x} ${y + 6}l6 -10h-12Z" fill="${colour}"/>`;
  return markup`<circle cx="${x}" cy="${y}" r="4.4" fill="${isFilled ? colour : 'var(--paper, #fff)'}" stroke="${colour}" stroke-width="1.6"/>`;
}

function dotAt(x: number, y: (value: number) => number, { differenceMean, interval95, verdict }: Comparison, withWhiskers: boolean): Markup {
  const whisker = withWhiskers && interval95 && interval95.high > interval95.low ? markup`<path d="M${x} ${y(interval95.low)}V${y(interval95.high)}" stroke="${lookOf({ verdict }).colour}" stroke-width="1.6" opacity="0.6"/>` : undefined;
  return markup`${whisker}${mark(x, y(differenceMean), verdict)}`;
}

function legendOf(words: { legendClear: string; legendUnclear: string; legendMean: string }, hasMeans: boolean): Markup {
  const row = (at: number): number => 12 + at * LEGEND_ROW, text = (at: number, said: string): Markup => markup`<text x="58" y="${row(at) + 5}">${said}</text>`;
  return markup`${mark(14, row(0), 'better')}${mark(36, row(0), 'worse')}${text(0, words.legendClear)}${mark(25, row(1), 'unclear')}${text(1, words.legendUnclear)}${hasMeans ? markup`<path d="M11 ${row(2)}H39" stroke="currentColor" stroke-width="3" opacity="0.55"/>${text(2, words.legendMean)}` : undefined}`;
}

/** The least distance between two that are neighbours: what the dots of one value may take of the axis. */
const roomOf = (across: readonly number[]): number => {
  const sorted = [...across].sort((one, other) => one - other);
  return Math.min(48, ...sorted.slice(1).map((one, at) => one - sorted[at]!));
};

const round = (value: number): number => Number(value.toFixed(1));
