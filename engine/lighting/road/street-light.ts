import type { ReadingTwin } from '../../twin/twin.ts';
import { readyField, type ReadyField } from './field-work.ts';
import { thresholdIncrementPct } from './glare.ts';
import { fieldFigures, makeFieldRoom, type FieldRoom, type RoadFigures } from './road-lighting.ts';
import { streetInstallations } from './street-installations.ts';

/**
 * Light of every lit street at full output, by row of `litStreets`: what a state of dimming is read from by multiplication. Means and least
 * values follow the output; uniformities and REI do not depend on it; glare follows the mean luminance and the veil of each driver.
 */
export interface StreetLight {
  count: number;
  /** 0 where nobody knows how the luminaire throws its light, or the street has no size: its figures are NaN. */
  isKnown: Uint8Array;
  lavCdM2: Float64Array;
  uo: Float64Array;
  ul: Float64Array;
  fTiPct: Float64Array;
  rei: Float64Array;
  eavLx: Float64Array;
  eminLx: Float64Array;
  eUo: Float64Array;
  /** The drivers of a street are those from `firstView[row]` to before `firstView[row + 1]`. */
  firstView: Uint32Array;
  /** Mean luminance that each driver sees and the veil over it, with new lamps at full output. */
  viewLavCdM2: Float64Array;
  viewVeilCdM2: Float64Array;
}

/** What changes with the output, by row of `litStreets`. Uniformities and REI are those of `StreetLight`. */
export interface StreetsNow { lavCdM2: Float64Array; fTiPct: Float64Array; eavLx: Float64Array; eminLx: Float64Array }

export const makeStreetsNow = (count: number): StreetsNow =>
  ({ lavCdM2: new Float64Array(count), fTiPct: new Float64Array(count), eavLx: new Float64Array(count), eminLx: new Float64Array(count) });

/** Told of each street while the light of its field stands in `room`, which the next one overwrites. */
export type StreetVisitor = (row: number, figures: RoadFigures, field: ReadyField, room: FieldRoom) => void;

/** Computes every lit street of a twin. */
export function computeStreets(twin: ReadingTwin, visit?: StreetVisitor): StreetLight {
  const { count } = twin.litStreets, installationOf = streetInstallations(twin), room = makeFieldRoom();
  const column = (): Float64Array => new Float64Array(count).fill(NaN);
  const light = {
    count, isKnown: new Uint8Array(count), lavCdM2: column(), uo: column(), ul: column(), fTiPct: column(), rei: column(), eavLx: column(), eminLx: column(), eUo: column(),
    firstView: new Uint32Array(count + 1),
  };
  const viewLavCdM2: number[] = [], viewVeilCdM2: number[] = [];
  for (let row = 0; row < count; row++) {
    light.firstView[row] = viewLavCdM2.length;
    const street = installationOf(row);
    if (!street) continue;
    const field = readyField(street.installation, street.parts), lit = fieldFigures(field, room);
    light.isKnown[row] = 1;
    for (const { newLavCdM2, newVeilCdM2 } of lit.views) {
      viewLavCdM2.push(newLavCdM2);
      viewVeilCdM2.push(newVeilCdM2);
    }
    light.lavCdM2[row] = lit.lavCdM2; light.uo[row] = lit.uo; light.ul[row] = lit.ul; light.fTiPct[row] = lit.fTiPct;
    light.rei[row] = lit.rei; light.eavLx[row] = lit.eavLx; light.eminLx[row] = lit.eminLx; light.eUo[row] = lit.eUo;
    visit?.(row, lit, field, room);
  }
  light.firstView[count] = viewLavCdM2.length;
  return { ...light, viewLavCdM2: Float64Array.from(viewLavCdM2), viewVeilCdM2: Float64Array.from(viewVeilCdM2) };
}

/** Threshold increment of the driver of a street who is dazzled most, at a share of its output; NaN where nobody knows. */
export function worstIncrementPct({ isKnown, firstView, viewLavCdM2, viewVeilCdM2 }: StreetLight, row: number, outputShare: number): number {
  let worst = isKnown[row] === 1 ? 0 : NaN;
  for (let view = firstView[row]!; view < firstView[row + 1]!; view++) worst = Math.max(worst, thresholdIncrementPct(viewVeilCdM2[view]! * outputShare, viewLavCdM2[view]! * outputShare));
  return worst;
}

/** Every street where its lamps give these shares of their output, by row of `litStreets`; all lamps of a street the same. */
export function streetsAt(light: StreetLight, outputShare: ArrayLike<number>, into: StreetsNow = makeStreetsNow(light.count)): StreetsNow {
  const { count } = light;
  for (let row = 0; row < count; row++) {
    const share = outputShare[row]!;
    into.lavCdM2[row] = light.lavCdM2[row]! * share;
    into.eavLx[row] = light.eavLx[row]! * share;
    into.eminLx[row] = light.eminLx[row]! * share;
    into.fTiPct[row] = worstIncrementPct(light, row, share);
  }
  return into;
}
