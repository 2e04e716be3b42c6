import type { ReadingTwin } from '../engine/twin/twin.ts';
import { lightingTuningWords as words } from '../scenarios/language/lighting-tuning.ts';
import { lightKnownKm } from '../scenarios/measure/street-compliance.ts';
import type { StreetBelowClass } from '../scenarios/measure/streets-below-class.ts';
import type { ScheduleYear } from '../scenarios/tune/lighting/judge-schedule.ts';
import { WORST_SHARE, type TunedLighting } from '../scenarios/tune/lighting/tune-lighting.ts';
import { streetName } from './lighting-tuning-files.ts';
import { tableLines, zoneAsTyped } from './light-text.ts';
import type { Terminal } from './terminal.ts';

/** What the search was asked to keep to, for what is said of it. */
export interface AskedRules { mostLevels: number; leastPercent: number; spareShare: number; rampPerMin: number; mostKwh: number | undefined }

/** The answer for people: what it comes to, the programs, what binds, what constraints cost, and what stays below class. */
export function lightingTuningText(terminal: Terminal, twin: ReadingTwin, tuned: TunedLighting, apart: readonly StreetBelowClass[], rules: AskedRules): string[] {
  const { language, bold } = terminal;
  return [
    bold(words.title[language](twin.facts.name)), ...answerRows(terminal, twin, tuned, rules), '', ...yearRows(terminal, twin, tuned), '',
    bold(words.programs[language]), ...programRows(terminal, tuned, rules.rampPerMin), '', bold(words.bindingTitle[language](rules.spareShare > 0)), ...bindingRows(terminal, twin, tuned), '',
    bold(words.constraintsTitle[language]), ...constraintRows(terminal, tuned, rules), '', ...apartRows(terminal, apart, tuned, rules),
    ...(twin.adaptiveRules.count > 0 ? [words.adaptive[language]] : []), ...(twin.facts.synthetic ? [terminal.faint(terminal.words.synthetic)] : []),
  ].map(terminal.spaced);
}

function answerRows({ language, number, numbers }: Terminal, twin: ReadingTwin, { best, chosen, now, isWithinLimit, lowestKwh, constraints, front }: TunedLighting, { mostKwh, spareShare }: AskedRules): string[] {
  const spared = spareShare > 0 ? words.spared[language](percentText(number, spareShare)) : '';
  const kwh = (value: number): string => number(value, 0);
  const change = ({ energyKwh }: ScheduleYear): string => numbers.signedPercent((100 * (energyKwh - now.energyKwh)) / now.energyKwh);
  const over = Math.round(best.year.overLitPedestrianKmH), { unknownKm } = lightKnownKm(twin);
  const first = [words.answer[language](spared, kwh(best.year.energyKwh), kwh(now.energyKwh), change(best.year)), ...(unknownKm > 0 ? [words.unknown[language](number(unknownKm, 1))] : []), ...(over > 0 ? [words.overLit[language](number(over, 0))] : [])];
  const sparing = constraints.find(({ name }) => name === 'worstStreets')?.year;
  if (mostKwh === undefined) return [...first, ...(best.year.energyKwh > now.energyKwh && sparing && kwh(sparing.energyKwh) !== kwh(best.year.energyKwh) && sparing.energyKwh < best.year.energyKwh ? [words.dearer[language](percentText(number, spareShare + WORST_SHARE), kwh(sparing.energyKwh), change(sparing))] : [])];
  if (isWithinLimit === false) return [...first, words.beyondLimit[language](kwh(lowestKwh), kwh(mostKwh))];
  if (chosen === best) return [...first, words.withinLimit[language](kwh(mostKwh))];
  const below = (levels: TunedLighting['best']['levels']): number => levels.reduce((sum, one) => sum + one.belowKmH, 0), moreKmH = below(chosen.levels) - below(best.levels), eur = (best.year.energyKwh - chosen.year.energyKwh) * twin.facts.energy.priceEurPerKwh;
  const next = front.filter(({ energyKwh }) => energyKwh > mostKwh).at(-1);
  return [...first, words.limited[language](kwh(chosen.year.energyKwh), kwh(mostKwh), number(moreKmH, 0), number(moreKmH / eur, 2)), ...(next ? [words.nextPoint[language](kwh(mostKwh - chosen.year.energyKwh), kwh(next.energyKwh))] : [])];
}

/** As the option takes it: whole per cent, or one decimal. */
function percentText(number: Terminal['number'], share: number): string {
  const percent = Math.round(1000 * share) / 10;
  return number(percent, Number.isInteger(percent) ? 0 : 1);
}

function yearRows({ language, number, faint }: Terminal, twin: ReadingTwin, { full, now, best, chosen }: TunedLighting): string[] {
  const { priceEurPerKwh, carbonGPerKwh } = twin.facts.energy, columns = words.columns[language], rows = words.rows[language];
  const row = (name: string, { energyKwh, belowKmH, darkKmH, overLitKmH }: ScheduleYear): string[] =>
    [name, ...[energyKwh, energyKwh * priceEurPerKwh, (energyKwh * carbonGPerKwh) / 1000, belowKmH, darkKmH, overLitKmH].map((value) => number(value, 0))];
  return tableLines([['', columns.kwh, columns.eur, columns.co2, columns.below, columns.dark, columns.over], row(rows.full, full), row(rows.now, now), row(rows.best, best.year), ...(chosen === best ? [] : [row(rows.chosen, chosen.year)])]).concat(faint(words.defined[language]));
}

/** '98 % · 83 % from 22:00': what a planner sees happen in a night; the changes hold seconds and noon. */
function programRows({ language, numbers, faint }: Terminal, { nights, chosen }: TunedLighting, rampPerMin: number): string[] {
  const names = nights.map(({ name }) => zoneAsTyped(name, language)), width = Math.max(0, ...names.map(({ length }) => length)), output = (share: number): string => (share === 0 ? words.off[language] : numbers.share(share));
  const rows = names.map((name, at) => {
    const change = chosen.changes[at]!, [first, ...later] = change.change === 'lighting-program' ? change.levels : [];
    const all = first === undefined ? '' : later.length === 0 ? words.allNight[language](output(first.outputShare)) : [output(first.outputShare), ...later.map(({ from, outputShare }) => words.step[language](output(outputShare), from))].join(' · ');
    return `  ${name.padEnd(width)}  ${all}`;
  });
  return [...rows, faint(words.changes[language](numbers.share(rampPerMin)))];
}

function bindingRows({ language, number }: Terminal, twin: ReadingTwin, { nights }: TunedLighting): string[] {
  return nights.flatMap(({ name, hours }) => {
    const bound = hours.filter(({ binding }) => binding.length > 0).sort((one, other) => one.needPercent - other.needPercent), [least] = bound;
    if (!least) return [];
    const isConstant = bound.every(({ needPercent, binding }) => needPercent === least.needPercent && binding[0] === least.binding[0]);
    return [`  ${words.binding[language](zoneAsTyped(name, language), streetName(twin, least.binding[0]), isConstant ? '' : String(least.hour), number(least.needPercent))}`];
  });
}

function constraintRows({ language, number, numbers }: Terminal, { best, constraints }: TunedLighting, { mostLevels, leastPercent }: AskedRules): string[] {
  return tableLines(constraints.map(({ name, year }) =>
    [words.constraints[language][name](number(mostLevels), number(leastPercent)), numbers.signed(year.energyKwh - best.year.energyKwh), numbers.signedPercent((100 * (year.energyKwh - best.year.energyKwh)) / best.year.energyKwh)]));
}

function apartRows({ language, number }: Terminal, apart: readonly StreetBelowClass[], { chosen, best }: TunedLighting, { spareShare }: AskedRules): string[] {
  const km = (holds: (one: StreetBelowClass) => boolean): string => number(apart.reduce((sum, one) => (holds(one) ? sum + one.km : sum), 0), 1), isGivenUp = ({ verdict }: StreetBelowClass): boolean => verdict === 'tooDim';
  const always = apart.filter((one) => !isGivenUp(one));
  return [
    always.length === 0 ? words.nothingApart[language] : words.apart[language](km((one) => !isGivenUp(one)), km(({ verdict }) => verdict === 'uneven'), km(({ verdict }) => verdict === 'notAtFull'), km(({ verdict }) => verdict === 'glaring')),
    ...(apart.some(isGivenUp) ? [chosen !== best ? words.givenUpForLimit[language](km(isGivenUp)) : spareShare > 0 ? words.givenUp[language](km(isGivenUp), percentText(number, spareShare)) : words.leftBelow[language](km(isGivenUp))] : []),
  ];
}
