import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityFigureWords } from '../../language/priority-figures.ts';
import { figureSvg, legend, LEGEND_HEIGHT, SERIES, WIDTH } from './frame.ts';
import { markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** How often delays of each size occurred. Bins are equally wide, the first begins at 0 s, the last has no end. */
export interface DelayDistribution {
  /** 'buses at signals'. */
  whose: string;
  binS: number;
  /** Baseline first. */
  sides: readonly { name: string; counts: readonly number[]; meanS: number }[];
}

const LEFT = 54, RIGHT = 12, PLOT = 216, BOTTOM = 56;

/** Share of passages by delay, before beside after, and the means as lines. */
export function delayDistribution({ whose, binS, sides }: DelayDistribution, id: string, language: Language): string | undefined {
  const words = wordsIn(priorityFigureWords, language), { plain } = numbersIn(language);
  const totals = sides.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  if (totals.some((total) => total === 0)) return undefined;
  const bins = Math.max(...sides.map(({ counts }) => counts.length));
  const percent = (side: number, bin: number) => (100 * (sides[side]!.counts[bin] ?? 0)) / totals[side]!;
  const ticks = roundTicks(0, Math.max(...sides.flatMap((_, side) => Array.from({ length: bins }, (__, bin) => percent(side, bin)))), 5);
  const topY = LEGEND_HEIGHT + 30, heightUnits = topY + PLOT + BOTTOM, endY = topY + PLOT;
  const binWide = (WIDTH - LEFT - RIGHT) / bins, barWide = (binWide - 4) / sides.length;
  const x = (delayS: number) => LEFT + Math.min(bins, delayS / binS) * binWide;
  const y = (share: number) => endY - (share / ticks.at(-1)!) * PLOT;
  // Every second edge, or fewer: the numbers must not touch on a narrow screen.
  const every = Math.ceil(bins / 7);
  const read = sides.map(({ name, meanS }, side) => words.delaysRead(name, plain(meanS, 1), plain(percent(side, 0)), plain(binS))).join(' ');
  return figureSvg({
    id, title: words.delays(whose), description: words.delaysAbout(read), heightUnits,
    body: [
      legend(sides.map(({ name, meanS }) => words.withMean(name, plain(meanS, 1))), 'bar'),
      markup`${ticks.map((tick) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}" stroke="currentColor" opacity="${tick === 0 ? 0.7 : 0.15}"/><text x="${LEFT - 8}" y="${y(tick) + 4.5}" text-anchor="end">${plain(tick, tickDecimals(ticks))}</text>`)}<text x="${LEFT - 8}" y="${topY - 16}" text-anchor="end">%</text>`,
      markup`${sides.map((_, side) => markup`${Array.from({ length: bins }, (__, bin) => markup`<rect x="${LEFT + bin * binWide + 2 + side * barWide}" y="${y(percent(side, bin))}" width="${barWide - 1}" height="${endY - y(percent(side, bin))}" fill="${SERIES[side]!.colour}"/>`)}`)}`,
      markup`${Array.from({ length: bins }, (_, bin) => bin).filter((bin) => bin % every === 0).map((bin) => markup`<line x1="${x(bin * binS)}" x2="${x(bin * binS)}" y1="${endY}" y2="${endY + 5}" stroke="currentColor" opacity="0.7"/><text x="${x(bin * binS)}" y="${endY + 22}" text-anchor="middle">${plain(bin * binS)}</text>`)}<text x="${WIDTH - RIGHT}" y="${endY + 22}" text-anchor="end">+</text><text x="${(WIDTH + LEFT) / 2}" y="${endY + 44}" text-anchor="middle">${words.delayAxis}</text>`,
      markup`${sides.map(({ meanS }, side) => markup`<line x1="${x(meanS)}" x2="${x(meanS)}" y1="${topY}" y2="${endY}" stroke="${SERIES[side]!.colour}" stroke-width="2.5" stroke-dasharray="${SERIES[side]!.dash}"/>`)}`,
    ],
  });
}
