import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { Language } from '../scenarios/language/language.ts';
import { zonePrograms } from '../scenarios/report/figures/zone-programs.ts';
import type { StreetBelowClass } from '../scenarios/measure/streets-below-class.ts';
import type { TunedLighting } from '../scenarios/tune/lighting/tune-lighting.ts';
import { csvLine } from './csv-lines.ts';

type Row = readonly (string | number)[];
const csvIn = (language: Language) => (rows: readonly Row[]): string => rows.map((row) => csvLine(row, language)).join('');

/** A tenth of a metre, half a second: sums of lengths and hours have no more that counts. */
const fourDecimals = (value: number): number => Number(value.toFixed(4));

/**
 * What a search for schedules leaves: the chosen programs as changes of a scenario, hour by hour as a table and a picture, the streets that stay
 * below class, what constraints cost, and what less energy would leave below class.
 */
export function lightingTuningFiles(twin: ReadingTwin, tuned: TunedLighting, apart: readonly StreetBelowClass[], language: Language): Record<string, string> {
  const csv = csvIn(language), { nights, chosen, best, front, constraints } = tuned, { priceEurPerKwh } = twin.facts.energy;
  return {
    'settings.json': `${JSON.stringify(chosen.changes, null, 2)}\n`,
    'programs.csv': csv([
      ['zone', 'hour', 'nightH', 'needPercent', 'percent', 'bindingStreet', 'tooDimAtFullKm', 'belowClassKm'],
      ...nights.flatMap(({ name, hours }, at) => hours.map(({ hour, nightH, needPercent, binding, beyondKm, belowKm }, slot): Row => {
        const percent = chosen.levels[at]!.percents[slot]!;
        return [name, hour, fourDecimals(nightH), needPercent, percent, streetName(twin, binding[0]), fourDecimals(beyondKm), percent > 0 ? fourDecimals(belowKm[percent]!) : 0];
      })),
    ]),
    'programs.svg': `${zonePrograms(nights.map(({ name, hours }, at) => ({ zone: name, hours: hours.map(({ hour }) => hour), needPercents: hours.map(({ needPercent }) => needPercent), percents: chosen.levels[at]!.percents })), 'programs', language)}\n`,
    'streets-apart.csv': csv([
      ['street', 'commune', 'zone', 'km', 'belowH', 'why', 'class', 'hour', 'outputPercent', 'criterion', 'value', 'asked'],
      ...apart.map(({ street, commune, zone, km, belowH, verdict, className, hour, outputShare, shortfall }): Row =>
        [street, commune, zone, km, belowH, verdict, className, hour, 100 * outputShare, shortfall.criterion, shortfall.value, shortfall.asked]),
    ]),
    'constraints.csv': csv([['constraint', 'energyKwh', 'lessThanBestKwh', 'belowKmH'], ...constraints.map(({ name, year }): Row => [name, year.energyKwh, best.year.energyKwh - year.energyKwh, year.belowKmH])]),
    'trade-off.csv': csv([['energyKwh', 'costEur', 'dimmedBelowClassKmH'], ...front.map(({ energyKwh, belowKmH }): Row => [energyKwh, energyKwh * priceEurPerKwh, belowKmH])]),
  };
}

/** The name of the street that a lit street is. */
export const streetName = ({ litStreets, streets }: ReadingTwin, row: number | undefined): string => (row === undefined ? '' : streets.name[litStreets.street[row]!]!);
