// Goal: the energy of lamps is what power times time gives, whatever the schedule, the hour a run starts and its step.
import { getTimes } from 'suncalc';
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { lampPower, powerW } from '../../engine/lighting/lamp-power.ts';
import { cityOfLamps, dijonFacts, recordedWh, runLamps, type Zone } from './lighting-city.ts';

const clock = (hours: number, minutes = 0): number => hours * 3600 + minutes * 60;

test('a night at full output, by head: 10 lamps of 100 W, 15 hours of night in late November, 15 kWh', () => {
  const twin = cityOfLamps(dijonFacts(), [{ lampsW: Array<number>(10).fill(100), levels: [] }]);
  const { log } = runLamps(twin, clock(12), clock(36));
  const on = log.lampSwitches.rows;
  expect([...on.outputShare.slice(0, on.count)]).toEqual([0, 1, 0]);
  const burningS = on.timeS[2]! - on.timeS[1]!;
  expect(burningS / 3600).toBeGreaterThan(14.9);
  expect(burningS / 3600).toBeLessThan(15.1);
  expect(recordedWh(log)).toBeCloseTo((1000 * burningS) / 3600, 6);
  expect(Math.round(recordedWh(log) / 1000)).toBe(15);
});

test('from 20:00 to midnight, dimmed to half from 22:00: 2 h at 100 W and 2 h at 50 W are 300 Wh', () => {
  const twin = cityOfLamps(dijonFacts(), [{ lampsW: [100], levels: [[clock(5), 1], [clock(22), 0.5]] }]);
  expect(recordedWh(runLamps(twin, clock(20), clock(24)).log)).toBeCloseTo(300, 9);
});

test('the last level of the day holds past midnight: from 23:00 to 01:00 at half output 100 W give 100 Wh', () => {
  const twin = cityOfLamps(dijonFacts(), [{ lampsW: [100], levels: [[clock(5), 1], [clock(22), 0.5]] }]);
  expect(recordedWh(runLamps(twin, clock(23), clock(25)).log)).toBeCloseTo(100, 9);
});

test('standby: a lamp of 60 W with 1 W on standby takes 1 W off, 30.5 W at half output, 60 W at full output', () => {
  const twin = cityOfLamps(dijonFacts({ lighting: { switchOnOffsetMin: 0, switchOffOffsetMin: 0, standbyPowerW: 1 } }), [{ lampsW: [60, 60], levels: [] }]);
  expect([0, 0.5, 1].map((share) => powerW(lampPower(twin, 0), share))).toEqual([1, 30.5, 60]);
  expect(recordedWh(runLamps(twin, clock(10), clock(14)).log)).toBeCloseTo(8, 9);
});

test('offsets: on 15 min after sunset and off 15 min before sunrise burn half an hour less', () => {
  const burning = (offsetMin: number): number => {
    const lighting = { switchOnOffsetMin: offsetMin, switchOffOffsetMin: -offsetMin, standbyPowerW: 0 };
    return recordedWh(runLamps(cityOfLamps(dijonFacts({ lighting }), [{ lampsW: [100], levels: [] }]), clock(12), clock(36)).log);
  };
  expect(burning(0) - burning(15)).toBeCloseTo(50, 6);
});

/** Second by second, with another library's sun: shares nothing with the engine but the twin's figures. */
function denseWh(zone: Zone, fromS: number, untilS: number, standbyW: number): number {
  const midnight = Date.UTC(2026, 10, 24) - 3600_000, seconds = (date: Date): number => (date.getTime() - midnight) / 1000;
  const nights = [-1, 0, 1, 2].map((day) => {
    const noon = (offset: number) => getTimes(new Date(Date.UTC(2026, 10, 24 + day + offset, 12)), 47.322, 5.041);
    return { fromS: seconds(noon(0).sunset!), untilS: seconds(noon(1).sunrise!) };
  });
  let wattSeconds = 0;
  for (let timeS = fromS; timeS < untilS; timeS++) {
    const burns = nights.some((night) => timeS + 0.5 >= night.fromS && timeS + 0.5 < night.untilS);
    const clockS = ((timeS % 86400) + 86400) % 86400;
    const before = zone.levels.filter(([levelS]) => levelS <= clockS);
    const share = !burns ? 0 : zone.levels.length === 0 ? 1 : (before.at(-1) ?? zone.levels.at(-1)!)[1];
    for (const powerW of zone.lampsW) wattSeconds += standbyW + (powerW - standbyW) * share;
  }
  return wattSeconds / 3600;
}

test.each(Array.from({ length: 12 }, (_, seed) => seed))('random zones and hours against a second-by-second sum (seed %i)', (seed) => {
  const draw = (purpose: number, row = 0): number => randomShare(seed, purpose, row, 0);
  const zones: Zone[] = Array.from({ length: 3 }, (_, zone) => {
    const lampsW = Array.from({ length: 1 + Math.floor(draw(1, zone) * 20) }, (_, lamp) => 20 + Math.floor(draw(2, zone * 100 + lamp) * 100));
    const times = Array.from({ length: Math.floor(draw(3, zone) * 5) }, (_, level) => Math.floor(draw(4, zone * 10 + level) * 86400)).sort((one, other) => one - other);
    return { lampsW, levels: times.map((fromS, level): [number, number] => [fromS, Math.round(draw(5, zone * 10 + level) * 10) / 10]) };
  });
  const fromS = Math.floor(draw(6) * 86400), untilS = fromS + 1800 + Math.floor(draw(7) * 86400);
  const facts = dijonFacts({ lighting: { switchOnOffsetMin: 0, switchOffOffsetMin: 0, standbyPowerW: 0.5 } });
  const { log } = runLamps(cityOfLamps(facts, zones), fromS, untilS, 1 + Math.floor(draw(8) * 4));
  zones.forEach((zone, row) => {
    // The two suns differ by some seconds at each of at most four crossings; the sums otherwise not at all.
    const sunWh = (4 * 30 * zone.lampsW.reduce((sum, powerW) => sum + powerW, 0)) / 3600;
    expect(Math.abs(recordedWh(log, row) - denseWh(zone, fromS, untilS, 0.5))).toBeLessThan(sunWh);
  });
});

test('a year of nights at full output: 1 kW burns about 4,292 h, the night of the year', () => {
  const twin = cityOfLamps(dijonFacts({ date: '2026-01-01' }), [{ lampsW: [1000], levels: [] }]);
  // Steps of a quarter of an hour: switching times do not depend on the step.
  const kWh = recordedWh(runLamps(twin, 0, 365 * 86400, 900).log) / 1000;
  console.log(`a year at full output: ${kWh.toFixed(1)} h`);
  expect(Math.abs(kWh - 4292)).toBeLessThan(5);
});
