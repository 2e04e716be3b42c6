import type { Compliance } from '../engine/lighting/compliance/compliance-at.ts';
import { orderCriteria, type OrderCriterion } from '../engine/lighting/compliance/nuisance-order.ts';
import type { Shortfall } from '../engine/lighting/road/compliance.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { Language } from '../scenarios/language/language.ts';
import { lightWords } from '../scenarios/language/light.ts';
import { lightingTuningWords } from '../scenarios/language/lighting-tuning.ts';
import { zoneInWords } from '../scenarios/language/zones.ts';
import type { LightSummary } from '../scenarios/measure/light-summary.ts';
import type { ZoneLight } from '../scenarios/measure/light-by-zone.ts';
import { belowOrDarkKm, nightOfStreets } from '../scenarios/measure/street-compliance.ts';
import type { StreetBelowThen } from '../scenarios/measure/streets-at.ts';
import { verdictName, type LightVerdictName, type StreetBelowClass } from '../scenarios/measure/streets-below-class.ts';
import { clockText } from './clock-text.ts';
import type { Terminal } from './terminal.ts';

/** The streets of a city at one clock time; `compliance` is missing where no lamp burns. `below`: those that lack most first. */
export interface LightAt { atS: number; compliance: Compliance | undefined; below: readonly StreetBelowThen[] }

export type Traffic = 'planned' | 'counted' | 'none';

/** So many of the worst streets, and of what misses the order of 2018, stand in the answer; the file has all. */
const SHOWN = 10, SHOWN_ORDER = 3, MOST_DECIMALS = 6;

/** Kilometres by verdict. */
function kmByVerdict({ litStreets, streets }: ReadingTwin, { verdict }: Compliance): Partial<Record<LightVerdictName, number>> {
  const km: Partial<Record<LightVerdictName, number>> = {};
  for (let row = 0; row < litStreets.count; row++) {
    const name = verdictName(verdict[row]!);
    km[name] = (km[name] ?? 0) + streets.lengthM[litStreets.street[row]!]! / 1000;
  }
  return km;
}

function kmAtMeanHour(twin: ReadingTwin, { year }: LightSummary): number | null {
  const night = nightOfStreets(twin, year);
  return night && belowOrDarkKm(night);
}

/** The answer for programs: figures with their names, unrounded. */
export function lightJson(twin: ReadingTwin, summary: LightSummary, at: LightAt | undefined, traffic: Traffic): object {
  const { zones, belowByHour, below, orderCounts, irregularStreets, mixedStreets, lampsWithoutStreet } = summary;
  return {
    city: twin.facts.name, date: twin.facts.date, traffic, followsTraffic: twin.adaptiveRules.count > 0, zones, belowByHour, irregularStreets, mixedStreets, lampsWithoutStreet, order: orderCounts,
    belowOrDarkKm: kmAtMeanHour(twin, summary), streetsBelow: below.length, worst: below.slice(0, SHOWN),
    ...(at ? { at: { time: clockText(at.atS), km: at.compliance ? kmByVerdict(twin, at.compliance) : null, streetsBelow: at.below.length, worst: at.below.slice(0, SHOWN) } } : {}),
  };
}

/** The same for people. */
export function lightText(terminal: Terminal, twin: ReadingTwin, summary: LightSummary, at: LightAt | undefined, traffic: Traffic, file = ''): string[] {
  const { language, number, bold, faint } = terminal;
  if (summary.zones.at(-1)!.streets === 0) return [lightWords.noStreets[language]];
  return [
    bold(lightWords.title[language](twin.facts.name)), ...answerRows(terminal, twin, summary), faint(lightWords.traffic[language][traffic]),
    // Before the figures: they are those of programs that these lamps do not follow.
    ...(twin.adaptiveRules.count > 0 ? [lightingTuningWords.adaptive[language]] : []), '',
    bold(lightWords.byZone[language]), ...zoneRows(terminal, summary.zones), '',
    ...(isAnyKnown(summary) ? [bold(lightWords.byHour[language]), ...hourRows(terminal, summary.belowByHour), ''] : []),
    ...(at ? [...atRows(terminal, twin, at, file), ''] : []),
    ...(summary.below.length > 0 ? [bold(lightWords.worst[language](number(summary.below.length))), ...summary.below.slice(0, SHOWN).map((street) => `  ${worstLine(terminal, street)}`), ...moreRows(terminal, summary.below.length, SHOWN, file, '  '), ''] : []),
    ...orderRows(terminal, twin, summary, file), '',
    faint(lightWords.known[language](number(summary.irregularStreets), number(summary.mixedStreets), number(summary.lampsWithoutStreet))),
    ...(twin.facts.synthetic ? [faint(terminal.words.synthetic)] : []),
  ].map(terminal.spaced);
}

/** Whether the light of any street is known: where it is of none, there is nothing to say by hour. */
const isAnyKnown = ({ belowByHour }: LightSummary): boolean => belowByHour.some((percent) => percent !== null);

/** What it comes to, and of how much of the city. */
function answerRows({ language, number, numbers, faint }: Terminal, twin: ReadingTwin, summary: LightSummary): string[] {
  const { km, unknownKm, belowPercent, overLitPercent, darkPercent } = summary.zones.at(-1)!, belowKm = kmAtMeanHour(twin, summary);
  if (belowKm === null || belowPercent === null || overLitPercent === null || darkPercent === null) return [lightWords.nothingKnown[language](number(km, 1))];
  const decimals = unknownKm > 0 ? 1 : 0, parts = unknownKm > 0 ? [number(km - unknownKm, 1), number(unknownKm, 1)] as const : ['', ''] as const;
  return [
    lightWords.answer[language](number(km, decimals), parts, numbers.percent(belowPercent), numbers.percent(overLitPercent), numbers.percent(darkPercent)),
    faint(lightWords.defined[language](number(belowKm, 1))),
  ];
}

const columns = ['streets', 'km', 'unknownKm', 'belowPercent', 'darkPercent', 'overLitPercent', 'dpMwPerLxM2', 'deKwhPerM2'] as const;
const DECIMALS: Record<(typeof columns)[number], number> = { streets: 0, km: 1, unknownKm: 1, belowPercent: 1, darkPercent: 1, overLitPercent: 1, dpMwPerLxM2: 1, deKwhPerM2: 2 };

/** Its name in words, and the one that options and files of changes call it by. */
export function zoneAsTyped(zone: string, language: Language): string {
  const name = zoneInWords(zone, language);
  return name === zone ? zone : `${name} (${zone})`;
}

function zoneRows({ language, number, faint }: Terminal, zones: readonly ZoneLight[]): string[] {
  const nameOf = (zone: string | null): string => (zone === null ? lightWords.allZones[language] : zone === '' ? lightWords.noZone[language] : zoneAsTyped(zone, language));
  const all = zones.at(-1)!, shown = columns.filter((name) => name !== 'unknownKm' || all.unknownKm > 0);
  return [
    ...tableLines([
      [lightWords.zone[language], ...shown.map((name) => lightWords[name][language])],
      ...zones.map((row) => [nameOf(row.zone), ...shown.map((name) => (row[name] === null ? '–' : number(row[name], DECIMALS[name])))]),
    ]),
    ...(all.dpMwPerLxM2 === null ? [] : [faint(lightWords.indicators[language])]),
  ];
}

/** Cells in columns as wide as they need, the first to the left. */
export function tableLines(cells: readonly (readonly string[])[]): string[] {
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))).join('  ')}`);
}

/** From the afternoon to the morning. */
function hourRows({ number }: Terminal, belowByHour: LightSummary['belowByHour']): string[] {
  const hours = Array.from({ length: 24 }, (_, at) => (at + 12) % 24).filter((hour) => belowByHour[hour] !== null);
  return tableLines([['', ...hours.map((hour) => `${hour} h`)], ['%', ...hours.map((hour) => number(belowByHour[hour]!, 0))]]);
}

function atRows(terminal: Terminal, twin: ReadingTwin, { atS, compliance, below }: LightAt, file: string): string[] {
  const { language, number, numbers, bold } = terminal;
  if (!compliance) return [lightWords.byDay[language](clockText(atS))];
  const km = kmByVerdict(twin, compliance), rows = (Object.entries(km) as [LightVerdictName, number][]).sort((one, other) => other[1] - one[1]);
  return [bold(lightWords.atTime[language](clockText(atS), numbers.day(twin.facts.date))), ...tableLines(rows.map(([name, value]) => [lightWords.verdicts[language][name], `${number(value, 1)} km`])), ...belowThenRows(terminal, km, below, file)];
}

/** Which streets they are, as far as they are shown. */
function belowThenRows(terminal: Terminal, { unknown: unknownKm = 0, ...known }: Partial<Record<LightVerdictName, number>>, below: readonly StreetBelowThen[], file: string): string[] {
  const { language, number, numbers } = terminal;
  if (below.length === 0) return Object.keys(known).length === 0 ? [] : [`  ${lightWords.noneBelowThen[language](unknownKm === 0)}`];
  const line = (one: StreetBelowThen): string =>
    lightWords.thenLine[language](placeText(one, language), number(one.km, 2), one.className, numbers.share(one.outputShare), one.shortfalls.map((missed) => missedFigure(terminal, missed)).join(', '), lightWords.oneVerdict[language][one.verdict as BelowVerdict]);
  return [
    `  ${lightWords.belowThen[language](number(below.length))}`, ...below.slice(0, SHOWN).map((one) => `    ${line(one)}`),
    ...moreRows(terminal, below.length, SHOWN, file, '    '),
  ];
}

/** That there are more streets than those shown, and where all are. */
const moreRows = ({ language, number }: Terminal, count: number, shown: number, file: string, indent: string): string[] =>
  (count > shown ? [`${indent}${lightWords.moreStreets[language](number(count - shown), file)}`] : []);

type BelowVerdict = keyof (typeof lightWords)['oneVerdict']['en'];

const placeText = ({ street, commune, zone }: Pick<StreetBelowClass, 'street' | 'commune' | 'zone'>, language: Language): string =>
  [street, commune, zone === '' ? '' : zoneInWords(zone, language)].filter((text) => text !== '').join(', ');

/** What a street misses, as people read it. */
export function missedFigure({ language, number }: Pick<Terminal, 'language' | 'number'>, { criterion, value, asked }: Shortfall): string {
  const usual = criterion === 'fTiPct' || criterion === 'eavLx' || criterion === 'eminLx' ? 1 : 2;
  // As many as it takes to see that it falls short: "5.0 instead of 5.0" says nothing.
  let decimals = usual;
  while (decimals < MOST_DECIMALS && number(value, decimals) === number(asked, decimals)) decimals++;
  return lightWords.missed[language](lightWords.criteria[language][criterion], number(value, decimals), number(asked, decimals), lightWords.units[language][criterion]);
}

function worstLine(terminal: Terminal, one: StreetBelowClass): string {
  const { language, number } = terminal, { km, belowH, hour, className, verdict, shortfall } = one;
  return lightWords.worstLine[language](placeText(one, language), number(km, 2), number(belowH, 0), className, String(hour), missedFigure(terminal, shortfall), lightWords.oneVerdict[language][verdict as BelowVerdict]);
}

/** How figures of the order are written: shares in per cent. */
const orderFigure = ({ number }: Terminal, criterion: OrderCriterion, value: number): string =>
  (criterion === 'levelUpward' || criterion === 'upward' || criterion === 'fluxCode3' ? number(100 * value, 1) : number(value, criterion === 'density' ? 1 : 0));

function orderRows(terminal: Terminal, twin: ReadingTwin, { order, orderCounts }: LightSummary, file: string): string[] {
  const { language, number, bold } = terminal, { litStreets, streets } = twin;
  return [bold(lightWords.order[language]), ...orderCriteria.flatMap((criterion) => {
    const { kept, missed, unknown, notAsked } = orderCounts[criterion], name = lightWords.orderCriteria[language][criterion];
    const worst = order.filter(({ verdicts }) => verdicts[criterion] === 'missed').sort((one, other) => other.figures[criterion] / other.limits[criterion] - one.figures[criterion] / one.limits[criterion]);
    return [
      `  ${lightWords.orderLine[language](name, number(kept), number(missed), number(unknown), number(notAsked))}`,
      ...worst.slice(0, SHOWN_ORDER).map(({ row, figures, limits }) => `    ${lightWords.orderMissed[language](streets.name[litStreets.street[row]!]!, name, orderFigure(terminal, criterion, figures[criterion]), orderFigure(terminal, criterion, limits[criterion]))}`),
      ...moreRows(terminal, worst.length, SHOWN_ORDER, file, '    '),
    ];
  })];
}
