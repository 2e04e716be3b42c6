import type { ReadingTwin } from '../../engine/twin/twin.ts';
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

/** Zones in the order of their rows, those without lamps left out; none where lamps follow the traffic. */
export function zoneEnergy({ twin, tables: { lighting } }: Measured): ZoneEnergy[] {
  const runWh = new Map<string, number>();
  for (let row = 0; row < lighting.count; row++) {
    const zone = nameOf(twin, lighting.zone[row]!);
    runWh.set(zone, (runWh.get(zone) ?? 0) + lighting.energyWh[row]!);
  }
  return zonesOfYear(twin).map((one) => ({ ...one, runKwh: (runWh.get(one.zone) ?? 0) / 1000 }));
}

/** The same of the year alone, which needs no run. */
export function zonesOfYear(twin: ReadingTwin): Omit<ZoneEnergy, 'runKwh'>[] {
  if (!hasYearOfLighting(twin)) return [];
  const { lightingZones, lamps } = twin, { zoneEnergyKwh } = yearOfLighting(twin);
  // The last row stands for lamps without a zone.
  const count = new Uint32Array(lightingZones.count + 1);
  for (let lamp = 0; lamp < lamps.count; lamp++) count[lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!]! += 1;
  return Array.from(count, (lampCount, zone) => ({ zone: nameOf(twin, zone), lamps: lampCount, yearKwh: zoneEnergyKwh[zone]! })).filter((one) => one.lamps > 0);
}

const nameOf = ({ lightingZones }: ReadingTwin, zone: number): string => lightingZones.name[zone] ?? '';
