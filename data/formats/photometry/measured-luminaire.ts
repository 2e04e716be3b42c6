import type { Photometry } from '../../../engine/twin/photometry.ts';

/** How the output of a lamp changes as its luminaire is tilted away from where it was measured (LM-63, TILT). */
export interface LampTilt {
  /** 1 upright lamp; 2 level, and level still when the luminaire is tilted; 3 level, and tilted with it. */
  geometry: number;
  anglesDeg: Float64Array;
  factors: Float64Array;
}

/** What a photometric file says of a luminaire. */
export interface MeasuredLuminaire {
  /** Form and year of the file, e.g. 'LM-63-2002' or 'EULUMDAT'. */
  format: string;
  name: string;
  maker: string;
  photometry: Photometry;
  /** A code of `photometricSymmetry`. */
  symmetry: number;
  isAbsolute: boolean;
  /** 0 where the file does not say. */
  inputPowerW: number;
  colourTemperatureK: number;
  /** Along C90 to C270, or the diameter where the width is 0. */
  luminousLengthM: number;
  /** Along C0 to C180. */
  luminousWidthM: number;
  luminousHeightsM: readonly [c0: number, c90: number, c180: number, c270: number];
  tilt?: LampTilt;
  /** EULUMDAT: by how much the luminaire was tilted while its light was measured; the table is of the luminaire as it hung then. LM-63 has none: 0. */
  measuredTiltDeg: number;
  /** EULUMDAT: share of the flux that goes down and light output ratio, as its author states them; not used, but told where the table says otherwise. */
  stated?: { downwardPct: number; outputRatioPct: number };
  /** LM-63: the type of photometry that the table has been turned from; none where it is type C in the file. */
  measuredType?: 'A' | 'B';
  /** LM-63-2019: how the data came about, as its number says. */
  generationType?: number;
}

/** No catalogue has more; a file that claims more is not read on. */
export const MOST_PHOTOMETRY_BYTES = 8_000_000;
export const MOST_PLANES = 1441, MOST_ANGLES = 1441, MOST_INTENSITIES = 1_000_000;
export const MOST_NAME_LENGTH = 200;
/** Beyond what any lamp gives. */
export const MOST_FLUX_LM = 1e8, MOST_CANDELA = 1e9, MOST_POWER_W = 1e6, MOST_SIZE_M = 1000;

/** Light output of a lamp tilted so far, over that of the position measured: straight lines between the angles of the file, even beyond them. */
export function tiltFactor({ anglesDeg, factors }: LampTilt, tiltDeg: number): number {
  const asked = Math.abs(tiltDeg), last = anglesDeg.length - 1;
  if (asked <= anglesDeg[0]!) return factors[0]!;
  for (let at = 1; at <= last; at++) {
    if (asked > anglesDeg[at]!) continue;
    const share = (asked - anglesDeg[at - 1]!) / (anglesDeg[at]! - anglesDeg[at - 1]!);
    return factors[at - 1]! + (factors[at]! - factors[at - 1]!) * share;
  }
  return factors[last]!;
}
