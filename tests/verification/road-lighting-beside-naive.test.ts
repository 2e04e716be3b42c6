// Goal: what the engine says of a road is what EN 13201-3 says: beside a second, naive implementation that shares no code with it, on
// installations drawn at random and picked by hand, with formulas and with files of real luminaires.
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { roadLighting, type RoadInstallation } from '../../engine/lighting/road/road-lighting.ts';
import { lampArrangement } from '../../engine/twin/lit-streets.ts';
import { describeOnSharedData } from '../shared-data.ts';
import { everyDeg, intensityOf, optics, readIesNaively, readRTable, surfaceOf, tabulated, type IntensityTable, type SurfaceTable } from './naive-photometry.ts';
import { naiveRoadLighting, usualChoices, type Choices, type NaiveRoad, type NaiveRow, type RoadFigures } from './naive-road-lighting.ts';

type Arrangement = keyof typeof lampArrangement;
const arrangements = Object.keys(lampArrangement) as Arrangement[];
const figures = ['lavCdM2', 'uo', 'ul', 'fTiPct', 'rei', 'eavLx', 'eminLx', 'eUo', 'dpWPerLxM2'] as const satisfies readonly (keyof RoadFigures)[];

/** A road as people describe it. */
interface Road {
  arrangement: Arrangement; spacingM: number; heightM: number; widthM: number; laneCount: number; overhangM: number; tiltDeg: number;
  maintenanceFactor: number; fluxLm: number; powerW: number; isTwoWay?: boolean;
}

/** Where luminaires stand: the second row faces the first, or stands half a spacing on; on a central row they hang to both sides, over an axis one by one. */
function rowsOf({ arrangement, spacingM, widthM, overhangM }: Road): NaiveRow[] {
  const here: NaiveRow = { firstXM: 0, yM: overhangM, turnDeg: 0 }, there: NaiveRow = { firstXM: 0, yM: widthM - overhangM, turnDeg: 180 };
  switch (arrangement) {
    case 'singleSided': return [here];
    case 'opposite': return [here, there];
    case 'staggered': return [here, { ...there, firstXM: spacingM / 2 }];
    case 'twinCentral': return [{ ...here, yM: widthM / 2 + overhangM }, { ...there, yM: widthM / 2 - overhangM }];
    case 'catenary': return [{ ...here, yM: widthM / 2 + overhangM }];
  }
}

const naive = (road: Road, table: IntensityTable, surface: SurfaceTable, choices: Choices = usualChoices, intensity = intensityOf(table)): RoadFigures =>
  naiveRoadLighting({ ...road, rows: rowsOf(road), intensityCdPerKlm: intensity, r: surfaceOf(surface) } satisfies NaiveRoad, choices);

const engine = (road: Road, table: IntensityTable, surface: SurfaceTable): RoadFigures => {
  const installation: RoadInstallation = {
    ...road, arrangement: lampArrangement[road.arrangement],
    photometry: {
      planesDeg: Float64Array.from(table.planesDeg), anglesDeg: Float64Array.from(table.anglesDeg),
      intensitiesCdPerKlm: Float64Array.from(table.cdPerKlm.flat()), sourceFluxLm: table.lumens,
    },
    rTable: { tanGammas: Float64Array.from(surface.tanGammas), betasDeg: Float64Array.from(surface.betasDeg), r: Float64Array.from(surface.r.flat()), q0: 0.07 },
  };
  return roadLighting(installation);
};

/** By how much, relatively, each figure of one differs from that of the other. */
const apart = (one: RoadFigures, other: RoadFigures): Record<string, number> =>
  Object.fromEntries(figures.map((figure) => [figure, one[figure] === other[figure] ? 0 : Math.abs(one[figure] - other[figure]) / Math.abs(other[figure])]));

const share = (road: number, what: number): number => randomShare(13201, what, road, 0);
const between = (road: number, what: number, low: number, high: number): number => low + (high - low) * share(road, what);
const oneOf = <T>(road: number, what: number, all: readonly T[]): T => all[Math.floor(share(road, what) * all.length)]!;

/** Roads of the sizes that are built. */
const drawnRoad = (n: number): Road => ({
  arrangement: oneOf(n, 1, arrangements), spacingM: between(n, 2, 15, 60), heightM: between(n, 3, 4, 12), widthM: between(n, 4, 5, 14), laneCount: oneOf(n, 5, [1, 2, 3, 4]),
  overhangM: between(n, 6, -1, 2), tiltDeg: between(n, 7, 0, 15), maintenanceFactor: between(n, 8, 0.6, 1), fluxLm: between(n, 9, 1500, 30000), powerW: between(n, 19, 10, 250), isTwoWay: share(n, 12) < 0.5,
});
/** Roads that nobody builds: far too low, wide, dark or tilted. */
const wildRoad = (n: number): Road => ({
  ...drawnRoad(n), spacingM: between(n, 13, 6, 120), heightM: between(n, 14, 2, 25), widthM: between(n, 15, 2, 40), laneCount: oneOf(n, 16, [1, 2, 3, 4, 5, 6, 7, 8]),
  overhangM: between(n, 17, -5, 10), tiltDeg: between(n, 18, -30, 60),
});
/** Roads of round numbers, as they are built and as standards describe them. */
const plain: Road = { arrangement: 'singleSided', spacingM: 30, heightM: 8, widthM: 7, laneCount: 2, overhangM: 0, tiltDeg: 0, maintenanceFactor: 0.8, fluxLm: 6000, powerW: 50 };
const pickedRoads: Road[] = [
  plain,
  { ...plain, spacingM: 20, widthM: 10, heightM: 4, overhangM: 2, fluxLm: 1800 },
  { ...plain, arrangement: 'staggered', spacingM: 20, widthM: 10, heightM: 4, overhangM: 2, fluxLm: 1800 },
  { ...plain, spacingM: 45, widthM: 7.5, heightM: 10, tiltDeg: 5, fluxLm: 10000 },
  { ...plain, arrangement: 'staggered', spacingM: 35, tiltDeg: 5, fluxLm: 10000 },
  { ...plain, arrangement: 'opposite', spacingM: 54, widthM: 14, laneCount: 4, heightM: 12, tiltDeg: 5, fluxLm: 30000 },
  { ...plain, arrangement: 'twinCentral', spacingM: 40, widthM: 14, laneCount: 4, heightM: 10, overhangM: 1.5, tiltDeg: 10, fluxLm: 12000 },
  { ...plain, arrangement: 'catenary', spacingM: 27, widthM: 9, laneCount: 3, heightM: 7, fluxLm: 4000 },
  { ...plain, spacingM: 33, widthM: 5, laneCount: 1, heightM: 5, overhangM: -1, tiltDeg: 15 },
  { ...plain, widthM: 5, laneCount: 1, tiltDeg: 5, isTwoWay: true },
  { ...plain, arrangement: 'staggered', spacingM: 40, tiltDeg: 5, isTwoWay: true },
  { ...plain, spacingM: 40, widthM: 10, laneCount: 3, overhangM: 1, isTwoWay: true },
];
/** Roads on which some place lies just on a bound, in numbers that computers hold exactly: all bounds count as within. */
const boundRoads: Record<string, Road> = {
  'a luminaire 500 m ahead of the eye: 11 m before the field, moved on 21, the next but sixteen': { ...plain, heightM: 5.5 },
  'a luminaire 5 heights behind a point, and square to it: 22.5 m': { ...plain, heightM: 4.5, widthM: 9, overhangM: 0.75 },
  'a luminaire 12 heights beyond a point: 55.5 m': { ...plain, heightM: 4.625 },
  'points right below luminaires, where no C and no beta is': { ...plain, arrangement: 'staggered', spacingM: 33, widthM: 9, overhangM: 0.75 },
};

/** Holds every road, each with a light and a surface of its own, against the naive; returns the largest difference of each figure. */
function holdBeside(roads: readonly Road[], lights: readonly IntensityTable[], surfaces: readonly SurfaceTable[]): Record<string, number> {
  const worst: Record<string, number> = Object.fromEntries(figures.map((figure) => [figure, 0]));
  roads.forEach((road, n) => {
    const light = oneOf(n, 10, lights), surface = oneOf(n, 11, surfaces);
    for (const [figure, by] of Object.entries(apart(engine(road, light, surface), naive(road, light, surface)))) {
      // Written so that what is not a number counts as the worst.
      if (!(by <= worst[figure]!)) worst[figure] = by;
    }
  });
  return worst;
}
function expectAlike(what: string, worst: Record<string, number>): void {
  console.log(`${what}, largest relative difference: ${Object.entries(worst).map(([figure, by]) => `${figure} ${by.toExponential(1)}`).join(', ')}`);
  for (const [figure, by] of Object.entries(worst)) expect(by, figure).toBeLessThan(1e-9);
}
const drawn = (count: number, draw: (n: number) => Road, first = 0): Road[] => Array.from({ length: count }, (_, n) => draw(first + n));

const proof = process.env['JUMEAU_PROOF'] === '1', ROADS = proof ? 4000 : 120, size = `${ROADS} roads (4000 with JUMEAU_PROOF=1)`;
/** Tables of the formulas: evenly spaced, unevenly, and ending at the horizon as many files do. */
const tables = Object.values(optics).flatMap((optic) => [
  tabulated(optic, everyDeg(5, 360), everyDeg(2.5, 180)),
  tabulated(optic, [0, 10, 15, 40, 45, 80, 90, 91, 150, 180, 270, 300, 360], [0, 3, 10, 30, 45, 50, 55, 57.5, 60, 62.5, 65, 70, 80, 90, 91, 120, 180]),
  tabulated(optic, everyDeg(15, 360), everyDeg(5, 90)),
]);

describeOnSharedData('road lighting beside the naive: all figures to 1e-9 where both read the same tables', () => {
  const surfaces = ['R1', 'R2', 'R3', 'R4', 'C1', 'C2'].map(readRTable), r3 = surfaces[2]!;
  const files = ['06-photometry/MAXWELL-8-T4_LM63-1995.ies', '06-photometry/OutdoorRoadway_60W_4000K_LM63-1995.ies', '12-road-lighting/flux/1.IES', '12-road-lighting/flux/2.IES'];

  test(`${size} drawn as they are built`, () => expectAlike(size, holdBeside(drawn(ROADS, drawnRoad), tables, surfaces)));
  test(`${ROADS / 2} drawn as nobody builds them`, () => expectAlike(`${ROADS / 2} wild roads`, holdBeside(drawn(ROADS / 2, wildRoad, 50000), tables, surfaces)));

  test('picked roads under every optic', () => expectAlike(`${pickedRoads.length} picked roads under ${tables.length} optics`, holdBeside(tables.flatMap(() => pickedRoads), tables, surfaces)));

  test.each(files)('%s on roads drawn and picked', (file) => {
    const roads = [...pickedRoads, ...drawn(ROADS / 20, drawnRoad, 10000)];
    expectAlike(`${file}, ${roads.length} roads`, holdBeside(roads, [readIesNaively(file)], surfaces));
  });
  test.each(Object.entries(boundRoads))('on a bound: %s', (_, road) => {
    expectAlike('on a bound', holdBeside(tables.map(() => road), tables, surfaces));
  });

  // A table of a formula is wrong between its angles by the square of its step, so an eighth of the step leaves about a 64th of the error
  // (more or less where nodes happen to lie near): the engine reading tables goes where the naive reading the formula is.
  test.each(Object.entries(optics))('finer and finer tables lead to the formula: %s', (_, optic) => {
    const road = { ...plain, tiltDeg: 5 }, truth = naive(road, tables[0]!, r3, usualChoices, optic);
    const wrong = (stepDeg: number): Record<string, number> => apart(engine(road, tabulated(optic, everyDeg(stepDeg, 360), everyDeg(stepDeg, 180)), r3), truth);
    const [coarse, fine] = [wrong(2), wrong(0.25)];
    for (const figure of ['lavCdM2', 'eavLx', 'rei', 'fTiPct']) {
      expect(fine[figure]!, figure).toBeLessThan(2e-4);
      expect(fine[figure]!, figure).toBeLessThan(coarse[figure]! / 10);
    }
  });

  test('what the choices of the naive are worth: each moves only its own figure, one way where that can be said', () => {
    const roads = drawn(proof ? 200 : 30, drawnRoad);
    const moved = (choice: Partial<Choices>, figure: keyof RoadFigures): number[] => roads.map((road, n) => {
      const light = oneOf(n, 10, tables), usual = naive(road, light, r3), other = naive(road, light, r3, { ...usualChoices, ...choice });
      const mayMove: readonly string[] = figure === 'eavLx' ? ['eavLx', 'eminLx', 'eUo', 'rei', 'dpWPerLxM2'] : [figure];
      for (const still of figures.filter((name) => !mayMove.includes(name))) expect(other[still], still).toBe(usual[still]);
      return other[figure] / usual[figure] - 1;
    });
    const told = (what: string, by: number[]): void => console.log(`${what}: ${(100 * Math.min(...by)).toFixed(3)} to ${(100 * Math.max(...by)).toFixed(3)} % on ${by.length} roads`);
    const square = moved({ illuminanceReach: 'square' }, 'eavLx'), lane = moved({ edgeStrip: 'lane' }, 'rei'), worst = moved({ glareLuminance: 'worst lane' }, 'fTiPct');
    told('Eav with a square reach', square);
    told('REI with strips of a lane', lane);
    told('fTI held to the luminance of the worst lane', worst);
    expect(Math.min(...square)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...square)).toBeGreaterThan(0);
    expect(Math.min(...worst)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...worst)).toBeGreaterThan(0);
    expect(Math.max(...lane.map(Math.abs))).toBeGreaterThan(0.01);
    // Five heights across reach further than these roads are wide.
    expect(moved({ luminanceReachAcross: 'five heights' }, 'lavCdM2').every((by) => by === 0)).toBe(true);
  });
});
