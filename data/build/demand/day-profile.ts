/** When trips of one kind start: the share of the day's trips in each hour, as weights that need not add up to anything. */
export type HourWeights = readonly number[];

/** Quarters of an hour, cumulated: the chance that a trip of the day has started by the end of each. */
export interface DayProfile { cumulated: Float64Array }

const QUARTERS = 96;

/** Straight lines between the middles of the hours, so that no hour begins with a jump. */
export function makeDayProfile(hours: HourWeights): DayProfile {
  const cumulated = new Float64Array(QUARTERS);
  let sum = 0;
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const middle = (quarter + 0.5) / 4 - 0.5;
    const before = Math.floor(middle), share = middle - before;
    sum += hours[(before + 24) % 24]! * (1 - share) + hours[(before + 1) % 24]! * share;
    cumulated[quarter] = sum;
  }
  for (let quarter = 0; quarter < QUARTERS; quarter++) cumulated[quarter]! /= sum;
  return { cumulated };
}

/** The start of a trip, seconds since midnight, for a draw in [0, 1). */
export function startOfTripS({ cumulated }: DayProfile, draw: number): number {
  let low = 0, high = QUARTERS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle]! <= draw) low = middle + 1;
    else high = middle;
  }
  const from = low === 0 ? 0 : cumulated[low - 1]!;
  return 900 * (low + (draw - from) / (cumulated[low]! - from));
}

/** The share of the day's trips that start between two times. */
export function shareBetween({ cumulated }: DayProfile, fromS: number, untilS: number): number {
  const by = (timeS: number) => {
    const quarter = Math.min(QUARTERS, timeS / 900), whole = Math.floor(quarter);
    const before = whole === 0 ? 0 : cumulated[whole - 1]!;
    return whole >= QUARTERS ? 1 : before + (cumulated[whole]! - before) * (quarter - whole);
  };
  return by(untilS) - by(fromS);
}
