import { julianDay } from '../../foundation/calendar.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { halfDays, nightOf, type HalfDays } from './half-days.ts';
import { driveShare } from './lamp-ageing.ts';
import { nightlyHours } from './nightly-hours.ts';
import type { LightingPeriod } from './lighting-period.ts';

/**
 * Output times drive share times time, by month, for each lamp. Its burning hours are those since the middle of the year in which it was
 * installed, at the mean of a year of its zone; a lamp of unknown year takes its rated power. Lamps of one zone, kind and year are alike.
 */
export function drivenLight(twin: ReadingTwin, period: LightingPeriod): (lamp: number) => Float64Array {
  const { lamps, lightingZones } = twin, zones = new Map<number, HalfDays>(), known = new Map<string, Float64Array>(), nightlyH = nightlyHours(twin, period);
  return (lamp) => {
    const zone = lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!, kind = lamps.luminaire[lamp]!, installed = lamps.installedYear[lamp]!;
    const key = `${zone} ${kind} ${installed}`, found = known.get(key);
    if (found) return found;
    if (!zones.has(zone)) zones.set(zone, halfDays(twin, period, zone));
    const light = lightOfKind(twin, period, zones.get(zone)!, kind, burningHAt(period.clock.date, installed, nightlyH(zone)));
    known.set(key, light);
    return light;
  };
}

/** Burning hours on a date of a lamp of this year; undefined where the year is unknown. */
export function burningHAt(date: string, installedYear: number, nightlyH: number): number | undefined {
  if (installedYear === 0) return undefined;
  return Math.max(0, julianDay(date) - julianDay(`${String(installedYear).padStart(4, '0')}-07-01`)) * nightlyH;
}

function lightOfKind(twin: ReadingTwin, { months }: LightingPeriod, { burningS, lightS }: HalfDays, kind: number, startH: number | undefined): Float64Array {
  const driven = new Float64Array(months.length);
  let burnedS = 0, night = 0, share = startH === undefined ? 1 : driveShare(twin, kind, startH);
  months.forEach(({ firstDay, endDay }, month) => {
    for (let half = 2 * firstDay; half < 2 * endDay; half++) {
      if (startH !== undefined && nightOf(half) > night) [night, share] = [nightOf(half), driveShare(twin, kind, startH + burnedS / 3600)];
      driven[month]! += share * lightS[half]!;
      burnedS += burningS[half]!;
    }
  });
  return driven;
}
