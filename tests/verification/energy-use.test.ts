// Goal: what vehicles take from tank and plug is what a reader works out by hand, obeys conservation of energy, and meets
// published consumption on published driving cycles.
import { describe, expect, test } from 'vitest';
import { articulated, batteryBus, batteryCar, dieselBus, dieselCar, frenchFleet, hybridBus, hybridCar, petrolCar } from '../../data/build/french-fleet.ts';
import { takenPowerW, wheelPowerW } from '../../engine/emissions/energy-use.ts';
import { makeTable, tableFrom } from '../../engine/foundation/table.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { energySource, propulsionColumns } from '../../engine/twin/propulsion.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { randomTown } from '../invariants/random-town.ts';
import { buildTown, simulate } from '../situations/traffic-town.ts';
import { urbanCycleMps } from './urban-cycle.ts';

type Vehicle = typeof petrolCar;

/** What a vehicle takes along a list of speeds, step by step, and how far it drives. */
function drive(vehicle: Vehicle, speedsMps: readonly number[], stepS = 1): { takenJ: number; drivenM: number } {
  let takenJ = 0, drivenM = 0;
  speedsMps.slice(1).forEach((mps, at) => {
    const wheelW = wheelPowerW(speedsMps[at]!, mps, vehicle.massKg, vehicle.dragAreaM2, vehicle.rollingShare, stepS);
    takenJ += takenPowerW(wheelW, vehicle.standingPowerW, vehicle.drivingPowerW, vehicle.driveFactor, vehicle.recoveryShare) * stepS;
    drivenM += mps * stepS;
  });
  return { takenJ, drivenM };
}

const kwhPerKm = (vehicle: Vehicle, speedsMps: readonly number[]): number => {
  const { takenJ, drivenM } = drive(vehicle, speedsMps);
  return takenJ / 3600 / drivenM;
};

describe('by hand', () => {
  // 1,000 kg, 1 m² of drag area, rolling resistance 0.01: 98.0665 N, and 0.6125 N for each (m/s)².
  const power = (beforeMps: number, mps: number): number => wheelPowerW(beforeMps, mps, 1000, 1, 0.01, 1);

  test('constant speed: 10 m/s need 98.1 N against rolling and 61.25 N against air, 1,593 W', () => {
    expect(power(10, 10)).toBeCloseTo(1593.165, 3);
  });

  test('at twice the speed rolling takes twice and air eight times the power', () => {
    expect(power(20, 20)).toBeCloseTo(2 * 980.665 + 8 * 612.5, 6);
  });

  test('from 10 to 12 m/s in a second: 22 kJ of kinetic energy besides', () => {
    expect(power(10, 12) - power(12, 12)).toBeCloseTo(22000, 6);
    expect(power(12, 10) - power(10, 10)).toBeCloseTo(-22000, 6);
  });

  test('standing takes the standing power, driving a constant part and a part in proportion, braking gives its share back', () => {
    expect(takenPowerW(0, 5000, 8000, 2.5, 0)).toBe(5000);
    expect(takenPowerW(10000, 5000, 8000, 2.5, 0)).toBe(33000);
    expect(takenPowerW(-10000, 5000, 8000, 2.5, 0)).toBe(5000);
    expect(takenPowerW(-10000, 300, 300, 1.3, 0.8)).toBe(-7700);
  });

  test('a petrol car that idles for an hour burns 0.16 gallons, 0.61 litres', () => {
    expect((petrolCar.standingPowerW * 3600) / 32e6).toBeCloseTo(0.6056, 4);
  });
});

describe('conservation of energy', () => {
  const lossless = { ...petrolCar, dragAreaM2: 0, rollingShare: 0, standingPowerW: 0, drivingPowerW: 0, driveFactor: 1, recoveryShare: 1 };

  test.each(Array.from({ length: 10 }, (_, seed) => seed))('without losses, whatever is driven from standing to standing takes nothing (seed %i)', (seed) => {
    const speeds = [0, ...Array.from({ length: 200 }, (_, at) => 20 * randomShare(seed, 1, at, 0)), 0];
    expect(Math.abs(drive(lossless, speeds).takenJ)).toBeLessThan(1e-6);
  });

  test('smaller steps of the same ride take the same at the wheels: kinetic energy does not depend on them', () => {
    const ramp = (steps: number): number[] => Array.from({ length: steps + 1 }, (_, at) => (10 * at) / steps);
    expect(drive({ ...lossless, recoveryShare: 0 }, ramp(10), 1).takenJ).toBeCloseTo(drive({ ...lossless, recoveryShare: 0 }, ramp(40), 0.25).takenJ, 6);
  });

  test('stopping on the way never takes less than driving through', () => {
    const through = new Array<number>(101).fill(10), stopping = [...new Array<number>(50).fill(10), 5, 0, 0, 0, 5, ...new Array<number>(50).fill(10)];
    for (const vehicle of [petrolCar, dieselCar, hybridCar, batteryCar, dieselBus, hybridBus, batteryBus]) expect(kwhPerKm(vehicle, stopping)).toBeGreaterThan(kwhPerKm(vehicle, through));
  });

  test('nothing gives back more than it took: a ride from standing to standing costs energy', () => {
    for (const vehicle of [hybridCar, batteryCar, hybridBus, batteryBus]) expect(drive(vehicle, [0, 5, 10, 15, 10, 5, 0]).takenJ).toBeGreaterThan(0);
  });
});

describe('published consumption on the city cycle of the US Environmental Protection Agency', () => {
  test('the cycle is 7.45 miles long and takes 1,369 seconds', () => {
    expect(urbanCycleMps.length - 1).toBe(1369);
    expect(urbanCycleMps.reduce((sum, mps) => sum + mps, 0)).toBeCloseTo(7.45 * 1609.344, -1);
  });

  // Labels since 2008 are worse than the laboratory: 1 / (0.003259 + 1.1805 / mpg) (40 CFR 600.210-08); batteries divide by 0.7. A gallon of petrol: 33.7 kWh.
  const laboratoryKwhPerKm = (labelMpg: number): number => 33.7 / (1.1805 / (1 / labelMpg - 0.003259)) / 1.609344;

  test.each([
    ['petrol, Toyota Corolla 2016: 27 mpg', petrolCar, laboratoryKwhPerKm(27)], ['diesel, Audi A3 2016: 31 mpg equivalent', dieselCar, laboratoryKwhPerKm(31)],
    ['hybrid, Ford C-Max 2016: 42 mpg', hybridCar, laboratoryKwhPerKm(42)], ['battery, Nissan Leaf 2016: 0.2675 kWh a mile at the plug', batteryCar, (0.7 * 0.2675) / 1.609344],
  ] as const)('%s', (_, vehicle, published) => {
    const model = kwhPerKm(vehicle, urbanCycleMps);
    console.log(`${_}: laboratory ${published.toFixed(4)} kWh/km, model ${model.toFixed(4)} (${((100 * model) / published - 100).toFixed(1)} %)`);
    expect(Math.abs(model / published - 1)).toBeLessThan(0.1);
  });
});

describe('buses on the cycles of the International Association of Public Transport', () => {
  /** Three times: gain speed, hold it, brake at 0.8 m/s², stand (UITP SORT: km/h, m/s², m, s). */
  const cycle = (parts: readonly (readonly [number, number, number, number])[]): number[] => [0, ...parts.flatMap(([kmh, gainMps2, lengthM, standS]) => {
    const speeds: number[] = [];
    for (let atM = 0, mps = 0; ;) {
      mps = Math.min(kmh / 3.6, mps + gainMps2, Math.sqrt(Math.max(0, 1.6 * (lengthM - atM))));
      if (mps < 0.5) break;
      atM += mps;
      speeds.push(mps);
    }
    return [...speeds, ...new Array<number>(standS).fill(0)];
  })];
  const easyUrban = cycle([[20, 1.03, 100, 20], [40, 0.77, 220, 20], [50, 0.62, 600, 20]]), suburban = cycle([[30, 0.77, 200, 20], [50, 0.57, 600, 10], [60, 0.46, 650, 10]]);
  const litresOn100Km = (kwh: number): number => (kwh * 3.6e6 * 100) / 36e6;

  test.each([['12 m', dieselBus, 42], ['articulated', articulated(dieselBus), 56]] as const)('a diesel bus of %s burns what those of Berlin do, within a tenth (BVG 2019)', (_, bus, published) => {
    const litres = litresOn100Km(kwhPerKm(bus, easyUrban));
    console.log(`diesel bus, ${_}: published ${published}, model ${litres.toFixed(1)} l/100 km`);
    expect(Math.abs(litres / published - 1)).toBeLessThan(0.1);
  });

  test('a hybrid saves 15 to 30 % of it: what Transdev and the maker of those of Dijon report', () => {
    const saving = 1 - kwhPerKm(hybridBus, easyUrban) / kwhPerKm(dieselBus, easyUrban);
    expect(saving).toBeGreaterThan(0.15);
    expect(saving).toBeLessThan(0.3);
  });

  test('a battery bus takes what those in service took, 2.17 kWh a mile and 10 % for charging, within a fifth (NREL 2017)', () => {
    const published = (2.17 / 1.609344) / 0.9, model = kwhPerKm(batteryBus, suburban);
    console.log(`battery bus: in service ${published.toFixed(2)} kWh/km, model ${model.toFixed(2)}`);
    expect(Math.abs(model / published - 1)).toBeLessThan(0.2);
  });
});

describe('in a run', () => {
  const withFleet = (twin: Twin): Twin => ({ ...twin, propulsions: frenchFleet(twin.vehicleTypes) });

  test('shares of each vehicle type add up to one', () => {
    const types = tableFrom(vehicleTypeColumns, Object.values(category).map((bit) => ({ ...Object.fromEntries(Object.keys(vehicleTypeColumns).map((name) => [name, 1])), name: '', category: bit, lengthM: 12 }) as never));
    const { count, vehicleType, fleetShare } = frenchFleet(types), sums = new Map<number, number>();
    for (let row = 0; row < count; row++) sums.set(vehicleType[row]!, (sums.get(vehicleType[row]!) ?? 0) + fleetShare[row]!);
    expect(sums.size).toBeGreaterThanOrEqual(6);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
  });

  test('a car at constant speed takes what the hand works out', () => {
    const twin = buildTown({ links: [{ name: 'road', from: 'a', to: 'b', lengthM: 1000 }], movements: [], vehicles: [{ departS: 0, route: ['road'] }] });
    twin.propulsions = tableFrom(propulsionColumns, [{ ...petrolCar, vehicleType: 0, fleetShare: 1 }]);
    const { tables: { tripEnergy } } = simulate(twin);
    const eachS = 8371.06 + 2.65 * (1553 * 9.80665 * 0.01 + 0.6125 * 0.772 * 13.89 * 13.89) * 13.89;
    // It enters at 5.1 m and is seen for 71 whole seconds.
    expect(tripEnergy.takenWh[0]! * 3600).toBeGreaterThan(0.999 * 71 * eachS);
    expect(tripEnergy.takenWh[0]! * 3600).toBeLessThan(1.001 * 71 * eachS);
  });

  test('trips and links add up to the same, source by source, and the traffic is the same as without', () => {
    const twin = randomTown(2, 250), { tables, figures } = simulate(withFleet(twin)), bySource = new Float64Array(4), { propulsions } = withFleet(twin);
    for (let row = 0; row < tables.tripEnergy.count; row++) bySource[propulsions.source[tables.tripEnergy.propulsion[row]!]!]! += tables.tripEnergy.takenWh[row]!;
    for (let row = 0; row < tables.linkEnergy.count; row++) bySource[tables.linkEnergy.source[row]!]! -= tables.linkEnergy.takenWh[row]!;
    expect(tables.tripEnergy.count).toBe(250);
    for (const rest of bySource) expect(Math.abs(rest)).toBeLessThan(1e-6);
    const without = simulate(twin);
    expect(tables.trips).toEqual(without.tables.trips);
    expect(without.tables.tripEnergy.count).toBe(0);
    expect(figures.meanTravelTimeS).toBe(without.figures.meanTravelTimeS);
  });

  test('a city that does not say what drives its vehicles records nothing', () => {
    const { tables } = simulate({ ...randomTown(2, 20), propulsions: makeTable(propulsionColumns, 0) });
    expect(tables.tripEnergy.count + tables.linkEnergy.count).toBe(0);
  });

  test('of many cars as many are driven by batteries as the fleet says', () => {
    const twin = withFleet(buildTown({ links: [{ name: 'road', from: 'a', to: 'b', lengthM: 100, lanes: 2 }], movements: [], vehicles: Array.from({ length: 4000 }, (_, row) => ({ departS: row, route: ['road'] })) }));
    const { tables: { tripEnergy } } = simulate(twin, { untilS: 4000 });
    const share = tripEnergy.propulsion.filter((row) => twin.propulsions.source[row] === energySource.battery).length / tripEnergy.count;
    // Binomial, 4,000 draws at 3 %: deviation 0.27 points.
    expect(Math.abs(share - 0.03)).toBeLessThan(3 * 0.0027);
  });
});
