import { makeTable, tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { intensityColumns, photometricSymmetry, photometryAngleColumns, photometryColumns, photometryPlaneColumns, type Photometry } from '../../../engine/twin/photometry.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import type { MeasuredLuminaire } from '../../formats/photometry/measured-luminaire.ts';
import { madeOptic, type OpticShape } from './made-optics.ts';

/** What of a luminaire's light a twin keeps: its table, and the rest of its row. */
export type KeptLight = { photometry: Photometry } & Omit<RowValues<typeof photometryColumns>, 'sourceFluxLm' | 'firstPlane' | 'planeCount' | 'firstAngle' | 'angleCount' | 'firstIntensity'>;

/** Writes the photometric tables of a twin anew; rows in the order given. */
export function writePhotometries(twin: Pick<Twin, 'photometries' | 'photometryPlanes' | 'photometryAngles' | 'intensities'>, lights: readonly KeptLight[]): void {
  let firstPlane = 0, firstAngle = 0, firstIntensity = 0;
  const rows = lights.map(({ photometry: { planesDeg, anglesDeg, intensitiesCdPerKlm, sourceFluxLm }, ...facts }) => {
    const row = { ...facts, sourceFluxLm, firstPlane, planeCount: planesDeg.length, firstAngle, angleCount: anglesDeg.length, firstIntensity };
    firstPlane += planesDeg.length; firstAngle += anglesDeg.length; firstIntensity += intensitiesCdPerKlm.length;
    return row;
  });
  twin.photometries = tableFrom(photometryColumns, rows);
  twin.photometryPlanes = makeTable(photometryPlaneColumns, firstPlane);
  twin.photometryAngles = makeTable(photometryAngleColumns, firstAngle);
  twin.intensities = makeTable(intensityColumns, firstIntensity);
  lights.forEach(({ photometry: { planesDeg, anglesDeg, intensitiesCdPerKlm } }, light) => {
    twin.photometryPlanes.planeDeg.set(planesDeg, rows[light]!.firstPlane);
    twin.photometryAngles.angleDeg.set(anglesDeg, rows[light]!.firstAngle);
    twin.intensities.intensityCdPerKlm.set(intensitiesCdPerKlm, rows[light]!.firstIntensity);
  });
}

/** A made optic as a row: absolute, 1,000 lm of it, so that each lamp's own flux scales it; marked as made up. */
export const madeLight = (shape: OpticShape, colourTemperatureK: number): KeptLight => ({
  photometry: madeOptic(shape), name: shape.name, maker: '', symmetry: photometricSymmetry.aboutC90C270, isAbsolute: 1, inputPowerW: 0, colourTemperatureK,
  luminousLengthM: 0, luminousWidthM: 0, synthetic: 1,
});

/** A maker's file as a row. */
export const measuredLight = ({ photometry, name, maker, symmetry, isAbsolute, inputPowerW, colourTemperatureK, luminousLengthM, luminousWidthM }: MeasuredLuminaire): KeptLight => ({
  photometry, name, maker, symmetry, isAbsolute: isAbsolute ? 1 : 0, inputPowerW, colourTemperatureK, luminousLengthM, luminousWidthM, synthetic: 0,
});
