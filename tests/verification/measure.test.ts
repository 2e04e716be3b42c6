// Goal: indicators give what a reader works out by head from a few rows, and a year is a year.
import { describe, expect, test } from 'vitest';
import { daysOf, summerTimeDays } from '../../engine/foundation/calendar.ts';
import { makeTable, tableFrom, type Columns } from '../../engine/foundation/table.ts';
import { resultTables, tripEnd, type ResultTables, type RunFigures } from '../../engine/results/tables.ts';
import { busDelayByLine } from '../../scenarios/measure/bus-delay-by-line.ts';
import { indicatorNamed, indicators, measureAll } from '../../scenarios/measure/indicators.ts';
import { questions } from '../../scenarios/questions/library.ts';
import { roundTicks } from '../../scenarios/report/figures/round-ticks.ts';
import { yearOfLighting } from '../../scenarios/measure/year-of-lighting.ts';
import { energySource, propulsionColumns } from '../../engine/twin/propulsion.ts';
import { busTown } from './bus-town.ts';
import { cityOfLamps, dijonFacts } from './lighting-city.ts';

const emptyTables = (): ResultTables =>
  Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
const figures = { collisions: 0, endS: 1000 } as RunFigures;

describe('of a few rows', () => {
  const twin = busTown();
  const rowOf = (type: string, nth: number) =>
    Array.from({ length: twin.departures.count }, (_, row) => row).filter((row) => twin.vehicleTypes.name[twin.departures.vehicleType[row]!] === type)[nth]!;
  const bus = rowOf('bus', 0), car = rowOf('car', 0), otherCar = rowOf('car', 1);
  const tables = emptyTables();
  const visit = (lateS: number, timetabledDepartS = 1000) => ({ departure: bus, stop: 0, arriveS: 900, departS: timetabledDepartS + lateS, timetabledDepartS });
  // Bounds belong to the span; a stop without a timetable counts nowhere, nor does a car.
  tables.stopVisits = tableFrom(resultTables.stopVisits, [
    ...[-61, -60, 0, 180, 181].map((lateS) => visit(lateS)), { ...visit(0, -1), departS: 5000 }, { ...visit(9999), departure: car },
  ]);
  const trip = (departure: number, end: number, travelS: number, timeLossS: number, routeLengthM: number) =>
    ({ departure, end, plannedDepartS: 40, departS: end === tripEnd.waitingToEnter ? -1 : 100, arriveS: end === tripEnd.arrived ? 100 + travelS : -1, timeLossS, waitingS: 0, routeLengthM });
  tables.trips = tableFrom(resultTables.trips, [
    trip(bus, tripEnd.arrived, 600, 100, 4000), trip(bus, tripEnd.running, 0, 20, 1000),
    trip(car, tripEnd.arrived, 300, 30, 2000), trip(otherCar, tripEnd.arrived, 500, 50, 2000), trip(car, tripEnd.running, 0, 900, 500), trip(car, tripEnd.waitingToEnter, 0, 0, 0),
  ]);
  tables.crossings = tableFrom(resultTables.crossings, [
    { crossing: 0, fromS: 0, crossed: 3, meanWaitS: 10, longestWaitS: 20 }, { crossing: 1, fromS: 3600, crossed: 1, meanWaitS: 2, longestWaitS: 2 },
  ]);
  const values = measureAll({ twin, tables, figures });

  test.each([
    ['bus-mean-delay-s', (180 + 181) / 5], ['bus-mean-early-s', (61 + 60) / 5], ['bus-punctuality-percent', 60], ['bus-time-loss-s-per-km', 24],
    // Arrived after 300 and 500 s on the way, under way for 900 s, all three after 60 s before they came in; and 960 s before the network.
    ['traffic-mean-travel-time-s', (360 + 560 + 960 + 960) / 4], ['traffic-mean-time-loss-s', (90 + 110 + 960 + 960) / 4], ['traffic-not-arrived', 2], ['pedestrian-mean-wait-s', 8], ['vehicle-kilometres', 9.5], ['rescues', 0],
  ] as const)('%s is %d', (name, expected) => expect(values[name]).toBeCloseTo(expected, 9));

  test('delay by line counts the same stops', () => {
    expect(busDelayByLine({ twin, tables })).toEqual([{ line: 'L1', colour: 0xd6006c, stopVisits: 5, meanDelayS: (180 + 181) / 5 }]);
  });

  test('where there is nothing to measure the answer is null, never 0 or NaN', () => {
    const none = measureAll({ twin: cityOfLamps(dijonFacts(), []), tables: emptyTables(), figures });
    for (const name of ['lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-saving-since-led-percent', 'bus-mean-delay-s', 'bus-punctuality-percent', 'bus-time-loss-s-per-km', 'traffic-mean-travel-time-s'] as const) {
      expect(none[name], name).toBeNull();
    }
    for (const value of Object.values(none)) expect(value).not.toBeNaN();
  });
});

describe('the year of lighting', () => {
  test('lamps that are never lit take standby in every hour of the year, leap years too', () => {
    const dark = (date: string) => yearOfLighting(cityOfLamps(dijonFacts({ date, lighting: { switchOnOffsetMin: 0, switchOffOffsetMin: 0, standbyPowerW: 1 } }), [{ lampsW: [100, 100], levels: [[0, 0]] }])).energyKwh;
    expect(dark('2026-06-01')).toBeCloseTo(2 * 8.76, 6);
    expect(dark('2028-06-01')).toBeCloseTo(2 * 8.784, 6);
  });

  test('full output takes rated power for the hours of burning, and LED at half the power saves half', () => {
    const year = yearOfLighting(cityOfLamps(dijonFacts(), [{ lampsW: [100], levels: [[0, 1]] }]));
    expect(year.energyKwh).toBeCloseTo((100 * year.burningH) / 1000, 6);
    expect(year.beforeLedKwh).toBeCloseTo(2 * year.energyKwh, 6);
  });

  test('dimming from midnight to 5:00 saves five hours of every night: the sun is down then all year at Dijon', () => {
    const half = yearOfLighting(cityOfLamps(dijonFacts(), [{ lampsW: [100], levels: [[0, 0.5], [5 * 3600, 1]] }]));
    // Sunrise is never before 5:40 summer time there, so all 365 x 5 hours are at half output.
    expect(half.energyKwh).toBeCloseTo((100 * (half.burningH - 0.5 * 365 * 5)) / 1000, 6);
  });

  test('the year does not depend on the day that was simulated', () => {
    const onDay = (date: string, utcOffsetMin: number) => yearOfLighting(cityOfLamps(dijonFacts({ date, utcOffsetMin }), [{ lampsW: [100], levels: [[0, 0.5], [6 * 3600, 1]] }])).energyKwh;
    expect(onDay('2026-07-01', 120)).toBeCloseTo(onDay('2026-01-15', 60), 9);
  });

  test('summer time begins and ends as the time zone of France has it, 2000 to 2037', () => {
    const offset = (ms: number) => new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' }).formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value;
    for (let year = 2000; year <= 2037; year++) {
      const { first, end } = summerTimeDays(String(year));
      const noon = (day: number) => offset(Date.UTC(year, 0, 1 + day, 12));
      expect([noon(first - 1), noon(first), noon(end - 1), noon(end)], String(year)).toEqual(['GMT+01:00', 'GMT+02:00', 'GMT+02:00', 'GMT+01:00']);
      expect(daysOf(String(year))).toBe(new Date(Date.UTC(year, 11, 31)).getTime() / 86_400_000 - Date.UTC(year, 0, 1) / 86_400_000 + 1);
    }
  });
});

describe('what people read', () => {
  test('every indicator and question is said in both languages, and every question asks for indicators that exist', () => {
    for (const { title, subject, unit, about } of indicators) for (const text of [title, subject, unit, about]) for (const said of [text.fr, text.en]) expect(said).not.toBe('');
    for (const question of questions) {
      expect(question.question.fr).toMatch(/\?$/);
      expect(question.question.en).toMatch(/\?$/);
      for (const name of question.indicators) expect(indicatorNamed(name).name).toBe(name);
    }
    expect(new Set(indicators.map(({ name }) => name)).size).toBe(indicators.length);
  });

  test.each([[0, 7.3], [-31, 4], [0, 0.004], [0, 3244], [-5, -1], [0, 1e-9], [12, 12]])('ticks from %d to %d are round, even and hold both ends', (low, high) => {
    const ticks = roundTicks(low, high, 5);
    expect(ticks[0]).toBeLessThanOrEqual(low);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(8);
    const step = ticks[1]! - ticks[0]!, leading = Number((step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9))).toFixed(6));
    expect([1, 2, 5]).toContain(leading);
    for (let at = 1; at < ticks.length; at++) expect(ticks[at]! - ticks[at - 1]!).toBeCloseTo(step, 9);
  });
});

describe('energy of vehicles', () => {
  // 32 MJ are 8.889 kWh: a litre of petrol makes 2.218 kg of CO₂ (69.3 g/MJ), a litre of diesel, 36 MJ, 2.668 kg (74.1 g/MJ).
  const twin = busTown(), { departures, vehicleTypes } = twin;
  const first = (type: string) => Array.from(departures.vehicleType).findIndex((row) => vehicleTypes.name[row] === type);
  const propulsion = (source: number) => ({ vehicleType: 0, source, fleetShare: 1, massKg: 0, dragAreaM2: 0, rollingShare: 0, standingPowerW: 0, drivingPowerW: 0, driveFactor: 0, recoveryShare: 0 });
  twin.propulsions = tableFrom(propulsionColumns, [propulsion(energySource.petrol), propulsion(energySource.diesel), propulsion(energySource.battery)]);
  twin.facts.energy.carbonGPerKwh = 50;
  const tables = emptyTables();
  tables.tripEnergy = tableFrom(resultTables.tripEnergy, [
    { departure: first('car'), propulsion: 0, takenWh: 32e6 / 3600 }, { departure: first('bus'), propulsion: 1, takenWh: 36e6 / 3600 }, { departure: first('bus'), propulsion: 2, takenWh: 2000 },
  ]);
  tables.trips = tableFrom(resultTables.trips, [{ departure: first('bus'), end: tripEnd.arrived, plannedDepartS: 0, departS: 0, arriveS: 900, timeLossS: 0, waitingS: 0, routeLengthM: 4000 }]);
  const values = measureAll({ twin, tables, figures });

  test.each([
    ['traffic-energy-kwh', 8.8889 + 10 + 2], ['traffic-co2-kg', 2.2176 + 2.6676 + 0.1], ['bus-energy-kwh-per-km', 12 / 4],
  ] as const)('%s is %d', (name, expected) => expect(values[name]).toBeCloseTo(expected, 4));

  test('is null where nobody says what drives the vehicles', () => {
    const none = measureAll({ twin, tables: emptyTables(), figures });
    for (const name of ['traffic-energy-kwh', 'traffic-co2-kg', 'bus-energy-kwh-per-km'] as const) expect(none[name]).toBeNull();
  });
});
