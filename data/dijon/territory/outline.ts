/** Corners of a closed outline. */
export type Outline = readonly { readonly xM: number; readonly yM: number }[];

/** Whether an outline holds a point (even-odd rule). */
export function holdsPoint(outline: Outline, xM: number, yM: number): boolean {
  let inside = false;
  for (let corner = 0, before = outline.length - 1; corner < outline.length; before = corner++) {
    const { xM: x1, yM: y1 } = outline[corner]!, { xM: x2, yM: y2 } = outline[before]!;
    if (y1 > yM === y2 > yM) continue;
    if (xM < x1 + ((x2 - x1) * (yM - y1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}
