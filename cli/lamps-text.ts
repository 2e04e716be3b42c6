import type { FailureModel } from '../engine/lighting/energy/failures.ts';
import { LM80_TEST_H, MOST_TM21_TIMES } from '../engine/lighting/energy/lamp-ageing.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { lampWords } from '../scenarios/language/lamps.ts';
import { lightingTuningWords } from '../scenarios/language/lighting-tuning.ts';
import { zoneInWords } from '../scenarios/language/zones.ts';
import type { LampKind } from '../scenarios/measure/lamp-kinds.ts';
import type { DrawnFigure, LampYear } from '../scenarios/measure/lamp-years.ts';
import { lightKnownKm } from '../scenarios/measure/street-compliance.ts';
import { streetsAtFlux, type StreetsByFlux } from '../scenarios/measure/street-flux.ts';
import { meanMissed, type StreetOneLampOut } from '../scenarios/measure/streets-one-lamp-out.ts';
import { missedFigure, tableLines } from './light-text.ts';
import type { Terminal } from './terminal.ts';

/** How lamps fail, and whose record says so; an assumption where nobody's does. */
export interface AskedFailures { model: FailureModel; source: string | undefined }

/** All that the command found. `flux`: share of the flux when new today, by row of `litStreets`. */
export interface LampsFound { kinds: LampKind[]; years: LampYear[]; streets: StreetOneLampOut[]; flux: Float64Array; failures: AskedFailures; seeds: number }

/** So many of the worst streets stand in the answer; the file has all. */
const SHOWN = 10;

/** Streets at full output with lamps new and clean, as they are today, and with the maintenance factor that classes are judged by. */
function streetStates(twin: ReadingTwin, flux: ArrayLike<number>): Record<'asNew' | 'today' | 'design', StreetsByFlux> {
  const { maintenanceFactor } = twin.litStreets;
  return { asNew: streetsAtFlux(twin, () => 1), today: streetsAtFlux(twin, (row) => flux[row]!), design: streetsAtFlux(twin, (row) => maintenanceFactor[row]!) };
}

/** Streets that lose the mean of their class, those that miss most of it on the longest way first. */
const darkened = (streets: readonly StreetOneLampOut[]) => streets.flatMap((one) => { const mean = meanMissed(one); return mean ? [{ ...one, mean }] : []; })
  .sort((one, other) => other.mean.shortShare * other.km - one.mean.shortShare * one.km || one.row - other.row);

const lampsOf = (streets: readonly { lamps: number }[]): number => streets.reduce((sum, { lamps }) => sum + lamps, 0);
const kmOf = (streets: readonly { km: number }[]): number => streets.reduce((sum, { km }) => sum + km, 0);

/** The answer for programs: figures with their names, unrounded. */
export function lampsJson(twin: ReadingTwin, { kinds, years, streets, flux, failures: { model: { modes, detectionNights, repairNights }, source }, seeds }: LampsFound): object {
  const lost = streets.filter(({ missed }) => missed.length > 0), dark = darkened(streets), { knownKm, unknownKm } = lightKnownKm(twin), km = (value: number): number | null => (knownKm > 0 ? value : null);
  return {
    city: twin.facts.name, date: twin.facts.date, followsTraffic: twin.adaptiveRules.count > 0, kinds, years, seeds,
    failures: { source: source ?? null, modes, detectionNights, repairNights }, streetsAtFull: streetStates(twin, flux),
    oneLampOut: {
      unknownKm, keptKm: km(kmOf(streets)), lostKm: km(kmOf(lost)), meanLostKm: km(kmOf(dark)), meanLostStreets: dark.length, meanLostLamps: lampsOf(dark),
      worst: dark.slice(0, SHOWN).map(({ row, ...one }) => ({ street: twin.streets.name[twin.litStreets.street[row]!], ...one })),
    },
  };
}

/** The same for people. */
export function lampsText(terminal: Terminal, twin: ReadingTwin, found: LampsFound): string[] {
  const { language, bold, faint, numbers } = terminal, toCome = found.kinds.reduce((sum, { lampsToCome }) => sum + lampsToCome, 0);
  if (twin.lamps.count === 0) return [lampWords.noLamps[language]];
  return [
    bold(lampWords.title[language](twin.facts.name, numbers.day(twin.facts.date))),
    ...(twin.adaptiveRules.count > 0 ? [lightingTuningWords.adaptive[language]] : []), '',
    bold(lampWords.kinds[language]), ...kindRows(terminal, found.kinds), ...(toCome > 0 ? [lampWords.yearToCome[language](terminal.number(toCome))] : []), '',
    bold(lampWords.years[language]), ...yearRows(terminal, twin, found), '',
    ...(twin.litStreets.count === 0 ? [] : [...streetRows(terminal, twin, found), '']),
    ...(twin.facts.synthetic ? [faint(terminal.words.synthetic)] : []),
  ].map(terminal.spaced);
}

/** Whether a table shows that power changes with age: of its figures to the tenth of a percent. */
const isOther = (share: number | null): boolean => share !== null && Math.abs(share - 1) >= 0.0005;

function kindRows({ language, number, faint }: Terminal, kinds: readonly LampKind[]): string[] {
  const { powerPercent, ...others } = lampWords.kindColumns[language], isAgeing = kinds.some(({ powerShare }) => isOther(powerShare)), or = (value: number | null | undefined, decimals: number): string => (value === null || value === undefined ? '–' : number(value, decimals));
  const percent = (share: number | null): number | null => (share === null ? null : 100 * share);
  const beyond = kinds.reduce((sum, { lampsBeyondTm21 }) => sum + lampsBeyondTm21, 0), unknown = kinds.reduce((sum, { lamps, lampsOfKnownYear, lampsToCome }) => sum + lamps - lampsOfKnownYear - lampsToCome, 0);
  return [
    ...tableLines([[...Object.values(others), ...(isAgeing ? [powerPercent] : [])], ...kinds.map(({ kind, lamps, ratedKw, ageYears, burningH, fluxShare, powerShare, maintenance }) => [
      kind === '' ? lampWords.unknownKind[language] : kind, number(lamps), number(ratedKw, 1), or(ageYears, 1), or(burningH, 0), or(percent(fluxShare), 1), or(maintenance?.factor, 2), or(maintenance?.designLifeH, 0), ...(isAgeing ? [or(percent(powerShare), 1)] : []),
    ])]),
    faint([lampWords.kindNotes[language](number(LM80_TEST_H * MOST_TM21_TIMES)), ...(isAgeing ? [lampWords.powerNote[language]] : [])].join(' ')),
    ...(beyond > 0 ? [lampWords.beyondTm21[language](number(beyond))] : []), ...(unknown > 0 ? [lampWords.unknownYear[language](number(unknown))] : []),
  ];
}

function yearRows({ language, number, faint }: Terminal, twin: ReadingTwin, { years, seeds, failures: { model: { modes, detectionNights, repairNights }, source } }: LampsFound): string[] {
  const { year, ratedMwh, agedMwh, ...others } = lampWords.yearColumns[language], isAgeing = years.some(({ ratedKwh, agedKwh }) => isOther(ratedKwh > 0 ? agedKwh / ratedKwh : null)), between = ({ low, high }: DrawnFigure, decimals = 0): string => (low === undefined || high === undefined ? '' : `(${number(low, decimals)}–${number(high, decimals)})`);
  const cleanings = [...new Set(Array.from(twin.luminaires.cleaningYears))].filter((every) => every > 0).sort((one, other) => one - other), unknownKm = years.map(({ unknownClassKm }) => unknownClassKm), modeTexts = modes.map(({ share, shape, scaleH }) => lampWords.mode[language](number(100 * share), number(shape, 1), number(scaleH)));
  return [
    ...tableLines([[year, ratedMwh, ...(isAgeing ? [agedMwh] : []), ...Object.values(others)], ...years.map((row) => [
      String(row.year), number(row.ratedKwh / 1000), ...(isAgeing ? [number(row.agedKwh / 1000)] : []), row.fluxShare === null ? '–' : number(100 * row.fluxShare, 1), row.belowClassKm === null ? '–' : number(row.belowClassKm, 1),
      `${number(row.failures.mean)} ${between(row.failures)}`, number(row.outLampNights.mean), number(row.availabilityPercent.mean, 2), `${number(row.worstMonthRepairs.mean)} ${between(row.worstMonthRepairs)}`, number(row.notTakenKwh.mean),
    ])]),
    faint([lampWords[isAgeing ? 'agedEnergy' : 'sameEnergy'][language], lampWords.yearNotes[language](number(seeds))].join(' ')),
    ...(cleanings.length > 0 ? [faint(lampWords.cleaning[language](cleanings.map((every) => number(every)), cleanings[0] === 1))] : []),
    ...(years.some(({ belowClassKm, unknownClassKm }) => belowClassKm !== null && unknownClassKm > 0) ? [lampWords.unknownFlux[language](number(Math.min(...unknownKm), 1), number(Math.max(...unknownKm), 1))] : []),
    lampWords.failureModel[language](source === undefined ? lampWords.assumed[language] : lampWords.recorded[language](source), modeTexts.join(', '), lampWords.repair[language](number(detectionNights), number(repairNights))),
  ];
}

/** What age and one lamp out do to streets, as far as their light is known. */
function streetRows(terminal: Terminal, twin: ReadingTwin, { flux, streets }: LampsFound): string[] {
  const { language, number, bold, faint } = terminal, { knownKm, unknownKm } = lightKnownKm(twin), known = number(knownKm, 1), unknown = number(unknownKm, 1);
  if (knownKm === 0) return [bold(lampWords.flux[language]), lampWords.nothingKnown[language](unknown)];
  return [
    bold(lampWords.flux[language]), ...(unknownKm > 0 ? [lampWords.partKnown[language](known, unknown)] : []), ...fluxRows(terminal, streetStates(twin, flux)), faint(lampWords.fluxNote[language]), '',
    bold(lampWords.oneOut[language]), ...oneOutRows(terminal, twin, streets, unknownKm > 0 ? unknown : ''),
  ];
}

function fluxRows({ language, number }: Terminal, states: ReturnType<typeof streetStates>): string[] {
  const { state, ...columns } = lampWords.fluxColumns[language], names = Object.keys(columns) as (keyof StreetsByFlux)[];
  // In a state that is known of no street (no year of installation) nothing is nought.
  const figure = (km: StreetsByFlux, column: keyof StreetsByFlux): string => (column !== 'unknownKm' && names.every((name) => name === 'unknownKm' || km[name] === 0) ? '–' : number(km[column], 1));
  return tableLines([[state, ...Object.values(columns)], ...(['asNew', 'today', 'design'] as const).map((name) => [lampWords.fluxRows[language][name], ...names.map((column) => figure(states[name], column))])]);
}

/** `unknown`: km whose light is unknown, empty where there are none. */
function oneOutRows(terminal: Terminal, twin: ReadingTwin, streets: readonly StreetOneLampOut[], unknown: string): string[] {
  const { language, number } = terminal, { litStreets, communes, lightingZones } = twin, dark = darkened(streets), keptKm = kmOf(streets), darkKm = kmOf(dark);
  if (keptKm === 0) return [lampWords.noneKept[language](unknown)];
  return [
    lampWords.oneOutAnswer[language](number(keptKm, 1), unknown, number(kmOf(streets.filter(({ missed }) => missed.length > 0)), 1), number(kmOf(streets.filter((one) => one.missed.length > 0 && !meanMissed(one))), 1)),
    ...(dark.length === 0 ? [lampWords.noMeanLost[language]] : [
      lampWords.oneOutMean[language](number(darkKm, 1), number((100 * darkKm) / keptKm, 1), number(lampsOf(dark))),
      lampWords.worst[language],
      ...dark.slice(0, SHOWN).map(({ row, km, className, mean }) => {
        const street = litStreets.street[row]!, zone = lightingZones.name[litStreets.zone[row]!] ?? '';
        const place = [twin.streets.name[street]!, communes.name[twin.streets.commune[street]!] ?? '', zone === '' ? '' : zoneInWords(zone, language)].filter((text) => text !== '').join(', ');
        return `  ${lampWords.worstLine[language](place, number(km, 2), className, missedFigure(terminal, mean))}`;
      }),
      ...(dark.length > SHOWN ? [`  ${lampWords.moreStreets[language](number(dark.length - SHOWN))}`] : []),
    ]),
  ];
}
