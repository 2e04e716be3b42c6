import type { Measured } from './indicator.ts';
import { hasYearOfLighting, yearOfLighting } from './year-of-lighting.ts';

/** Energy of one lighting zone. */
export interface ZoneEnergy {
  /** As scenarios name it; empty for lamps without a zone. */
  zone: string;
  lamps: number;
  /** In the simulated hours. */
  runKwh: number;
  yearKwh: number;
}

/** Zones in the order of their rows, those without lamps left out. */
export function zoneEnergy({ twin, tables: { lighting } }: Measured): ZoneEnergy[] {
  const { lightingZones, lamps } = twin;
  // The last row stands for lamps without a zone.
  const runWh = new Float64Array(lightingZones.count + 1), count = new Uint32Array(lightingZones.count + 1);
  const rowOf = (zone: number) => (zone < 0 ? lightingZones.count : zone);
  for (let lamp = 0; lamp < lamps.count; lamp++) count[rowOf(lamps.zone[lamp]!)]! += 1;
  for (let row = 0; row < lighting.count; row++) runWh[rowOf(lighting.zone[row]!)]! += lighting.energyWh[row]!;
  if (!hasYearOfLighting(twin)) return [];
  const { zoneEnergyKwh } = yearOfLighting(twin);
  return Array.from(count, (lampCount, zone) => ({
    zone: lightingZones.name[zone] ?? '', lamps: lampCount, runKwh: runWh[zone]! / 1000, yearKwh: zoneEnergyKwh[zone]!,
  })).filter((one) => one.lamps > 0);
}
