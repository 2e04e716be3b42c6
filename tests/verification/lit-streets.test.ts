// Goal: the regular installation that stands for the lamps of a street is the one that a person would draw, however the street bends, and it tells where lamps stand unevenly.
import { expect, test } from 'vitest';
import { addLitStreets } from '../../data/build/lamps/lit-streets.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { lampColumns } from '../../engine/twin/lighting.ts';
import { lightingClassOf, UNKNOWN_VOLUME } from '../../engine/twin/lighting-class-of.ts';
import { ambientLuminosity, lampArrangement, lightingFamily, type LitStreets } from '../../engine/twin/lit-streets.ts';
import { pointColumns, roadClass, streetColumns } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { dijonFacts } from './lighting-city.ts';
import { litTown } from './lit-town.ts';

/** A street of 120 m, 8 m wide, bent by a right angle in its middle, with lamps so far along it and to the right of its centre line. */
function streetWith(lamps: readonly (readonly [alongM: number, rightM: number])[]): LitStreets {
  const twin: Twin = emptyTwin(dijonFacts());
  twin.points = tableFrom(pointColumns, [{ xM: 100, yM: 50 }, { xM: 160, yM: 50 }, { xM: 160, yM: 110 }]);
  twin.streets = tableFrom(streetColumns, [{ name: 'Rue Droite', class: roadClass.residential, commune: -1, lengthM: 120, widthM: 8, level: 0, firstPoint: 0, pointCount: 3 }]);
  twin.lamps = tableFrom(lampColumns, lamps.map(([alongM, rightM], lamp) => ({
    name: `${lamp}`, ...(alongM <= 60 ? { xM: 100 + alongM, yM: 50 - rightM } : { xM: 160 + rightM, yM: 50 + (alongM - 60) }), street: 0, cabinet: -1, zone: -1, luminaire: -1, replaced: -1,
    heightM: 6, ratedPowerW: 40, powerBeforeW: 100, ratedFluxLm: 5000, installedYear: 0,
  })));
  addLitStreets(twin);
  return twin.litStreets;
}
const figures = ({ arrangement, spacingM, longestGapM, overhangM }: LitStreets) => [arrangement[0], spacingM[0], longestGapM[0], overhangM[0]].map((value) => Math.round(1000 * value!) / 1000);

test.each([
  ['one side, 1 m behind the kerb', [[15, 5], [45, 5], [75, 5], [105, 5]], [lampArrangement.singleSided, 30, 30, -1]],
  ['one side, over the carriageway', [[15, -3], [45, -3], [75, -3], [105, -3]], [lampArrangement.singleSided, 30, 30, 1]],
  ['both sides in turn: 60 m from one to the next of a side', [[15, 5], [45, -5], [75, 5], [105, -5]], [lampArrangement.staggered, 60, 30, -1]],
  ['both sides, face to face', [[30, 5], [30, -5], [90, 5], [90, -5]], [lampArrangement.opposite, 60, 60, -1]],
  ['nearly face to face', [[25, 5], [34, -5], [86, 5], [95, -5]], [lampArrangement.opposite, 60, 52, -1]],
  ['over the middle', [[20, 0.5], [50, -0.5], [90, 0.4]], [lampArrangement.catenary, 40, 40, 0]],
  ['all at one end: as many by the kilometre, and a gap that tells', [[5, 5], [10, 5], [15, 5], [20, 5]], [lampArrangement.singleSided, 30, 100, -1]],
  ['a single one', [[60, 5]], [lampArrangement.singleSided, 120, 60, -1]],
  ['far off beside the street: no further than 10 m behind the kerb', [[40, 35], [100, 35]], [lampArrangement.singleSided, 60, 60, -10]],
] as const)('%s', (_, lamps, wanted) => {
  expect(figures(streetWith(lamps))).toEqual([...wanted]);
});

test('the reference of CEN/TR 13201-1 for its adaptive example: P4 until midnight, P6 after it', () => {
  // Annex A.2: slow motor traffic is none here; pedestrians and cyclists, nobody parks, normal use and surroundings; then quiet use and dark surroundings.
  const street = { ...streetWith([[60, 5]]), family: [lightingFamily.pedestrian], speedLimitMps: [30 / 3.6], sharedShare: [1], hasParkedCars: [0], ambientLuminosity: [ambientLuminosity.moderate] };
  expect(lightingClassOf(street, 0, UNKNOWN_VOLUME)).toBe(4);
  expect(lightingClassOf({ ...street, ambientLuminosity: [ambientLuminosity.low] }, 0, 0)).toBe(6);
});

test('a main road of two lanes by the share of its capacity: M4 with much traffic, M5 with some, M6 with little', () => {
  // 50 km/h -1, mixed traffic +1, no separation +1, few junctions 0, nobody parks 0, normal surroundings 0: M5 with moderate traffic.
  const street = { ...streetWith([[60, 5]]), family: [lightingFamily.motorised], speedLimitMps: [50 / 3.6], sharedShare: [0.2], hasParkedCars: [0], ambientLuminosity: [ambientLuminosity.moderate], junctionsPerKm: [2], laneCount: [2], isSeparated: [0] };
  // Two lanes of 800 vehicles: 45 % is 720, 15 % is 240.
  expect([721, 720, 240, 239].map((vehicles) => lightingClassOf(street, 0, vehicles))).toEqual([4, 5, 5, 6]);
  const crossing = { ...street, family: [lightingFamily.conflict] };
  expect([721, 500, 100].map((vehicles) => lightingClassOf(crossing, 0, vehicles))).toEqual([3, 4, 4]);
});

test('a whole town: one row a street with lamps, in their order, and a twin that stands the check', () => {
  const twin = litTown(), { litStreets, lamps } = twin;
  expect(checkTwin(twin)).toEqual([]);
  expect(Array.from(litStreets.street)).toEqual([...new Set(lamps.street)].sort((one, other) => one - other));
  const kilometreLamps = Array.from(litStreets.street, (street, row) => twin.streets.lengthM[street]! / litStreets.spacingM[row]! * (litStreets.arrangement[row] === lampArrangement.staggered ? 2 : 1));
  // As many lamps as there are, but for rounding: light by the kilometre is that of the lamps.
  expect(kilometreLamps.reduce((sum, one) => sum + one, 0)).toBeCloseTo(lamps.count, 6);
});
