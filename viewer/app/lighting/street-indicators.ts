import { lampsPowerW } from '../../../engine/lighting/lamp-power.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** The two indicators of EN 13201-5:2015 over the carriageways of many streets: neither says anything without the other. */
export interface StreetIndicators {
  /** D_P: power over the sum of maintained mean illuminance times area, at one output; undefined where lamps give none. */
  powerDensityMwPerLxM2: number | undefined;
  /** D_E: energy of a year over the area lit. */
  energyKwhPerM2: number;
}

/** Over those streets whose light is known; `energyKwh`: of the whole zone in a year, of which their lamps take their part by rated power. */
export function streetIndicators(twin: ReadingTwin, light: StreetLight, rows: readonly number[], share: number | undefined, energyKwh: number, zone: number): StreetIndicators | undefined {
  const { litStreets, streets, lamps, facts } = twin, isKnown = new Uint8Array(streets.count);
  let fullLxM2 = 0, areaM2 = 0, ratedW = 0, zoneW = 0, count = 0;
  for (const row of rows) {
    if (light.isKnown[row] === 0) continue;
    const street = litStreets.street[row]!, ofStreetM2 = streets.lengthM[street]! * litStreets.widthM[row]!;
    isKnown[street] = 1;
    areaM2 += ofStreetM2;
    fullLxM2 += light.eavLx[row]! * ofStreetM2;
  }
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    if (lamps.zone[lamp] !== zone) continue;
    zoneW += lamps.ratedPowerW[lamp]!;
    if (lamps.street[lamp]! < 0 || isKnown[lamps.street[lamp]!] === 0) continue;
    ratedW += lamps.ratedPowerW[lamp]!;
    count++;
  }
  if (areaM2 === 0 || zoneW === 0) return undefined;
  const powerW = share === undefined ? 0 : lampsPowerW(ratedW, count, facts.lighting.standbyPowerW, share);
  return { powerDensityMwPerLxM2: share === undefined || share * fullLxM2 === 0 ? undefined : (1000 * powerW) / (share * fullLxM2), energyKwhPerM2: (energyKwh * ratedW) / zoneW / areaM2 };
}
