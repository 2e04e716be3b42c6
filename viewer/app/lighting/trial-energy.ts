import { lightingPeriod, type LightingPeriod } from '../../../engine/lighting/energy/lighting-period.ts';
import { lightingYear, type LightingYear } from '../../../engine/lighting/energy/lighting-year.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** What lamps take in the calendar year of the run. */
export interface EnergyYear { energyKwh: number; costEur: number; co2Kg: number }

/** What the year of a city comes to by its zones, in the order of their rows, lamps alone; and as a whole, with cabinets and cables. */
export interface CityEnergy { zones: readonly EnergyYear[]; city: EnergyYear; year: LightingYear }

/** Burning hours of a year by the clock, which programs do not change: found once for a city, whatever is tried in it. */
const periods = new WeakMap<ReadingTwin['lamps'], LightingPeriod>();

function periodOf({ lamps, facts }: ReadingTwin): LightingPeriod {
  const year = facts.date.slice(0, 4), period = periods.get(lamps) ?? lightingPeriod(facts, `${year}-01-01`, `${year}-12-31`);
  periods.set(lamps, period);
  return period;
}

/** The engine's exact year, as the indicators of a comparison have it. */
export function cityEnergy(twin: ReadingTwin): CityEnergy {
  const year = lightingYear(twin, periodOf(twin)), { zoneKwh, period: { months } } = year, { energy } = twin.facts;
  const yearOf = (kWh: number): EnergyYear => ({ energyKwh: kWh, costEur: kWh * energy.priceEurPerKwh, co2Kg: (kWh * energy.carbonGPerKwh) / 1000 });
  const zones = Array.from({ length: twin.lightingZones.count }, (_, zone) => yearOf(zoneKwh.subarray(zone * months.length, (zone + 1) * months.length).reduce((sum, kWh) => sum + kWh, 0)));
  return { zones, city: yearOf(year.energyKwh), year };
}
