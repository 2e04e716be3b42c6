import { lightingFamily } from '../../twin/lit-streets.ts';
import { stripIlluminance, type StripLight } from './field-illuminance.ts';
import type { ReadyField } from './field-work.ts';
import type { LightFigures } from './lighting-classes.ts';
import { driversFigures, fillDriversLight, makeFieldRoom, type FieldRoom } from './road-lighting.ts';

/** Luminaires farther away than this give no field anything, glare included (EN 13201-3:2015: 500 m, and 60 m to the observer). */
const REACH_M = 600;
/** Fields within so many mounting heights of those that it stands beside may be the worst in something: the darkest field is not always the least even one. */
const NEAR_H = 2;

const leasts = ['lavCdM2', 'uo', 'ul', 'rei', 'eavLx', 'eminLx', 'eUo'] as const;
const untold: LightFigures = { lavCdM2: NaN, uo: NaN, ul: NaN, fTiPct: NaN, rei: NaN, eavLx: NaN, eminLx: NaN, eUo: NaN };

/**
 * Figures of a regular street in which one luminaire is out, the worst of each over the fields near it and over the rows in which it may be:
 * those that classes of a family ask for, others NaN. Means and least values are maintained, as everywhere. The standard knows no failed
 * lamp: the field stays that between two luminaires. Light adds up, so only that of the one luminaire is computed, and taken from `even`.
 */
export function oneLampOut(): (street: ReadyField, even: FieldRoom, family: number) => LightFigures {
  const room = makeFieldRoom();
  return (street, even, family) => {
    const { rows, installation: { spacingM, heightM } } = street, columns = 2 * Math.ceil(REACH_M / spacingM) + 1, near = Math.ceil((NEAR_H * heightM) / spacingM);
    const worst: LightFigures = { lavCdM2: Infinity, uo: Infinity, ul: Infinity, fTiPct: 0, rei: Infinity, eavLx: Infinity, eminLx: Infinity, eUo: Infinity };
    rows.forEach((_, row) => {
      const outputShares = new Float64Array(columns * rows.length);
      outputShares[row] = 1;
      for (let column = -1 - near; column <= near; column++) {
        const own = { ...street, outputShares, column }, figures = { ...untold, ...(family === lightingFamily.motorised ? driversWithout(own, even, room) : stripWithout(own, even, room)) };
        worst.fTiPct = Math.max(worst.fTiPct, figures.fTiPct);
        for (const name of leasts) worst[name] = Math.min(worst[name], figures[name]);
      }
    });
    return worst;
  };
}

/** What drivers see of an even street without the luminaires of `own`. */
function driversWithout(own: ReadyField, even: FieldRoom, room: FieldRoom): Partial<LightFigures> {
  const { along, laneAcross, views } = own;
  fillDriversLight(own, room);
  takeFrom(even.luminance, room.luminance, along.count * laneAcross.count * views.length);
  takeFrom(even.veil, room.veil, along.count * views.length);
  takeFrom(even.edges, room.edges, room.edges.length);
  const { lavCdM2, uo, ul, fTiPct, rei } = driversFigures(own, room);
  return { lavCdM2, uo, ul, fTiPct, rei };
}

/** Classes C and P ask for nothing else, and luminances take ten times as long. */
function stripWithout(own: ReadyField, even: FieldRoom, room: FieldRoom): Partial<LightFigures> {
  const { installation: { fluxLm, maintenanceFactor }, along, roadAcross } = own, points = along.count * roadAcross.count, maintainedKlm = (fluxLm / 1000) * maintenanceFactor, strip: StripLight = { meanLx: 0, leastLx: 0 };
  if (room.illuminance.length < points) room.illuminance = new Float64Array(points);
  stripIlluminance(own, 0, roadAcross, strip, room.illuminance);
  takeFrom(even.illuminance, room.illuminance, points);
  let sum = 0, leastLx = Infinity;
  for (let point = 0; point < points; point++) {
    sum += room.illuminance[point]!;
    leastLx = Math.min(leastLx, room.illuminance[point]!);
  }
  const meanLx = sum / points;
  return { eavLx: meanLx * maintainedKlm, eminLx: leastLx * maintainedKlm, eUo: meanLx > 0 ? leastLx / meanLx : 0 };
}

/** What is left; sums of floating point may leave a hair less than nothing. */
function takeFrom(all: ArrayLike<number>, own: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) own[at] = Math.max(0, all[at]! - own[at]!);
}
