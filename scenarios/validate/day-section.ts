import { formatClock } from '../../engine/foundation/clock.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { validationWords } from '../language/validation.ts';
import { markup, type Markup } from '../report/figures/markup.ts';
import { scatter } from '../report/figures/scatter.ts';
import { timeCurves } from '../report/figures/time-curves.ts';
import type { CityDay } from './city-day.ts';

const MOST_LOADS = 8;

/** The day of a city that has no SUMO beside it: its peaks, its speeds by hour, and its flows against what signals let through. */
export function daySection({ city, hours, busiestFromS, loads }: CityDay, language: Language): Markup {
  const words = wordsIn(validationWords, language), { plain, percent } = numbersIn(language);
  const clock = (timeS: number): string => formatClock(timeS).slice(0, 5);
  const timeS = hours.map(({ fromS }) => fromS), kilometres = hours.map(({ vehicleKm }) => vehicleKm), speeds = hours.map(({ meanSpeedKmh }) => meanSpeedKmh);
  const curve = (id: string, title: string, values: readonly number[]): string =>
    timeCurves({ id, title, description: words.byHourAbout(title, plain(Math.max(...values)), plain(Math.min(...values))) }, [{ name: city, timeS, values }], language);
  const loadsTitle = words.loadsTitle(clock(busiestFromS));
  const over = loads.filter(({ flowPerH, capacityPerH }) => flowPerH > capacityPerH).length;
  const drawn: [title: string, svg: string | undefined][] = [
    [words.kilometresTitle, curve('day-kilometres', words.kilometresTitle, kilometres)],
    [words.speedsTitle, curve('day-speeds', words.speedsTitle, speeds)],
    [loadsTitle, loads.length === 0 ? undefined : scatter({
      id: 'day-loads', title: loadsTitle, description: words.loadsAbout(plain(loads.length), plain(over)), acrossName: words.capacity, upName: words.flow, scale: 'linear',
      band: { least: () => 0, most: (capacity) => capacity }, language,
    }, loads.map(({ flowPerH, capacityPerH }) => [capacityPerH, flowPerH] as const))],
  ];
  return markup`<section id="day"><h2>${words.dayTitle(city)}</h2><p>${words.dayAbout}</p>
<div class="figures-grid">${drawn.map(([title, svg]) => (svg === undefined ? undefined : markup`<figure><figcaption>${title}</figcaption>${{ markup: svg }}</figure>`))}</div>
<h3>${words.fullest(clock(busiestFromS))}</h3><div class="wide"><table><thead><tr><th scope="col">${words.link}</th><th scope="col" class="number">${words.flow}</th><th scope="col" class="number">${words.capacity}</th><th scope="col" class="number">${words.load}</th></tr></thead><tbody>${loads.slice(0, MOST_LOADS).map(({ link, flowPerH, capacityPerH }) =>
    markup`<tr><th scope="row"><code>${link}</code></th><td class="number">${plain(flowPerH)}</td><td class="number">${plain(capacityPerH)}</td><td class="number">${percent((100 * flowPerH) / capacityPerH, 0)}</td></tr>`)}</tbody></table></div></section>`;
}
