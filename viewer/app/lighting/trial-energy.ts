import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { yearOfLighting } from '../../../scenarios/measure/year-of-lighting.ts';

/** What lamps take in the calendar year of the run. */
export interface EnergyYear { energyKwh: number; costEur: number; co2Kg: number }

const yearOf = ({ facts }: ReadingTwin, energyKwh: number): EnergyYear =>
  ({ energyKwh, costEur: energyKwh * facts.energy.priceEurPerKwh, co2Kg: (energyKwh * facts.energy.carbonGPerKwh) / 1000 });

/** Of one zone and of all lamps: the engine's exact year, as indicators have it. */
export function energyYears(twin: ReadingTwin, zone: number): { zone: EnergyYear; city: EnergyYear } {
  const { energyKwh, zoneEnergyKwh } = yearOfLighting(twin);
  return { zone: yearOf(twin, zoneEnergyKwh[zone]!), city: yearOf(twin, energyKwh) };
}
