import { EDGE_STRIPS, edgeIlluminance, edgeIlluminanceRatio, stripIlluminance, type StripLight } from './field-illuminance.ts';
import { fieldLuminance } from './field-luminance.ts';
import type { Points } from './field-points.ts';
import { readyField, readyParts, type ReadyField, type ReadyParts } from './field-work.ts';
import { fieldVeil, isAboveEyes, thresholdIncrementPct } from './glare.ts';
import type { RoadInstallation, View } from './installation.ts';
import type { LightFigures } from './lighting-classes.ts';
import { luminanceShape } from './luminance-shape.ts';
import { powerDensityWPerLxM2 } from './power-density.ts';

export type { RoadInstallation } from './installation.ts';
export type { RTable } from './r-table.ts';

/** What one driver sees: luminances and uniformities with maintenance, glare when new. */
export interface ViewLight {
  view: View;
  lavCdM2: number;
  uo: number;
  ul: number;
  fTiPct: number;
  /** Mean luminance when new and the veil over it, at the flux given: what glare follows from. */
  newLavCdM2: number;
  newVeilCdM2: number;
}

/** A grid of points of the field: `stepAlongM` and `stepAcrossM` apart, row by row across the road from y = 0. */
export interface FieldGrid { along: number; across: number; stepAlongM: number; stepAcrossM: number; values: Float64Array }

/** Quality of the light of an installation, the worst lane of each figure. */
export interface RoadFigures extends LightFigures {
  /** Power density indicator D_P of the carriageway (EN 13201-5). */
  dpWPerLxM2: number;
  views: readonly ViewLight[];
}

/** Figures with the grids that they were read from. */
export interface RoadLighting extends RoadFigures {
  /** Luminance in cd/m² as the driver sees it whose mean is least, illuminance in lx; both maintained. */
  luminance: FieldGrid;
  illuminance: FieldGrid;
}

/** Computes one installation, all luminaires at full output. */
export const roadLighting = (installation: RoadInstallation): RoadLighting => fieldLighting(readyField(installation));

/**
 * The same where luminaires differ: `outputShares` names those of `columns` places one after the other (two to a place where
 * there are two rows), which repeat without end; each field between two places is computed by itself, and the result lists them in order.
 */
export function unevenLighting(installation: RoadInstallation, outputShares: ArrayLike<number>, parts: ReadyParts = readyParts(installation)): RoadLighting[] {
  const even = readyField(installation, parts), columns = outputShares.length / even.rows.length;
  if (!Number.isInteger(columns) || columns < 1) throw new Error(`${outputShares.length} outputs for ${even.rows.length} rows`);
  return Array.from({ length: columns }, (_, column) => fieldLighting({ ...even, outputShares, column }));
}

/** What a field is judged by, for each 1,000 lm and new, in room kept from street to street and made larger where one needs more. Light adds up, and so does each number here. */
export interface FieldRoom {
  /** Luminance view by view and veil over each position of each driver. */
  luminance: Float64Array;
  veil: Float64Array;
  illuminance: Float64Array;
  /** Means beside both edges, as `edgeIlluminance` lists them. */
  edges: Float64Array;
}
export const makeFieldRoom = (): FieldRoom => ({ luminance: new Float64Array(0), veil: new Float64Array(0), illuminance: new Float64Array(0), edges: new Float64Array(EDGE_STRIPS) });

function fieldLighting(field: ReadyField): RoadLighting {
  const room = makeFieldRoom(), figures = fieldFigures(field, room), { installation: { fluxLm, maintenanceFactor }, along, laneAcross, roadAcross } = field;
  const worst = figures.views.reduce((least, one) => (one.lavCdM2 < least.lavCdM2 ? one : least)), points = along.count * laneAcross.count, at = figures.views.indexOf(worst) * points;
  const grid = (values: Float64Array, across: Points): FieldGrid =>
    ({ along: along.count, across: across.count, stepAlongM: along.stepM, stepAcrossM: across.stepM, values: values.map((value) => (value * fluxLm * maintenanceFactor) / 1000) });
  return { ...figures, luminance: grid(room.luminance.slice(at, at + points), laneAcross), illuminance: grid(room.illuminance, roadAcross) };
}

/** All figures of a field; what they were read from stands in `room` afterwards. */
export function fieldFigures(field: ReadyField, room: FieldRoom): RoadFigures {
  const { installation, along, roadAcross } = field, strip: StripLight = { meanLx: 0, leastLx: 0 };
  const maintainedKlm = (installation.fluxLm / 1000) * installation.maintenanceFactor;
  fillDriversLight(field, room);
  if (room.illuminance.length < along.count * roadAcross.count) room.illuminance = new Float64Array(along.count * roadAcross.count);
  stripIlluminance(field, 0, roadAcross, strip, room.illuminance);
  const eavLx = strip.meanLx * maintainedKlm, eminLx = strip.leastLx * maintainedKlm, eUo = strip.meanLx > 0 ? strip.leastLx / strip.meanLx : 0;
  return { ...driversFigures(field, room), eavLx, eminLx, eUo, dpWPerLxM2: powerDensityWPerLxM2(installation, field.rows.length, eavLx) };
}

/** What drivers see of a field, and the light beside its edges. */
export function fillDriversLight(field: ReadyField, room: FieldRoom): void {
  const { installation, along, laneAcross, views } = field, points = along.count * laneAcross.count;
  if (room.luminance.length < points * views.length) room.luminance = new Float64Array(points * views.length);
  if (room.veil.length < along.count * views.length) room.veil = new Float64Array(along.count * views.length);
  fieldLuminance(field, room.luminance);
  if (isAboveEyes(installation)) views.forEach((view, at) => fieldVeil(field, view, room.veil, at * along.count));
  edgeIlluminance(field, room.edges);
}

/** Figures of that light, of the driver who sees the worst of each. */
export function driversFigures(field: ReadyField, room: FieldRoom): Pick<RoadFigures, 'lavCdM2' | 'uo' | 'ul' | 'fTiPct' | 'rei' | 'views'> {
  const seen = field.views.map((_, at) => viewLight(field, at, room)), figures = { lavCdM2: Infinity, uo: Infinity, ul: Infinity, fTiPct: 0 };
  for (const { lavCdM2, uo, ul, fTiPct } of seen) {
    figures.lavCdM2 = Math.min(figures.lavCdM2, lavCdM2);
    figures.uo = Math.min(figures.uo, uo);
    figures.ul = Math.min(figures.ul, ul);
    figures.fTiPct = Math.max(figures.fTiPct, fTiPct);
  }
  return { ...figures, rei: edgeIlluminanceRatio(room.edges), views: seen };
}

/** Mean, uniformities and glare for one driver. */
function viewLight(field: ReadyField, at: number, { luminance, veil }: FieldRoom): ViewLight {
  const { installation: { fluxLm, maintenanceFactor }, along, laneAcross, views } = field, kilolumens = fluxLm / 1000, view = views[at]!;
  const shape = luminanceShape(luminance, at * along.count * laneAcross.count, along.count, laneAcross.count, view.lane);
  let worst = 0;
  for (let step = at * along.count; step < (at + 1) * along.count; step++) worst = Math.max(worst, veil[step]!);
  const newLavCdM2 = shape.mean * kilolumens, newVeilCdM2 = isAboveEyes(field.installation) ? worst * kilolumens : NaN;
  return {
    view, lavCdM2: newLavCdM2 * maintenanceFactor, uo: shape.uo, ul: shape.ul,
    fTiPct: thresholdIncrementPct(newVeilCdM2, newLavCdM2), newLavCdM2, newVeilCdM2,
  };
}
