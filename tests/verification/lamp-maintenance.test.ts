// Goal: what `jumeau lamps` tells is theory's: failures by the renewal equation, availability by nights, one lamp out by light that adds up, the maintenance factor by hand.
import { expect, test } from 'vitest';
import { assumedFailures, drawFailures, failureDraws, type FailureModel } from '../../engine/lighting/energy/failures.ts';
import { lightingPeriod } from '../../engine/lighting/energy/lighting-period.ts';
import { maintenanceFactor } from '../../engine/lighting/energy/maintenance-factor.ts';
import { pointIlluminance } from '../../engine/lighting/road/field-illuminance.ts';
import { readyField, readyParts } from '../../engine/lighting/road/field-work.ts';
import type { RoadInstallation } from '../../engine/lighting/road/installation.ts';
import type { LightFigures } from '../../engine/lighting/road/lighting-classes.ts';
import { oneLampOut } from '../../engine/lighting/road/one-lamp-out.ts';
import { fieldFigures, makeFieldRoom, roadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { lampArrangement, lightingFamily } from '../../engine/twin/lit-streets.ts';
import { lampTechnology, luminaireColumns } from '../../engine/twin/photometry.ts';
import { makeTable } from '../../engine/foundation/table.ts';
import { lampAges } from '../../scenarios/measure/lamp-ages.ts';
import { lampKinds } from '../../scenarios/measure/lamp-kinds.ts';
import { lampYears } from '../../scenarios/measure/lamp-years.ts';
import { readFailures } from '../../data/formats/lamp-failures/read-failures.ts';
import { dijonFacts } from './lighting-city.ts';
import { roadBeam, street } from './road-scenes.ts';
import { cityOfZones } from './zone-city.ts';

const HOUR_S = 3600, LAMPS = 2000, SEEDS = 8, YEARS = 4;

/** Lamps of 100 W that burn twelve hours a night, installed with the period. */
const city = () => {
  const twin = cityOfZones(dijonFacts({ date: '2026-01-01' }), [{ switching: { kind: 'fixedHours', onClockS: 18 * HOUR_S, offClockS: 6 * HOUR_S }, startsAtNoon: true, levels: [], rules: [], limits: [], lampsW: Array<number>(LAMPS).fill(100) }]);
  twin.lamps.installedYear.fill(0);
  return twin;
};

/** Expected failures before each night of 12 h: m = F + the convolution of m with F (renewal equation), night by night; an outage lasts so many nights. */
function expectedFailures({ modes, detectionNights, repairNights }: FailureModel, nights: number): Float64Array {
  const failed = (hours: number): number => modes.reduce((sum, { share, shape, scaleH }) => sum + share * (1 - Math.exp(-((hours / scaleH) ** shape))), 0);
  const inNight = Float64Array.from({ length: nights }, (_, night) => failed(12 * (night + 1)) - failed(12 * night)), dying = new Float64Array(nights), sums = new Float64Array(nights + 1);
  for (let night = 0; night < nights; night++) {
    // Born with the period, or at the end of an outage that began in an earlier night.
    dying[night] = inNight[night]!;
    for (let before = 0; before + detectionNights + repairNights <= night; before++) dying[night]! += dying[before]! * inNight[night - before - detectionNights - repairNights]!;
    sums[night + 1] = sums[night]! + dying[night]!;
  }
  return sums;
}

test(`${LAMPS} lamps, ${SEEDS} draws of ${YEARS} years: failures of each year are those of the renewal equation, availability is what nights out leave`, () => {
  const twin = city(), model: FailureModel = { modes: [{ share: 0.1, shape: 0.6, scaleH: 4000 }, { share: 0.3, shape: 1, scaleH: 30_000 }, { share: 0.6, shape: 4, scaleH: 12_000 }], detectionNights: 2, repairNights: 5 };
  const rows = lampYears(twin, { firstYear: 2026, years: YEARS, seeds: SEEDS, model, ages: lampAges(twin) }, () => undefined);
  const expected = expectedFailures(model, 366 * YEARS);
  let night = 0;
  for (const { year, failures, outLampNights, availabilityPercent, notTakenKwh, worstMonthRepairs } of rows) {
    // The night over the first new year is half in the period: its six hours are in the first year.
    const length = year === 2028 ? 366 : 365, theory = LAMPS * (expected[night + length]! - expected[night]!);
    console.log(`${year}: ${failures.mean.toFixed(1)} failures drawn, ${theory.toFixed(1)} by the renewal equation`);
    expect(Math.abs(failures.mean - theory)).toBeLessThan(4 * Math.sqrt(theory / SEEDS) + 2);
    expect(failures.low!).toBeLessThan(theory);
    expect(failures.high!).toBeGreaterThan(theory);
    // Failures of many lamps, most of which do not fail in a year, spread as Poisson has it, or somewhat less by wear: the half width is t s sqrt(1 + 1/8), and s of 8 draws lies within 0.37 and 1.7 of what is true (chi square, 0.5 % at either end).
    const poisson = 2.365 * Math.sqrt(theory * (1 + 1 / SEEDS)), width = (failures.high! - failures.low!) / 2 / poisson;
    expect(width).toBeGreaterThan(0.25);
    expect(width).toBeLessThan(1.7);
    expect(availabilityPercent.mean).toBeCloseTo(100 * (1 - outLampNights.mean / (LAMPS * (year === 2026 ? length + 1 : length))), 9);
    // Twelve hours of 100 W a night; nights over new year and clock changes take the rest.
    expect(Math.abs(notTakenKwh.mean / (1.2 * outLampNights.mean) - 1)).toBeLessThan(0.01);
    // Twelve months of near Poisson counts: the greatest is 1.63 deviations above their mean on average (order statistics of 12 normal values), more where failures rise over the year.
    const monthly = failures.mean / 12;
    expect(worstMonthRepairs.mean).toBeGreaterThan(monthly + 0.8 * Math.sqrt(monthly));
    expect(worstMonthRepairs.mean).toBeLessThan(2.5 * monthly);
    night += length;
  }
});

test('lamps still to be installed have no age: the means are those of the lamps that are there, and a city of such lamps alone has no flux', () => {
  const twin = city(), of = (date: string) => lampKinds(twin, lampAges(twin), date);
  twin.lamps.installedYear.forEach((_, lamp) => { twin.lamps.installedYear[lamp] = lamp % 2 === 0 ? 2020 : 2027; });
  const [kind] = of('2026-07-01');
  expect(kind).toMatchObject({ lamps: LAMPS, lampsOfKnownYear: LAMPS / 2, lampsToCome: LAMPS / 2 });
  // 1 July 2020 to 1 July 2026: 2,191 nights of twelve hours.
  expect(kind!.ageYears! * 365.25).toBeCloseTo(2191, 6);
  expect(Math.abs(kind!.burningH! / (2191 * 12) - 1)).toBeLessThan(0.002);
  expect(of('2027-07-01')[0]).toMatchObject({ lampsOfKnownYear: LAMPS, lampsToCome: 0 });
  twin.lamps.installedYear.fill(2027);
  expect(of('2027-06-30')[0]).toMatchObject({ lampsToCome: LAMPS, ageYears: null, burningH: null, powerShare: null });
  const rows = lampYears(twin, { firstYear: 2026, years: 1, seeds: 1, model: assumedFailures, ages: lampAges(twin) }, () => undefined);
  expect(rows[0]).toMatchObject({ fluxShare: null, belowClassKm: null, unknownClassKm: 0 });
});

test('draws that share what schedules give are the draws one by one', () => {
  const twin = city(), period = lightingPeriod(twin.facts, '2026-01-01', '2026-12-31'), draw = failureDraws(twin, period, assumedFailures);
  draw(1);
  expect(draw(2)).toEqual(drawFailures(twin, period, assumedFailures, 2));
});

/** One lamp out, from the even light of the street. */
const outOf = (installation: RoadInstallation, family: number): LightFigures => {
  const even = readyField(installation), room = makeFieldRoom();
  fieldFigures(even, room);
  return oneLampOut()(even, room, family);
};

test('a lamp that is out takes its own light from the street beside it, and no other street of the pattern counts', () => {
  const installation = street({ photometry: roadBeam() }), even = roadLighting(installation), out = outOf(installation, lightingFamily.pedestrian);
  // The lamp alone: the same kind, with its neighbours so far away that they give nothing.
  const alone = readyField({ ...installation, spacingM: 2000 }), { along, across, stepAlongM, stepAcrossM, values } = even.illuminance, { fluxLm, maintenanceFactor } = installation;
  let sum = 0, least = Infinity;
  values.forEach((lx, point) => {
    const xM = ((point % along) + 0.5) * stepAlongM, yM = (Math.floor(point / along) + 0.5) * stepAcrossM, left = lx - (pointIlluminance(alone, xM, yM) * fluxLm * maintenanceFactor) / 1000;
    sum += left;
    least = Math.min(least, left);
  });
  expect(values.length).toBe(along * across);
  expect(Math.abs(out.eavLx / (sum / values.length) - 1)).toBeLessThan(1e-9);
  expect(Math.abs(out.eminLx / least - 1)).toBeLessThan(1e-9);
});

const ofDrivers = ['lavCdM2', 'uo', 'ul', 'rei', 'fTiPct'] as const, ofStrip = ['eavLx', 'eminLx', 'eUo'] as const;

const scenes = Object.entries(lampArrangement).flatMap(([name, arrangement]) => [12, 20, 30, 40].flatMap((spacingM) => [false, true].map((isTwoWay) => [`${name}, ${spacingM} m, ${isTwoWay ? 'two ways' : 'one way'}`, arrangement, spacingM, isTwoWay] as const)));

test.each(scenes)('one lamp out, %s: every figure is the worst of all fields that the lamp lights, each computed anew, within 1e-9', (_name, arrangement, spacingM, isTwoWay) => {
  const overCarriageway = arrangement === lampArrangement.catenary || arrangement === lampArrangement.twinCentral, rows = arrangement === lampArrangement.singleSided || arrangement === lampArrangement.catenary ? 1 : 2;
  const installation = street({ photometry: roadBeam(), arrangement, spacingM, isTwoWay, ...(overCarriageway ? { overhangM: 0 } : {}) }), parts = readyParts(installation), columns = 2 * Math.ceil(600 / spacingM) + 1;
  const worst: Record<string, number> = {}, room = makeFieldRoom();
  for (let row = 0; row < rows; row++) {
    const outputShares = Float64Array.from({ length: rows * columns }, (_, at) => (at === row ? 0 : 1));
    // A luminaire shines on the road as far as 12 mounting heights before it and 5 behind, whichever way one drives (EN 13201-3:2015).
    const reach = Math.ceil((12 * installation.heightM) / spacingM) + 1;
    for (let column = -reach; column < reach; column++) {
      const field = fieldFigures(readyField(installation, parts, outputShares, column), room);
      for (const figure of [...ofDrivers, ...ofStrip]) worst[figure] = figure === 'fTiPct' ? Math.max(worst[figure] ?? 0, field[figure]) : Math.min(worst[figure] ?? Infinity, field[figure]);
    }
  }
  const drivers = outOf(installation, lightingFamily.motorised), strip = outOf(installation, lightingFamily.pedestrian);
  for (const figure of ofDrivers) expect(Math.abs(drivers[figure] / worst[figure]! - 1), figure).toBeLessThan(1e-9);
  for (const figure of ofStrip) expect(Math.abs(strip[figure] / worst[figure]! - 1), figure).toBeLessThan(1e-9);
});

test('maintenance factor by hand: LED 0.8 in 100,000 h at 60,000 h, 3 % dirt in 4 years, with constant light output and without; sodium at group replacement', () => {
  const luminaires = makeTable(luminaireColumns, 3);
  luminaires.technology[1] = lampTechnology.highPressureSodium;
  luminaires.fluxDecayPerH[0] = Math.log(1 / 0.8) / 100_000; luminaires.fluxDecayPerH[1] = Math.log(1 / 0.8) / 24_000;
  luminaires.dirtPerYearShare.set([0.03, 0.05]); luminaires.cleaningYears.fill(4);
  const led = maintenanceFactor({ luminaires }, 0, 4000)!, sodium = maintenanceFactor({ luminaires }, 1, 4000)!;
  expect(led.designLifeH).toBe(60_000);
  expect(led.factor).toBeCloseTo(0.8 ** 0.6 * 0.88, 12);
  expect(sodium.designLifeH).toBe(16_000);
  expect(sodium.factor).toBeCloseTo(0.8 ** (2 / 3) * 0.8, 12);
  // Flux that a driver holds is whole, but for dirt; held for 40,000 h it decays for the 20,000 h after them.
  luminaires.constantFluxStartShare[0] = 0.8; luminaires.constantFluxEndH[0] = 80_000;
  expect(maintenanceFactor({ luminaires }, 0, 4000)).toMatchObject({ designLifeH: 60_000, lampShare: 1, factor: 0.88 });
  luminaires.constantFluxEndH[0] = 40_000;
  expect(maintenanceFactor({ luminaires }, 0, 4000)!.factor).toBeCloseTo(0.8 ** 0.2 * 0.88, 12);
  // A kind without data has no factor, not one of 1.
  expect(maintenanceFactor({ luminaires }, 2, 4000)).toBeNull();
});

test('a record of failures: read as written, shares rounded are made whole, and all that is wrong is said at once', () => {
  const good = readFailures('f.yaml', 'source: register of 2019 to 2025\nmodes:\n  - { share: 0.333, shape: 1, scaleH: 9000 }\n  - { share: 0.667, shape: 3, scaleH: 60000 }\ndetectionNights: 2\nrepairNights: 9\n').value!;
  expect(good.modes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 15);
  const bad = readFailures('f.yaml', 'modes:\n  - { share: 2, shape: 1, scaleH: 5 }\nrepairNights: 1.5\nspeed: 3\n').problems;
  expect(bad.map(({ code }) => code).sort()).toEqual(['failures-missing-field', 'failures-missing-field', 'failures-unknown-field', 'failures-wrong-field', 'failures-wrong-field', 'failures-wrong-field']);
  expect(readFailures('f.yaml', 'source: none\nmodes: [{ share: 0.5, shape: 1, scaleH: 9000 }]\ndetectionNights: 1\nrepairNights: 1\n').problems[0]!.code).toBe('failures-shares');
  expect(readFailures('f.yaml', 'modes: [').problems[0]!.code).toBe('failures-not-yaml');
});
