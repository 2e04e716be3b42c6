import { hangLight, type HungLight } from './light-towards.ts';
import { pointsAcross, pointsAlong, POINTS_ACROSS_LANE, type Points } from './field-points.ts';
import { lampRows, viewsOf, type LampRow, type RoadInstallation, type View } from './installation.ts';
import { makeRLookup, type RLookup } from './r-table.ts';

/** An installation made ready for the sums: its rows, its drivers, its points. */
export interface ReadyField {
  installation: RoadInstallation;
  light: HungLight;
  reflects: RLookup;
  rows: readonly LampRow[];
  views: readonly View[];
  along: Points;
  laneAcross: Points;
  roadAcross: Points;
  /** Output of the luminaires column by column, all rows of one column after each other; repeated without end. [1] where all give the same. */
  outputShares: ArrayLike<number>;
  /** The field lies between this column and the next. */
  column: number;
}

/** What was read of the same photometric data, tilt or surface before is used again. */
export interface ReadyParts { light: HungLight; reflects: RLookup }

export const readyParts = ({ photometry, tiltDeg, turnDeg, rTable }: Pick<RoadInstallation, 'photometry' | 'tiltDeg' | 'turnDeg' | 'rTable'>): ReadyParts => ({ light: hangLight(photometry, tiltDeg, turnDeg), reflects: makeRLookup(rTable) });

const EVENLY = Float64Array.of(1);

export function readyField(installation: RoadInstallation, parts: ReadyParts = readyParts(installation), outputShares: ArrayLike<number> = EVENLY, column = 0): ReadyField {
  const laneAcross = { count: POINTS_ACROSS_LANE * installation.laneCount, stepM: installation.widthM / (POINTS_ACROSS_LANE * installation.laneCount) };
  return {
    installation, ...parts, rows: lampRows(installation), views: viewsOf(installation),
    along: pointsAlong(installation.spacingM), laneAcross, roadAcross: pointsAcross(installation.widthM), outputShares, column,
  };
}

/** Output of a luminaire of a row, counted in spacings from the start of the field. */
export function shareAt({ outputShares, rows, column }: ReadyField, row: number, spacings: number): number {
  if (outputShares.length === 1) return outputShares[0]!;
  const columns = outputShares.length / rows.length, at = (column + spacings) % columns;
  return outputShares[(at < 0 ? at + columns : at) * rows.length + row]!;
}
