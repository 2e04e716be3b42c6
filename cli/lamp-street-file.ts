import type { ReadingTwin } from '../engine/twin/twin.ts';
import { lightingClass } from '../engine/lighting/road/lighting-classes.ts';
import type { Language } from '../scenarios/language/language.ts';
import { cityLight } from '../scenarios/measure/street-compliance.ts';
import { meanMissed, type StreetOneLampOut } from '../scenarios/measure/streets-one-lamp-out.ts';
import { csvLine } from './csv-lines.ts';

/** How the file begins: tells it from files of others. */
export const LAMP_STREET_HEAD = 'street,commune,zone,lengthM,designClass,';

/** Every lit street as CSV: the flux that its lamps have left, whether it has its design class with all lamps at full output (empty where its light is unknown), and what it misses beside one that is out. */
export function* lampStreetFile(twin: ReadingTwin, flux: ArrayLike<number>, found: readonly StreetOneLampOut[], language: Language): Generator<string> {
  const { litStreets, streets, communes, lightingZones } = twin, { isKnown } = cityLight(twin), ofRow = new Map(found.map((one) => [one.row, one]));
  yield csvLine(`${LAMP_STREET_HEAD}fluxSharePercent,maintenanceFactor,keepsClass,keepsWithOneOut,keepsMeanWithOneOut,missesMost,value,asked`.split(','), language);
  for (let row = 0; row < litStreets.count; row++) {
    const street = litStreets.street[row]!, keeps = ofRow.get(row), missed = keeps?.missed[0], mean = keeps && meanMissed(keeps);
    yield csvLine([
      streets.name[street]!, communes.name[streets.commune[street]!] ?? null, lightingZones.name[litStreets.zone[row]!] ?? null, sixDigits(streets.lengthM[street]!),
      lightingClass(litStreets.family[row]!, litStreets.classIndex[row]!).name, sixDigits(100 * flux[row]!), sixDigits(litStreets.maintenanceFactor[row]!),
      isKnown[row] === 0 ? '' : keeps ? 'yes' : 'no', keeps ? (missed ? 'no' : 'yes') : '', keeps ? (mean ? 'no' : 'yes') : '', ...(missed ? [missed.criterion, sixDigits(missed.value), sixDigits(missed.asked)] : ['', '', '']),
    ], language);
  }
}

/** Six digits that count: what is unknown is empty. */
const sixDigits = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);
