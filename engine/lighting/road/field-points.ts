/** Points of a field of calculation in one direction: `count` of them, `stepM` apart, the first half a step from the edge. */
export interface Points { count: number; stepM: number }

const SHORT_SPACING_M = 30, SHORT_COUNT = 10, MOST_ALONG_M = 3, MOST_ACROSS_M = 1.5, FEWEST_ACROSS = 3;

/** Along the road between two luminaires of a row: 10 points up to 30 m, else the fewest that are no more than 3 m apart (EN 13201-3:2015). */
export function pointsAlong(spacingM: number): Points {
  const count = spacingM <= SHORT_SPACING_M ? SHORT_COUNT : Math.ceil(spacingM / MOST_ALONG_M);
  return { count, stepM: spacingM / count };
}

/** Across a lane, for luminance. */
export const POINTS_ACROSS_LANE = 3;

/** Across a carriageway or a strip, for illuminance: three at least, no more than 1.5 m apart. */
export function pointsAcross(widthM: number): Points {
  const count = Math.max(FEWEST_ACROSS, Math.ceil(widthM / MOST_ACROSS_M));
  return { count, stepM: widthM / count };
}
