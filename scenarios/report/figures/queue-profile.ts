import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityFigureWords } from '../../language/priority-figures.ts';
import { clockLabel, timeTicks } from './clock-axis.ts';
import { figureSvg, legend, LEGEND_HEIGHT, LEGEND_ROW, SERIES, WIDTH } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** Queues at the start of green on one approach. */
export interface QueueProfile {
  /** 'boulevard de Sévigné → place Darcy'. */
  approach: string;
  /** Of its longest lane: a queue that reaches it stands in the junction before. */
  storageM: number;
  /** Baseline first. Of each, the mean over seeds in each span of time; spans in which no green began are left out. */
  curves: readonly { name: string; timeS: readonly number[]; queueM: readonly number[] }[];
}

const LEFT = 62, RIGHT = 20, PLOT = 216, BOTTOM = 34;

/** Length of the queue when green begins, over the time, against the room that the approach has. */
export function queueProfile({ approach, storageM, curves }: QueueProfile, id: string, language: Language): string | undefined {
  const words = wordsIn(priorityFigureWords, language), { plain } = numbersIn(language);
  const all = curves.flatMap(({ timeS }) => [...timeS]);
  if (all.length === 0) return undefined;
  const longestM = Math.max(...curves.flatMap(({ queueM }) => [...queueM])), fromS = Math.min(...all), untilS = Math.max(fromS + 60, ...all);
  // Room that queues never come near to would press them flat.
  const showsStorage = storageM <= 2 * longestM;
  const ticks = roundTicks(0, Math.max(10, longestM, showsStorage ? storageM : 0), 5);
  const topY = LEGEND_HEIGHT + (showsStorage ? LEGEND_ROW : 0) + 30, heightUnits = topY + PLOT + BOTTOM, endY = topY + PLOT;
  const x = (atS: number) => LEFT + ((atS - fromS) / (untilS - fromS)) * (WIDTH - LEFT - RIGHT);
  const y = (queueM: number) => endY - (queueM / ticks.at(-1)!) * PLOT;
  const read = curves.map(({ name, queueM }) => words.queueRead(name, plain(Math.max(0, ...queueM)))).join(' ');
  return figureSvg({
    id, title: words.queue(approach), description: words.queueAbout(plain(storageM), read), heightUnits,
    body: [
      legend(curves.map(({ name }) => name), 'line'),
      showsStorage ? markup`<line x1="4" x2="36" y1="${12 + 2 * LEGEND_ROW}" y2="${12 + 2 * LEGEND_ROW}" stroke="currentColor" stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round"/><text x="44" y="${17 + 2 * LEGEND_ROW}">${words.storage(plain(storageM))}</text>` : markup``,
      markup`${ticks.map((tick) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}" stroke="currentColor" opacity="${tick === 0 ? 0.7 : 0.15}"/><text x="${LEFT - 8}" y="${y(tick) + 4.5}" text-anchor="end">${plain(tick, tickDecimals(ticks))}</text>`)}<text x="${LEFT - 8}" y="${topY - 16}" text-anchor="end">m</text>`,
      markup`${timeTicks(fromS, untilS).map((tickS) => markup`<line x1="${x(tickS)}" x2="${x(tickS)}" y1="${endY}" y2="${endY + 5}" stroke="currentColor" opacity="0.7"/><text x="${x(tickS)}" y="${endY + 24}" text-anchor="middle">${clockLabel(tickS, language)}</text>`)}`,
      showsStorage ? markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(storageM)}" y2="${y(storageM)}" stroke="currentColor" stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round"/>` : markup``,
      markup`${curves.map(({ timeS, queueM }, at): Markup => markup`<polyline points="${timeS.map((atS, point) => `${x(atS).toFixed(1)} ${y(queueM[point]!).toFixed(1)}`).join(' ')}" fill="none" stroke="${SERIES[at]!.colour}" stroke-width="2.5" stroke-dasharray="${SERIES[at]!.dash}" stroke-linejoin="round"/>`)}`,
    ],
  });
}
