import { lightingPeriod } from '../../engine/lighting/energy/lighting-period.ts';
import { lightingYear } from '../../engine/lighting/energy/lighting-year.ts';
import type { StreetYear } from '../../engine/lighting/compliance/street-year.ts';
import type { StreetLight } from '../../engine/lighting/road/street-light.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { nightOfStreets } from './street-compliance.ts';

/** The streets of a zone over the year: how far they keep their classes, and what that takes. Shares are of length and of hours of darkness. */
export interface ZoneLight {
  /** Empty for lamps of no zone; null for all zones together. */
  zone: string | null;
  streets: number;
  km: number;
  /** Of streets whose light nobody knows. */
  unknownKm: number;
  belowPercent: number | null;
  darkPercent: number | null;
  overLitPercent: number | null;
  /** Kilometre-hours of the year below class. */
  belowKmH: number | null;
  /**
   * EN 13201-5, always together: D_P of carriageways at full output, in mW for each lx and m², and D_E over the year with its schedule, in kWh/m²:
   * a low D_P does not say that little is used, nor a low D_E that streets are lit.
   */
  dpMwPerLxM2: number | null;
  deKwhPerM2: number | null;
}

/** One row a zone that has lit streets, those without a zone after them, and all together at the end. */
export function lightByZone(twin: ReadingTwin, light: StreetLight, year: StreetYear): ZoneLight[] {
  const { litStreets, lightingZones } = twin, power = streetPower(twin);
  const row = (zone: string | null, holds: (row: number) => boolean): ZoneLight => {
    const night = nightOfStreets(twin, year, holds), percent = (kmH: number): number | null => night && (100 * kmH) / night.nightKmH;
    const all = sums(twin, light, power, holds);
    return {
      zone, streets: all.streets, km: all.km, unknownKm: all.unknownKm, belowPercent: percent(night?.belowKmH ?? 0), darkPercent: percent(night?.darkKmH ?? 0), overLitPercent: percent(night?.overLitKmH ?? 0),
      belowKmH: night && night.belowKmH, dpMwPerLxM2: all.lm > 0 ? (1000 * all.ratedW) / all.lm : null, deKwhPerM2: all.m2 > 0 ? all.yearKwh / all.m2 : null,
    };
  };
  const zones = Array.from({ length: lightingZones.count + 1 }, (_, zone) => row(lightingZones.name[zone] ?? '', (at) => litStreets.zone[at] === (zone < lightingZones.count ? zone : -1)));
  return [...zones.filter(({ streets }) => streets > 0), row(null, () => true)];
}

interface Sums { streets: number; km: number; unknownKm: number; lm: number; m2: number; ratedW: number; yearKwh: number }

/** Power and energy of streets whose light is known, for both indicators are about them. */
function sums({ litStreets, streets }: ReadingTwin, light: StreetLight, { ratedW, yearKwh }: StreetPower, holds: (row: number) => boolean): Sums {
  const all: Sums = { streets: 0, km: 0, unknownKm: 0, lm: 0, m2: 0, ratedW: 0, yearKwh: 0 };
  for (let row = 0; row < litStreets.count; row++) {
    if (!holds(row)) continue;
    const street = litStreets.street[row]!, km = streets.lengthM[street]! / 1000, m2 = streets.lengthM[street]! * litStreets.widthM[row]!;
    all.streets++;
    all.km += km;
    if (light.isKnown[row] === 0) {
      all.unknownKm += km;
      continue;
    }
    all.m2 += m2;
    all.lm += m2 * light.eavLx[row]!;
    all.ratedW += ratedW[street]!;
    all.yearKwh += yearKwh[street]!;
  }
  return all;
}

interface StreetPower { ratedW: Float64Array; yearKwh: Float64Array }

/** By street: the rated power of its lamps, and what they take in the calendar year, cabinets and cables left out. */
function streetPower(twin: ReadingTwin): StreetPower {
  const { lamps, facts } = twin, year = facts.date.slice(0, 4), period = lightingPeriod(facts, `${year}-01-01`, `${year}-12-31`);
  const { lampKwh } = lightingYear(twin, period), months = period.months.length;
  const power: StreetPower = { ratedW: new Float64Array(twin.streets.count), yearKwh: new Float64Array(twin.streets.count) };
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const street = lamps.street[lamp]!;
    if (street < 0) continue;
    power.ratedW[street]! += lamps.ratedPowerW[lamp]!;
    for (let month = 0; month < months; month++) power.yearKwh[street]! += lampKwh[lamp * months + month]!;
  }
  return power;
}
