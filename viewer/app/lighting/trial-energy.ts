import { cableLossesWs } from '../../../engine/lighting/energy/cable-losses.ts';
import { lightingPeriod, type LightingPeriod } from '../../../engine/lighting/energy/lighting-period.ts';
import { zoneHours, type ZoneHours } from '../../../engine/lighting/energy/zone-hours.ts';
import { energyWs, lampPower, type LampPower } from '../../../engine/lighting/lamp-power.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** What lamps take in the calendar year of the run. */
export interface EnergyYear { energyKwh: number; costEur: number; co2Kg: number }

/** What the year of a city comes to by its zones, in the order of their rows, lamps alone; and as a whole, with cabinets and cables. */
export interface CityEnergy {
  zones: readonly EnergyYear[];
  city: EnergyYear;
  /** Of some lamps, by the power of those of each zone. */
  ofLampsKwh(powers: readonly LampPower[]): number;
}

const WS_PER_KWH = 3.6e6;

/** Power of lamps by their zone, those of none last: lamps of one zone follow one program, and lines of power add up. */
export function powersByZone(twin: ReadingTwin, counts: (lamp: number) => boolean = () => true): LampPower[] {
  const { lamps, lightingZones } = twin, powers = Array.from({ length: lightingZones.count + 1 }, () => ({ ratedW: 0, fixedW: 0, darkW: 0 }));
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    if (!counts(lamp)) continue;
    const of = powers[lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!]!, { ratedW, fixedW, darkW } = lampPower(twin, lamp);
    of.ratedW += ratedW; of.fixedW += fixedW; of.darkW += darkW;
  }
  return powers;
}

/** What programs do not change: burning hours of a year by the clock, and power. Found once for a city, whatever is tried in it. */
interface Kept { period: LightingPeriod; powers: readonly LampPower[] }
const kept = new WeakMap<ReadingTwin['lamps'], Kept>();

function keptOf(twin: ReadingTwin): Kept {
  const before = kept.get(twin.lamps);
  if (before) return before;
  const year = twin.facts.date.slice(0, 4), found = { period: lightingPeriod(twin.facts, `${year}-01-01`, `${year}-12-31`), powers: powersByZone(twin) };
  kept.set(twin.lamps, found);
  return found;
}

/** Power of all lamps of a zone. */
export const zonePower = (twin: ReadingTwin, zone: number): LampPower => keptOf(twin).powers[zone]!;

function zoneKwh({ months }: LightingPeriod, { burningS, lightS }: ZoneHours, zone: number, power: LampPower): number {
  return months.reduce((sum, { lengthS }, month) => sum + energyWs(power, lengthS, burningS[zone * months.length + month]!, lightS[zone * months.length + month]!), 0) / WS_PER_KWH;
}

/** The engine's exact year, summed by zones: what the indicators of a comparison sum lamp by lamp. */
export function cityEnergy(twin: ReadingTwin): CityEnergy {
  const { period, powers } = keptOf(twin), hours = zoneHours(twin, period), { energy } = twin.facts, { cabinets } = twin;
  const ofLampsKwh = (of: readonly LampPower[]): number => of.reduce((sum, power, zone) => sum + zoneKwh(period, hours, zone, power), 0);
  const yearOf = (kWh: number): EnergyYear => ({ energyKwh: kWh, costEur: kWh * energy.priceEurPerKwh, co2Kg: (kWh * energy.carbonGPerKwh) / 1000 });
  const lengthS = period.months.reduce((sum, month) => sum + month.lengthS, 0);
  const besideWs = cableLossesWs(twin, period, lampPower).reduce((sum, lossWs) => sum + lossWs, 0) + Array.from(cabinets.standbyPowerW).reduce((sum, ownW) => sum + ownW * lengthS, 0);
  const zones = Array.from({ length: twin.lightingZones.count }, (_, zone) => yearOf(zoneKwh(period, hours, zone, powers[zone]!)));
  return { zones, city: yearOf(ofLampsKwh(powers) + besideWs / WS_PER_KWH), ofLampsKwh };
}
