import type { HourWeights } from './day-profile.ts';

/** Spans of counting: what of `CountedSpans` a profile needs. */
export interface Counted { count: number; fromS: ArrayLike<number>; untilS: ArrayLike<number>; vehicleCount: ArrayLike<number> }

/**
 * The share of a day's vehicles in each hour, from counts of whole days or of one average day: the mean of what was counted
 * in that hour, over the sum of these means. An hour in which nothing was counted is told by `missingHours`.
 */
export function countedProfile({ count, fromS, untilS, vehicleCount }: Counted): { hours: HourWeights; missingHours: number[] } {
  const vehicles = new Float64Array(24), countedS = new Float64Array(24);
  for (let row = 0; row < count; row++) {
    const spanS = untilS[row]! - fromS[row]!;
    if (spanS > 3600 || !(spanS > 0)) continue; // A count of a whole day says nothing of its hours.
    const hour = Math.floor(fromS[row]! / 3600) % 24;
    vehicles[hour]! += vehicleCount[row]!;
    countedS[hour]! += spanS;
  }
  const perHour = Array.from(vehicles, (sum, hour) => (countedS[hour]! > 0 ? (3600 * sum) / countedS[hour]! : 0));
  const sum = perHour.reduce((all, one) => all + one, 0);
  return { hours: perHour.map((one) => (sum > 0 ? one / sum : 0)), missingHours: perHour.flatMap((_, hour) => (countedS[hour] === 0 ? [hour] : [])) };
}
