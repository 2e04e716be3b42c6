import { atan2, cos, sin } from '../../foundation/exact-math.ts';
import type { IntensityTable } from '../../twin/photometric-flux.ts';

const RAD_PER_DEG = Math.PI / 180;

/**
 * Intensity in a direction of the luminaire, in cd for each 1,000 lm: straight lines between planes and between angles
 * (EN 13201-3:2015, linear interpolation). C planes go round; 0 beyond the angles of the table.
 * The road has its own form for luminaires that only tilt, which it asks millions of times: engine/lighting/road/light-towards.ts.
 */
export function intensityCdPerKlm({ planesDeg, anglesDeg, intensitiesCdPerKlm }: IntensityTable, cDeg: number, gammaDeg: number): number {
  const angles = anglesDeg.length;
  if (!(gammaDeg >= anglesDeg[0]! && gammaDeg <= anglesDeg[angles - 1]!)) return 0;
  const wholeDeg = cDeg - 360 * Math.floor(cDeg / 360), plane = stretchOf(planesDeg, wholeDeg), angle = stretchOf(anglesDeg, gammaDeg);
  const turn = (wholeDeg - planesDeg[plane]!) / (planesDeg[plane + 1]! - planesDeg[plane]!);
  const rise = (gammaDeg - anglesDeg[angle]!) / (anglesDeg[angle + 1]! - anglesDeg[angle]!);
  const at = plane * angles + angle;
  const here = intensitiesCdPerKlm[at]! + (intensitiesCdPerKlm[at + 1]! - intensitiesCdPerKlm[at]!) * rise;
  const next = intensitiesCdPerKlm[at + angles]! + (intensitiesCdPerKlm[at + angles + 1]! - intensitiesCdPerKlm[at + angles]!) * rise;
  return here + (next - here) * turn;
}

/** The last node at or before a value, never the last of all. */
function stretchOf(nodes: ArrayLike<number>, value: number): number {
  let low = 0, high = nodes.length - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (nodes[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * How a luminaire hangs: x of the world to the east, y to the north, z up. Level and unturned, C0 looks to +x and C90 to +y.
 * It is turned about its own axes first: `tiltDeg` lifts the C90 side (about the C0 to C180 axis: what a bracket does), `rollDeg` the C0 side
 * (about the C90 to C270 axis), then the whole is turned about the vertical. EN 13201-3:2015 and CIE 140: tilt in application, rotation, orientation.
 */
export interface Mounting { orientationDeg: number; tiltDeg: number; rollDeg: number }

export const LEVEL: Mounting = { orientationDeg: 0, tiltDeg: 0, rollDeg: 0 };

/** Directions of the luminaire's own axes in the world: towards C0, towards C90, and up. */
export interface MountedAxes { c0: readonly [number, number, number]; c90: readonly [number, number, number]; up: readonly [number, number, number] }

export function mountedAxes({ orientationDeg, tiltDeg, rollDeg }: Mounting): MountedAxes {
  const turnSin = sin(orientationDeg * RAD_PER_DEG), turnCos = cos(orientationDeg * RAD_PER_DEG), tiltSin = sin(tiltDeg * RAD_PER_DEG);
  const tiltCos = cos(tiltDeg * RAD_PER_DEG), rollSin = sin(rollDeg * RAD_PER_DEG), rollCos = cos(rollDeg * RAD_PER_DEG);
  // Roll lifts x, tilt lifts y and carries what roll has done, then all turns about z.
  const turned = (x: number, y: number, z: number): readonly [number, number, number] => {
    const rolledX = x * rollCos - z * rollSin, rolledZ = x * rollSin + z * rollCos;
    const tiltedY = y * tiltCos - rolledZ * tiltSin, tiltedZ = y * tiltSin + rolledZ * tiltCos;
    return [rolledX * turnCos - tiltedY * turnSin, rolledX * turnSin + tiltedY * turnCos, tiltedZ];
  };
  return { c0: turned(1, 0, 0), c90: turned(0, 1, 0), up: turned(0, 0, 1) };
}

/** Intensity towards a place that lies (xM, yM, zM) from the light centre, z up; in cd for each 1,000 lm. */
export function intensityTowards(table: IntensityTable, { c0, c90, up }: MountedAxes, xM: number, yM: number, zM: number): number {
  const alongM = xM * c0[0] + yM * c0[1] + zM * c0[2], acrossM = xM * c90[0] + yM * c90[1] + zM * c90[2], belowM = -(xM * up[0] + yM * up[1] + zM * up[2]);
  return intensityCdPerKlm(table, atan2(acrossM, alongM) / RAD_PER_DEG, atan2(Math.sqrt(alongM * alongM + acrossM * acrossM), belowM) / RAD_PER_DEG);
}
