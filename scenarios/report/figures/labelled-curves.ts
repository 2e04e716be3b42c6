import type { Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { figureSvg, legend, LEGEND_HEIGHT, LEGEND_ROW, SERIES, WIDTH, type FigureFrame } from './frame.ts';
import { markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** Values at places that have names: months, years. At most three curves. */
export interface LabelledCurve { name: string; values: readonly number[] }

const LEFT = 72, RIGHT = 28, PLOT = 200, BOTTOM = 34, MOST_LABELS = 8;

/** Curves over named places, with levels drawn across them. */
export function labelledCurves(frame: Pick<FigureFrame, 'id' | 'title' | 'description'>, labels: readonly string[], curves: readonly LabelledCurve[], levels: readonly { name: string; value: number }[], language: Language): string {
  const { plain } = numbersIn(language), topY = LEGEND_HEIGHT + 14 + LEGEND_ROW * Math.max(0, curves.length - 2), heightUnits = topY + PLOT + BOTTOM, axisY = heightUnits - BOTTOM;
  const all = [...curves.flatMap(({ values }) => values), ...levels.map(({ value }) => value)], ticks = roundTicks(Math.min(0, ...all), Math.max(1e-9, ...all), 5), low = ticks[0]!, high = ticks.at(-1)!;
  const x = (at: number): number => LEFT + (labels.length === 1 ? 0.5 : at / (labels.length - 1)) * (WIDTH - LEFT - RIGHT), y = (value: number): number => axisY - ((value - low) / (high - low)) * PLOT;
  const every = Math.ceil(labels.length / MOST_LABELS);
  return figureSvg({
    ...frame, heightUnits,
    body: [
      legend(curves.map(({ name }) => name), 'line'),
      markup`${ticks.map((tick) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="currentColor" opacity="${tick === 0 ? 0.7 : 0.15}"/><text x="${LEFT - 8}" y="${(y(tick) + 4.5).toFixed(1)}" text-anchor="end">${plain(tick, tickDecimals(ticks))}</text>`)}`,
      markup`${labels.map((label, at) => (at % every === 0 ? markup`<text x="${x(at).toFixed(1)}" y="${heightUnits - 10}" text-anchor="middle" font-size="11">${label}</text>` : undefined))}`,
      markup`${levels.map(({ name, value }) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="currentColor" stroke-dasharray="2 4" stroke-width="1.5"/>${value - low > (high - low) / 2 ? markup`<text x="${WIDTH - RIGHT}" y="${(y(value) - 5).toFixed(1)}" text-anchor="end" font-size="11">${name}</text>` : markup`<text x="${LEFT + 4}" y="${(y(value) + 14).toFixed(1)}" font-size="11">${name}</text>`}`)}`,
      markup`${curves.map(({ values }, series) => markup`<polyline points="${values.map((value, at) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join(' ')}" fill="none" stroke="${SERIES[series]!.colour}" stroke-width="2.5" stroke-dasharray="${SERIES[series]!.dash}" stroke-linejoin="round"/>${values.length === 1 ? markup`<circle cx="${x(0)}" cy="${y(values[0]!).toFixed(1)}" r="4" fill="${SERIES[series]!.colour}"/>` : undefined}`)}`,
    ],
  });
}
