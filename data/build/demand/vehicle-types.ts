import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { carFollowing, vehicleTypeColumns, type VehicleTypes } from '../../../engine/twin/demand.ts';
import { category } from '../../../engine/twin/streets.ts';

type VehicleType = RowValues<typeof vehicleTypeColumns>;

/**
 * Lengths, gaps and accelerations: the defaults of SUMO for the class of the same name (sumo.dlr.de, "Vehicle Type Parameter
 * Defaults"), the tram's length that of a Citadis 302 (33 m). Krauss with a headway of 1.0 s, the default there. The
 * imperfection of the default, 0.5, gives saturation flows of about 1,650 vehicles an hour with the start-up loss that facts
 * on signals ask for; drivers here are a little better than that, 0.3 (assumed).
 */
const car: VehicleType = {
  name: 'car', category: category.car, carFollowing: carFollowing.krauss, lengthM: 4.6, widthM: 1.8, minGapM: 2.5,
  accelerationMps2: 2.6, decelerationMps2: 4.5, emergencyDecelerationMps2: 9, maxSpeedMps: 50, headwayS: 1, imperfectionShare: 0.3,
  speedFactorMean: 1, speedFactorDeviation: 0.08,
};
const heavy = { ...car, widthM: 2.55, emergencyDecelerationMps2: 7, decelerationMps2: 4, imperfectionShare: 0.2, speedFactorDeviation: 0.04 };

export const vehicleTypeFacts: readonly VehicleType[] = [
  car,
  { ...car, name: 'van', category: category.van, lengthM: 6.2, widthM: 2.1, accelerationMps2: 2.2, maxSpeedMps: 36 },
  { ...heavy, name: 'lorry', category: category.lorry, lengthM: 12, accelerationMps2: 1.1, maxSpeedMps: 25, speedFactorMean: 0.97 },
  { ...car, name: 'motorcycle', category: category.motorcycle, lengthM: 2.2, widthM: 0.9, accelerationMps2: 4, decelerationMps2: 5.5, speedFactorMean: 1.03 },
  { ...heavy, name: 'bus', category: category.bus, lengthM: 12, accelerationMps2: 1.2, maxSpeedMps: 22 },
  { ...heavy, name: 'articulated bus', category: category.bus, lengthM: 18, accelerationMps2: 1.1, maxSpeedMps: 22 },
  { ...heavy, name: 'tram', category: category.tram, lengthM: 33, widthM: 2.4, accelerationMps2: 1, decelerationMps2: 1.3, emergencyDecelerationMps2: 2.8, maxSpeedMps: 19.4, imperfectionShare: 0, speedFactorDeviation: 0 },
];

/** Rows of these vehicle types in a twin that has no others. */
export const vehicleTypeRow = { car: 0, van: 1, lorry: 2, motorcycle: 3, bus: 4, articulatedBus: 5, tram: 6 } as const;

export const makeVehicleTypes = (): VehicleTypes => tableFrom(vehicleTypeColumns, vehicleTypeFacts);
