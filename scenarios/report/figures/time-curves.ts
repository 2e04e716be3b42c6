import type { Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { clockLabel, timeTicks } from './clock-axis.ts';
import { figureSvg, legend, LEGEND_HEIGHT, LEGEND_ROW, SERIES, WIDTH, type FigureFrame } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** Values over time, one curve a series: at most three, baseline first. */
export interface Curve { name: string; timeS: readonly number[]; values: readonly number[] }

const LEFT = 72, RIGHT = 28, PLOT = 216, BOTTOM = 34;

/** Curves over the simulated time, from zero up; the space between two of them is tinted. Curves share their times. */
export function timeCurves(frame: Pick<FigureFrame, 'id' | 'title' | 'description'>, curves: readonly Curve[], language: Language): string {
  const { plain } = numbersIn(language);
  const topY = LEGEND_HEIGHT + 14 + LEGEND_ROW * Math.max(0, curves.length - 2), heightUnits = topY + PLOT + BOTTOM;
  const timeS = curves[0]!.timeS, fromS = timeS[0]!, stepS = (timeS[1] ?? fromS + 300) - fromS, untilS = timeS.at(-1)! + stepS;
  const ticks = roundTicks(0, Math.max(1e-9, ...curves.flatMap(({ values }) => values)), 5);
  const decimals = tickDecimals(ticks);
  const x = (atS: number) => LEFT + ((atS - fromS) / (untilS - fromS)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => heightUnits - BOTTOM - (value / ticks.at(-1)!) * (heightUnits - topY - BOTTOM);
  // A run of one step only has a mean and no course: a line as long as the step.
  const within = timeS.length === 1 ? [0, stepS] : [stepS / 2];
  const places = (curve: Curve) => curve.values.flatMap((value, at) => within.map((laterS) => `${x(curve.timeS[at]! + laterS).toFixed(1)} ${y(value).toFixed(1)}`));
  const between = curves.length === 2
    ? markup`<path d="M${places(curves[0]!).join('L')}L${places(curves[1]!).reverse().join('L')}Z" fill="currentColor" opacity="0.12"/>`
    : undefined;
  return figureSvg({
    ...frame, heightUnits,
    body: [
      legend(curves.map(({ name }) => name), 'line'),
      markup`${ticks.map((tick) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}" stroke="currentColor" opacity="${tick === 0 ? 0.7 : 0.15}"/><text x="${LEFT - 8}" y="${y(tick) + 4.5}" text-anchor="end">${plain(tick, decimals)}</text>`)}`,
      markup`${timeTicks(fromS, untilS).map((tickS) => markup`<line x1="${x(tickS)}" x2="${x(tickS)}" y1="${heightUnits - BOTTOM}" y2="${heightUnits - BOTTOM + 5}" stroke="currentColor" opacity="0.7"/><text x="${x(tickS)}" y="${heightUnits - 10}" text-anchor="middle">${clockLabel(tickS, language)}</text>`)}`,
      between,
      markup`${curves.map((curve, at) => markup`<polyline points="${places(curve).join(' ')}" fill="none" stroke="${SERIES[at]!.colour}" stroke-width="2.5" stroke-dasharray="${SERIES[at]!.dash}" stroke-linejoin="round"/>`)}`,
    ].filter((part): part is Markup => part !== undefined),
  });
}
