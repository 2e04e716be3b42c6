// Goal: lamps fail and are repaired as theory says: lives by Weibull, renewals by the mean life, time out of order by repair over cycle; and the same each time.
import { describe, expect, test } from 'vitest';
import { assumedFailures, drawFailures, failureDraws, lifeH, type FailureModel } from '../../engine/lighting/energy/failures.ts';
import { lightingPeriod } from '../../engine/lighting/energy/lighting-period.ts';
import { lightingYear } from '../../engine/lighting/energy/lighting-year.ts';
import { dijonFacts } from './lighting-city.ts';
import { cityOfZones } from './zone-city.ts';

const FULL = process.env['JUMEAU_PROOF'] === '1', LIVES = FULL ? 1_000_000 : 100_000;
const SEED = 7, HOUR_S = 3600;

/** Gamma by Lanczos (g = 7, nine terms), for 1 and above. */
function gamma(x: number): number {
  const terms = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
  const at = x - 1, t = at + 7.5;
  return Math.sqrt(2 * Math.PI) * t ** (at + 0.5) * Math.exp(-t) * terms.reduce((sum, term, k) => sum + (k === 0 ? term : term / (at + k)), 0);
}
const meanLifeH = ({ modes }: FailureModel): number => modes.reduce((sum, { share, shape, scaleH }) => sum + share * scaleH * gamma(1 + 1 / shape), 0);
const spreadH = (model: FailureModel): number => Math.sqrt(model.modes.reduce((sum, { share, shape, scaleH }) => sum + share * scaleH * scaleH * gamma(1 + 2 / shape), 0) - meanLifeH(model) ** 2);

describe(`${LIVES} lives drawn`, () => {
  const lives = Float64Array.from({ length: LIVES }, (_, lamp) => lifeH(assumedFailures, SEED, lamp, 0)).sort();

  test('their mean is the sum of share, scale and gamma of the modes, within four standard errors', () => {
    const mean = lives.reduce((sum, life) => sum + life, 0) / LIVES;
    console.log(`mean life ${mean.toFixed(0)} h drawn, ${meanLifeH(assumedFailures).toFixed(0)} h by theory`);
    expect(Math.abs(mean - meanLifeH(assumedFailures))).toBeLessThan((4 * spreadH(assumedFailures)) / Math.sqrt(LIVES));
  });

  test('their distribution is the mixture: Kolmogorov and Smirnov at 0.1 %', () => {
    let worst = 0;
    lives.forEach((life, rank) => {
      const expected = assumedFailures.modes.reduce((sum, { share, shape, scaleH }) => sum + share * (1 - Math.exp(-((life / scaleH) ** shape))), 0);
      worst = Math.max(worst, Math.abs(expected - (rank + 0.5) / LIVES));
    });
    expect(worst).toBeLessThan(1.95 / Math.sqrt(LIVES));
  });
});

/** Lamps that burn twelve hours a night. */
const city = (lampCount: number, installedYear: number) => {
  const twin = cityOfZones(dijonFacts({ date: '2026-01-01' }), [{ switching: { kind: 'fixedHours', onClockS: 18 * HOUR_S, offClockS: 6 * HOUR_S }, startsAtNoon: true, levels: [], rules: [], limits: [], lampsW: Array<number>(lampCount).fill(100) }]);
  twin.lamps.installedYear.fill(installedYear);
  return twin;
};

describe('renewal', () => {
  // Lives so short that a year sees many: what theory says of the long run is reached.
  const model: FailureModel = { modes: [{ share: 0.2, shape: 0.7, scaleH: 150 }, { share: 0.5, shape: 1, scaleH: 400 }, { share: 0.3, shape: 3, scaleH: 500 }], detectionNights: 2, repairNights: 3 };
  const twin = city(400, 2016), period = lightingPeriod(twin.facts, '2026-01-01', '2026-12-31'), record = drawFailures(twin, period, model, SEED);

  test('failures a burning hour in service are one over the mean life, within four standard errors', () => {
    // Of the night in which it fails a lamp has served half on average, though it is out for all of it; the first and the last night are half in the period.
    const count = record.outages.length, servedH = (record.lampNights - record.outNights) * 12 - 400 * 12 + 6 * count, expected = servedH / meanLifeH(model);
    console.log(`${count} failures in ${servedH} h, ${expected.toFixed(0)} by the mean life of ${meanLifeH(model).toFixed(0)} h`);
    // The variance of a count of renewals is its mean times the square of spread over mean.
    expect(Math.abs(count - expected)).toBeLessThan((4 * Math.sqrt(expected) * spreadH(model)) / meanLifeH(model));
  });

  test('lamps are out for repair over cycle: five nights in every mean life and a part of the night in which they fail', () => {
    // A lamp fails somewhere in a night and is out for the whole of it: half a night of its life is lost on average.
    const cycleNights = meanLifeH(model) / 12 - 0.5 + 5, expected = 5 / cycleNights;
    expect(record.outNights / record.lampNights / expected).toBeGreaterThan(0.97);
    expect(record.outNights / record.lampNights / expected).toBeLessThan(1.03);
  });

  test('what is not taken is the energy of the nights out, by head 1.2 kWh a whole night', () => {
    const year = lightingYear(twin, period), without = lightingYear(twin, period, { failures: record }), notTaken = record.notTakenKwh.reduce((sum, kWh) => sum + kWh, 0);
    // The nights over either new year lie half in the period.
    const halves = record.outages.reduce((sum, { fromNight, endNight }) => sum + (fromNight === 0 ? 1 : 0) + (endNight === 366 ? 1 : 0), 0);
    expect(notTaken).toBeCloseTo(1.2 * (record.outNights - halves / 2) - shiftedKwh(), 6);
    expect(year.energyKwh - without.energyKwh).toBeCloseTo(notTaken, 6);
    record.notTakenKwh.forEach((kWh, row) => expect(kWh).toBeLessThanOrEqual(year.lampKwh[row]! + 1e-9));
    /** Summer time: the night of March is an hour shorter, that of October an hour longer; nights 87 and 297 by date. */
    function shiftedKwh(): number {
      return record.outages.reduce((sum, { fromNight, endNight }) => sum + (fromNight <= 87 && endNight > 87 ? 0.1 : 0) - (fromNight <= 297 && endNight > 297 ? 0.1 : 0), 0);
    }
  });

  test('the same seed gives the same outages whatever other lamps there are; another seed others', () => {
    const few = drawFailures(city(50, 2016), period, model, SEED), other = drawFailures(city(50, 2016), period, model, SEED + 1);
    expect(few.outages).toEqual(record.outages.filter(({ lamp }) => lamp < 50));
    expect(other.outages).not.toEqual(few.outages);
  });
});

test('a city of the assumed model: of new lamps three in a hundred fail in the first year, of old ones more', () => {
  const failed = (installedYear: number) => {
    const twin = city(5000, installedYear);
    return drawFailures(twin, lightingPeriod(twin.facts, '2026-01-01', '2026-12-31'), assumedFailures, SEED).outages.length / 5000;
  };
  const [young, old] = [failed(0), failed(2006)];
  // Theory for 4,380 h from new: the mixture's distribution there.
  const theory = assumedFailures.modes.reduce((sum, { share, shape, scaleH }) => sum + share * (1 - Math.exp(-((4380 / scaleH) ** shape))), 0);
  console.log(`failed in a year: ${(100 * young).toFixed(2)} % of new lamps (theory ${(100 * theory).toFixed(2)} %), ${(100 * old).toFixed(2)} % of those of 20 years`);
  expect(Math.abs(young - theory)).toBeLessThan(4 * Math.sqrt(theory / 5000));
  expect(old).toBeGreaterThan(young);
});

test('lamps of the years 2026 to 2028, installed on any of their days: failures month by month are those of theory, and none of a year that is still to come', () => {
  const lamps = 4000, draws = 5, months = 36, model: FailureModel = { modes: [{ share: 1, shape: 0.6, scaleH: 4000 }], detectionNights: 0, repairNights: 1 };
  const twin = city(3 * lamps, 2026), period = lightingPeriod(twin.facts, '2026-01-01', '2028-12-31'), draw = failureDraws(twin, period, model), first = new Float64Array(months);
  twin.lamps.installedYear.forEach((_, lamp) => { twin.lamps.installedYear[lamp] = 2026 + Math.floor(lamp / lamps); });
  for (let seed = 1; seed <= draws; seed++) {
    const seen = new Set<number>();
    for (const { lamp, fromNight } of draw(seed).outages) {
      if (seen.has(lamp)) continue;
      seen.add(lamp);
      const month = period.months.findIndex(({ endDay }) => fromNight <= endDay);
      expect(month).toBeGreaterThanOrEqual(12 * Math.floor(lamp / lamps));
      first[month]!++;
    }
  }
  // Twelve hours a night from the evening of the day of installation, each day as likely as any other.
  const failedBy = (nights: number): number => (nights > 0 ? 1 - Math.exp(-((((12 * nights) / 4000)) ** 0.6)) : 0), newYears = [0, 365, 730], days = [365, 365, 366];
  const expectedBy = (day: number): number => newYears.reduce((sum, newYear, at) => sum + Array.from({ length: days[at]! }, (_, on) => failedBy(day - newYear - on)).reduce((all, one) => all + one, 0) / days[at]!, 0) * lamps;
  const misses = period.months.map(({ firstDay, endDay }, month) => { const expected = draws * (expectedBy(endDay) - expectedBy(firstDay)); return Math.abs(first[month]! - expected) / Math.sqrt(expected); });
  console.log(`first failures of ${months} months, ${draws} draws of ${3 * lamps} lamps: at most ${Math.max(...misses).toFixed(1)} standard errors from theory`);
  expect(Math.max(...misses)).toBeLessThan(4);
  // The month in which all of a year would start together had the most by far.
  expect(first[0]!).toBeLessThan(first[6]!);
});
