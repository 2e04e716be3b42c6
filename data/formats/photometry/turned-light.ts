import { photometricSymmetry } from '../../../engine/twin/photometry.ts';
import type { MeasuredLuminaire } from './measured-luminaire.ts';
import { wholePlanes } from './whole-planes.ts';

const { none, aboutC0C180, aboutC90C270 } = photometricSymmetry;
/** What a quarter turn makes of a symmetry about one plane. */
const ACROSS: ReadonlyMap<number, number> = new Map([[aboutC0C180, aboutC90C270], [aboutC90C270, aboutC0C180]]);

/** A luminaire turned about its own vertical by quarters, counter-clockwise from above: what it threw towards C it throws towards C + `turnDeg`. */
export function turnedLight(luminaire: MeasuredLuminaire, turnDeg: number): MeasuredLuminaire {
  if (turnDeg % 360 === 0) return luminaire;
  const { planesDeg, anglesDeg, intensitiesCdPerKlm, sourceFluxLm } = luminaire.photometry;
  // The plane at 360 is that at 0.
  const whole = wholePlanes(none, Array.from(planesDeg.subarray(0, -1), (deg) => deg + turnDeg), intensitiesCdPerKlm, anglesDeg.length);
  return {
    ...luminaire, symmetry: turnDeg % 180 === 0 ? luminaire.symmetry : (ACROSS.get(luminaire.symmetry) ?? luminaire.symmetry),
    photometry: { planesDeg: whole.planesDeg, anglesDeg, intensitiesCdPerKlm: whole.intensities, sourceFluxLm },
  };
}
