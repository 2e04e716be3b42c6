import type { Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { figureSvg, SERIES, type FigureFrame } from './frame.ts';
import { markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** Values of one thing as two sides see it: across, up. */
export type Pair = readonly [number, number];

export interface ScatterFrame extends Pick<FigureFrame, 'id' | 'title' | 'description'> {
  acrossName: string;
  upName: string;
  /** 'log' for values over several powers of ten; all must then be above 0. */
  scale: 'linear' | 'log';
  /** The largest value up that still agrees with one across, and the smallest. */
  band: { least: (across: number) => number; most: (across: number) => number };
  language: Language;
}

const SIZE = 560, LEFT = 66, RIGHT = 28, TOP = 14, BOTTOM = 52, BAND_POINTS = 60;

/** Dots of pairs around the line on which both sides agree; both axes have one scale. The band shows who is near enough. */
export function scatter({ id, title, description, acrossName, upName, scale, band, language }: ScatterFrame, pairs: readonly Pair[]): string {
  const { plain } = numbersIn(language);
  const all = pairs.flat(), ticks = scale === 'log' ? logTicks(Math.min(...all), Math.max(...all)) : roundTicks(0, Math.max(1e-9, ...all), 5);
  const low = ticks[0]!, high = ticks.at(-1)!;
  const part = (value: number): number => (scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));
  const x = (value: number): number => LEFT + part(value) * (SIZE - LEFT - RIGHT);
  const y = (value: number): number => SIZE - BOTTOM - part(Math.min(high, Math.max(low, value))) * (SIZE - TOP - BOTTOM);
  const along = Array.from({ length: BAND_POINTS + 1 }, (_, at) => (scale === 'log' ? low * Math.pow(high / low, at / BAND_POINTS) : low + ((high - low) * at) / BAND_POINTS));
  const edge = (of: (across: number) => number, values: readonly number[]): string => values.map((value) => `${x(value).toFixed(1)} ${y(of(value)).toFixed(1)}`).join('L');
  const decimals = (tick: number): number => (scale === 'log' ? Math.max(0, -Math.floor(Math.log10(tick) + 1e-9)) : tickDecimals(ticks));
  return figureSvg({
    id, title, description, heightUnits: SIZE,
    body: [
      markup`<path d="M${edge(band.most, along)}L${edge(band.least, [...along].reverse())}Z" fill="currentColor" opacity="0.08"/>`,
      markup`${ticks.map((tick) => markup`<path d="M${x(tick)} ${TOP}V${SIZE - BOTTOM}M${LEFT} ${y(tick)}H${SIZE - RIGHT}" stroke="currentColor" opacity="0.15" fill="none"/><text x="${LEFT - 8}" y="${y(tick) + 4.5}" text-anchor="end">${plain(tick, decimals(tick))}</text><text x="${x(tick)}" y="${SIZE - BOTTOM + 19}" text-anchor="middle">${plain(tick, decimals(tick))}</text>`)}`,
      markup`<path d="M${x(low)} ${y(low)}L${x(high)} ${y(high)}" stroke="currentColor" opacity="0.7" fill="none"/>`,
      // One path for all dots: thousands of circles would make the page ten times as long.
      markup`<path d="${pairs.map(([across, up]) => `M${x(across).toFixed(1)} ${y(up).toFixed(1)}h0`).join('')}" stroke="${SERIES[1].colour}" stroke-width="4.5" stroke-linecap="round" opacity="0.45" fill="none"/>`,
      markup`<text x="${(LEFT + SIZE - RIGHT) / 2}" y="${SIZE - 10}" text-anchor="middle" font-weight="600">${acrossName}</text><text transform="translate(15 ${(TOP + SIZE - BOTTOM) / 2}) rotate(-90)" text-anchor="middle" font-weight="600">${upName}</text>`,
    ],
  });
}

/** Powers of ten from at or below `low` to at or above `high`. */
function logTicks(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9), last = Math.max(Math.ceil(Math.log10(high) - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(`1e${first + at}`));
}
