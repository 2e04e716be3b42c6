import { julianDay } from '../../engine/foundation/calendar.ts';
import { burningHAt } from '../../engine/lighting/energy/driven-light.ts';
import { lightingPeriod } from '../../engine/lighting/energy/lighting-period.ts';
import { nightlyHours } from '../../engine/lighting/energy/nightly-hours.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** How old a lamp is on a day: since the middle of the year in which it was installed. */
export interface LampAge { ageYears: number; burningH: number }

/** Ages of the lamps of a city on days 'YYYY-MM-DD'. */
export interface LampAges {
  /** Undefined for lamps of unknown year, and for those that are still to come: what hangs in their place until then nobody knows. */
  of(lamp: number, date: string): LampAge | undefined;
  isToCome(lamp: number, date: string): boolean;
  /** Burning hours a year, at the mean of a year of the zone. */
  yearlyH(lamp: number): number;
}

const YEAR_DAYS = 365.25;

export function lampAges(twin: ReadingTwin): LampAges {
  const { lamps, lightingZones } = twin, newYear = `${twin.facts.date.slice(0, 4)}-01-01`, ofZone = nightlyHours(twin, lightingPeriod(twin.facts, newYear, newYear));
  const nightlyH = Float64Array.from({ length: lightingZones.count + 1 }, (_, zone) => ofZone(zone));
  const zoneOf = (lamp: number): number => (lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!);
  // Lamps of one zone and year are of one age: dates are read once for them.
  const known = new Map<string, Map<number, LampAge | undefined>>(), zones = lightingZones.count + 1;
  const daysSince = (installed: number, date: string): number => julianDay(date) - julianDay(`${String(installed).padStart(4, '0')}-07-01`);
  const ageOf = (installed: number, zone: number, date: string): LampAge | undefined => {
    const burningH = burningHAt(date, installed, nightlyH[zone]!), days = installed === 0 ? NaN : daysSince(installed, date);
    return burningH === undefined || days < 0 ? undefined : { burningH, ageYears: days / YEAR_DAYS };
  };
  return {
    isToCome: (lamp, date) => lamps.installedYear[lamp]! !== 0 && daysSince(lamps.installedYear[lamp]!, date) < 0,
    yearlyH: (lamp) => nightlyH[zoneOf(lamp)]! * YEAR_DAYS,
    of(lamp, date) {
      const installed = lamps.installedYear[lamp]!, zone = zoneOf(lamp), key = installed * zones + zone;
      let ages = known.get(date);
      if (!ages) known.set(date, ages = new Map());
      if (!ages.has(key)) ages.set(key, ageOf(installed, zone, date));
      return ages.get(key);
    },
  };
}
