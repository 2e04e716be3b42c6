import { rowsWhere } from '../../../engine/foundation/table.ts';
import type { LightingYear } from '../../../engine/lighting/energy/lighting-year.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** The two indicators of EN 13201-5:2015 over the carriageways of many streets, as `jumeau light` has them: neither says anything without the other. */
export interface StreetIndicators {
  /** D_P at full output: rated power over the sum of maintained mean illuminance times area. A program does not change it. */
  powerDensityMwPerLxM2: number;
  /** D_E: energy of a year over the area lit. */
  energyKwhPerM2: number;
}

/** Asked for energy of a year, answers with the indicators of those of these streets whose light is known; undefined where none is. */
export function streetIndicators(twin: ReadingTwin, light: StreetLight, rows: readonly number[]): ((year: LightingYear) => StreetIndicators) | undefined {
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
  const known = rowsWhere(lamps.count, (lamp) => lamps.street[lamp]! >= 0 && isKnown[lamps.street[lamp]!] === 1), ratedW = known.reduce((sum, lamp) => sum + lamps.ratedPowerW[lamp]!, 0);
  return ({ lampKwh, period: { months } }) => {
    let energyKwh = 0;
    for (const lamp of known) for (let month = 0; month < months.length; month++) energyKwh += lampKwh[lamp * months.length + month]!;
    return { powerDensityMwPerLxM2: (1000 * ratedW) / lm, energyKwhPerM2: energyKwh / areaM2 };
  };
}
