import type { CityDay, CityHour } from './city-day.ts';

/** One thing that a plausible day keeps to. `value` and `limit` are shares, but counts for `overCapacity` and `collisions`. */
export interface DayCheck {
  name: 'morningPeak' | 'eveningPeak' | 'night' | 'slower' | 'overCapacity' | 'count' | 'fittedCount' | 'entered' | 'rescued' | 'collisions';
  value: number;
  limit: number;
  kept: boolean;
  /** Of a count only. */
  place?: string;
}

/**
 * What is asked of a day. Peaks, night and slowing down: what counted days of many roads show, a main road of Rennes and
 * twelve stations around Marseille taken together (`tests/validation/counted-days.test.ts`; single roads show less of a
 * peak); the count: as of an estimate by hand; the other shares are assumed. Capacity is held against the demand that routes
 * plan, not against who left: no signal discharges more than it can, so flows alone could never fail. A count that the demand was made
 * from (`fittedCount`) tells that streets carry what was put in; it validates nothing.
 */
export const DAY_LIMITS = { peakOverMidday: 1.2, nightOverMidday: 0.3, slowestOverQuietest: 0.9, countShare: 0.2, waitingShare: 0.02, rescuedShare: 0.002 };

const between = (hours: readonly CityHour[], fromHour: number, untilHour: number): CityHour[] => hours.filter(({ fromS }) => fromS >= fromHour * 3600 && fromS < untilHour * 3600);

export const meanKm = (hours: readonly CityHour[], fromHour: number, untilHour: number): number =>
  between(hours, fromHour, untilHour).reduce((sum, { vehicleKm }) => sum + vehicleKm, 0) / (untilHour - fromHour);

/** The hour in which the main streets are slowest. */
export const slowestHour = (hours: readonly CityHour[]): CityHour | undefined =>
  hours.reduce<CityHour | undefined>((least, hour) => (hour.speedsKmh.main === undefined || (least && least.speedsKmh.main! <= hour.speedsKmh.main) ? least : hour), undefined);

/** Every check that the simulated hours allow: those about the course of a day need all 24 of it. */
export function dayChecks({ hours, quietestFromS, peaks, counts, figures }: CityDay): DayCheck[] {
  const checks: DayCheck[] = [], over = peaks.flatMap(({ loads }) => loads).filter(({ plannedPerH, capacityPerH }) => plannedPerH > capacityPerH).length;
  if (hours.length >= 24) checks.push(...courseOfDay(hours, quietestFromS));
  checks.push({ name: 'overCapacity', value: over, limit: 0, kept: over === 0 });
  if (hours.length >= 24) {
    for (const { place, vehiclesPerDay, simulatedPerDay, isInput } of counts) {
      const value = simulatedPerDay / vehiclesPerDay - 1;
      checks.push({ name: isInput ? 'fittedCount' : 'count', place, value, limit: DAY_LIMITS.countShare, kept: Math.abs(value) <= DAY_LIMITS.countShare });
    }
  }
  const shareOf = (vehicles: number): number => vehicles / Math.max(1, figures.vehiclesLoaded);
  const waiting = shareOf(figures.vehiclesLoaded - figures.vehiclesInserted), rescued = shareOf(figures.rescued);
  return [
    ...checks, { name: 'entered', value: waiting, limit: DAY_LIMITS.waitingShare, kept: waiting <= DAY_LIMITS.waitingShare },
    { name: 'rescued', value: rescued, limit: DAY_LIMITS.rescuedShare, kept: rescued <= DAY_LIMITS.rescuedShare },
    { name: 'collisions', value: figures.collisions, limit: 0, kept: figures.collisions === 0 },
  ];
}

function courseOfDay(hours: readonly CityHour[], quietestFromS: number): DayCheck[] {
  const midday = meanKm(hours, 13, 15), most = (fromHour: number, untilHour: number): number => Math.max(...between(hours, fromHour, untilHour).map(({ vehicleKm }) => vehicleKm)) / midday;
  const quietKmh = hours.find(({ fromS }) => fromS === quietestFromS)?.speedsKmh.main, slowestKmh = slowestHour(hours)?.speedsKmh.main;
  const morning = most(7, 9), evening = most(16, 19), night = meanKm(hours, 2, 4) / midday, slower = quietKmh && slowestKmh ? slowestKmh / quietKmh : 1;
  return [
    { name: 'morningPeak', value: morning, limit: DAY_LIMITS.peakOverMidday, kept: morning >= DAY_LIMITS.peakOverMidday },
    { name: 'eveningPeak', value: evening, limit: DAY_LIMITS.peakOverMidday, kept: evening >= DAY_LIMITS.peakOverMidday },
    { name: 'night', value: night, limit: DAY_LIMITS.nightOverMidday, kept: night <= DAY_LIMITS.nightOverMidday },
    { name: 'slower', value: slower, limit: DAY_LIMITS.slowestOverQuietest, kept: slower <= DAY_LIMITS.slowestOverQuietest },
  ];
}
