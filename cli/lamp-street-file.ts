import type { ReadingTwin } from '../engine/twin/twin.ts';
import { lightingClass } from '../engine/lighting/road/lighting-classes.ts';
import { cityLight } from '../scenarios/measure/street-compliance.ts';
import { meanMissed, type StreetOneLampOut } from '../scenarios/measure/streets-one-lamp-out.ts';
import { csvField } from './csv-field.ts';

/** How the file begins: tells it from files of others. */
export const LAMP_STREET_HEAD = 'street,commune,zone,lengthM,designClass,';

/** Every lit street as CSV: the flux that its lamps have left, whether it has its design class with all lamps at full output (empty where its light is unknown), and what it misses beside one that is out. */
export function* lampStreetFile(twin: ReadingTwin, flux: ArrayLike<number>, found: readonly StreetOneLampOut[]): Generator<string> {
  const { litStreets, streets, communes, lightingZones } = twin, { isKnown } = cityLight(twin), ofRow = new Map(found.map((one) => [one.row, one]));
  yield `${LAMP_STREET_HEAD}fluxSharePercent,maintenanceFactor,keepsClass,keepsWithOneOut,keepsMeanWithOneOut,missesMost,value,asked\n`;
  for (let row = 0; row < litStreets.count; row++) {
    const street = litStreets.street[row]!, keeps = ofRow.get(row), missed = keeps?.missed[0], mean = keeps && meanMissed(keeps);
    yield [
      csvField(streets.name[street]!), csvField(communes.name[streets.commune[street]!] ?? ''), csvField(lightingZones.name[litStreets.zone[row]!] ?? ''), text(streets.lengthM[street]!),
      lightingClass(litStreets.family[row]!, litStreets.classIndex[row]!).name, text(100 * flux[row]!), text(litStreets.maintenanceFactor[row]!),
      isKnown[row] === 0 ? '' : keeps ? 'yes' : 'no', keeps ? (missed ? 'no' : 'yes') : '', keeps ? (mean ? 'no' : 'yes') : '', ...(missed ? [missed.criterion, text(missed.value), text(missed.asked)] : ['', '', '']),
    ].join(',') + '\n';
  }
}

/** Six digits that count: what is unknown is empty. */
const text = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '');
