import { crossingControl } from '../../../engine/twin/crossings.ts';
import { roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { cornerNormals } from '../map/draw-ribbons.ts';

/** What stands around a street, in metres: x east, z south of the middle of the street, y up (the axes of three.js). */
export interface StreetScene {
  /** The middle of the street on the twin's map. */
  xM: number;
  yM: number;
  /** Unit vector along the street there. */
  east: number;
  north: number;
  lamps: { row: number; x: number; z: number; heightM: number; fluxLm: number; armEast: number; armNorth: number }[];
  houses: { x: number; z: number; widthM: number; depthM: number; heightM: number; turnRad: number; seed: number }[];
  /** Triangles of carriageways and pavements: x, z of each corner. */
  carriageways: number[];
  pavements: number[];
  /** White bars of crossings, likewise. */
  zebras: number[];
  /** Round patches where streets meet. */
  patches: { x: number; z: number; radiusM: number }[];
}

/** How far around the street things are shown. */
export const REACH_M = 190;

export function streetScene(twin: ReadingTwin, street: number): StreetScene {
  const { streets, points, lamps, houses, links, junctions } = twin;
  const first = streets.firstPoint[street]!, count = streets.pointCount[street]!;
  const middle = middleOf(twin, first, count);
  const near = (xM: number, yM: number): boolean => Math.hypot(xM - middle.xM, yM - middle.yM) < REACH_M;
  const scene: StreetScene = { ...middle, lamps: [], houses: [], carriageways: [], pavements: [], zebras: [], patches: [] };
  for (let row = 0; row < streets.count; row++) {
    const start = streets.firstPoint[row]!, corners = streets.pointCount[row]!;
    let within = false;
    for (let at = start; at < start + corners && !within; at++) within = near(points.xM[at]!, points.yM[at]!);
    if (!within) continue;
    const line = { xM: Array.from({ length: corners }, (_, at) => points.xM[start + at]! - middle.xM), yM: Array.from({ length: corners }, (_, at) => points.yM[start + at]! - middle.yM) };
    const widthM = Math.max(2, streets.widthM[row]!);
    addBand(scene.carriageways, line, widthM);
    if (streets.class[row]! >= roadClass.primary && streets.class[row]! <= roadClass.residential) addBand(scene.pavements, line, widthM + 4.4);
  }
  addZebras(scene.zebras, twin, middle, near);
  const radius = new Map<number, number>();
  for (let link = 0; link < links.count; link++) {
    for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) {
      if (near(junctions.xM[junction]!, junctions.yM[junction]!)) radius.set(junction, Math.max(radius.get(junction) ?? 0, streets.widthM[links.street[link]!]! / 2));
    }
  }
  for (const [junction, radiusM] of radius) scene.patches.push({ x: junctions.xM[junction]! - middle.xM, z: middle.yM - junctions.yM[junction]!, radiusM });
  for (let row = 0; row < lamps.count; row++) {
    if (!near(lamps.xM[row]!, lamps.yM[row]!)) continue;
    const arm = towardsStreet(twin, lamps.street[row]!, lamps.xM[row]!, lamps.yM[row]!);
    scene.lamps.push({ row, x: lamps.xM[row]! - middle.xM, z: middle.yM - lamps.yM[row]!, heightM: Math.max(3, lamps.heightM[row]!), fluxLm: lamps.ratedFluxLm[row]!, ...arm });
  }
  for (let row = 0; row < houses.count; row++) {
    if (!near(houses.xM[row]!, houses.yM[row]!)) continue;
    scene.houses.push({
      x: houses.xM[row]! - middle.xM, z: middle.yM - houses.yM[row]!, widthM: houses.widthM[row]!, depthM: houses.depthM[row]!, heightM: houses.heightM[row]!,
      turnRad: Math.atan2(houses.facadeNorth[row]!, houses.facadeEast[row]!), seed: ((Math.imul(row + 1, 2654435761) >>> 8) & 0xffff) / 65536,
    });
  }
  return scene;
}

function middleOf({ points }: ReadingTwin, first: number, count: number): { xM: number; yM: number; east: number; north: number } {
  const at = first + Math.max(0, Math.floor((count - 1) / 2)), next = Math.min(first + count - 1, at + 1);
  const eastM = points.xM[next]! - points.xM[at]!, northM = points.yM[next]! - points.yM[at]!;
  const lengthM = Math.hypot(eastM, northM) || 1;
  return { xM: (points.xM[at]! + points.xM[next]!) / 2, yM: (points.yM[at]! + points.yM[next]!) / 2, east: eastM / lengthM, north: northM / lengthM };
}

function addBand(into: number[], line: { xM: number[]; yM: number[] }, widthM: number): void {
  const normals = cornerNormals(line.xM, line.yM);
  for (let at = 0; at + 1 < line.xM.length; at++) {
    const corner = (k: number, side: number): [number, number] => [line.xM[k]! + normals[2 * k]! * side * widthM * 0.5, -(line.yM[k]! + normals[2 * k + 1]! * side * widthM * 0.5)];
    const a = corner(at, 1), b = corner(at, -1), c = corner(at + 1, -1), d = corner(at + 1, 1);
    into.push(...a, ...b, ...c, ...a, ...c, ...d);
  }
}

/** Bars half a metre wide, a metre from one to the next, along the street. */
function addZebras(into: number[], { crossings, points }: ReadingTwin, middle: { xM: number; yM: number }, near: (xM: number, yM: number) => boolean): void {
  for (let row = 0; row < crossings.count; row++) {
    const first = crossings.firstPoint[row]!, last = first + crossings.pointCount[row]! - 1, halfM = crossings.widthM[row]! / 2;
    if (crossings.control[row] === crossingControl.unmarked || !near(points.xM[first]!, points.yM[first]!)) continue;
    const x = points.xM[first]! - middle.xM, y = points.yM[first]! - middle.yM, eastM = points.xM[last]! - points.xM[first]!, northM = points.yM[last]! - points.yM[first]!;
    const lengthM = Math.hypot(eastM, northM) || 1, east = eastM / lengthM, north = northM / lengthM;
    for (let atM = 0.5; atM < lengthM; atM++) {
      const xM = [-halfM, halfM].map((asideM) => x + east * atM - north * asideM), yM = [-halfM, halfM].map((asideM) => y + north * atM + east * asideM);
      addBand(into, { xM, yM }, 0.5);
    }
  }
}

/** Unit vector from a lamp towards the line of its street; zero for a lamp without one. */
function towardsStreet({ streets, points }: ReadingTwin, street: number, xM: number, yM: number): { armEast: number; armNorth: number } {
  if (street < 0) return { armEast: 0, armNorth: 0 };
  let least = Infinity, armEast = 0, armNorth = 0;
  for (let at = streets.firstPoint[street]!; at + 1 < streets.firstPoint[street]! + streets.pointCount[street]!; at++) {
    const eastM = points.xM[at + 1]! - points.xM[at]!, northM = points.yM[at + 1]! - points.yM[at]!;
    const length2 = eastM * eastM + northM * northM || 1;
    const share = Math.min(1, Math.max(0, ((xM - points.xM[at]!) * eastM + (yM - points.yM[at]!) * northM) / length2));
    const toX = points.xM[at]! + eastM * share - xM, toY = points.yM[at]! + northM * share - yM;
    const apartM = Math.hypot(toX, toY);
    if (apartM < least && apartM > 0.1) [least, armEast, armNorth] = [apartM, toX / apartM, toY / apartM];
  }
  return { armEast, armNorth };
}
