/**
 * Cuts a simple polygon into triangles by clipping ears. Quadratic: outlines have some hundred corners at most.
 * Returns corner indexes, three a triangle. An outline that crosses itself gives what could be cut before it stuck.
 */
export function triangles(xM: ArrayLike<number>, yM: ArrayLike<number>): number[] {
  const left: number[] = [];
  for (let at = 0; at < xM.length; at++) left.push(at);
  let areaM2 = 0;
  for (let at = 0; at < xM.length; at++) {
    const next = (at + 1) % xM.length;
    areaM2 += xM[at]! * yM[next]! - xM[next]! * yM[at]!;
  }
  if (areaM2 < 0) left.reverse();
  const cross = (a: number, b: number, c: number) => (xM[b]! - xM[a]!) * (yM[c]! - yM[a]!) - (yM[b]! - yM[a]!) * (xM[c]! - xM[a]!);
  const inside = (p: number, a: number, b: number, c: number) => cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
  const found: number[] = [];
  let sinceCut = 0;
  for (let at = 0; left.length > 2 && sinceCut <= left.length; ) {
    const count = left.length;
    const before = left[(at + count - 1) % count]!;
    const here = left[at % count]!;
    const after = left[(at + 1) % count]!;
    const bend = cross(before, here, after);
    const ear = bend > 0 && !left.some((p) => p !== before && p !== here && p !== after && inside(p, before, here, after));
    if (ear || bend === 0) {
      if (ear) found.push(before, here, after);
      left.splice(at % count, 1);
      sinceCut = 0;
    } else {
      at = (at + 1) % count;
      sinceCut++;
    }
    at %= Math.max(1, left.length);
  }
  return found;
}
