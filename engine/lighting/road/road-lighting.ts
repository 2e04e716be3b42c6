import { edgeIlluminanceRatio, stripIlluminance, type StripLight } from './field-illuminance.ts';
import { fieldLuminance } from './field-luminance.ts';
import { readyField, readyParts, type ReadyField, type ReadyParts } from './field-work.ts';
import { thresholdIncrementPct, worstVeil } from './glare.ts';
import type { RoadInstallation, View } from './installation.ts';
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

/** Quality of the light of an installation (EN 13201-3:2015), the worst lane of each figure. Uniformities, REI and shares are ratios. */
export interface RoadLighting {
  /** Mean road luminance, maintained. */
  lavCdM2: number;
  /** Overall uniformity: least over mean luminance. */
  uo: number;
  /** Longitudinal uniformity: least over most luminance along the middle of a lane, seen by its own driver. */
  ul: number;
  /** Threshold increment, when new. */
  fTiPct: number;
  /** Edge illuminance ratio of the worse edge. */
  rei: number;
  /** Mean and least horizontal illuminance of the carriageway, maintained. */
  eavLx: number;
  eminLx: number;
  /** Least over mean illuminance. */
  eUo: number;
  /** Power density indicator D_P of the carriageway (EN 13201-5). */
  dpWPerLxM2: number;
  views: readonly ViewLight[];
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

/** All figures of a field. */
export function fieldLighting(field: ReadyField): RoadLighting {
  const { installation, along, laneAcross, roadAcross, views } = field, { fluxLm, maintenanceFactor } = installation;
  const kilolumens = fluxLm / 1000, points = along.count * laneAcross.count;
  const luminance = new Float64Array(points * views.length), illuminance = new Float64Array(along.count * roadAcross.count);
  fieldLuminance(field, luminance);
  const strip: StripLight = { meanLx: 0, leastLx: 0 };
  stripIlluminance(field, 0, roadAcross, strip, illuminance);
  const eavLx = strip.meanLx * kilolumens * maintenanceFactor, eminLx = strip.leastLx * kilolumens * maintenanceFactor;
  const eUo = strip.meanLx > 0 ? strip.leastLx / strip.meanLx : 0;
  const rei = edgeIlluminanceRatio(field, strip);
  const seen = views.map((view, at) => viewLight(field, view, luminance.subarray(at * points, (at + 1) * points)));
  const worst = seen.reduce((least, one) => (one.lavCdM2 < least.lavCdM2 ? one : least)), at = seen.indexOf(worst);
  const maintained = (values: Float64Array): Float64Array => values.map((value) => value * kilolumens * maintenanceFactor);
  const stepAlongM = along.stepM;
  return {
    lavCdM2: worst.lavCdM2, uo: Math.min(...seen.map(({ uo }) => uo)), ul: Math.min(...seen.map(({ ul }) => ul)), fTiPct: Math.max(...seen.map(({ fTiPct }) => fTiPct)),
    rei, eavLx, eminLx, eUo, dpWPerLxM2: powerDensityWPerLxM2(installation, field.rows.length, eavLx), views: seen,
    luminance: { along: along.count, across: laneAcross.count, stepAlongM, stepAcrossM: laneAcross.stepM, values: maintained(luminance.slice(at * points, (at + 1) * points)) },
    illuminance: { along: along.count, across: roadAcross.count, stepAlongM, stepAcrossM: roadAcross.stepM, values: maintained(illuminance) },
  };
}

/** Mean, uniformities and glare for one driver, from luminances for each 1,000 lm. */
function viewLight(field: ReadyField, view: View, luminance: Float64Array): ViewLight {
  const { installation: { fluxLm, maintenanceFactor }, along } = field, kilolumens = fluxLm / 1000;
  const shape = luminanceShape(luminance, along.count, view.lane);
  const newLavCdM2 = shape.mean * kilolumens, newVeilCdM2 = worstVeil(field, view) * kilolumens;
  return {
    view, lavCdM2: newLavCdM2 * maintenanceFactor, uo: shape.uo, ul: shape.ul,
    fTiPct: thresholdIncrementPct(newVeilCdM2, newLavCdM2), newLavCdM2, newVeilCdM2,
  };
}
