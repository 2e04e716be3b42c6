import { exp, log } from '../../foundation/exact-math.ts';
import { atan2Deg } from './angle-deg.ts';
import { EYE_HEIGHT_M } from './field-luminance.ts';
import { shareAt, type ReadyField } from './field-work.ts';
import type { RoadInstallation, View } from './installation.ts';
import { candelaPerKlm } from './light-towards.ts';

/** EN 13201-3:2015, 8.5: who looks, how, and how far. */
const AGE_YEARS = 23, RANGE_M = 500, LEAST_DEG = 0.1, NEAR_DEG = 1.5, WIDEST_DEG = 60;
/** The roof of the car hides what stands steeper than 20 degrees above the eye: its tangent. The first position is 2.75 (H - 1.5) before the field, where the first luminaire appears. */
const ROOF_TANGENT = 0.36397023426620234, START_PER_HEIGHT = 2.75;
/** The line of sight points 1 degree down: its sine and cosine. */
const SIGHT_SIN = 0.01745240643728351, SIGHT_COS = 0.9998476951563913;

const AGE_WIDE = 9.86 * (1 + fourth(AGE_YEARS / 66.4)), AGE_NEAR = 5 * (1 + fourth(AGE_YEARS / 62.5));
function fourth(value: number): number { return value * value * value * value; }

/**
 * Veiling luminance that light at this angle from the line of sight lays over what a driver sees, in cd/m² for each lx at the eye: the general
 * disability glare equation of CIE 146 in the two ranges of EN 13201-3:2015, 8.5. Nothing beyond 60 degrees.
 */
export function veilPerLx(thetaDeg: number): number {
  if (thetaDeg > WIDEST_DEG || thetaDeg <= LEAST_DEG) return 0;
  const theta2 = thetaDeg * thetaDeg;
  return thetaDeg > NEAR_DEG ? AGE_WIDE / theta2 : 10 / (theta2 * thetaDeg) + AGE_NEAR / theta2;
}

/** Whether the standard speaks of the glare of such lamps: those below a driver's eyes shine into them from where it never looks, and their fTI is NaN. */
export const isAboveEyes = ({ heightM }: Pick<RoadInstallation, 'heightM'>): boolean => heightM > EYE_HEIGHT_M;

/** Threshold increment in per cent, from the mean road luminance when new and the veil over it. */
export function thresholdIncrementPct(veilCdM2: number, lavCdM2: number): number {
  if (Number.isNaN(veilCdM2)) return NaN;
  if (!(lavCdM2 > 0)) return veilCdM2 > 0 ? Infinity : 0;
  const power = lavCdM2 <= 5 ? 0.8 : 1.05, factor = lavCdM2 <= 5 ? 65 : 95;
  return (factor * veilCdM2) / exp(power * log(lavCdM2));
}

/** The veil that a driver of a lane meets at every position on the way along one spacing, in cd/m² for each 1,000 lm of a luminaire, new. */
export function fieldVeil(field: ReadyField, view: View, into: Float64Array, from: number): void {
  const { installation: { heightM, spacingM }, along } = field;
  const beforeM = Math.max(0, START_PER_HEIGHT * (heightM - EYE_HEIGHT_M));
  for (let step = 0; step < along.count; step++) {
    const onM = step * along.stepM - beforeM;
    into[from + step] = veilAt(field, view.heading > 0 ? onM : spacingM - onM, view);
  }
}

/** Veil over the eyes of a driver who is at `eyeXM`: all luminaires ahead, up to 500 m, that the roof does not hide. */
function veilAt(field: ReadyField, eyeXM: number, { yM: eyeYM, heading }: View): number {
  const { installation: { heightM, spacingM }, light, rows } = field, upM = heightM - EYE_HEIGHT_M, steepest = ROOF_TANGENT;
  let veil = 0;
  for (let row = 0; row < rows.length; row++) {
    const { yM: lampYM, startM, facing } = rows[row]!, asideM = lampYM - eyeYM;
    const fromM = heading > 0 ? eyeXM : eyeXM - RANGE_M, last = Math.floor((fromM + RANGE_M - startM) / spacingM);
    for (let spacings = Math.ceil((fromM - startM) / spacingM); spacings <= last; spacings++) {
      const lampXM = startM + spacings * spacingM, forwardM = heading * (lampXM - eyeXM);
      if (forwardM <= 0 || upM > steepest * forwardM) continue;
      const share = shareAt(field, row, spacings);
      if (share === 0) continue;
      const distance2 = forwardM * forwardM + asideM * asideM + upM * upM;
      // Along the line of sight, and off it: up as the driver looks, one degree down, and to the side.
      const sightM = forwardM * SIGHT_COS - upM * SIGHT_SIN, offUpM = forwardM * SIGHT_SIN + upM * SIGHT_COS;
      const perLx = veilPerLx(atan2Deg(Math.sqrt(offUpM * offUpM + asideM * asideM), sightM));
      if (perLx === 0) continue;
      const candela = share * candelaPerKlm(light, facing * (eyeXM - lampXM), -facing * asideM, upM);
      veil += (perLx * candela * sightM) / (distance2 * Math.sqrt(distance2));
    }
  }
  return veil;
}
