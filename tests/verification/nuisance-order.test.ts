// Goal: the order of 27 December 2018 by installation, by figures that a reader can check: flux over area, light upward, flux code 3, colour, and dark parks.
import { expect, test } from 'vitest';
import { orderFindings, type LuminaireShares } from '../../engine/lighting/compliance/nuisance-order.ts';
import { outputHours } from '../../engine/lighting/compliance/output-hours.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { roadClass } from '../../engine/twin/streets.ts';
import { areaColumns, landUse } from '../../engine/twin/territory.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { luminaireShares } from '../../scenarios/measure/luminaire-shares.ts';
import { litTown } from './lit-town.ts';

const fine: LuminaireShares = () => ({ levelUpwardShare: 0, upwardShare: 0, fluxCode3Share: 0.99 });
const findings = (twin: Twin, sharesOf = fine) => orderFindings(twin, outputHours(twin), sharesOf);

/** The first lit street as an installation of so many lumens on an area of 100 m by 7 m, and 3 m of footways in town. */
function oneStreet(fluxLm: number, speedKmh: number, installedYear = 2024): Twin {
  const twin = litTown(), street = twin.litStreets.street[0]!, lamps = Array.from(twin.lamps.street).flatMap((of, lamp) => (of === street ? [lamp] : []));
  twin.streets.lengthM[street] = 100;
  twin.litStreets.widthM[0] = 7;
  twin.litStreets.speedLimitMps[0] = speedKmh / 3.6;
  for (const lamp of lamps) { twin.lamps.ratedFluxLm[lamp] = fluxLm / lamps.length; twin.lamps.installedYear[lamp] = installedYear; }
  return twin;
}

test.each([
  ['in town 35 lm/m² on 100 m by 10 m are kept', 35_000, 50, 35, 'kept'],
  ['in town a little more is missed', 35_100, 50, 35, 'missed'],
  ['out of town 25 lm/m² on 100 m by 7 m are kept', 17_500, 70, 25, 'kept'],
  ['out of town a little more is missed', 17_600, 70, 25, 'missed'],
])('%s', (_, fluxLm, speedKmh, limit, verdict) => {
  const [first] = findings(oneStreet(fluxLm, speedKmh));
  expect([first!.category, first!.limits.density, first!.verdicts.density]).toEqual(['street', limit, verdict]);
  expect(first!.figures.density).toBeCloseTo(fluxLm / (100 * (speedKmh > 50 ? 7 : 10)), 4);
});

test('installations from before 2020 need not keep article 3 until they are renewed; of an unknown year they are judged', () => {
  expect(findings(oneStreet(90_000, 50, 2012))[0]!.verdicts.density).toBe('notAsked');
  expect(findings(oneStreet(90_000, 50, 0))[0]!.verdicts.density).toBe('missed');
  expect(findings(oneStreet(9_000, 50, 2012))[0]!.verdicts.density).toBe('kept');
});

// Article 8, as Cerema's page on the calendar of the order has it: by 1 January 2025 installations that send more than 50 % of their flux upward are replaced, those of category b near observatories and in reserves alone.
test.each([
  ['2024-12-31', 0.6, 2012, 'notAsked', 0.04], ['2025-01-01', 0.6, 2012, 'missed', 0.5], ['2026-03-17', 0.501, 2019, 'missed', 0.5], ['2026-03-17', 0.5, 2012, 'notAsked', 0.04],
  ['2026-03-17', 0.3, 2012, 'notAsked', 0.04], ['2026-03-17', 0.03, 2012, 'kept', 0.04], ['2026-03-17', NaN, 2012, 'unknown', 0.04], ['2024-12-31', 0.6, 2021, 'missed', 0.04], ['2026-03-17', 0.6, 2021, 'missed', 0.04],
] as const)('on %s a street that sends a share of %d upward and is of %d: %s, by a limit of %d', (date, upwardShare, installedYear, verdict, limit) => {
  const twin = oneStreet(9000, 50, installedYear), [first] = findings({ ...twin, facts: { ...twin.facts, date } }, () => ({ levelUpwardShare: 0.5, upwardShare, fluxCode3Share: 0.5 }));
  expect([first!.verdicts.upward, first!.limits.upward]).toEqual([verdict, limit]);
  // Nothing else of article 3 is asked of old installations by it.
  expect([first!.verdicts.levelUpward, first!.verdicts.fluxCode3]).toEqual(installedYear < 2020 ? ['notAsked', 'notAsked'] : ['missed', 'missed']);
});

test.each([
  [{ levelUpwardShare: 0.009, upwardShare: 0.039, fluxCode3Share: 0.951 }, ['kept', 'kept', 'kept']],
  [{ levelUpwardShare: 0.01, upwardShare: 0.04, fluxCode3Share: 0.95 }, ['missed', 'missed', 'missed']],
  [{ levelUpwardShare: NaN, upwardShare: NaN, fluxCode3Share: NaN }, ['unknown', 'unknown', 'unknown']],
])('light upward below 1 per cent level and 4 as mounted, flux code 3 above 95: %j', (shares, verdicts) => {
  const [first] = findings(oneStreet(9000, 50), () => shares);
  expect([first!.verdicts.levelUpward, first!.verdicts.upward, first!.verdicts.fluxCode3]).toEqual(verdicts);
});

test.each([[3000, 'kept'], [4000, 'missed'], [0, 'unknown']])('%i K: %s', (kelvin, verdict) => {
  const twin = oneStreet(9000, 50);
  twin.luminaires.colourTemperatureK[0] = 0;
  twin.photometries.colourTemperatureK[0] = kelvin;
  expect(findings(twin)[0]!.verdicts.colour).toBe(verdict);
});

test('a path in a park has 25 lm/m² and has to be dark from 1:00; lit all night it is missed, off it is kept', () => {
  const twin = oneStreet(9000, 30), street = twin.litStreets.street[0]!, at = twin.streets.firstPoint[street]! + (twin.streets.pointCount[street]! >> 1), { xM, yM } = twin.points;
  twin.streets.class[street] = roadClass.footway;
  const corners = [[-5, -5], [5, -5], [5, 5], [-5, 5]].map(([east, north]) => ({ xM: xM[at]! + east!, yM: yM[at]! + north! })), firstPoint = twin.points.count;
  twin.points = { count: firstPoint + 4, xM: Float64Array.from([...xM, ...corners.map((corner) => corner.xM)]), yM: Float64Array.from([...yM, ...corners.map((corner) => corner.yM)]) };
  twin.areas = tableFrom(areaColumns, [{ name: 'Jardin', use: landUse.park, firstPoint, pointCount: 4 }]);
  const [first] = findings(twin);
  expect([first!.category, first!.limits.density, first!.verdicts.colour, first!.verdicts.hours]).toEqual(['park', 25, 'notAsked', 'missed']);
  // Four hours of each night.
  expect(first!.figures.hours).toBeCloseTo(4 * 365, -1);
  // Category b has a limit of upward light near observatories and in reserves alone: balls may stay in parks, and not in streets.
  const balls = () => ({ levelUpwardShare: 0.6, upwardShare: 0.6, fluxCode3Share: 0.5 }), old = { ...twin, facts: { ...twin.facts, date: '2026-03-17' }, lamps: { ...twin.lamps, installedYear: twin.lamps.installedYear.map(() => 2012) } };
  const upward = (of: Twin, wanted: string): string[] => findings(of, balls).flatMap(({ category, verdicts }) => (category === wanted ? [`${verdicts.levelUpward} ${verdicts.upward}`] : []));
  expect([upward(old, 'park'), new Set(upward(old, 'street')), upward(twin, 'park')]).toEqual([['notAsked notAsked'], new Set(['notAsked missed']), ['notAsked notAsked']]);
  const night = outputHours(twin).map((zone) => zone.map((one) => (one.hour >= 1 && one.hour < 5 ? { ...one, outputShare: 0 } : one)));
  expect(orderFindings(twin, night, fine)[0]!.verdicts.hours).toBe('kept');
});

test('photometric data say what the inventory does not: a road beam sends nothing upward', () => {
  const twin = litTown(), { upwardShare, fluxCode3Share } = luminaireShares(twin)(0, 0);
  expect(upwardShare).toBeCloseTo(0, 6);
  expect(fluxCode3Share).toBeGreaterThan(0.5);
  expect(luminaireShares(twin)(0, 20).upwardShare).toBeGreaterThan(upwardShare);
  expect(Number.isNaN(luminaireShares(twin)(-1, 0).upwardShare)).toBe(true);
});

test('an inventory says what goes up as mounted; of the level luminaire it says nothing', () => {
  const twin = litTown();
  twin.luminaires = { ...twin.luminaires, photometry: new Int32Array(twin.luminaires.count).fill(-1), upwardShare: new Float64Array(twin.luminaires.count).fill(0.02) };
  const [first] = orderFindings(twin, outputHours(twin), luminaireShares(twin));
  expect([first!.verdicts.levelUpward, first!.verdicts.upward, first!.figures.upward]).toEqual(['unknown', 'kept', 0.02]);
});
