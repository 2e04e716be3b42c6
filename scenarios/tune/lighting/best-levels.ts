import { LEVELS, mayBeSpared, type ZoneNight } from './zone-nights.ts';

/** What levels of a zone have to keep to. */
export interface LevelRules {
  /** Levels over a night at most: hours that follow each other share one. */
  mostLevels: number;
  /** Per cent below which drivers do not dim. */
  leastPercent: number;
  /** Whether hours in which a zone is off today stay off: a decision of its council, not of a search. */
  keepsDark: boolean;
  /**
   * What a kilometre-hour below class costs, in hours of full output: Infinity keeps every street that can be kept. Less lets streets go where
   * that saves more than it costs.
   */
  belowCostH: number;
  /** Share of the length of a zone that may be below its class in any hour whatever it costs, 0 for none. */
  spareShare: number;
}

export const usualLevelRules: LevelRules = { mostLevels: 4, leastPercent: 10, keepsDark: true, belowCostH: Infinity, spareShare: 0 };

/** The level of each hour of a zone's night, in per cent; what it gives in hours of full output a year; kilometre-hours below class that full output would spare. */
export interface ZoneLevels { percents: number[]; lightH: number; belowKmH: number }

/**
 * The levels with the least energy: power rises with output, evenly, so least output times hours is least energy. Exact: over the ways to cut
 * the night into few spans, each at its cheapest level (dynamic programming over hours; Bellman 1961 for curves cut into segments).
 */
export function bestLevels({ hours, km }: Pick<ZoneNight, 'hours' | 'km'>, rules: LevelRules): ZoneLevels {
  const count = hours.length, spansAt = cheapestSpans(hours.map((hour) => levelCosts(hour, km, rules)));
  // best[spans][end]: the least cost of the first hours up to `end` in so many spans, and where the last of them begins.
  const best = Array.from({ length: count + 1 }, () => new Float64Array(count + 1).fill(Infinity)), begins = best.map(() => new Int32Array(count + 1));
  best[0]![0] = 0;
  for (let spans = 1; spans <= count; spans++) {
    for (let end = spans; end <= count; end++) {
      for (let begin = spans - 1; begin < end; begin++) {
        const cost = best[spans - 1]![begin]! + spansAt.cost[begin * (count + 1) + end]!;
        if (cost < best[spans]![end]!) [best[spans]![end], begins[spans]![end]] = [cost, begin];
      }
    }
  }
  // Hours that have to be dark may ask for more spans than there may be levels: then as few as can be.
  let spans = 0;
  for (let more = 1; more <= count; more++) if ((more <= rules.mostLevels || spans === 0) && best[more]![count]! < best[spans]![count]! - LEAST_GAIN_H) spans = more;
  const percents = new Array<number>(count);
  for (let end = count; end > 0; spans--) {
    const begin = begins[spans]![end]!;
    percents.fill(spansAt.percent[begin * (count + 1) + end]!, begin, end);
    end = begin;
  }
  return { percents, ...outcomeOf({ hours }, percents) };
}

/** The cheapest level of every span of hours, the lowest of several: at `begin * (hours + 1) + end`. */
function cheapestSpans(costs: readonly Float64Array[]): { cost: Float64Array; percent: Int32Array } {
  const count = costs.length, cost = new Float64Array((count + 1) * (count + 1)).fill(Infinity), percent = new Int32Array((count + 1) * (count + 1));
  for (let begin = 0; begin < count; begin++) {
    const sums = new Float64Array(LEVELS);
    for (let end = begin + 1; end <= count; end++) {
      const at = begin * (count + 1) + end;
      for (let level = 0; level < LEVELS; level++) {
        sums[level]! += costs[end - 1]![level]!;
        if (sums[level]! < cost[at]!) [cost[at], percent[at]] = [sums[level]!, level];
      }
    }
  }
  return { cost, percent };
}

/** A further level that saves less than this, in hours of full output a year, is not worth a line in a program. */
const LEAST_GAIN_H = 1e-6;

/** What levels give and leave below class. */
export function outcomeOf({ hours }: Pick<ZoneNight, 'hours'>, percents: readonly number[]): Omit<ZoneLevels, 'percents'> {
  let lightH = 0, belowKmH = 0;
  hours.forEach(({ nightH, belowKm }, slot) => {
    const percent = percents[slot]!;
    lightH += (nightH * percent) / 100;
    if (percent > 0) belowKmH += nightH * belowKm[percent]!;
  });
  return { lightH, belowKmH };
}

/** By level: hours of full output in an hour of the night, with what streets below class cost. Infinity where the rules forbid it. */
function levelCosts({ nightH, darkH, belowKm }: ZoneNight['hours'][number], km: number, { leastPercent, keepsDark, belowCostH, spareShare }: LevelRules): Float64Array {
  const costs = new Float64Array(LEVELS).fill(Infinity), spareKm = spareShare * km;
  if (keepsDark && 2 * darkH > nightH) {
    costs[0] = 0;
    return costs;
  }
  for (let percent = leastPercent; percent < LEVELS; percent++) {
    const km = belowKm[percent]!, isFree = mayBeSpared(km, spareKm);
    costs[percent] = (nightH * percent) / 100 + (isFree ? 0 : belowCostH * km * nightH);
  }
  return costs;
}
