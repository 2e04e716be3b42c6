/**
 * p-values of one family, each made as large as it takes for all those up to 5 % to be rejected while the chance of a single wrong rejection among
 * them stays at 5 %, however the figures hang together: the smallest times their number, the next times one less, and so on, never below the one
 * before. Sture Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979), 65–70.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1), ascending = pValues.map((_, at) => at).sort((one, other) => pValues[one]! - pValues[other]!);
  let largest = 0;
  ascending.forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[at]!));
    adjusted[at] = largest;
  });
  return adjusted;
}
