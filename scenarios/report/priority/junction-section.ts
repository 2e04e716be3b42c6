import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import type { ApproachTraffic, JunctionTraffic } from '../../measure/junction-traffic.ts';
import { vehicleClasses, type VehicleClass } from '../../measure/vehicle-class.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { leaning, paired, pairedCell, type Paired } from './paired.ts';
import type { PriorityInput, PriorityRun } from './priority-input.ts';

/** More rows than this would not be read; how many there are in all is said. */
const MOST_JUNCTIONS = 20, MOST_DETAILED = 5;

/** A junction as the report calls it and counts it. */
export interface JunctionRow { controller: number; title: string; hasPriority: boolean; buses: Paired | undefined; trams: Paired | undefined; others: Paired | undefined; people: Paired | undefined; failures: Paired | undefined; othersLostS: number }

const isOther = (one: VehicleClass): boolean => one !== 'bus' && one !== 'tram';

/** Delay per vehicle of these classes over all approaches; null where none passed. */
function meanDelayS(junction: JunctionTraffic | undefined, wanted: (one: VehicleClass) => boolean): number | null {
  let count = 0, delayS = 0;
  for (const { classes } of junction?.approaches ?? []) for (const one of vehicleClasses) if (wanted(one)) { count += classes[one].count; delayS += classes[one].delayS; }
  return count > 0 ? delayS / count : null;
}

const sumOver = (junction: JunctionTraffic | undefined, valueOf: (approach: ApproachTraffic) => number): number => (junction?.approaches ?? []).reduce((sum, approach) => sum + valueOf(approach), 0);

/** Junctions that buses or trams pass, those with most of them first. */
export function junctionRows(input: PriorityInput): JunctionRow[] {
  const rows: (JunctionRow & { passages: number })[] = [];
  for (const { controller, name, approaches } of input.baseline.runs[0]!.junctions) {
    const of = (run: PriorityRun): JunctionTraffic | undefined => run.junctions.find((one) => one.controller === controller);
    const buses = paired(input, (run) => meanDelayS(of(run), (one) => one === 'bus')), trams = paired(input, (run) => meanDelayS(of(run), (one) => one === 'tram'));
    if (!buses && !trams) continue;
    const others = paired(input, (run) => meanDelayS(of(run), isOther));
    const lost = paired(input, (run) => sumOver(of(run), ({ classes }) => vehicleClasses.filter(isOther).reduce((sum, one) => sum + classes[one].delayS, 0)));
    const people = paired(input, (run) => { const all = sumOver(of(run), (one) => one.people); return all > 0 ? sumOver(of(run), (one) => one.peopleDelayS) / all : null; });
    const failures = paired(input, (run) => { const asked = sumOver(of(run), (one) => one.greensWithQueue); return asked > 0 ? (100 * sumOver(of(run), (one) => one.splitFailures)) / asked : null; });
    rows.push({ controller, title: titleOf(name, approaches), hasPriority: [input.baseline, input.scenario].some(({ twin }) => twin.controllers.busPriority[controller] === 1), buses, trams, others, people, failures, othersLostS: lost?.difference ?? 0, passages: approaches.reduce((sum, { classes }) => sum + classes.bus.count + classes.tram.count, 0) });
  }
  return rows.sort((one, other) => other.passages - one.passages || one.controller - other.controller);
}

/** 'Rue Monge × Rue de Tivoli (n44)': the two busiest streets, and what the city calls it. */
function titleOf(name: string, approaches: readonly ApproachTraffic[]): string {
  const streets = [...new Set(approaches.map(({ street }) => street))].slice(0, 2);
  return `${streets.join(' × ')} (${name})`;
}

export function junctionSection(input: PriorityInput): Markup {
  const { language } = input, words = wordsIn(priorityReportWords, language), { plain } = numbersIn(language);
  const rows = junctionRows(input), shown = rows.slice(0, MOST_JUNCTIONS);
  if (rows.length === 0) return markup`<p>${words.noJunctions}</p>`;
  const given = rows.filter(({ hasPriority }) => hasPriority).length;
  const worse = rows.filter((row) => row.others && leaning(row.others) === 'worse').length, better = rows.filter((row) => row.buses && leaning(row.buses) === 'better').length, hasTrams = rows.some(({ trams }) => trams), byChance = Math.round(rows.length / 20);
  return markup`<p>${words.junctionsTold(plain(rows.length), plain(given), plain(better), plain(worse))}${byChance === 0 ? '' : ` ${words.byChance(plain(rows.length), plain(byChance))}`}</p>
<div class="wide" role="region" aria-label="${words.junctions}" tabindex="0"><table class="figures names"><thead><tr><th scope="col">${words.junction}</th>${headers([words.busDelay, ...(hasTrams ? [words.tramDelay] : []), words.otherDelay, words.personDelay, words.failures])}</tr></thead>
<tbody>${shown.map((row) => markup`<tr data-controller="${row.controller}"><th scope="row">${row.title}${row.hasPriority ? markup` <span class="unit">${words.withPriority}</span>` : undefined}</th>${pairedCell(row.buses, 'bus', 1, language)}${hasTrams ? pairedCell(row.trams, 'tram', 1, language) : undefined}${pairedCell(row.others, 'other', 1, language)}${pairedCell(row.people, 'person', 1, language)}${pairedCell(row.failures, 'failures', 1, language)}</tr>`)}</tbody></table></div>
<p class="note">${rows.length > shown.length ? words.junctionsShown(plain(shown.length), plain(rows.length)) : ''} ${words.junctionCells} ${words.allJunctions(input.command.replace(' report priority ', ' junctions '))}</p>
<h3>${words.whoPays}</h3><p>${words.whoPaysAbout}</p>${[...rows].sort((one, other) => other.othersLostS - one.othersLostS).slice(0, MOST_DETAILED).filter(({ othersLostS }) => othersLostS > 0).map((row) => approachTable(input, row, language))}`;
}

const headers = (names: readonly string[]): Markup => markup`${names.map((name) => markup`<th scope="col" class="number">${name}</th>`)}`;

const percent = (approach: ApproachTraffic | undefined, part: 'splitFailures' | 'spillBacks', whole: 'greensWithQueue' | 'greens'): number | null => (approach && approach[whole] > 0 ? (100 * approach[part]) / approach[whole] : null);

/** Every approach of one junction. */
function approachTable(input: PriorityInput, { controller, title }: JunctionRow, language: Language): Markup {
  const words = wordsIn(priorityReportWords, language);
  const first = input.baseline.runs[0]!.junctions.find((one) => one.controller === controller)!;
  const of = (run: PriorityRun, link: number): ApproachTraffic | undefined => run.junctions.find((one) => one.controller === controller)?.approaches.find((one) => one.link === link);
  const delay = (link: number, wanted: (one: VehicleClass) => boolean) => paired(input, (run) => { const approach = of(run, link); return approach ? meanDelayS({ controller, name: '', approaches: [approach] }, wanted) : null; });
  return markup`<h4>${title}</h4><div class="wide" role="region" aria-label="${title}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.approach}</th>${headers([words.busDelay, words.otherDelay, words.meanQueue, words.failures, words.spillBack])}</tr></thead>
<tbody>${first.approaches.map(({ link, street, fromEighth, lengthM }) => markup`<tr><th scope="row">${words.comesFrom(words.directions(fromEighth))} <span class="unit">${street}, ${numbersIn(language).plain(lengthM)} m</span></th>${pairedCell(delay(link, (one) => one === 'bus'), 'bus', 1, language)}${pairedCell(delay(link, isOther), 'other', 1, language)}${pairedCell(paired(input, (run) => of(run, link)?.meanQueueM), 'queue', 1, language)}${pairedCell(paired(input, (run) => percent(of(run, link), 'splitFailures', 'greensWithQueue')), 'failures', 1, language)}${pairedCell(paired(input, (run) => percent(of(run, link), 'spillBacks', 'greens')), 'spill-back', 1, language)}</tr>`)}</tbody></table></div>`;
}
