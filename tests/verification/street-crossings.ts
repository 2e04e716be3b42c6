import type { ReadingTwin } from '../../engine/twin/twin.ts';

const CELL_M = 100;
/** Centre lines of streets that meet end inside their junction; what touches this near to an end is the junction. */
const JUNCTION_M = 30;

/** Streets of the same level whose centre lines cross though they share no junction there: 'name x name at east, north'. */
export function streetCrossings({ streets, points, links, junctions }: ReadingTwin): string[] {
  const cells = new Map<string, number[]>(), streetOf = new Int32Array(points.count).fill(-1);
  const endsOf = new Map<number, number[]>();
  for (let link = 0; link < links.count; link++) endsOf.set(links.street[link]!, [links.fromJunction[link]!, links.toJunction[link]!]);
  for (let street = 0; street < streets.count; street++) {
    for (let point = streets.firstPoint[street]!; point + 1 < streets.firstPoint[street]! + streets.pointCount[street]!; point++) {
      streetOf[point] = street;
      const span = (values: ArrayLike<number>) => [values[point]!, values[point + 1]!].map((value) => Math.floor(value / CELL_M)).sort((one, other) => one - other);
      const [west, east] = span(points.xM), [south, north] = span(points.yM);
      for (let x = west!; x <= east!; x++) for (let y = south!; y <= north!; y++) cells.set(`${x}:${y}`, [...(cells.get(`${x}:${y}`) ?? []), point]);
    }
  }
  const found = new Set<string>();
  for (const here of cells.values()) {
    for (const one of here) for (const other of here) {
      if (other <= one || streetOf[one] === streetOf[other] || streets.level[streetOf[one]!] !== streets.level[streetOf[other]!]) continue;
      const where = crossing(points, one, other);
      if (!where) continue;
      const ends = endsOf.get(streetOf[one]!)!, otherEnds = endsOf.get(streetOf[other]!)!;
      const atJunction = ends.some((end) => otherEnds.includes(end) && Math.hypot(junctions.xM[end]! - where[0], junctions.yM[end]! - where[1]) < JUNCTION_M);
      if (!atJunction) found.add(`${streets.name[streetOf[one]!]} x ${streets.name[streetOf[other]!]} at ${Math.round(where[0])}, ${Math.round(where[1])}`);
    }
  }
  return [...found];
}

function crossing({ xM, yM }: ReadingTwin['points'], one: number, other: number): [number, number] | undefined {
  const ux = xM[one + 1]! - xM[one]!, uy = yM[one + 1]! - yM[one]!, vx = xM[other + 1]! - xM[other]!, vy = yM[other + 1]! - yM[other]!;
  const determinant = ux * vy - uy * vx;
  if (Math.abs(determinant) < 1e-9) return undefined;
  const first = ((xM[other]! - xM[one]!) * vy - (yM[other]! - yM[one]!) * vx) / determinant;
  const second = ((xM[other]! - xM[one]!) * uy - (yM[other]! - yM[one]!) * ux) / determinant;
  if (first <= 0 || first >= 1 || second <= 0 || second >= 1) return undefined;
  return [xM[one]! + first * ux, yM[one]! + first * uy];
}
