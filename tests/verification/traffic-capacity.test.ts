// Goal: flow, density and speed of one lane lie on the curves that theory gives for each driver model, and capacities of lanes by limit in published ranges.
import { describe, expect, test } from 'vitest';
import { vehicleTypeFacts } from '../../data/build/demand/vehicle-types.ts';
import { buildTown, type TownType } from '../situations/traffic-town.ts';
import { followingCapacityPerH } from './queue-theory.ts';
import { mean, watch } from './road-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const HALF_M = 500, SETTLE_S = 600, UNTIL_S = proof ? 3600 : 1200;
const car = { ...vehicleTypeFacts.find(({ name }) => name === 'car')!, speedFactorDeviation: 0 };

interface State { perKm: number; perH: number; speedMps: number }

/** So many vehicles on a closed lane of 1 km, evenly placed and standing at first: what flows once they have settled. */
function ring(type: TownType & { lengthM: number }, limitMps: number, perKm: number, stepS: number): State {
  const laps = Math.ceil((limitMps * UNTIL_S) / HALF_M) + 4;
  const from = (first: number): string[] => Array.from({ length: laps }, (_, half) => 'AB'[(first + half) % 2]!);
  const twin = buildTown({
    links: [{ name: 'A', from: 'a', to: 'b', lengthM: HALF_M - 0.1, speedMps: limitMps }, { name: 'B', from: 'b', to: 'a', lengthM: HALF_M - 0.1, speedMps: limitMps }],
    movements: [{ from: 'A.0', to: 'B.0', lengthM: 0.1, speedMps: limitMps }, { from: 'B.0', to: 'A.0', lengthM: 0.1, speedMps: limitMps }],
    types: { car: type },
    vehicles: Array.from({ length: perKm }, (_, row) => ({ departS: 0, route: from((2 * row) / perKm < 1 ? 0 : 1), speedMps: 0 })),
  });
  for (let row = 0; row < perKm; row++) twin.departures.departPositionM[row] = Math.min(HALF_M - 0.2, ((row * 1000) / perKm) % HALF_M + 0.05);
  const speedsMps: number[] = [];
  let running = 0;
  watch(twin, {
    untilS: UNTIL_S, stepS,
    onStep: ({ vehicles, timeS, counts }) => {
      if (timeS <= SETTLE_S) return;
      running = counts.running;
      let sumMps = 0;
      for (let slot = 0; slot < vehicles.count; slot++) if (vehicles.departure[slot]! >= 0) sumMps += vehicles.speedMps[slot]!;
      speedsMps.push(sumMps / running);
    },
  });
  expect(running).toBe(perKm);
  const speedMps = mean(speedsMps);
  return { perKm, perH: 3.6 * speedMps * perKm, speedMps };
}

describe('Krauss without noise: a triangle', () => {
  const lengthM = 5, minGapM = 2.5, headwayS = 1, limitMps = 13.89;
  const inTheory = (perKm: number): number => Math.min(3.6 * limitMps * perKm, (3600 / headwayS) * (1 - (perKm / 1000) * (lengthM + minGapM)));

  test.each(proof ? [1, 0.5, 0.2, 0.1] : [1, 0.5])('steps of %d s: flow at every density, to one in a hundred', (stepS) => {
    const states = [10, 30, 45, 60, 80, 100, 120].map((perKm) => ring({ lengthM, minGapM, headwayS }, limitMps, perKm, stepS));
    console.log(`Krauss, step ${stepS} s: ${states.map(({ perKm, perH }) => `${perKm} veh/km ${perH.toFixed(0)} (${inTheory(perKm).toFixed(0)})`).join(', ')} veh/h`);
    for (const { perKm, perH } of states) expect(Math.abs(perH / inTheory(perKm) - 1)).toBeLessThan(0.01);
  });
});

/** Flow of identical drivers who all keep the distance at which none of them speeds up or brakes: Treiber, Hennecke and Helbing (2000), equation 4. */
function idmEquilibriumPerH(perKm: number, limitMps: number): number {
  const gapM = 1000 / perKm - car.lengthM;
  let lowMps = 0, highMps = limitMps;
  for (let half = 0; half < 60; half++) {
    const mps = (lowMps + highMps) / 2, wantedM = (car.minGapM + mps * car.headwayS) / Math.sqrt(1 - (mps / limitMps) ** 4);
    if (wantedM < gapM) lowMps = mps;
    else highMps = mps;
  }
  return 3.6 * lowMps * perKm;
}

/**
 * Published: Highway Capacity Manual 2000, chapters 21 and 23, by free speed, which a lane keeps up for a quarter of an hour in traffic
 * of all kinds (1,900 vehicles an hour at 70 km/h, 2,100 at 90, 2,300 at 110); streets of 30 and 50 km/h 1,400 and 1,700 (HBS, CERTU).
 * A closed lane of equal drivers never breaks down, so that its best flow may lie above, by no more than single minutes do.
 */
const lanes = [{ kmh: 30, leastPerH: 1400 }, { kmh: 50, leastPerH: 1700 }, { kmh: 70, leastPerH: 1900 }, { kmh: 90, leastPerH: 2100 }, { kmh: 110, leastPerH: 2300 }];
const MOST_ABOVE = 1.3;

describe(`Default cars (IDM), lane by limit${proof ? '' : ' (reduced size: fewer densities)'}`, () => {
  test.each(lanes)('$kmh km/h: free speed, capacity, jam', ({ kmh, leastPerH }) => {
    const limitMps = kmh / 3.6, mostPerH = MOST_ABOVE * leastPerH;
    const densities = proof ? [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90, 100, 110, 120, 130] : [5, 20, 30, 35, 40, 50, 60, 70, 90, 105, 120];
    const states = densities.map((perKm) => ring(car, limitMps, perKm, 1));
    const best = states.reduce((one, other) => (other.perH > one.perH ? other : one));
    // Slope and end of the jammed branch, where stop-and-go waves run.
    const jammed = states.filter(({ perKm }) => perKm >= 90), meanPerKm = mean(jammed.map(({ perKm }) => perKm)), meanPerH = mean(jammed.map(({ perH }) => perH));
    const waveKmh = jammed.reduce((sum, { perKm, perH }) => sum + (perKm - meanPerKm) * (perH - meanPerH), 0) / jammed.reduce((sum, { perKm }) => sum + (perKm - meanPerKm) ** 2, 0);
    const jamPerKm = meanPerKm - meanPerH / waveKmh;
    console.log(`${kmh} km/h: capacity ${best.perH.toFixed(0)} veh/h at ${best.perKm} veh/km and ${(3.6 * best.speedMps).toFixed(0)} km/h (${leastPerH} to ${mostPerH.toFixed(0)}), waves ${waveKmh.toFixed(1)} km/h, jam ${jamPerKm.toFixed(0)} veh/km; ${states.map(({ perKm, perH }) => `${perKm}: ${perH.toFixed(0)}`).join(', ')}`);
    expect(Math.abs(states[0]!.speedMps / limitMps - 1)).toBeLessThan(0.02);
    // Up to the best flow nothing is unstable: there the lane is in equilibrium.
    for (const { perKm, perH } of states) if (perKm <= best.perKm) expect(Math.abs(perH / idmEquilibriumPerH(perKm, limitMps) - 1)).toBeLessThan(0.02);
    expect(best.perH).toBeGreaterThan(leastPerH);
    expect(best.perH).toBeLessThan(mostPerH);
    // Jam waves run at 15 to 20 km/h on motorways (Treiber and Kesting, 2013), starting waves at signals at up to 25.
    expect(waveKmh).toBeLessThan(-15);
    expect(waveKmh).toBeGreaterThan(-25);
    expect(Math.abs(jamPerKm / (1000 / (car.lengthM + car.minGapM)) - 1)).toBeLessThan(0.05);
  });
});

test('behind a slower leader a perfect Krauss driver settles at standstill gap plus headway times speed', () => {
  const twin = buildTown({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 3000, speedMps: 20 }],
    movements: [],
    types: { slow: { maxSpeedMps: 10 }, car: {} },
    vehicles: [{ departS: 0, route: ['in'], type: 'slow' }, { departS: 20, route: ['in'], type: 'car' }],
  });
  const { passes } = watch(twin, { untilS: 320, stepS: 1, sections: [{ place: 0, positionM: 2500 }] });
  const apartS = passes[0]![1]!.timeS - passes[0]![0]!.timeS;
  expect(apartS).toBeCloseTo(3600 / followingCapacityPerH(10, 5, 2.5, 1), 2);
});
