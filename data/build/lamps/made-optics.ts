import { cos, sin } from '../../../engine/foundation/exact-math.ts';
import { tableFlux } from '../../../engine/twin/photometric-flux.ts';
import type { Photometry } from '../../../engine/twin/photometry.ts';

/**
 * An optic made by a formula, for cities whose makers' files nobody may copy. It is thought from the road up: the light falls on a level
 * plane, seen from the lamp at u = tan(gamma) cos(C) along the road and v = tan(gamma) sin(C) across it, as
 *
 *     E(u, v) ~ 1 / (1 + (u / throwU)²)^2 / (1 + ((v - aimV) / spreadV)²)^2
 *
 * so that intensity is E / cos³(gamma), shaded off evenly to nothing from `shadeFromDeg` to the horizontal. Behind
 * `aimV` the spread is `backV`. Along the road both directions are alike; nothing goes up.
 */
export interface OpticShape {
  name: string;
  /** Along the road, in mounting heights: where the light has fallen to a quarter. */
  throwU: number;
  /** Across it: where most light falls, and how far it spreads beyond and before that, in mounting heights. */
  aimV: number;
  spreadV: number;
  backV: number;
  /** Angle gamma from which light is shaded off: against glare. */
  shadeFromDeg: number;
}

/**
 * Found by computing EN 13201-3 on R3 with a maintenance factor of 0.8 (docs/models/photometry.md says for which streets), then rounded:
 * wide roads lit from both sides, roads of two lanes, streets of houses with low columns, paths.
 */
export const roadOptics = {
  wideRoad: { name: 'wide road', throwU: 1.65, aimV: 0.45, spreadV: 1.25, backV: 0.75, shadeFromDeg: 78 },
  road: { name: 'road', throwU: 1.7, aimV: 0.5, spreadV: 0.9, backV: 0.8, shadeFromDeg: 76 },
  residentialStreet: { name: 'residential street', throwU: 1.75, aimV: 1, spreadV: 0.9, backV: 1.15, shadeFromDeg: 72 },
  path: { name: 'path', throwU: 2.15, aimV: 0.5, spreadV: 0.55, backV: 0.5, shadeFromDeg: 72 },
} as const satisfies Readonly<Record<string, OpticShape>>;

const PLANE_STEP_DEG = 5, ANGLE_STEP_DEG = 2.5, LEVEL_DEG = 90, RAD_PER_DEG = Math.PI / 180;

/** The light of an optic, 1,000 lm for each 1,000 lm of its source. */
export function madeOptic(shape: OpticShape): Photometry {
  const planesDeg = Float64Array.from({ length: 360 / PLANE_STEP_DEG + 1 }, (_, plane) => plane * PLANE_STEP_DEG);
  const anglesDeg = Float64Array.from({ length: LEVEL_DEG / ANGLE_STEP_DEG + 1 }, (_, angle) => angle * ANGLE_STEP_DEG);
  // A plane and its mirror image about C90 to C270 are computed from the same angle: they are the same to the last bit.
  const raw = Float64Array.from(planesDeg).map((cDeg) => (cDeg <= 90 ? cDeg : cDeg <= 270 ? 180 - cDeg : cDeg - 360));
  const intensitiesCdPerKlm = Float64Array.from([...raw].flatMap((cDeg) => Array.from(anglesDeg, (gammaDeg) => strength(shape, cDeg, gammaDeg))));
  const table = { planesDeg, anglesDeg, intensitiesCdPerKlm }, flux = tableFlux(table);
  return { ...table, intensitiesCdPerKlm: intensitiesCdPerKlm.map((value) => (value * 1000) / flux), sourceFluxLm: 1000 };
}

/** Intensity before it is brought to 1,000 lm. */
function strength({ throwU, aimV, spreadV, backV, shadeFromDeg }: OpticShape, cDeg: number, gammaDeg: number): number {
  if (gammaDeg >= LEVEL_DEG) return 0;
  const cosine = cos(gammaDeg * RAD_PER_DEG), tangent = sin(gammaDeg * RAD_PER_DEG) / cosine;
  const u = (tangent * cos(cDeg * RAD_PER_DEG)) / throwU, beyond = tangent * sin(cDeg * RAD_PER_DEG) - aimV, v = beyond / (beyond > 0 ? spreadV : backV);
  const along = 1 + u * u, across = 1 + v * v, rest = Math.min(1, (LEVEL_DEG - gammaDeg) / (LEVEL_DEG - shadeFromDeg));
  return (rest * rest * (3 - 2 * rest)) / (along * along * across * across * cosine * cosine * cosine);
}
