import { join } from 'node:path';
import { outputHours } from '../../engine/lighting/compliance/output-hours.ts';
import { plannedHourVolumes } from '../../engine/twin/hour-volumes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { nearZone } from '../../scenarios/changes/zone-place.ts';
import { lightingTuningWords } from '../../scenarios/language/lighting-tuning.ts';
import { cityLight } from '../../scenarios/measure/street-compliance.ts';
import { streetsBelowClass } from '../../scenarios/measure/streets-below-class.ts';
import { scheduleJudge } from '../../scenarios/tune/lighting/judge-schedule.ts';
import { tuneLighting, type TunedLighting } from '../../scenarios/tune/lighting/tune-lighting.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { lightingTuningFiles } from '../lighting-tuning-files.ts';
import { lightingTuningText, type AskedRules } from '../lighting-tuning-text.ts';
import { makeOptionReader, type OptionReader } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface TuneLightingOptions { out: string; city?: string; zones?: string; budget?: string; co2?: string; levels?: string; least?: string; ramp?: string; spare?: string }

/** Levels of a night, least output in per cent, most change in per cent of full output a minute, unless the person says otherwise. */
const LEVELS = 4, LEAST = 10, RAMP = 20;
const MOST = 1e12;

/** `jumeau tune lighting -o folder`: for each zone the program with the least energy that dims no street below its class at any hour. */
export async function tuneLightingCommand(terminal: Terminal, options: TuneLightingOptions): Promise<void> {
  const read = makeOptionReader(), mostLevels = read.whole('--levels', options.levels, 1, 12) ?? LEVELS, leastPercent = read.whole('--least', options.least, 1, 100) ?? LEAST;
  const rampPercent = read.decimal('--ramp', options.ramp, 2, 100) ?? RAMP, sparePercent = read.decimal('--spare', options.spare, 0, 100) ?? 0, budgetEur = read.decimal('--budget', options.budget, 0, MOST), co2Kg = read.decimal('--co2', options.co2, 0, MOST);
  const { twin } = options.city === undefined ? await referenceCity(terminal) : await openCity(options.city), zones = zonesNamed(twin, options.zones, read);
  if (read.problems.length > 0) throw new BadInput(read.problems);
  const light = cityLight(twin), volumes = plannedHourVolumes(twin), rules: AskedRules = { mostLevels, leastPercent, spareShare: sparePercent / 100, rampPerMin: rampPercent / 100, mostKwh: limitKwh(twin, budgetEur, co2Kg) };
  if (!light.isKnown.includes(1)) throw badInput('cli-no-known-light', options.city ?? twin.facts.name);
  const tuned = tuneLighting({ twin, light, volumes, zones, ...rules });
  const { twin: changed, year } = scheduleJudge(twin, light, volumes).yearOf(tuned.chosen.changes), apart = streetsBelowClass(changed, light, volumes, outputHours(changed), year);
  const files = lightingTuningFiles(twin, tuned, apart, terminal.language);
  for (const [name, text] of Object.entries(files)) await writeWhole(join(options.out, name), [text]);
  if (terminal.json) return terminal.out(JSON.stringify(asJson(tuned, apart.length, rules)));
  for (const line of lightingTuningText(terminal, twin, tuned, apart, rules)) terminal.out(line);
  for (const name of Object.keys(files)) terminal.out(terminal.words.written(join(options.out, name)));
  terminal.out(terminal.spaced(lightingTuningWords.replay[terminal.language](`${join(options.out, 'settings.json')}${options.city === undefined ? '' : ` --city ${options.city}`}`)));
}

/** The least of what money and carbon allow, by the price and factor of the city; undefined without a limit. */
function limitKwh({ facts: { energy: { priceEurPerKwh, carbonGPerKwh } } }: ReadingTwin, budgetEur: number | undefined, co2Kg: number | undefined): number | undefined {
  const limits = [...(budgetEur === undefined ? [] : [budgetEur / priceEurPerKwh]), ...(co2Kg === undefined ? [] : [(1000 * co2Kg) / carbonGPerKwh])];
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** Rows of the zones whose names stand in a list, or of all. Programs go by name, so zones that share one could not each have theirs. */
function zonesNamed({ lightingZones }: ReadingTwin, list: string | undefined, { problems }: OptionReader): number[] {
  const known = Array.from(lightingZones.name), names = list === undefined ? known : list.split(',').map((name) => name.trim());
  return [...new Set(names)].map((zone) => {
    const count = known.filter((name) => name === zone).length;
    if (count > 1) problems.push({ severity: 'error', code: 'cli-zones-of-one-name', where: '--zones', parameters: { zone, count } });
    if (!known.includes(zone)) problems.push({ severity: 'error', code: 'change-unknown-zone', where: '--zones', parameters: { zone, near: nearZone(zone, known) ?? '', known: known.join(', ') } });
    return known.indexOf(zone);
  });
}

const asJson = ({ nights, now, full, best, chosen, isWithinLimit, constraints, front }: TunedLighting, streetsApart: number, { mostKwh }: AskedRules): object => ({
  now, full, best: best.year, chosen: chosen.year, ...(mostKwh === undefined ? {} : { limitKwh: mostKwh, isWithinLimit }), streetsApart,
  zones: nights.map(({ name, km, hours }, at) => ({ zone: name, km, hours: hours.map(({ hour, nightH, needPercent, beyondKm }, slot) => ({ hour, nightH, needPercent, percent: chosen.levels[at]!.percents[slot]!, beyondKm })) })),
  changes: chosen.changes, constraints, front: front.map(({ energyKwh, belowKmH }) => ({ energyKwh, belowKmH })),
});
