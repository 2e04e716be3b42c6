// Goal: all streets of a city at once, dimmed by multiplication, are each street by itself with that much less flux.
import { expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeTable, tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { roadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { standardRTable, surfaceNames } from '../../engine/lighting/road/r-table.ts';
import { computeStreets, streetsAt } from '../../engine/lighting/road/street-light.ts';
import { ambientLuminosity, lampArrangement, lightingFamily, litStreetColumns, roadSurface } from '../../engine/twin/lit-streets.ts';
import { intensityColumns, luminaireColumns, photometryAngleColumns, photometryColumns, photometryPlaneColumns, photometricSymmetry, type Photometry } from '../../engine/twin/photometry.ts';
import { linkColumns, roadClass, streetColumns } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { dijonFacts } from './lighting-city.ts';
import { lopsidedBeam, roadBeam } from './road-scenes.ts';

type LitStreet = RowValues<typeof litStreetColumns>;
/** Single precision, in which a twin keeps intensities: what is compared is not to be told apart by it. */
const stored = (photometry: Photometry): Photometry => ({ ...photometry, intensitiesCdPerKlm: Float64Array.from(Float32Array.from(photometry.intensitiesCdPerKlm)) });
const optics = [stored(roadBeam()), stored(lopsidedBeam())];

/** A twin of lit streets and nothing else; luminaire 2 throws its light nobody knows where. `isTwoWay`: whether the street has a link each way. */
function cityOfStreets(rows: readonly Partial<LitStreet>[], isTwoWay: (row: number) => boolean): Twin {
  const twin = emptyTwin(dijonFacts());
  twin.streets = tableFrom(streetColumns, rows.map(() => ({ name: '', class: roadClass.residential, commune: -1, lengthM: 100, widthM: 7, level: 0, firstPoint: 0, pointCount: 0 })));
  const link = (street: number) => ({ name: '', street, fromJunction: -1, toJunction: -1, lengthM: 100, speedLimitMps: 10, priority: 0, firstLane: 0, laneCount: 0 });
  twin.links = tableFrom(linkColumns, rows.flatMap((_, row) => (isTwoWay(row) ? [link(row), link(row)] : [link(row)])));
  twin.luminaires = makeTable(luminaireColumns, 3);
  twin.luminaires.photometry.set([0, 1, -1]);
  let firstPlane = 0, firstAngle = 0, firstIntensity = 0;
  twin.photometries = tableFrom(photometryColumns, optics.map(({ planesDeg, anglesDeg, intensitiesCdPerKlm, sourceFluxLm }) => {
    const row = {
      name: '', maker: '', symmetry: photometricSymmetry.none, isAbsolute: 0, sourceFluxLm, inputPowerW: 0, colourTemperatureK: 0, luminousLengthM: 0, luminousWidthM: 0,
      firstPlane, planeCount: planesDeg.length, firstAngle, angleCount: anglesDeg.length, firstIntensity, synthetic: 1,
    };
    firstPlane += planesDeg.length; firstAngle += anglesDeg.length; firstIntensity += intensitiesCdPerKlm.length;
    return row;
  }));
  twin.photometryPlanes = tableFrom(photometryPlaneColumns, optics.flatMap(({ planesDeg }) => Array.from(planesDeg, (planeDeg) => ({ planeDeg }))));
  twin.photometryAngles = tableFrom(photometryAngleColumns, optics.flatMap(({ anglesDeg }) => Array.from(anglesDeg, (angleDeg) => ({ angleDeg }))));
  twin.intensities = tableFrom(intensityColumns, optics.flatMap(({ intensitiesCdPerKlm }) => Array.from(intensitiesCdPerKlm, (intensityCdPerKlm) => ({ intensityCdPerKlm }))));
  twin.litStreets = tableFrom(litStreetColumns, rows.map((row, street) => ({ ...usual, street, ...row })));
  return twin;
}

const usual: LitStreet = {
  street: 0, luminaire: 0, zone: -1, arrangement: lampArrangement.singleSided, surface: roadSurface.r3, spacingM: 30, longestGapM: 30, heightM: 8, widthM: 7, laneCount: 2, overhangM: 0, tiltDeg: 0,
  fluxLm: 7000, maintenanceFactor: 0.8, family: lightingFamily.motorised, classIndex: 4, isSeparated: 0, hasParkedCars: 0, ambientLuminosity: ambientLuminosity.moderate, speedLimitMps: 14, junctionsPerKm: 2, sharedShare: 0.2,
};

const SEED = 34, PURPOSE = 8801, STREETS = 60;
const draw = (row: number, at: number, least: number, most: number): number => least + (most - least) * randomShare(SEED, PURPOSE, row, at);
const anyStreet = (_: unknown, row: number): Partial<LitStreet> => ({
  luminaire: row % 2, arrangement: Math.floor(draw(row, 0, 0, 5)), surface: Math.floor(draw(row, 1, 0, 6)), spacingM: draw(row, 2, 15, 70), heightM: draw(row, 3, 4, 12), widthM: draw(row, 4, 3.5, 21),
  laneCount: 1 + Math.floor(draw(row, 5, 0, 6)), overhangM: draw(row, 6, -1, 1.5), tiltDeg: draw(row, 7, 0, 10), fluxLm: draw(row, 8, 1500, 40_000), maintenanceFactor: draw(row, 9, 0.6, 1),
});

test(`${STREETS} streets drawn at random, dimmed at random: each as computed alone with the flux that is left`, () => {
  const rows = Array.from({ length: STREETS }, anyStreet), isTwoWay = (row: number): boolean => row % 3 > 0, twin = cityOfStreets(rows, isTwoWay);
  const light = computeStreets(twin), shares = Float64Array.from(rows, (_, row) => draw(row, 10, 0.05, 1)), now = streetsAt(light, shares);
  let bright = 0;
  for (let row = 0; row < STREETS; row++) {
    const { arrangement, spacingM, heightM, widthM, laneCount, overhangM, tiltDeg, maintenanceFactor, fluxLm } = { ...usual, ...rows[row] };
    const alone = roadLighting({
      photometry: optics[row % 2]!, rTable: standardRTable(surfaceNames[rows[row]!.surface!]!), fluxLm: fluxLm * shares[row]!, powerW: 1, arrangement, spacingM, heightM, widthM, laneCount, overhangM, tiltDeg, isTwoWay: isTwoWay(row),
      maintenanceFactor: twin.litStreets.maintenanceFactor[row]!,
    });
    expect(maintenanceFactor).toBe(twin.litStreets.maintenanceFactor[row]);
    if (alone.views.some(({ newLavCdM2 }) => newLavCdM2 > 5)) bright++;
    for (const [mine, figure] of [[now.lavCdM2, alone.lavCdM2], [light.uo, alone.uo], [light.ul, alone.ul], [now.fTiPct, alone.fTiPct], [light.rei, alone.rei], [now.eavLx, alone.eavLx], [now.eminLx, alone.eminLx], [light.eUo, alone.eUo]] as const) {
      expect(Math.abs(mine[row]! - figure)).toBeLessThanOrEqual(1e-11 * figure);
    }
  }
  // Both lines of glare are met.
  expect(bright).toBeGreaterThan(3);
  expect(bright).toBeLessThan(STREETS - 3);
});

test('at full output the state is the light itself, in the dark nothing is left', () => {
  const light = computeStreets(cityOfStreets([{}, { surface: roadSurface.r1 }], () => true));
  const full = streetsAt(light, [1, 1]), dark = streetsAt(light, [0, 0]);
  expect([full.lavCdM2, full.fTiPct, full.eavLx, full.eminLx]).toEqual([light.lavCdM2, light.fTiPct, light.eavLx, light.eminLx]);
  for (const column of [dark.lavCdM2, dark.fTiPct, dark.eavLx, dark.eminLx]) expect([...column]).toEqual([0, 0]);
});

test('a street whose optics nobody knows, or that has no size or impossible ones, has no figures and stops nothing', () => {
  const broken: Partial<LitStreet>[] = [{ luminaire: 2 }, { luminaire: -1 }, { spacingM: 0 }, { spacingM: 1e-9 }, { spacingM: NaN }, { heightM: 0 }, { widthM: 1e9 }, { laneCount: 255 }, { fluxLm: Infinity }, { tiltDeg: 1e300 }, { maintenanceFactor: 0 }];
  const light = computeStreets(cityOfStreets([{}, ...broken, {}], () => false)), now = streetsAt(light, new Float64Array(light.count).fill(0.5));
  expect([...light.isKnown]).toEqual([1, ...broken.map(() => 0), 1]);
  for (let row = 1; row <= broken.length; row++) for (const column of [light.lavCdM2, light.uo, light.fTiPct, light.eUo, now.lavCdM2, now.fTiPct, now.eminLx]) expect(column[row]).toBeNaN();
  expect(light.lavCdM2[light.count - 1]).toBe(light.lavCdM2[0]);
});

test('photometric data that cannot be looked up are told before anything asks for them', () => {
  const broken = (change: (twin: Twin) => void): string[] => {
    const twin = cityOfStreets([{}], () => true);
    change(twin);
    return checkTwin(twin).filter(({ code }) => code === 'twin-photometry').map(({ where, parameters }) => `${where.split(' "')[0]} ${parameters['part']}`);
  };
  expect(broken(() => undefined)).toEqual([]);
  expect(broken((twin) => { twin.photometryPlanes.planeDeg[48] = 1e12; })).toEqual(['photometries: row 0 planeDeg']);
  expect(broken((twin) => { twin.photometryPlanes.planeDeg[3] = twin.photometryPlanes.planeDeg[2]!; })).toEqual(['photometries: row 0 planeDeg']);
  expect(broken((twin) => { twin.photometryAngles.angleDeg[145] = 200; })).toEqual(['photometries: row 1 angleDeg']);
  expect(broken((twin) => { twin.intensities.intensityCdPerKlm[0] = -1; })).toEqual(['photometries: row 0 intensityCdPerKlm']);
  expect(broken((twin) => { twin.photometries.firstIntensity[1] = twin.intensities.count - 5; })).toEqual(['photometries: row 1 intensityCdPerKlm']);
  expect(broken((twin) => { twin.photometries.sourceFluxLm[1] = 0; })).toEqual(['photometries: row 1 sourceFluxLm']);
});
