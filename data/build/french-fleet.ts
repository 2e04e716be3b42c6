import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { energySource, propulsionColumns, type Propulsions } from '../../engine/twin/propulsion.ts';
import type { VehicleTypes } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';

type Propulsion = Omit<RowValues<typeof propulsionColumns>, 'vehicleType' | 'fleetShare'>;

/**
 * Engines: Willans lines through two points of the efficiency maps of FASTSim (Brooker, Gonder, Wang, Wood and others (2015),
 * SAE 2015-01-0973; National Renewable Energy Laboratory), at 6 and 20 % of rated power, 4 and 20 % for the hybrid's engine:
 * fuel power = lossShare * rated power + shaft power / efficiency.
 */
const PETROL = { lossShare: 0.068, perShaft: 2.438 }, DIESEL = { lossShare: 0.0638, perShaft: 2.062 }, HYBRID_PETROL = { lossShare: 0.018, perShaft: 2.41 };
/** From battery to motor shaft and back: motor 0.9, the small one of a hybrid 0.85 at the powers of a city, battery 0.985 one way; charger 0.86; regenerative braking takes up to 0.98 (FASTSim). */
const MOTOR_AND_BATTERY = 0.9 * 0.985, SMALL_MOTOR_AND_BATTERY = 0.85 * 0.985, CHARGER = 0.86, REGENERATION = 0.98;
/** Idling, litres an hour to fuel power: 32 MJ a litre of petrol, 36 of diesel (Directive (EU) 2018/2001, annex III). */
const PETROL_W_PER_LPH = 32e6 / 3600, DIESEL_W_PER_LPH = 36e6 / 3600, LITRES_PER_GALLON = 3.785;

interface Engine { ratedW: number; auxiliaryW: number; driveline: number; idleGallonsPerHour: number }

/** Idling: US Department of Energy, Fact 861 (2015), by kind of vehicle. */
const petrol = ({ ratedW, auxiliaryW, driveline, idleGallonsPerHour }: Engine) => ({
  source: energySource.petrol, standingPowerW: idleGallonsPerHour * LITRES_PER_GALLON * PETROL_W_PER_LPH,
  drivingPowerW: PETROL.lossShare * ratedW + PETROL.perShaft * auxiliaryW, driveFactor: PETROL.perShaft / driveline, recoveryShare: 0,
});
const diesel = ({ ratedW, auxiliaryW, driveline, idleGallonsPerHour }: Engine) => ({
  source: energySource.diesel, standingPowerW: idleGallonsPerHour * LITRES_PER_GALLON * DIESEL_W_PER_LPH,
  drivingPowerW: DIESEL.lossShare * ratedW + DIESEL.perShaft * auxiliaryW, driveFactor: DIESEL.perShaft / driveline, recoveryShare: 0,
});
const battery = (auxiliaryW: number, driveline: number) => ({
  source: energySource.battery, standingPowerW: auxiliaryW / CHARGER, drivingPowerW: auxiliaryW / CHARGER,
  driveFactor: 1 / (driveline * MOTOR_AND_BATTERY * CHARGER), recoveryShare: (REGENERATION * driveline * MOTOR_AND_BATTERY) / CHARGER,
});

/** Cars and the lorry: mass, drag and rolling resistance of vehicles of FASTSim whose consumption the US Environmental Protection Agency has published. */
export const petrolCar: Propulsion = { massKg: 1553, dragAreaM2: 0.772, rollingShare: 0.01, ...petrol({ ratedW: 98e3, auxiliaryW: 700, driveline: 0.92, idleGallonsPerHour: 0.16 }) }; // Toyota Corolla 2016
export const dieselCar: Propulsion = { massKg: 1606, dragAreaM2: 1.013, rollingShare: 0.01, ...diesel({ ratedW: 112e3, auxiliaryW: 700, driveline: 0.92, idleGallonsPerHour: 0.17 }) }; // Audi A3 2016
export const batteryCar: Propulsion = { massKg: 1613, dragAreaM2: 0.868, rollingShare: 0.008, ...battery(250, 0.98) }; // Nissan Leaf 2016
/** Its engine stands still while the wheels are not driven; what braking saves takes the place of fuel. Ford C-Max 2016. */
export const hybridCar: Propulsion = {
  source: energySource.petrol, massKg: 1950, dragAreaM2: 0.966, rollingShare: 0.007, standingPowerW: HYBRID_PETROL.perShaft * 500,
  drivingPowerW: HYBRID_PETROL.lossShare * 141e3 + HYBRID_PETROL.perShaft * 500, driveFactor: HYBRID_PETROL.perShaft / 0.95,
  recoveryShare: REGENERATION * 0.95 * SMALL_MOTOR_AND_BATTERY * SMALL_MOTOR_AND_BATTERY * HYBRID_PETROL.perShaft,
};
/** Class 8 regional delivery truck with half of its load; idling as a combination truck. */
const lorry: Propulsion = { massKg: 22450, dragAreaM2: 8, rollingShare: 0.0092, ...diesel({ ratedW: 212e3, auxiliaryW: 700, driveline: 0.85, idleGallonsPerHour: 0.49 }) };
/** Assumed: a van half loaded with the engine of a car, and a motorcycle. */
const van: Propulsion = { massKg: 2200, dragAreaM2: 1.5, rollingShare: 0.01, ...diesel({ ratedW: 100e3, auxiliaryW: 700, driveline: 0.92, idleGallonsPerHour: 0.17 }) };
const motorcycle: Propulsion = { massKg: 280, dragAreaM2: 0.5, rollingShare: 0.014, ...petrol({ ratedW: 35e3, auxiliaryW: 0, driveline: 0.9, idleGallonsPerHour: 0.06 }) };

/**
 * Buses of 12 m: 11.75 t empty (MAN, 2013, as weighed in Cologne: Omnibusrevue, "KVB testet VDL Citea"), 16 people (mean load in
 * Berlin, 2017) of 75 kg. Drag, rolling resistance, rated power and auxiliaries are assumed. On the UITP's cycle of their speed
 * they give the 42 litres of diesel in 100 km that those of Berlin burn, articulated 56 (BVG, answer to its parliament, 2019), and
 * within a fifth the 2.17 kWh a mile that battery buses took in service (National Renewable Energy Laboratory 2017, Foothill Transit).
 */
const busBody = { massKg: 13000, dragAreaM2: 5.2, rollingShare: 0.008 };
export const dieselBus: Propulsion = { ...busBody, ...diesel({ ratedW: 210e3, auxiliaryW: 8000, driveline: 0.85, idleGallonsPerHour: 0.97 }) };
export const batteryBus: Propulsion = { ...busBody, ...battery(10000, 0.95) }; // Heated and cooled by its battery.
/** Its engine stands still while the wheels are not driven; a third of the braking energy comes back to them (assumed: saves 15 to 25 % of the fuel, as Transdev reports of those that it runs). */
export const hybridBus: Propulsion = { ...dieselBus, massKg: 13500, standingPowerW: DIESEL.perShaft * 8000, recoveryShare: dieselBus.driveFactor / 3 };
export const articulated = (bus: Propulsion): Propulsion => ({ ...bus, massKg: 1.45 * bus.massKg, standingPowerW: 1.2 * bus.standingPowerW, drivingPowerW: 1.2 * bus.drivingPowerW });
/** Citadis 302: 41 t empty, 100 people; the rest is assumed: auxiliaries 25 kW, half of the braking energy goes to other trams or back to the line. */
const tram: Propulsion = { source: energySource.overheadLine, massKg: 48000, dragAreaM2: 6, rollingShare: 0.003, standingPowerW: 25e3, drivingPowerW: 25e3, driveFactor: 1.3, recoveryShare: 0.5 };

/**
 * Shares of the cars in use in France at the start of 2025: 19.1 million diesel, 16 petrol, 2.9 hybrids of all kinds, 1.1
 * battery (service of statistics of the ministry of the environment, SDES). Buses: assumed, mostly diesel, where a city does not say.
 */
const CARS = [{ share: 0.49, of: dieselCar }, { share: 0.41, of: petrolCar }, { share: 0.07, of: hybridCar }, { share: 0.03, of: batteryCar }];
const BUSES = [{ share: 0.9, of: dieselBus }, { share: 0.05, of: hybridBus }, { share: 0.05, of: batteryBus }];
/** Longer buses have a joint. */
const ARTICULATED_FROM_M = 15;

/** Shares of hybrids among a city's own buses, the others diesel. */
export interface HybridShares { standard: number; articulated: number }

function busesOf(lengthM: number, hybrids: HybridShares | undefined): readonly { share: number; of: Propulsion }[] {
  const isLong = lengthM >= ARTICULATED_FROM_M, hybrid = isLong ? hybrids?.articulated : hybrids?.standard;
  const buses = hybrid === undefined ? BUSES : [{ share: 1 - hybrid, of: dieselBus }, { share: hybrid, of: hybridBus }];
  return isLong ? buses.map(({ share, of }) => ({ share, of: articulated(of) })) : buses;
}

function fleetOf(categoryBit: number, lengthM: number, hybrids: HybridShares | undefined): readonly { share: number; of: Propulsion }[] {
  if (categoryBit === category.bus) return busesOf(lengthM, hybrids);
  if (categoryBit === category.tram) return [{ share: 1, of: tram }];
  if (categoryBit === category.lorry) return [{ share: 1, of: lorry }];
  if (categoryBit === category.van || categoryBit === category.emergency) return [{ share: 1, of: van }];
  if (categoryBit === category.motorcycle) return [{ share: 1, of: motorcycle }];
  return categoryBit === category.car || categoryBit === category.taxi ? CARS : [];
}

/** What the vehicles of a French city are driven by where nobody says better. Cyclists take nothing. */
export function frenchFleet({ count, category: bits, lengthM }: VehicleTypes, hybrids?: HybridShares): Propulsions {
  const rows = Array.from({ length: count }, (_, vehicleType) => fleetOf(bits[vehicleType]!, lengthM[vehicleType]!, hybrids).map(({ share, of }) => ({ ...of, vehicleType, fleetShare: share })));
  return tableFrom(propulsionColumns, rows.flat());
}
