import { formatClock } from '../../engine/foundation/clock.ts';
import { cityDayWords } from '../language/city-day.ts';
import { wordsIn, type Language, type WordsOf } from '../language/language.ts';
import { numbersIn, type NumberWriter } from '../language/numbers.ts';
import { markup, type Markup } from '../report/figures/markup.ts';
import { pairedBars } from '../report/figures/paired-bars.ts';
import { scatter } from '../report/figures/scatter.ts';
import { timeCurves, type Curve } from '../report/figures/time-curves.ts';
import { wideTable } from '../report/wide-table.ts';
import type { CityDay, CityPeak } from './city-day.ts';
import { dayChecks, meanKm, slowestHour } from './day-checks.ts';
import { checkText } from './day-check-text.ts';
import { roadGroups } from './road-group.ts';

const MOST_LOADS = 10;
/** Edges between bands of load: design guides call a signal full from about 0.9 on. */
const BANDS = [0.3, 0.5, 0.7, 0.9, 1];

type Words = WordsOf<typeof cityDayWords>;
interface Telling { words: Words; numbers: NumberWriter; language: Language; clock(timeS: number): string }

/** The day of a city that has no SUMO beside it: its peaks, its speeds by hour, and its flows against what signals let through. */
export function daySection(day: CityDay, language: Language): Markup {
  const words = wordsIn(cityDayWords, language), telling: Telling = { words, numbers: numbersIn(language), language, clock: (timeS) => formatClock(timeS).slice(0, 5) };
  return markup`<section id="day"><h2>${words.title(day.city)}</h2><p>${words.lead}</p>
<div class="answer"><h3>${words.answer}</h3><p>${dayInShort(day, language)}</p></div>
${cards(day, telling)}
<h3>${words.checks}</h3>${checkTable(day, telling)}
<div class="figures-grid">${pictures(day, telling)}</div>
<h3>${words.fullest}</h3>${fullestTable(day, telling)}
<h3>${words.hourByHour}</h3>${hourTable(day, telling)}
<h3>${words.howRead}</h3><p>${words.method}</p>${fewTrips(day, telling)}<p>${words.methodExtra}</p></section>`;
}

/** The day in some sentences, for whoever reads nothing else. */
export function dayInShort(day: CityDay, language: Language): string {
  const words = wordsIn(cityDayWords, language), { plain, percent } = numbersIn(language), clock = (timeS: number): string => formatClock(timeS).slice(0, 5);
  const checks = dayChecks(day), slow = slowestHour(day.hours), quiet = day.hours.find(({ fromS }) => fromS === day.quietestFromS), load = fullestShare(day);
  return [
    words.checksKept(plain(checks.filter(({ kept }) => kept).length), plain(checks.length)),
    ...(day.peaks.length > 0 ? [words.answerPeaks(day.peaks.map(({ fromS }) => clock(fromS)).join(words.and))] : []),
    ...(slow && quiet?.speedsKmh.main !== undefined ? [words.answerSpeeds(plain(quiet.speedsKmh.main), plain(slow.speedsKmh.main!), clock(slow.fromS))] : []),
    ...(load > 0 ? [words.answerLoads(percent(100 * load, 0))] : []),
  ].join(' ');
}

const fullestShare = ({ peaks }: CityDay): number => Math.max(0, ...peaks.map(({ loads }) => (loads[0] ? loads[0].plannedPerH / loads[0].capacityPerH : 0)));

function cards(day: CityDay, { words, numbers: { rough, plain, percent, signedPercent }, clock }: Telling): Markup {
  const card = (title: string, big: string, about: string): Markup => markup`<li class="card"><h3>${title}</h3><p class="big">${big}</p><p>${about}</p></li>`;
  const slow = slowestHour(day.hours), midday = meanKm(day.hours, 13, 15), kmOf = ({ fromS }: CityPeak): number => day.hours.find((hour) => hour.fromS === fromS)!.vehicleKm;
  return markup`<ul class="cards">${day.peaks.map((peak) => card(words.halves(peak.half), clock(peak.fromS), [words.thousandKm(rough(kmOf(peak))), ...(midday > 0 ? [words.overMidday(plain(kmOf(peak) / midday, 2))] : [])].join(', ')))}
${slow?.extraTimeShare === undefined ? undefined : card(words.extraTime, signedPercent(100 * slow.extraTimeShare, 0), words.extraTimeAbout(clock(slow.fromS)))}
${fullestShare(day) === 0 ? undefined : card(words.fullestCard, percent(100 * fullestShare(day), 0), fullestLoads(day)[0]!.street)}</ul>`;
}

function checkTable(day: CityDay, { words, language, numbers: { plain } }: Telling): Markup {
  const sources = day.counts.map(({ place, simulatedPerDay, vehiclesPerDay, source }) => words.countSource(place, plain(simulatedPerDay), plain(vehiclesPerDay), typeof source === 'string' ? source : source[language]));
  return markup`${wideTable(words.checks, markup`<table><thead><tr><th scope="col">${words.check}</th><th scope="col" class="number">${words.found}</th><th scope="col">${words.limit}</th><th scope="col">${words.verdict}</th></tr></thead><tbody>${dayChecks(day).map((check) => {
    const { name, found, limit } = checkText(check, language);
    return markup`<tr><th scope="row">${name}</th><td class="number">${found}</td><td>${limit}</td><td class="${check.kept ? 'better' : 'worse'}"><span class="mark">${check.kept ? words.kept : words.missed}</span></td></tr>`;
  })}</tbody></table>`)}${sources.map((source) => markup`<p class="note">${source}</p>`)}`;
}

function pictures(day: CityDay, telling: Telling): Markup {
  const { words, numbers: { plain }, language, clock } = telling, { hours, peaks } = day;
  const curves = (id: string, title: string, series: readonly Curve[]): [string, string] => {
    const values = series.flatMap((one) => one.values);
    return [title, timeCurves({ id, title, description: words.byHourAbout(title, plain(Math.max(...values)), plain(Math.min(...values))) }, series, language)];
  };
  const timeS = hours.map(({ fromS }) => fromS);
  const drawn: [title: string, svg: string][] = [
    curves('day-kilometres', words.kilometresTitle, [{ name: words.allVehicles, timeS, values: hours.map(({ vehicleKm }) => vehicleKm) }]),
    curves('day-speeds', words.speedsTitle, roadGroups.flatMap((group) => (hours.every(({ speedsKmh }) => speedsKmh[group] === undefined) ? [] : [{ name: words.groups(group), timeS, values: hours.map(({ speedsKmh }) => speedsKmh[group] ?? 0) }]))),
    ...peaks.filter(({ loads }) => loads.length > 0).map(({ half, fromS, loads }): [string, string] => {
      const title = words.loadsTitle(words.halves(half), clock(fromS)), over = loads.filter(({ plannedPerH, capacityPerH }) => plannedPerH > capacityPerH).length;
      return [title, scatter({
        id: `day-loads-${half}`, title, description: words.loadsAbout(plain(loads.length), plain(over)), acrossName: words.capacity, upName: words.demand, scale: 'linear',
        band: { least: () => 0, most: (capacity) => capacity }, language,
      }, loads.map(({ plannedPerH, capacityPerH }) => [capacityPerH, plannedPerH] as const))];
    }),
    ...(peaks.some(({ loads }) => loads.length > 0) ? [bandBars(peaks, telling)] : []),
    curves('day-extra', words.extraTitle, [{ name: words.allVehicles, timeS, values: hours.map(({ extraTimeShare }) => 100 * Math.max(0, extraTimeShare ?? 0)) }]),
  ];
  return markup`${drawn.map(([title, svg]) => markup`<figure><figcaption>${title}</figcaption>${{ markup: svg }}</figure>`)}`;
}

/** How many approaches are how full, in each peak. */
function bandBars(peaks: readonly CityPeak[], { words, numbers: { percent }, language, clock }: Telling): [string, string] {
  const text = (share: number): string => percent(100 * share, 0);
  const rows = [0, ...BANDS].map((least, band) => {
    const most = BANDS[band] ?? Infinity;
    const name = band === 0 ? words.bandBelow(text(most)) : most === Infinity ? words.bandAbove(text(least)) : words.bandFrom(text(least), text(most));
    return { name, values: peaks.map(({ loads }) => loads.filter(({ plannedPerH, capacityPerH }) => plannedPerH >= least * capacityPerH && plannedPerH < most * capacityPerH).length) };
  });
  return [words.bandsTitle, pairedBars({ id: 'day-bands', title: words.bandsTitle, description: words.bandsAbout }, peaks.map(({ half, fromS }) => words.halfAt(words.halves(half), clock(fromS))), rows, { decimals: 0, language })];
}

const fullestLoads = ({ peaks }: CityDay) => peaks.flatMap(({ fromS, loads }) => loads.map((load) => ({ fromS, ...load, share: load.plannedPerH / load.capacityPerH }))).sort((one, other) => other.share - one.share).slice(0, MOST_LOADS);

function fullestTable(day: CityDay, { words, numbers: { plain, percent }, clock }: Telling): Markup {
  return wideTable(words.fullest, markup`<table><thead><tr><th scope="col">${words.street}</th><th scope="col" class="number">${words.hour}</th><th scope="col" class="number">${words.demand}</th><th scope="col" class="number">${words.left}</th><th scope="col" class="number">${words.capacity}</th><th scope="col" class="number">${words.load}</th></tr></thead><tbody>${fullestLoads(day).map(({ street, link, fromS, plannedPerH, leftPerH, capacityPerH, share }) =>
    markup`<tr><th scope="row">${street} <code>${link}</code></th><td class="number">${clock(fromS)}</td><td class="number">${plain(plannedPerH)}</td><td class="number">${plain(leftPerH)}</td><td class="number">${plain(capacityPerH)}</td><td class="number">${percent(100 * share, 0)}</td></tr>`)}</tbody></table>`);
}

/** What a made-up city is not: as full as a real one. */
function fewTrips({ synthetic, peaks }: CityDay, { words, numbers: { percent } }: Telling): Markup | undefined {
  const shares = peaks.filter(({ loads }) => loads.length > 0).map(({ loads }) => loads.filter(({ plannedPerH, capacityPerH }) => plannedPerH < capacityPerH / 2).length / loads.length);
  return synthetic && shares.length > 0 ? markup`<p>${words.fewTrips(percent(100 * Math.min(...shares), 0))}</p>` : undefined;
}

function hourTable({ hours }: CityDay, { words, numbers: { plain, signedPercent }, clock }: Telling): Markup {
  const speed = (kmh: number | undefined): string => (kmh === undefined ? '–' : plain(kmh, 1));
  return wideTable(words.hourByHour, markup`<table><thead><tr><th scope="col">${words.hour}</th><th scope="col" class="number">${words.kilometres}</th>${roadGroups.map((group) => markup`<th scope="col" class="number">${words.groups(group)} <span class="unit">km/h</span></th>`)}<th scope="col" class="number">${words.extraTitle}</th></tr></thead><tbody>${hours.map(({ fromS, vehicleKm, speedsKmh, extraTimeShare }) =>
    markup`<tr><th scope="row">${clock(fromS)}</th><td class="number">${plain(vehicleKm)}</td>${roadGroups.map((group) => markup`<td class="number">${speed(speedsKmh[group])}</td>`)}<td class="number">${extraTimeShare === undefined ? '–' : signedPercent(100 * extraTimeShare, 0)}</td></tr>`)}</tbody></table>`);
}
