import type { Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { tuningWords } from '../../language/tuning.ts';
import { figureSvg, LEGEND_ROW, SERIES, WIDTH } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';

/** Seconds lost by a bus or tram, and by any other vehicle. */
export interface LostBySide { busS: number; otherS: number }

export interface TunedFront {
  /** Tried with all seeds of the search, and nothing more. */
  tried: readonly LostBySide[];
  /** Tested on unseen seeds: what nobody dominated in the search, of these the chosen settings, and what they are held against. */
  front: readonly LostBySide[];
  chosen: LostBySide;
  peers: Record<'none' | 'absolute' | 'usual' | 'everywhere', LostBySide>;
}

const LEFT = 62, RIGHT = 20, PLOT = 300, BOTTOM = 52;

/** A shape for each kind of point, so that none hangs on its colour. */
const shapes = {
  tried: (x: number, y: number): Markup => markup`<circle cx="${x}" cy="${y}" r="2.2" fill="currentColor" opacity="0.35"/>`,
  front: (x: number, y: number): Markup => markup`<circle cx="${x}" cy="${y}" r="5" fill="none" stroke="${SERIES[0].colour}" stroke-width="2.5"/>`,
  chosen: (x: number, y: number): Markup => markup`<path d="M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z" fill="${SERIES[1].colour}"/>`,
  none: (x: number, y: number): Markup => markup`<path d="M${x - 6} ${y - 6}l12 12m0 -12l-12 12" stroke="currentColor" stroke-width="2.5" fill="none"/>`,
  absolute: (x: number, y: number): Markup => markup`<path d="M${x} ${y - 7}l7 12h-14Z" fill="${SERIES[2].colour}"/>`,
  usual: (x: number, y: number): Markup => markup`<rect x="${x - 5.5}" y="${y - 5.5}" width="11" height="11" fill="none" stroke="currentColor" stroke-width="2.5"/>`,
  everywhere: (x: number, y: number): Markup => markup`<path d="M${x} ${y + 7}l7 -12h-14Z" fill="none" stroke="${SERIES[2].colour}" stroke-width="2.5"/>`,
} as const;
type Kind = keyof typeof shapes;

/** What buses lose against what others lose: the front, the chosen settings, what they are held against, and behind them all that was tried. Lower left is better for everybody. */
export function tunedFront({ tried, front, chosen, peers }: TunedFront, id: string, language: Language): string {
  const words = tuningWords.picture, { plain } = numbersIn(language), names = tuningWords.peers[language];
  const rows: [Kind, string, LostBySide | undefined][] = [
    ['chosen', words.chosen[language], chosen], ...Object.entries(peers).map(([name, one]): [Kind, string, LostBySide] => [name as Kind, names[name as keyof typeof peers], one]),
    ['front', words.front[language], undefined], ['tried', words.tried[language], undefined],
  ];
  const all = [...tried, ...front, ...Object.values(peers)], busS = all.map((one) => one.busS), otherS = all.map((one) => one.otherS);
  const across = roundTicks(Math.min(...busS), Math.max(...busS), 6), up = roundTicks(Math.min(...otherS), Math.max(...otherS), 5);
  const topY = rows.length * LEGEND_ROW + 26, endY = topY + PLOT;
  const x = (value: number): number => LEFT + ((value - across[0]!) / (across.at(-1)! - across[0]!)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => endY - ((value - up[0]!) / (up.at(-1)! - up[0]!)) * PLOT;
  const at = (kind: Kind, one: LostBySide): Markup => shapes[kind](round(x(one.busS)), round(y(one.otherS)));
  const said = ({ busS: bus, otherS: other }: LostBySide): string => words.lost[language](plain(bus, 1), plain(other, 1));
  return figureSvg({
    id, title: words.title[language], description: words.about[language](rows.flatMap(([, name, one]) => (one ? [`${name}: ${said(one)}`] : [])).join('; ')), heightUnits: endY + BOTTOM,
    body: [
      markup`${rows.map(([kind, name, one], row) => markup`${shapes[kind](16, 13 + row * LEGEND_ROW)}<text x="38" y="${18 + row * LEGEND_ROW}">${name}</text>${one ? markup`<text x="${WIDTH - RIGHT}" y="${18 + row * LEGEND_ROW}" text-anchor="end">${said(one)}</text>` : undefined}`)}`,
      markup`${up.map((tick) => markup`<path d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}" stroke="currentColor" opacity="0.15"/><text x="${LEFT - 8}" y="${y(tick) + 4.5}" text-anchor="end">${plain(tick, tickDecimals(up))}</text>`)}`,
      markup`${across.map((tick) => markup`<path d="M${x(tick)} ${topY}V${endY}" stroke="currentColor" opacity="0.15"/><text x="${x(tick)}" y="${endY + 19}" text-anchor="middle">${plain(tick, tickDecimals(across))}</text>`)}`,
      markup`<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${endY + 42}" text-anchor="middle" font-weight="600">${words.across[language]}</text><text transform="translate(15 ${(topY + endY) / 2}) rotate(-90)" text-anchor="middle" font-weight="600">${words.up[language]}</text>`,
      markup`${tried.map((one) => at('tried', one))}`,
      markup`<polyline points="${front.map((one) => `${round(x(one.busS))} ${round(y(one.otherS))}`).join(' ')}" fill="none" stroke="${SERIES[0].colour}" stroke-width="1.5"/>${front.map((one) => at('front', one))}`,
      markup`${Object.entries(peers).map(([name, one]) => at(name as Kind, one))}${at('chosen', chosen)}`,
    ],
  });
}

const round = (value: number): number => Number(value.toFixed(1));
