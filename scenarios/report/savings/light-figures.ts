import type { SavingsTables } from './savings-tables.ts';

/** Kilometre-hours of a year of streets whose light is known. */
export interface LightOfSide { nightKmH: number; belowKmH: number; darkKmH: number; belowPercent: number; darkPercent: number }

/** How streets stand to their lighting class before and after; undefined where it is not known. */
export interface LightFigures {
  before: LightOfSide | undefined;
  after: LightOfSide | undefined;
  knownKm: number;
  unknownKm: number;
  streetCount: number;
  /** Streets that spend more hours below class or switched off than before. */
  worseCount: number;
  /** Streets that spend fewer hours so, or fewer of them switched off, and are not worse. */
  betterCount: number;
}

/** Less than a second of a year is a rounding of sums. */
const SAME_H = 1e-4;

export function lightFigures({ count, km, hasBefore, beforeNightH, beforeBelowH, beforeDarkH, afterNightH, afterBelowH, afterDarkH }: SavingsTables['light']): LightFigures {
  const rows = Array.from({ length: count }, (_, row) => row), known = rows.filter((row) => afterNightH[row]! > 0);
  const sum = (some: readonly number[], value: (row: number) => number): number => some.reduce((total, row) => total + value(row), 0);
  const moreDarkH = (row: number): number => afterDarkH[row]! - beforeDarkH[row]!, moreH = (row: number): number => moreDarkH(row) + afterBelowH[row]! - beforeBelowH[row]!;
  const side = (nightH: ArrayLike<number>, belowH: ArrayLike<number>, darkH: ArrayLike<number>): LightOfSide | undefined => {
    const [nightKmH, belowKmH, darkKmH] = [nightH, belowH, darkH].map((hours) => sum(rows, (row) => km[row]! * hours[row]!)) as [number, number, number];
    return nightKmH > 0 ? { nightKmH, belowKmH, darkKmH, belowPercent: (100 * belowKmH) / nightKmH, darkPercent: (100 * darkKmH) / nightKmH } : undefined;
  };
  return {
    before: side(beforeNightH, beforeBelowH, beforeDarkH), after: side(afterNightH, afterBelowH, afterDarkH),
    knownKm: sum(known, (row) => km[row]!), unknownKm: sum(rows, (row) => km[row]!) - sum(known, (row) => km[row]!), streetCount: known.length,
    // A street that was below its class and is now dark is worse, though its hours below class and dark are as many.
    worseCount: known.filter((row) => hasBefore[row] === 1 && (moreDarkH(row) > SAME_H || moreH(row) > SAME_H)).length,
    betterCount: known.filter((row) => hasBefore[row] === 1 && moreDarkH(row) <= SAME_H && moreH(row) <= SAME_H && (moreDarkH(row) < -SAME_H || moreH(row) < -SAME_H)).length,
  };
}
