import { figureWords } from '../../language/figures.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { zoneInWords } from '../../language/zones.ts';
import { pairedBars } from './paired-bars.ts';
import { meanOverRuns, type Sides } from './side.ts';

/** Yearly energy of every lighting zone; undefined in a city without lamps, and where lamps of a side follow the traffic: nobody knows their year. */
export function zoneEnergyFigure(sides: Sides, id: string, language: Language): string | undefined {
  const words = wordsIn(figureWords, language), { plain } = numbersIn(language);
  const zones = sides[0].runs[0]!.zones;
  if (sides.some(({ runs }) => runs[0]!.zones.length === 0)) return undefined;
  const megawattHours = (zone: string) => sides.map(({ runs }) => meanOverRuns(runs, (run) => run.zones.find((one) => one.zone === zone)?.yearKwh ?? 0) / 1000);
  const rows = zones.map(({ zone }) => ({ name: zoneInWords(zone, language), values: megawattHours(zone) }));
  const decimals = Math.max(...rows.flatMap(({ values }) => values)) < 100 ? 1 : 0;
  const read = rows.map(({ name, values }) => `${name} ${values.map((value) => plain(value, decimals)).join(' → ')}`).join(', ');
  return pairedBars(
    { id, title: words.zoneEnergy, description: words.zoneEnergyAbout(read) }, sides.map(({ name }) => name), rows,
    { decimals, language },
  );
}
