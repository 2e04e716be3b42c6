import type { Reading } from '../../foundation/table.ts';
import type { LitStreets } from '../../twin/lit-streets.ts';
import { thresholdIncrementPct } from '../road/glare.ts';
import { keepsLimit } from '../road/compliance.ts';
import { firstClassIndex, lightingClasses, type LightFigures, type LightingClass } from '../road/lighting-classes.ts';
import { worstIncrementPct, type StreetLight } from '../road/street-light.ts';

/** Classes of a family: M1 to M6, C0 to C5, P1 to P6. */
export const CLASSES = 6;
/** Up to this mean luminance glare grows with the fifth root of the output (EN 13201-3:2015, 8.5). */
const DIM_CDM2 = 5;

/**
 * Between which outputs each lit street has each class of its family, for classes one after the other, street by street: what a
 * state of dimming is judged by without computing light again. Means and least values follow the output, glare its fifth root; uniformities
 * and the ratio of the edges do not change with it.
 */
export interface ClassNeeds {
  /** The least share of full output; above 1 where even full output is too little, Infinity where light is too uneven at any output or there is none. */
  leastShare: Float64Array;
  /** The least share that reaches means and least values of the class, however uneven the light is; Infinity where no light falls on the road, or none on a spot that needs some. */
  levelShare: Float64Array;
  /** The most share that keeps glare within the class; above 1: any. */
  mostShare: Float64Array;
  /** Share at which the mean is just that of the class. */
  meanShare: Float64Array;
}

/** Where the needs of a street and a class stand; a class past the last one is the last. */
export const needAt = (streets: Pick<Reading<LitStreets>, 'family'>, row: number, classIndex: number): number =>
  row * CLASSES + Math.min(CLASSES - 1, Math.max(0, classIndex - firstClassIndex(streets.family[row]!)));

/** NaN for streets whose light nobody knows. */
export function classNeeds(streets: Reading<LitStreets>, light: StreetLight): ClassNeeds {
  const make = () => new Float64Array(streets.count * CLASSES).fill(NaN), needs: ClassNeeds = { leastShare: make(), levelShare: make(), mostShare: make(), meanShare: make() };
  for (let row = 0; row < streets.count; row++) {
    if (light.isKnown[row] === 0) continue;
    lightingClasses[streets.family[row]!]!.forEach(({ limits }, at) => {
      const need = row * CLASSES + at;
      needs.levelShare[need] = levelShareFor(light, row, limits);
      needs.leastShare[need] = isEvenEnough(light, row, limits) ? needs.levelShare[need]! : Infinity;
      needs.mostShare[need] = limits.fTiPct === undefined ? Infinity : mostShareFor(light, row, limits.fTiPct);
      needs.meanShare[need] = limits.lavCdM2 === undefined ? limits.eavLx! / light.eavLx[row]! : limits.lavCdM2 / light.lavCdM2[row]!;
    });
  }
  return needs;
}

const levels = ['lavCdM2', 'eavLx', 'eminLx'] as const, ratios = ['uo', 'ul', 'rei', 'eUo'] as const;

const isEvenEnough = (light: StreetLight, row: number, limits: LightingClass['limits']): boolean =>
  ratios.every((ratio) => limits[ratio] === undefined || keepsLimit(ratio, light[ratio][row]!, limits[ratio]));

function levelShareFor(light: StreetLight, row: number, limits: LightingClass['limits']): number {
  let least = 0;
  for (const level of levels) {
    const asked = limits[level], full = light[level][row]!;
    if (asked !== undefined) least = Math.max(least, full > 0 ? asked / full : Infinity);
  }
  return least;
}

/** Threshold increment of every driver within the limit: TI(k) = k^0.2 TI(1), so k = (limit / TI)^5. Lamps are new. */
function mostShareFor(light: StreetLight, row: number, limitPct: number): number {
  let most = Infinity;
  for (let view = light.firstView[row]!; view < light.firstView[row + 1]!; view++) {
    const lav = light.viewLavCdM2[view]!, veil = light.viewVeilCdM2[view]!;
    if (!(veil > 0)) continue;
    // Above 5 cd/m² glare falls with the output, slowly, from a little below what it is there: whoever keeps the limit at 5 keeps it above.
    const dimmest = lav > DIM_CDM2 ? DIM_CDM2 / lav : 1, room = limitPct / thresholdIncrementPct(veil * dimmest, lav * dimmest);
    const share = dimmest * room * room * room * room * room;
    if (!(lav > DIM_CDM2 && share >= dimmest)) most = Math.min(most, share);
  }
  return most;
}

/** The figures of a street at an output, of new lamps where the standard says so. */
export function figuresAt(light: StreetLight, row: number, outputShare: number): LightFigures {
  return {
    lavCdM2: light.lavCdM2[row]! * outputShare, uo: light.uo[row]!, ul: light.ul[row]!, fTiPct: worstIncrementPct(light, row, outputShare), rei: light.rei[row]!,
    eavLx: light.eavLx[row]! * outputShare, eminLx: light.eminLx[row]! * outputShare, eUo: light.eUo[row]!,
  };
}
