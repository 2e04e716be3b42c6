import type { RoadInstallation } from './installation.ts';

/** One time of the operational profile: how long a year the installation gives this share of its light, and takes this share of its power. */
export interface OperatingTime { hoursPerYear: number; outputShare: number; powerShare: number }

/** Power of all luminaires of one field, and its area of carriageway. */
export const fieldPowerW = ({ powerW }: RoadInstallation, rows: number): number => powerW * rows;
export const fieldAreaM2 = ({ spacingM, widthM }: RoadInstallation): number => spacingM * widthM;

/**
 * Power density indicator D_P (EN 13201-5:2015): power over the sum of maintained mean illuminance times area; here of the carriageway alone.
 * In W for each lx and m². Infinity where no light falls.
 */
export const powerDensityWPerLxM2 = (installation: RoadInstallation, rows: number, eavLx: number): number =>
  fieldPowerW(installation, rows) / (eavLx * fieldAreaM2(installation));

/** Annual energy consumption indicator D_E (EN 13201-5:2015): energy of a year over the area lit, in Wh/m². It says nothing without the profile, which is shown with it. */
export function annualEnergyWhPerM2(installation: RoadInstallation, rows: number, profile: readonly OperatingTime[]): number {
  let hours = 0;
  for (const { hoursPerYear, powerShare } of profile) hours += hoursPerYear * powerShare;
  return (fieldPowerW(installation, rows) * hours) / fieldAreaM2(installation);
}
