import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { powersByZone, type CityEnergy } from './trial-energy.ts';

/** The two indicators of EN 13201-5:2015 over the carriageways of many streets, as `jumeau light` has them: neither says anything without the other. */
export interface StreetIndicators {
  /** D_P at full output: rated power over the sum of maintained mean illuminance times area. A program does not change it. */
  powerDensityMwPerLxM2: number;
  /** D_E: energy of a year over the area lit. */
  energyKwhPerM2: number;
}

/** Asked for energy of a year, answers with the indicators of those of these streets whose light is known; undefined where none is. */
export function streetIndicators(twin: ReadingTwin, light: StreetLight, rows: readonly number[]): ((year: CityEnergy) => StreetIndicators) | undefined {
  const { litStreets, streets, lamps } = twin, isKnown = new Uint8Array(streets.count);
  let lm = 0, areaM2 = 0;
  for (const row of rows) {
    if (light.isKnown[row] === 0) continue;
    const street = litStreets.street[row]!, ofStreetM2 = streets.lengthM[street]! * litStreets.widthM[row]!;
    isKnown[street] = 1;
    areaM2 += ofStreetM2;
    lm += light.eavLx[row]! * ofStreetM2;
  }
  if (areaM2 === 0) return undefined;
  const powers = powersByZone(twin, (lamp) => lamps.street[lamp]! >= 0 && isKnown[lamps.street[lamp]!] === 1), ratedW = powers.reduce((sum, power) => sum + power.ratedW, 0);
  return ({ ofLampsKwh }) => ({ powerDensityMwPerLxM2: (1000 * ratedW) / lm, energyKwhPerM2: ofLampsKwh(powers) / areaM2 });
}
