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

/** Decimals for a difference: those of its interval, so that it is never 0 beside bounds that are not. */
export const differenceDecimals = (interval95: { low: number; high: number } | null, decimals: number): number => (interval95 === null ? decimals : intervalDecimals(interval95, decimals));
