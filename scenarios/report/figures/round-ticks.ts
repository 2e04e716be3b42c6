/** Round values from at or below `low` to at or above `high`, about `wanted` of them: steps of 1, 2 or 5 times a power of ten. */
export function roundTicks(low: number, high: number, wanted: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const power = Math.pow(10, Math.floor(Math.log10(span / wanted)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= wanted) ?? 10 * power;
  const first = Math.floor(low / step), last = Math.max(Math.ceil(high / step), first + 1);
  // A multiple each, so that rounding does not add up.
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Digits after the point that tell these ticks apart. */
export const tickDecimals = (ticks: readonly number[]): number => Math.max(0, -Math.floor(Math.log10(ticks[1]! - ticks[0]!) + 1e-9));
