import { lightingFamily } from '../../twin/lit-streets.ts';

/** Figures that classes are about (EN 13201-3:2015). Uniformities, REI and shares are ratios. */
export interface LightFigures {
  /** Mean road luminance, maintained. */
  lavCdM2: number;
  /** Overall uniformity: least over mean luminance. */
  uo: number;
  /** Longitudinal uniformity: least over most luminance along the middle of a lane, seen by its own driver. */
  ul: number;
  /** Threshold increment, when new; NaN where lamps hang no higher than a driver's eyes. */
  fTiPct: number;
  /** Edge illuminance ratio of the worse edge. */
  rei: number;
  /** Mean and least horizontal illuminance of the carriageway, maintained. */
  eavLx: number;
  eminLx: number;
  /** Least over mean illuminance. */
  eUo: number;
}
export type Criterion = keyof LightFigures;

/** What a class asks for: glare at most, all else at least. Values are maintained, glare is that of new lamps. */
export interface LightingClass { name: string; limits: Partial<LightFigures> }

const motorised = (number: number, lavCdM2: number, uo: number, ul: number, fTiPct: number, rei: number): LightingClass =>
  ({ name: `M${number}`, limits: { lavCdM2, uo, ul, fTiPct, rei } });
const conflict = (number: number, eavLx: number): LightingClass => ({ name: `C${number}`, limits: { eavLx, eUo: 0.4 } });
const pedestrian = (number: number, eavLx: number, eminLx: number): LightingClass => ({ name: `P${number}`, limits: { eavLx, eminLx } });

/** Classes of EN 13201-2:2015, tables 1 (dry roads), 2 and 3, the brightest first. */
const motorisedClasses = [
  motorised(1, 2, 0.4, 0.7, 10, 0.35), motorised(2, 1.5, 0.4, 0.7, 10, 0.35), motorised(3, 1, 0.4, 0.6, 15, 0.3),
  motorised(4, 0.75, 0.4, 0.6, 15, 0.3), motorised(5, 0.5, 0.35, 0.4, 15, 0.3), motorised(6, 0.3, 0.35, 0.4, 20, 0.3),
];
const conflictClasses = [conflict(0, 50), conflict(1, 30), conflict(2, 20), conflict(3, 15), conflict(4, 10), conflict(5, 7.5)];
const pedestrianClasses = [pedestrian(1, 15, 3), pedestrian(2, 10, 2), pedestrian(3, 7.5, 1.5), pedestrian(4, 5, 1), pedestrian(5, 3, 0.6), pedestrian(6, 2, 0.4)];

/** Classes of a family, by code of `lightingFamily`, and the number of its first one. */
export const lightingClasses: readonly (readonly LightingClass[])[] = [motorisedClasses, conflictClasses, pedestrianClasses];
export const firstClassIndex = (family: number): number => (family === lightingFamily.conflict ? 0 : 1);

/** The class of a family with this number; past the last one the last, for there is no lesser demand. */
export function lightingClass(family: number, classIndex: number): LightingClass {
  const known = lightingClasses[family]!;
  return known[Math.min(known.length - 1, Math.max(0, classIndex - firstClassIndex(family)))]!;
}
