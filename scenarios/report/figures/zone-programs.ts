import type { Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { lightingTuningWords } from '../../language/lighting-tuning.ts';
import { clockLabel } from './clock-axis.ts';
import { figureSvg, legend, LEGEND_HEIGHT, SERIES, WIDTH } from './frame.ts';
import { markup } from './markup.ts';

/** The night of a zone: clock hours in their order, what the most demanding street needs and what the program gives, in per cent. */
export interface ZoneProgram { zone: string; hours: readonly number[]; needPercents: readonly number[]; percents: readonly number[] }

const LEFT = 130, RIGHT = 24, BAND = 62, GAP = 16, BOTTOM = 30;

/** One band a zone, from no light at its foot to full output at its head, over the hours of the night. */
export function zonePrograms(zones: readonly ZoneProgram[], id: string, language: Language): string {
  const { plain } = numbersIn(language), words = lightingTuningWords.figure, hours = zones.reduce<readonly number[]>((most, one) => (one.hours.length > most.length ? one.hours : most), []);
  const width = (WIDTH - LEFT - RIGHT) / Math.max(1, hours.length), heightUnits = LEGEND_HEIGHT + zones.length * (BAND + GAP) + BOTTOM;
  const x = (at: number): number => LEFT + at * width, footOf = (row: number): number => LEGEND_HEIGHT + row * (BAND + GAP) + BAND;
  /** Steps: each value over the whole of its hour. */
  const steps = (row: number, own: readonly number[], percents: readonly number[]): string => own.map((hour, slot) => {
    const at = hours.indexOf(hour), y = (footOf(row) - (percents[slot]! / 100) * BAND).toFixed(1);
    return `${slot === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y}H${x(at + 1).toFixed(1)}`;
  }).join('');
  return figureSvg({
    id, title: words.title[language], heightUnits,
    description: words.about[language](zones.map(({ zone, percents }) => words.zone[language](zone, plain(Math.min(...percents)), plain(Math.max(...percents)))).join(' ; ')),
    body: [
      legend([words.level[language], words.need[language]], 'line'),
      markup`${zones.map(({ zone, hours: own, needPercents, percents }, row) => markup`<text x="${LEFT - 10}" y="${footOf(row) - BAND / 2 + 4.5}" text-anchor="end">${zone}</text><path d="M${LEFT} ${footOf(row)}H${WIDTH - RIGHT}M${LEFT} ${footOf(row) - BAND}H${WIDTH - RIGHT}" stroke="currentColor" opacity="0.2" fill="none"/><text x="${WIDTH - RIGHT + 3}" y="${footOf(row) - BAND + 4}" font-size="10">100</text><path d="${steps(row, own, needPercents)}" fill="none" stroke="${SERIES[1].colour}" stroke-width="2" stroke-dasharray="${SERIES[1].dash}"/><path d="${steps(row, own, percents)}" fill="none" stroke="${SERIES[0].colour}" stroke-width="2.5"/>`)}`,
      markup`${hours.map((hour, at) => (at % 2 === 0 ? markup`<text x="${x(at).toFixed(1)}" y="${heightUnits - 10}" text-anchor="middle">${clockLabel(hour * 3600, language)}</text>` : undefined))}`,
    ],
  });
}
