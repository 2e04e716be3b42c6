import type { Twin } from '../../engine/twin/twin.ts';

/** Appends corners to the twin's points. Returns the row of the first. */
export function appendPoints(twin: Twin, corners: readonly { xM: number; yM: number }[]): number {
  const first = twin.points.count;
  const xM = new Float64Array(first + corners.length), yM = new Float64Array(first + corners.length);
  xM.set(twin.points.xM);
  yM.set(twin.points.yM);
  corners.forEach((corner, index) => {
    xM[first + index] = corner.xM;
    yM[first + index] = corner.yM;
  });
  twin.points = { count: first + corners.length, xM, yM };
  return first;
}
