import { atan2, cos, sin } from '../../../engine/foundation/exact-math.ts';
import { photometricSymmetry } from '../../../engine/twin/photometry.ts';
import type { HvTable } from './h-v-table.ts';
import { wholePlanes, type WholePlanes } from './whole-planes.ts';

/** Light in C planes, how it repeats, and its angles gamma. */
export interface CPlanes { symmetry: number; anglesDeg: Float64Array; whole: WholePlanes }

const RAD_PER_DEG = Math.PI / 180;
/** So near beyond the last horizontal angle of type A its light ends. */
const EDGE_DEG = 1e-4;

/**
 * Type A turns about the vertical, as type C does: V rises from straight down, at -90; H turns clockwise seen from above; H = V = 0 is level,
 * towards C0. So gamma is V + 90, C is -H, and every value stays as it is. What lies beyond the horizontal angles is dark.
 */
export function cPlanesOfTypeA({ hDeg, vDeg, values, isMirroredInH }: HvTable): CPlanes {
  const angles = vDeg.length, dark = new Float64Array(angles), edges = [hDeg[0]! - EDGE_DEG, hDeg.at(-1)! + EDGE_DEG];
  const rows = [...hDeg.map((deg, row) => ({ deg, light: values.subarray(row * angles, (row + 1) * angles) })), ...edges.map((deg) => ({ deg, light: dark }))];
  const planes = rows.map(({ deg, light }) => ({ cDeg: deg > 0 ? 360 - deg : Math.abs(deg), light })).sort((a, b) => a.cDeg - b.cDeg);
  const given = new Float64Array(planes.length * angles);
  planes.forEach(({ light }, plane) => given.set(light, plane * angles));
  return {
    symmetry: isMirroredInH ? photometricSymmetry.aboutC0C180 : photometricSymmetry.none, anglesDeg: Float64Array.from(vDeg, (deg) => deg + 90),
    whole: wholePlanes(photometricSymmetry.none, planes.map(({ cDeg }) => cDeg), given, angles),
  };
}

/** Steps of the grid that type B is read out on: as fine as the file's, within what a road needs (EN 13201-3:2015: 2.5 degrees of gamma) and what a table may hold. */
const COARSEST_STEP_DEG = 2.5, FINEST_STEP_DEG = 0.25;

/**
 * Type B turns about a level axis, C90 to C270: V lifts from straight down, at 0, to C0, at 90; H then turns aside, clockwise seen from above, so
 * that towards C0 it is cos H sin V, towards C90 -sin H, down cos H cos V. Light is read out by straight lines in H and V at the nodes of a grid of
 * even steps. There is none above the horizontal, where type B ends.
 */
export function cPlanesOfTypeB(table: HvTable): CPlanes {
  const { hDeg, vDeg, isMirroredInH, isMirroredInV } = table, stepDeg = Math.min(COARSEST_STEP_DEG, Math.max(FINEST_STEP_DEG, Math.min(leastStepDeg(hDeg), leastStepDeg(vDeg))));
  const steps = Math.ceil(90 / stepDeg), angles = steps + 1, cDeg = Array.from({ length: 4 * steps }, (_, plane) => (plane * 90) / steps);
  const anglesDeg = Float64Array.from({ length: angles }, (_, angle) => (angle * 90) / steps), given = new Float64Array(cDeg.length * angles);
  cDeg.forEach((deg, plane) => anglesDeg.forEach((gammaDeg, angle) => { given[plane * angles + angle] = lightTowards(table, deg, gammaDeg); }));
  const { none, aboutBothPlanes, aboutC0C180, aboutC90C270 } = photometricSymmetry;
  const symmetry = isMirroredInH ? (isMirroredInV ? aboutBothPlanes : aboutC0C180) : isMirroredInV ? aboutC90C270 : none;
  return { symmetry, anglesDeg, whole: wholePlanes(none, cDeg, given, angles) };
}

const leastStepDeg = (deg: readonly number[]): number => deg.slice(1).reduce((least, value, at) => Math.min(least, value - deg[at]!), Infinity);

function lightTowards({ hDeg, vDeg, values }: HvTable, cDeg: number, gammaDeg: number): number {
  const c = cDeg * RAD_PER_DEG, gamma = gammaDeg * RAD_PER_DEG, towardsC0 = sin(gamma) * cos(c), towardsC90 = sin(gamma) * sin(c), down = Math.max(0, cos(gamma));
  const h = between(hDeg, atan2(-towardsC90, Math.sqrt(towardsC0 * towardsC0 + down * down)) / RAD_PER_DEG), v = between(vDeg, atan2(towardsC0, down) / RAD_PER_DEG);
  if (!h || !v) return 0;
  const inPlane = (plane: number): number => { const at = plane * vDeg.length + v.node; return values[at]! + (values[at + 1]! - values[at]!) * v.share; };
  return inPlane(h.node) + (inPlane(h.node + 1) - inPlane(h.node)) * h.share;
}

/** Turning to and fro rounds: so far beyond an end is on it. */
const ROUNDING_DEG = 1e-9;

/** The node before a value, and its share of the way to the next; undefined beyond the ends. */
function between(nodes: readonly number[], value: number): { node: number; share: number } | undefined {
  const last = nodes.length - 1;
  if (!(value >= nodes[0]! - ROUNDING_DEG && value <= nodes[last]! + ROUNDING_DEG)) return undefined;
  let low = 0, high = last;
  while (high - low > 1) { const middle = (low + high) >> 1; if (nodes[middle]! <= value) low = middle; else high = middle; }
  return { node: low, share: Math.min(1, Math.max(0, (value - nodes[low]!) / (nodes[high]! - nodes[low]!))) };
}
