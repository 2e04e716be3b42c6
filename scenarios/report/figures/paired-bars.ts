import type { Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { figureSvg, legend, LEGEND_HEIGHT, SERIES, WIDTH, type FigureFrame } from './frame.ts';
import { markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** One thing with a value in each series, baseline first. */
export interface BarRow { name: string; values: readonly number[] }

const TOP = LEGEND_HEIGHT + 8, NAME = 22, BAR = 16, GAP = 12, BOTTOM = 34, SIDE = 8, VALUE = 66;

/** Bars side by side, one pair a row; its name stands above them, so that long names and small screens do no harm. */
export function pairedBars(
  frame: Pick<FigureFrame, 'id' | 'title' | 'description'>, seriesNames: readonly string[], rows: readonly BarRow[],
  { decimals, language }: { decimals: number; language: Language },
): string {
  const { plain } = numbersIn(language);
  const all = rows.flatMap(({ values }) => values);
  const ticks = roundTicks(Math.min(0, ...all), Math.max(0, ...all), 4);
  const rowHeight = NAME + BAR * seriesNames.length + GAP, heightUnits = TOP + rows.length * rowHeight + BOTTOM;
  const low = ticks[0]!, high = ticks.at(-1)!;
  const x = (value: number) => SIDE + ((value - low) / (high - low)) * (WIDTH - 2 * SIDE - VALUE);
  const axisY = heightUnits - BOTTOM;
  return figureSvg({
    ...frame, heightUnits,
    body: [
      legend(seriesNames, 'bar'),
      markup`${ticks.map((tick) => markup`<line x1="${x(tick)}" x2="${x(tick)}" y1="${TOP}" y2="${axisY}" stroke="currentColor" opacity="${tick === 0 ? 0.7 : 0.15}"/><text x="${x(tick)}" y="${axisY + 20}" text-anchor="${tick === low ? 'start' : 'middle'}">${plain(tick, tickDecimals(ticks))}</text>`)}`,
      markup`${rows.map(({ name, values }, row) => {
        const topY = TOP + row * rowHeight;
        return markup`<text x="${SIDE}" y="${topY + 15}" font-weight="600">${name}</text>${values.map((value, at) => {
          const y = topY + NAME + at * BAR, from = Math.min(x(0), x(value)), to = Math.max(x(0), x(value));
          return markup`<rect x="${from}" y="${y}" width="${Math.max(1, to - from)}" height="${BAR - 1}" fill="${SERIES[at]!.colour}"/><text x="${to + 5}" y="${y + BAR - 3}">${plain(value, decimals)}</text>`;
        })}`;
      })}`,
    ],
  });
}
