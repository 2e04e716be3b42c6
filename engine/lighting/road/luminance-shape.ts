/** Mean and uniformities of luminances that one driver sees: three rows to a lane, row by row across the road; `ul` along the middle row of his lane. 0 where it is dark. */
export function luminanceShape(luminance: ArrayLike<number>, along: number, lane: number): { mean: number; uo: number; ul: number } {
  let sum = 0, least = Infinity;
  for (let point = 0; point < luminance.length; point++) {
    sum += luminance[point]!;
    least = Math.min(least, luminance[point]!);
  }
  let dim = Infinity, bright = 0;
  for (let point = (3 * lane + 1) * along, end = point + along; point < end; point++) {
    dim = Math.min(dim, luminance[point]!);
    bright = Math.max(bright, luminance[point]!);
  }
  const mean = sum / luminance.length;
  return { mean, uo: mean > 0 ? least / mean : 0, ul: bright > 0 ? dim / bright : 0 };
}
