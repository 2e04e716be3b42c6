/**
 * Mean and uniformities of the luminances that one driver sees, which stand from `from` on: rows across the road of `along` points each, three to a lane;
 * `ul` along the middle row of his lane. 0 where it is dark.
 */
export function luminanceShape(luminance: ArrayLike<number>, from: number, along: number, across: number, lane: number): { mean: number; uo: number; ul: number } {
  const points = along * across;
  let sum = 0, least = Infinity;
  for (let point = from; point < from + points; point++) {
    sum += luminance[point]!;
    least = Math.min(least, luminance[point]!);
  }
  let dim = Infinity, bright = 0;
  for (let point = from + (3 * lane + 1) * along, end = point + along; point < end; point++) {
    dim = Math.min(dim, luminance[point]!);
    bright = Math.max(bright, luminance[point]!);
  }
  const mean = sum / points;
  return { mean, uo: mean > 0 ? least / mean : 0, ul: bright > 0 ? dim / bright : 0 };
}
