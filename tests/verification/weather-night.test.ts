// Goal: weather takes from speeds, saturation flow and braking the shares that are published, lets photocells switch where daylight says, and moves nothing else.
import { describe, expect, test } from 'vitest';
import { runClock } from '../../engine/lighting/civil-clock.ts';
import { daylightLx } from '../../engine/lighting/daylight.ts';
import { sunTimes } from '../../engine/lighting/sun-times.ts';
import { burningSpan } from '../../engine/lighting/switching.ts';
import { run } from '../../engine/run.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { weatherShares, type WeatherKind } from '../../scenarios/changes/weather-night.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { dimAfterMidnight } from '../../scenarios/questions/dim-after-midnight.ts';
import { leadingIndicators } from '../../scenarios/questions/leading-indicators.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { busTown } from './bus-town.ts';
import { savingsTown } from './savings-town.ts';
import { laneWithSignal } from './signal-lane.ts';

const hash = (twin: Twin): string => twinHash(twin, nativeSha256);
const read = (...changes: object[]) => readChanges(changes.map((one) => ({ why: 'a test of bad weather', change: 'weather-night', ...one })));
const tried = (twin: Twin, ...changes: object[]) => {
  const { value, problems } = read(...changes);
  expect(problems).toEqual([]);
  return applyChanges(twin, value!);
};
const changed = (twin: Twin, ...changes: object[]): Twin => tried(twin, ...changes).value!;
const kinds = Object.keys(weatherShares) as WeatherKind[], DRY = { speedShare: 1, saturationShare: 1, brakingShare: 1, daylightShare: 1 };

const { green, amber, red } = aspect, LIMIT_MPS = 50 / 3.6;
/** A lane whose signal is red for 100 s and green for 600 s. */
const lane = (count: number): Twin => laneWithSignal({
  plan: [{ durationS: 100, shown: [red] }, { durationS: 600, stage: true, shown: [green] }, { durationS: 3, shown: [amber] }],
  limitMps: LIMIT_MPS, driving: { headwayS: 1.2 }, departS: Array.from({ length: count }, (_, row) => row),
});
const runOf = (twin: Twin) => run(twin, { seed: 1, fromS: 0, untilS: 700, stepS: 0.5, untilAllArrived: true, busPriority: false, replay: false }).tables;
/** Of a queue that has stood at the red, from the tenth vehicle to the sixtieth: those before are still getting under way. */
const saturationPerS = (weather: object[]): number => {
  const arrivals = Array.from(runOf(changed(lane(80), ...weather)).trips.arriveS).sort((one, other) => one - other);
  return 50 / (arrivals[59]! - arrivals[9]!);
};

test('no figure of a year is told of one night: no year is made of them', () => {
  const rainy = { ...baseline, changes: read({ weather: 'rain' }).value! }, isYearly = (name: string): boolean => /-year-|-since-led-/.test(name);
  expect(leadingIndicators(baseline, dimAfterMidnight).some(isYearly)).toBe(true);
  for (const names of [leadingIndicators(rainy, dimAfterMidnight), leadingIndicators(baseline, rainy)]) {
    expect(names.filter(isYearly)).toEqual([]);
    expect(names).toContain('lighting-energy-kwh');
  }
});

describe('in the run', () => {
  const dryPerS = saturationPerS([]);

  test.each(kinds)('%s: the saturation flow at a signal falls by the stated share', (weather) => {
    const ratio = saturationPerS([{ weather }]) / dryPerS;
    console.log(`${weather}: saturation flow ${ratio.toFixed(3)} of that on a dry road, ${weatherShares[weather].saturationShare} by the source`);
    expect(Math.abs(ratio - weatherShares[weather].saturationShare)).toBeLessThan(0.01);
  });

  test.each(kinds)('%s: free speed falls by the stated share', (weather) => {
    // One vehicle that comes when the signal is green already.
    const free = lane(1);
    free.departures.departS[0] = 200;
    const durationS = (twin: Twin): number => { const { trips } = runOf(twin); return trips.arriveS[0]! - 200; };
    expect(Math.abs(durationS(free) / durationS(changed(free, { weather })) - weatherShares[weather].speedShare)).toBeLessThan(0.01);
  });
});

describe('of the tables', () => {
  test.each(kinds)('%s: what drives on roads changes, rails and all else stay to the bit', (weather) => {
    const town = busTown(), after = changed(town, { weather }), { vehicleTypes: types } = town, shares = weatherShares[weather];
    for (let type = 0; type < types.count; type++) {
      const isTram = types.category[type] === category.tram, of = (value: number, share: number): number => (isTram ? value : value * share);
      expect(after.vehicleTypes.speedFactorMean[type]).toBe(of(types.speedFactorMean[type]!, shares.speedShare));
      // Braking distance from a speed goes with one over the deceleration.
      expect(after.vehicleTypes.decelerationMps2[type]).toBe(of(types.decelerationMps2[type]!, shares.brakingShare));
      expect(after.vehicleTypes.emergencyDecelerationMps2[type]).toBeGreaterThanOrEqual(after.vehicleTypes.decelerationMps2[type]!);
      // From front to front at 50 km/h: by head.
      const placeM = types.lengthM[type]! + types.minGapM[type]!, frontsS = (gapS: number, speedShare: number): number => gapS + placeM / (LIMIT_MPS * speedShare);
      if (!isTram) expect(frontsS(types.headwayS[type]!, 1) / frontsS(after.vehicleTypes.headwayS[type]!, shares.speedShare)).toBeCloseTo(shares.saturationShare, 9);
      else expect(after.vehicleTypes.headwayS[type]).toBe(types.headwayS[type]);
    }
    expect((Object.keys(after) as (keyof Twin)[]).filter((table) => after[table] !== town[table])).toEqual(['vehicleTypes']);
  });

  test('as dry as ever is the same city', () => {
    const town = busTown(), before = hash(town);
    for (const weather of kinds) expect(hash(changed(town, { weather, ...DRY }))).toBe(before);
    expect(tried(savingsTown(), { weather: 'rain' }).problems.map(({ code }) => code)).toEqual(['change-without-effect']);
  });
});

describe('photocells', () => {
  const cells = (): Twin => changed(savingsTown(), { change: 'switching-rule', zone: 'residential', rule: { by: 'photocell', onLx: 20, offLx: 30 } });
  const spanOf = (twin: Twin, zone: number): { onS: number; offS: number } => burningSpan(twin, runClock(twin.facts), twin.lightingZones.switching[zone]!, 0)!;

  test('come on earlier and go off later, at the moment when a darker sky gives their threshold; other zones stay', () => {
    const dry = cells(), dark = changed(dry, { weather: 'heavy-rain' }), main = 0, residential = 1, share = weatherShares['heavy-rain'].daylightShare;
    expect(spanOf(dark, main)).toEqual(spanOf(dry, main));
    const before = spanOf(dry, residential), after = spanOf(dark, residential);
    expect(after.onS).toBeLessThan(before.onS);
    expect(after.offS).toBeGreaterThan(before.offS);
    // The altitude of the sun at which a tenth of clear daylight is 20 lx, found by going down in hundredths of a degree.
    let altitudeDeg = 20;
    while (daylightLx(altitudeDeg) * share > 20) altitudeDeg -= 0.01;
    expect(Math.abs(after.onS - sunTimes(dark.facts, 0, altitudeDeg).sunsetS)).toBeLessThan(10);
  });

  test('that would burn all day are refused, in both languages', () => {
    const bright = changed(savingsTown(), { change: 'switching-rule', zone: 'all', rule: { by: 'photocell', onLx: 2000, offLx: 2000 } }), [problem] = tried(bright, { weather: 'rain', daylightShare: 0.015 }).problems;
    expect(inWords(problem!, 'en')).toBe('so little daylight that photocells of this city would burn all day. Give at least 0.02.');
    expect(inWords(problem!, 'fr')).toBe('si peu de lumière du jour que des cellules de cette ville laisseraient les lampes allumées toute la journée. Donnez au moins 0,02.');
  });
});

test('what it does is said in a sentence', () => {
  const [one, other] = read({ weather: 'snow' }, { weather: 'heavy-rain', speedShare: 0.8 }).value!;
  expect([changeInWords(one!, 'en'), changeInWords(other!, 'en')]).toEqual(['Weather during the whole run: snow on the road.', 'Weather during the whole run: heavy rain (wanted speed 80%).']);
  expect([changeInWords(one!, 'fr'), changeInWords(other!, 'fr').replace(/\s/g, ' ')]).toEqual(['Météo pendant toute la simulation : chaussée enneigée.', 'Météo pendant toute la simulation : forte pluie (vitesse voulue 80 %).']);
});

test('a town in snow drives without a collision, slower than on a dry road', () => {
  const town = busTown(), settings = { seed: 3, fromS: 7 * 3600, untilS: 7.5 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
  const dry = run(town, settings), snow = run(changed(town, { weather: 'snow' }), settings);
  const meanS = ({ tables: { trips } }: typeof dry): number => Array.from(trips.arriveS, (arriveS, row) => arriveS - trips.departS[row]!).reduce((sum, oneS) => sum + oneS, 0) / trips.count;
  expect(dry.tables.trips.count).toBeGreaterThan(40);
  expect(meanS(snow) / meanS(dry)).toBeGreaterThan(1.1);
  expect(snow.figures.collisions).toBe(0);
});
