/** Decimals added at most. */
const MOST_MORE = 3;

/**
 * Decimals for the bounds of an interval: those of the indicator, or more where a bound that is not 0 would be written as 0, or both bounds as the same.
 * On which side of 0 a bound lies decides what is said of the difference: "0.0 to +1.0: worse" contradicts itself, and "between 0.2 and 0.2" says nothing.
 */
export function intervalDecimals({ low, high }: { low: number; high: number }, decimals: number): number {
  const vanishes = (bound: number, shown: number): boolean => bound !== 0 && Number(bound.toFixed(shown)) === 0;
  const alike = (shown: number): boolean => low !== high && low.toFixed(shown) === high.toFixed(shown);
  let shown = decimals;
  while (shown < decimals + MOST_MORE && (vanishes(low, shown) || vanishes(high, shown) || alike(shown))) shown++;
  return shown;
}

/** Decimals for a difference: those of its interval, so that it is never 0 beside bounds that are not; and so many that one that is not 0 does not read as 0. */
export const differenceDecimals = (interval95: { low: number; high: number } | null, decimals: number, difference = 0): number =>
  firstDecimals(interval95 === null ? decimals : intervalDecimals(interval95, decimals), (shown) => difference === 0 || Number(difference.toFixed(shown)) !== 0);

/** Decimals for a difference in per cent that stands without its interval. */
export const percentDecimals = (percent: number): number => differenceDecimals(null, 1, percent);

/** Decimals for two means: those of the indicator, or more where they lie nearer to each other than its last digit: "50 → 50" beside a difference says nothing. */
export const meanDecimals = (difference: number, decimals: number): number => firstDecimals(decimals, (shown) => difference === 0 || Math.abs(difference) >= 10 ** -shown);

/** The fewest that do; what takes too many is a last digit of the arithmetic, and stays as it was. */
function firstDecimals(decimals: number, doIt: (shown: number) => boolean): number {
  for (let shown = decimals; shown <= decimals + MOST_MORE; shown++) if (doIt(shown)) return shown;
  return decimals;
}
