import { atan2Deg } from './angle-deg.ts';
import { shareAt, type ReadyField } from './field-work.ts';
import { candelaPerKlm } from './light-towards.ts';

/** A driver looks at the field from this far before it, with eyes this high (EN 13201-3:2015). */
export const OBSERVER_BEFORE_M = 60;
export const EYE_HEIGHT_M = 1.5;

/** Luminaires that count at a point, in mounting heights: towards the observer, and away from him. */
const NEARER_H = 5, FARTHER_H = 12;

/**
 * Road luminance at every point of the field as every driver sees it, in cd/m² for each 1,000 lm of a luminaire, new:
 * L = sum of I r / H² (EN 13201-3:2015), r from the tangent of the angle of incidence and the angle between the vertical planes of light and of sight.
 * Written view by view, in each row by row across the road (from y = 0), in each point by point along x.
 */
export function fieldLuminance(field: ReadyField, into: Float64Array): void {
  const { along, laneAcross, views } = field, points = along.count * laneAcross.count;
  into.fill(0, 0, points * views.length);
  for (let across = 0; across < laneAcross.count; across++) {
    const yM = (across + 0.5) * laneAcross.stepM;
    for (let step = 0; step < along.count; step++) pointLuminance(field, (step + 0.5) * along.stepM, yM, across * along.count + step, into);
  }
}

function pointLuminance(field: ReadyField, xM: number, yM: number, point: number, into: Float64Array): void {
  const { installation: { heightM, spacingM }, light, reflects, rows, views, along, laneAcross } = field;
  const points = along.count * laneAcross.count, nearerM = NEARER_H * heightM, fartherM = FARTHER_H * heightM;
  const isBothWays = views[0]!.heading !== views[views.length - 1]!.heading, scale = 1e-4 / (heightM * heightM);
  // Where both ways are driven, lamps far ahead of either driver matter.
  const backM = isBothWays || views[0]!.heading < 0 ? fartherM : nearerM, aheadM = isBothWays || views[0]!.heading > 0 ? fartherM : nearerM;
  for (let row = 0; row < rows.length; row++) {
    const { yM: lampYM, startM, facing } = rows[row]!, besideM = lampYM - yM;
    const last = Math.floor((xM + aheadM - startM) / spacingM);
    for (let spacings = Math.ceil((xM - backM - startM) / spacingM); spacings <= last; spacings++) {
      const beyondM = startM + spacings * spacingM - xM, tanGamma = Math.sqrt(beyondM * beyondM + besideM * besideM) / heightM;
      if (tanGamma > FARTHER_H) continue;
      const share = shareAt(field, row, spacings);
      if (share === 0) continue;
      const litScale = scale * share * candelaPerKlm(light, -facing * beyondM, -facing * besideM, heightM);
      if (litScale === 0) continue;
      for (let view = 0; view < views.length; view++) {
        const { heading, yM: eyeYM } = views[view]!, forwardM = heading * beyondM;
        if (forwardM < -nearerM) continue;
        // From the eye to the point, and on to below the lamp: as the driver looks, along and to the side.
        const towardsM = OBSERVER_BEFORE_M + (heading > 0 ? xM : spacingM - xM), asideM = yM - eyeYM;
        const cross = towardsM * besideM - asideM * forwardM, dot = towardsM * forwardM + asideM * besideM;
        into[view * points + point]! += litScale * reflects(tanGamma, Math.abs(atan2Deg(cross, dot)));
      }
    }
  }
}
