import { codeOf, f32, f64, rowOf, text, u16, u32, yesNo, type Table } from '../foundation/table.ts';

/** How the light of a luminaire repeats around its vertical axis, as its file says. */
export const photometricSymmetry = { none: 0, aboutAxis: 1, aboutC0C180: 2, aboutC90C270: 3, aboutBothPlanes: 4 } as const;

/**
 * Photometric data of a luminaire in the C, gamma system (CIE 121): gamma 0 points down; C0 along the road, C90 across it to the
 * far side, seen from above the planes follow each other counter-clockwise. Planes are whole here, from 0 to 360 degrees, whatever the symmetry of the file.
 */
export const photometryColumns = {
  name: text('catalogue name of the luminaire'),
  maker: text('who makes it'),
  symmetry: codeOf(photometricSymmetry, 'how the file says that its light repeats'),
  isAbsolute: yesNo('whether intensities are those of this luminaire as a whole, with LED; else they stand for 1,000 lm of its lamps'),
  sourceFluxLm: f64('of the lamps in it, or of the luminaire itself where `isAbsolute`; when new'),
  inputPowerW: f64('taken with gear or driver at full output, 0 where the file does not say'),
  colourTemperatureK: f64('correlated, 0 where nobody says'),
  luminousLengthM: f64('of the light-giving area along C90 to C270; of its diameter where the width is 0'),
  luminousWidthM: f64('of the light-giving area along C0 to C180; 0 where it is round'),
  firstPlane: u32('first row in `photometryPlanes`'),
  planeCount: u16('C planes: the first at 0, the last at 360 degrees'),
  firstAngle: u32('first row in `photometryAngles`'),
  angleCount: u16('gamma angles'),
  firstIntensity: u32('first row in `intensities`: all angles of the first plane, then of the next'),
  synthetic: yesNo('whether made up from a formula, not measured'),
};

export const photometryPlaneColumns = { planeDeg: f64('C angle, rising within a luminaire') };
export const photometryAngleColumns = { angleDeg: f64('gamma angle, rising within a luminaire, 0 to 180') };
/** In candela for each 1,000 lm of `sourceFluxLm`, so that a lamp of another flux scales. */
export const intensityColumns = { intensityCdPerKlm: f32('luminous intensity for each 1,000 lm of the source flux') };

export type Photometries = Table<typeof photometryColumns>;

/** One luminaire's light, ready to be asked: whole planes 0 to 360. The engine computes with these; the tables above store them. */
export interface Photometry {
  /** C angles, rising, first 0, last 360. */
  planesDeg: Float64Array;
  /** Gamma angles, rising, within 0 to 180. */
  anglesDeg: Float64Array;
  /** Plane by plane, all gamma angles of each; cd for each 1,000 lm of the source flux. */
  intensitiesCdPerKlm: Float64Array;
  /** Of the lamps, or of the luminaire where absolute. */
  sourceFluxLm: number;
}

/** What hangs at a lamp: its kind. Power and flux stand with each lamp, for inventories differ; this says how they behave. */
export const lampTechnology = { led: 0, highPressureSodium: 1, metalHalide: 2, cosmopolis: 3, mercury: 4, lowPressureSodium: 5, fluorescent: 6, incandescent: 7, unknown: 8 } as const;

export const luminaireColumns = {
  name: text('what the inventory calls this kind'),
  technology: codeOf(lampTechnology, 'what gives the light'),
  photometry: rowOf('photometries', 'where its light goes, -1 unknown'),
  fixedLossShare: f64('of the rated power: what driver or gear takes at any output while it burns'),
  standbyPowerW: f64('taken when dark and fed; 0 where the supply is cut or nothing listens'),
  powerFactor: f64('at full output; active over apparent power'),
  dimmedPowerFactor: f64('at a tenth of full output, linear in between'),
  constantFluxStartShare: f64('constant light output: share of rated power that a new driver starts with, 1 where there is none; the flux held is the rated flux'),
  constantFluxEndH: f64('burning hours after which it takes its rated power; 0 where there is none'),
  fluxDecayPerH: f64('lumen depreciation, alpha of exp(-alpha t) in TM-21; with constant light output from its end on'),
  dirtPerYearShare: f64('of the flux lost to dirt in a year without cleaning'),
  cleaningYears: f64('years between cleanings, 0 never'),
  powerRisePerH: f64('share of rated power by which ageing lamp and gear take more in each burning hour; 0 for LED'),
  upwardShare: f64('of the flux above the horizontal as mounted, ULR; -1 unknown'),
  colourTemperatureK: f64('correlated, 0 unknown'),
};
export type Luminaires = Table<typeof luminaireColumns>;
