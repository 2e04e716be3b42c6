import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { carFollowing, vehicleTypeColumns, type VehicleTypes } from '../../../engine/twin/demand.ts';
import { category } from '../../../engine/twin/streets.ts';

type VehicleType = RowValues<typeof vehicleTypeColumns>;

/**
 * How drivers of a city drive whose own figures are not known: Intelligent Driver Model.
 *
 * Calibrated, not measured: acceleration and headway together so that a queue of cars discharges at 1,900 vehicles an hour after
 * 2 s of start-up loss (Highway Capacity Manual 2000: base saturation flow 1,900, lost time 2 s), for steps from 0.1 to 1 s.
 * Braking at ease: 3.5 m/s², what ambers are reckoned with (RiLSA, not verified against the text). Wanted speeds spread by 8 % of the limit from driver to driver.
 */
const car: VehicleType = {
  name: 'car', category: category.car, carFollowing: carFollowing.idm, lengthM: 4.6, widthM: 1.8, minGapM: 2,
  accelerationMps2: 1.7, decelerationMps2: 3.5, emergencyDecelerationMps2: 9, maxSpeedMps: 50, headwayS: 0.88, imperfectionShare: 0,
  speedFactorMean: 1, speedFactorDeviation: 0.08,
};
/**
 * Acceleration and headway of heavy vehicles so that each takes the room of 2 cars at a signal, an articulated bus of 3
 * (equivalents of French practice: two-wheeler 0.3, car 1, bus or lorry 2, articulated bus 3; the guide of CERTU itself not verified). Speeds by law: lorries 90 km/h, buses 80 (Code de la route R413-8, R413-10).
 */
const heavy = { ...car, widthM: 2.55, emergencyDecelerationMps2: 7, decelerationMps2: 2.5, accelerationMps2: 1, headwayS: 1.6, speedFactorDeviation: 0.04 };

export const vehicleTypeFacts: readonly VehicleType[] = [
  car,
  { ...car, name: 'van', category: category.van, lengthM: 6.2, widthM: 2.1, accelerationMps2: 1.5, maxSpeedMps: 36 },
  { ...heavy, name: 'lorry', category: category.lorry, lengthM: 12, maxSpeedMps: 25, speedFactorMean: 0.97 },
  { ...car, name: 'motorcycle', category: category.motorcycle, lengthM: 2.2, widthM: 0.9, minGapM: 1.5, accelerationMps2: 2.5, headwayS: 0.6, speedFactorMean: 1.03 },
  { ...heavy, name: 'bus', category: category.bus, lengthM: 12, accelerationMps2: 1.1, headwayS: 1.8, maxSpeedMps: 22.2 },
  { ...heavy, name: 'articulated bus', category: category.bus, lengthM: 18, accelerationMps2: 0.9, headwayS: 2.4, maxSpeedMps: 22.2 },
  // Length of a Citadis 302; service braking that standing passengers can bear (up to 1.3 m/s²; EN 13452-1 not verified against the text), emergency braking of a tram.
  // Driven by the distance it can stop in, as trams on sight are: Krauss without noise.
  { ...heavy, name: 'tram', category: category.tram, carFollowing: carFollowing.krauss, headwayS: 1, minGapM: 2.5, lengthM: 33, widthM: 2.4, accelerationMps2: 1, decelerationMps2: 1.3, emergencyDecelerationMps2: 2.8, maxSpeedMps: 19.4, speedFactorDeviation: 0 },
  // With lights on; what others do for it is not modelled.
  { ...car, name: 'emergency vehicle', category: category.emergency, lengthM: 6.5, widthM: 2.2, accelerationMps2: 2.5, decelerationMps2: 4, speedFactorMean: 1.4, speedFactorDeviation: 0.1 },
  // Cruises at 18 km/h, spread 3 km/h (mean of European counts on flat paths); starts gently.
  { ...car, name: 'bicycle', category: category.bicycle, lengthM: 1.8, widthM: 0.65, minGapM: 1, accelerationMps2: 1, decelerationMps2: 2, emergencyDecelerationMps2: 5, maxSpeedMps: 5, headwayS: 0.8 },
];

/** Rows of these vehicle types in a twin that has no others. */
export const vehicleTypeRow = { car: 0, van: 1, lorry: 2, motorcycle: 3, bus: 4, articulatedBus: 5, tram: 6, emergency: 7, bicycle: 8 } as const;

export const makeVehicleTypes = (): VehicleTypes => tableFrom(vehicleTypeColumns, vehicleTypeFacts);
