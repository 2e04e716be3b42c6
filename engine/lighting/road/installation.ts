import type { Photometry } from '../../twin/photometry.ts';
import { lampArrangement } from '../../twin/lit-streets.ts';
import type { RTable } from './r-table.ts';

/**
 * A straight road with the same luminaires at the same distance for ever: what EN 13201-3 computes.
 * The road runs along x. Its carriageway lies between y = 0, the kerb on the side of a single row, and y = `widthM`.
 */
export interface RoadInstallation {
  photometry: Photometry;
  /** Of one luminaire, when new. */
  fluxLm: number;
  /** Taken by one luminaire at this flux, gear or driver included. */
  powerW: number;
  /** A code of `lampArrangement`. */
  arrangement: number;
  /** From one luminaire to the next of the same row. */
  spacingM: number;
  /** Light centre above the road. */
  heightM: number;
  widthM: number;
  laneCount: number;
  /** Light centre beyond the kerb over the carriageway; below 0 behind the kerb. From the axis of the road for twin central and catenary. */
  overhangM: number;
  /** Upward from level. */
  tiltDeg: number;
  /** Turn of every luminaire about its own vertical before it is tilted, counter-clockwise from above: 90 where C0 of the file points across the road. None: 0. */
  turnDeg?: number;
  /** Light at the end of a maintenance cycle over light when new. */
  maintenanceFactor: number;
  rTable: RTable;
  /** Whether lanes beyond the middle are driven towards -x, each seen by its own drivers; else all towards +x. */
  isTwoWay?: boolean;
}

/** A row of luminaires: at x = `startM`, and at every spacing from there. */
export interface LampRow {
  yM: number;
  startM: number;
  /** 1: C0 towards +x, C90 towards +y; -1: turned by 180 degrees. */
  facing: 1 | -1;
}

/** Rows of an arrangement (EN 13201-3:2015; CIE 140). The field of calculation starts at a luminaire of the first one. */
export function lampRows({ arrangement, spacingM, widthM, overhangM }: RoadInstallation): LampRow[] {
  const near: LampRow = { yM: overhangM, startM: 0, facing: 1 }, far: LampRow = { yM: widthM - overhangM, startM: 0, facing: -1 };
  const axisM = widthM / 2;
  switch (arrangement) {
    case lampArrangement.singleSided: return [near];
    case lampArrangement.opposite: return [near, far];
    case lampArrangement.staggered: return [near, { ...far, startM: spacingM / 2 }];
    // Back to back on columns in the axis: each throws its light over its own half.
    case lampArrangement.twinCentral: return [{ yM: axisM + overhangM, startM: 0, facing: 1 }, { yM: axisM - overhangM, startM: 0, facing: -1 }];
    case lampArrangement.catenary: return [{ yM: axisM + overhangM, startM: 0, facing: 1 }];
    default: throw new Error(`no such arrangement: ${arrangement}`);
  }
}

/** A driver's eyes: in the middle of a lane, looking along the road. */
export interface View {
  lane: number;
  yM: number;
  /** 1: towards +x; -1: towards -x. */
  heading: 1 | -1;
}

/**
 * One view a lane, counted from y = 0. On a two-way road of the right-hand rule the lanes from y = 0 are driven towards +x and those beyond
 * the middle towards -x; a lane in the middle, or the only one, is driven both ways and has two views.
 */
export function viewsOf({ widthM, laneCount, isTwoWay = false }: RoadInstallation): View[] {
  const laneM = widthM / laneCount, views: View[] = [];
  for (let lane = 0; lane < laneCount; lane++) {
    const yM = (lane + 0.5) * laneM, fromMiddle = 2 * lane + 1 - laneCount;
    if (!isTwoWay || fromMiddle <= 0) views.push({ lane, yM, heading: 1 });
    if (isTwoWay && fromMiddle >= 0) views.push({ lane, yM, heading: -1 });
  }
  return views;
}
