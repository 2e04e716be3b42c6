import { wordTable } from '../word-table.ts';
/** What SUMO assumes of a vehicle class where a vType does not say otherwise. */
export interface ClassDefaults {
  lengthM: number; widthM: number; minGapM: number;
  accelerationMps2: number; decelerationMps2: number; emergencyDecelerationMps2: number;
  maxSpeedMps: number; imperfectionShare: number; speedFactorDeviation: number;
}

const row = (
  lengthM: number, widthM: number, minGapM: number, accelerationMps2: number, decelerationMps2: number, emergencyDecelerationMps2: number,
  maxSpeedMps: number, imperfectionShare: number, speedFactorDeviation: number,
): ClassDefaults => ({
  lengthM, widthM, minGapM, accelerationMps2, decelerationMps2, emergencyDecelerationMps2, maxSpeedMps, imperfectionShare, speedFactorDeviation,
});

const car = row(5, 1.8, 2.5, 2.6, 4.5, 9, 200 / 3.6, 0.5, 0.1);

/**
 * Asked of SUMO 1.15 itself, class by class, through its control interface (getLength, getAccel ...); the same table stands
 * at sumo.dlr.de/docs/Vehicle_Type_Parameter_Defaults.html. tau is 1 s for all. Bicycles and pedestrians want
 * 20 and 5 km/h (desiredMaxSpeed), which here is their greatest speed.
 */
const classDefaults: Readonly<Record<string, ClassDefaults>> = wordTable({
  taxi: { ...car, speedFactorDeviation: 0.05 },
  bus: row(12, 2.5, 2.5, 1.2, 4, 7, 100 / 3.6, 0.5, 0),
  coach: row(14, 2.6, 2.5, 2, 4, 7, 100 / 3.6, 0.5, 0.05),
  delivery: row(6.5, 2.16, 2.5, 2.6, 4.5, 9, 200 / 3.6, 0.5, 0.05),
  truck: row(7.1, 2.4, 2.5, 1.3, 4, 7, 130 / 3.6, 0.5, 0.05),
  trailer: row(16.5, 2.55, 2.5, 1.1, 4, 7, 130 / 3.6, 0.5, 0.05),
  tram: row(22, 2.4, 2.5, 1, 3, 7, 80 / 3.6, 0, 0),
  rail_urban: row(109.5, 3, 5, 1, 3, 7, 100 / 3.6, 0, 0),
  rail: row(135, 2.84, 5, 0.25, 1.3, 5, 160 / 3.6, 0, 0),
  rail_electric: row(200, 2.95, 5, 0.5, 1.3, 5, 220 / 3.6, 0, 0),
  rail_fast: row(200, 2.95, 5, 0.5, 1.3, 5, 330 / 3.6, 0, 0),
  bicycle: row(1.6, 0.65, 0.5, 1.2, 3, 7, 20 / 3.6, 0.5, 0.1),
  motorcycle: row(2.2, 0.9, 2.5, 6, 10, 10, 200 / 3.6, 0.5, 0.1),
  moped: row(2.1, 0.78, 2.5, 1.1, 7, 10, 45 / 3.6, 0.5, 0.1),
  emergency: row(6.5, 2.16, 2.5, 2.6, 4.5, 9, 200 / 3.6, 0.5, 0),
  authority: { ...car, speedFactorDeviation: 0 },
  army: { ...car, speedFactorDeviation: 0 },
  ignoring: { ...car, speedFactorDeviation: 0 },
  pedestrian: row(0.215, 0.478, 0.25, 1.5, 2, 5, 5 / 3.6, 0.5, 0.1),
});

export const defaultsOfClass = (vehicleClass: string): ClassDefaults => classDefaults[vehicleClass] ?? car;
export const DEFAULT_HEADWAY_S = 1;
