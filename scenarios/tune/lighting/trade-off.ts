import { bestLevels, type LevelRules, type ZoneLevels } from './best-levels.ts';
import type { ZoneNight } from './zone-nights.ts';

/** A schedule that nobody beats in both: less energy only with more streets below class. */
export interface TradeOffPoint {
  levels: readonly ZoneLevels[];
  /** Of the year, by the straight line of power over output. */
  energyKwh: number;
  /** Of streets that full output would keep. */
  belowKmH: number;
}

/** Prices of a kilometre-hour below class, in kWh, from one that spares every street down to one that spares none. */
const FIRST_KWH = 1e4, LAST_KWH = 1e-4, STEP = 0.95;

/**
 * From the best schedule to one that asks nothing of classes: with each price of a kilometre-hour below class, levels by which energy and price
 * together are least (Everett 1963: what is least for a price is least for what it leaves). Points between two of these exist but are not found.
 */
export function tradeOff(nights: readonly ZoneNight[], kwhPerFullH: readonly number[], rules: LevelRules, best: { levels: readonly ZoneLevels[]; year: { energyKwh: number } }): TradeOffPoint[] {
  const kwhOf = (levels: readonly ZoneLevels[]): number => levels.reduce((sum, { lightH }, at) => sum + lightH * kwhPerFullH[at]!, 0), restKwh = best.year.energyKwh - kwhOf(best.levels);
  const point = (levels: readonly ZoneLevels[]): TradeOffPoint => ({ levels, energyKwh: restKwh + kwhOf(levels), belowKmH: levels.reduce((sum, { belowKmH }) => sum + belowKmH, 0) });
  const front: TradeOffPoint[] = [point(best.levels)];
  for (let priceKwh = FIRST_KWH; priceKwh > LAST_KWH; priceKwh *= STEP) {
    // Dear for a zone that takes little is cheap for one that takes much.
    const next = point(nights.map((night, at) => bestLevels(night, { ...rules, belowCostH: kwhPerFullH[at]! > 0 ? priceKwh / kwhPerFullH[at]! : Infinity })));
    if (next.energyKwh < front.at(-1)!.energyKwh * (1 - 1e-9)) front.push(next);
  }
  return front;
}
