// Goal: sunrise and sunset are right, against another library, a published calendar and times computed elsewhere.
import { getTimes } from 'suncalc';
import { describe, expect, test } from 'vitest';
import { formatClock, parseClock } from '../../engine/foundation/clock.ts';
import { isDate, julianDay } from '../../engine/foundation/calendar.ts';
import { sunTimes, type PlaceAndDate } from '../../engine/lighting/sun-times.ts';

const dijon = (date: string, utcOffsetMin = 0): PlaceAndDate => ({ date, utcOffsetMin, originLatitudeDeg: 47.322, originLongitudeDeg: 5.041 });
const MINUTE_S = 60;

test('a day is what the calendar of the language calls one: every day of four centuries, no month 13, no 30 February, no other writing', () => {
  const DAY_MS = 86_400_000, first = Date.UTC(1801, 0, 1);
  for (let day = 0; day < 146_097; day++) {
    const text = new Date(first + day * DAY_MS).toISOString().slice(0, 10);
    if (!isDate(text)) expect(text).toBe('a day');
  }
  for (const text of ['2026-02-29', '2026-02-30', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32', '2026-1-01', '26-01-01', '2026-01-01T00', '', 'today']) expect([text, isDate(text)]).toEqual([text, false]);
  expect(isDate('2000-02-29')).toBe(true);
});

test('Julian days of Meeus, Astronomical Algorithms, chapter 7', () => {
  expect(julianDay('2000-01-01')).toBe(2451544.5);
  expect(julianDay('1999-01-01')).toBe(2451179.5);
  expect(julianDay('1987-01-27')).toBe(2446822.5);
  expect(julianDay('1988-06-19')).toBe(2447331.5);
});

// Computed with two independent libraries that agree within 2 s; UTC.
test.each([
  ['2026-03-20', '05:43:05', '17:52:20'],
  ['2026-06-21', '03:43:17', '19:40:01'],
  ['2026-09-23', '05:27:46', '17:35:49'],
  ['2026-12-21', '07:23:57', '15:51:50'],
])('Dijon %s: sunrise %s, sunset %s, to 10 s', (date, rise, set) => {
  const { sunriseS, sunsetS } = sunTimes(dijon(date), 0);
  expect(Math.abs(sunriseS - parseClock(rise)!)).toBeLessThan(10);
  expect(Math.abs(sunsetS - parseClock(set)!)).toBeLessThan(10);
});

test('civil twilight at Dijon on 2026-03-20, computed with the same two libraries, to 10 s', () => {
  const { sunriseS, sunsetS } = sunTimes(dijon('2026-03-20'), 0, -6);
  expect(Math.abs(sunriseS - parseClock('05:12:35')!)).toBeLessThan(10);
  expect(Math.abs(sunsetS - parseClock('18:22:58')!)).toBeLessThan(10);
});

const DEGREE = Math.PI / 180, DAY_MS = 86_400_000;

/** Low-precision formulas of the Astronomical Almanac (0.01 degrees, 1950 to 2050): right ascension and sidereal time, no equation of time. */
function almanacAltitudeDeg(ms: number, latitudeDeg: number, longitudeDeg: number): number {
  const days = ms / DAY_MS - 10_957.5, anomaly = (357.528 + 0.9856003 * days) * DEGREE;
  const longitude = (280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * DEGREE, obliquity = (23.439 - 4e-7 * days) * DEGREE;
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude)), declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
  const hourAngle = (18.697374558 + 24.06570982441908 * days) * 15 * DEGREE + longitudeDeg * DEGREE - ascension, latitude = latitudeDeg * DEGREE;
  return Math.asin(Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)) / DEGREE;
}

// Both are good to 0.01 degrees, which the sun passes in some 4 s at Dijon: they may stand 10 s apart.
test.each([-0.833, -6, -12])('every day of 2026 at Dijon, sun at %d degrees, against the Astronomical Almanac and suncalc: within 10 s', (altitudeDeg) => {
  const start = Date.UTC(2026, 0, 1), altitude = (ms: number) => almanacAltitudeDeg(ms, 47.322, 5.041);
  let worstS = 0, worstSuncalcS = 0;
  for (let day = 0; day < 365; day++) {
    const { sunriseS, sunsetS } = sunTimes(dijon('2026-01-01'), day, altitudeDeg), noon = start + (day + 0.5) * DAY_MS;
    const crossingS = (fromMs: number, untilMs: number): number => {
      const isBelow = altitude(fromMs) < altitudeDeg;
      let low = fromMs, high = untilMs;
      for (let halving = 0; halving < 40; halving++) {
        const middle = (low + high) / 2;
        if (altitude(middle) < altitudeDeg === isBelow) low = middle;
        else high = middle;
      }
      return (low - start) / 1000;
    };
    worstS = Math.max(worstS, Math.abs(crossingS(noon - DAY_MS / 2, noon) - sunriseS), Math.abs(crossingS(noon, noon + DAY_MS / 2) - sunsetS));
    const times = getTimes(new Date(noon), 47.322, 5.041);
    const [rise, set] = altitudeDeg === -0.833 ? [times.sunrise, times.sunset] : altitudeDeg === -6 ? [times.dawn, times.dusk] : [times.nauticalDawn, times.nauticalDusk];
    worstSuncalcS = Math.max(worstSuncalcS, Math.abs((rise!.getTime() - start) / 1000 - sunriseS), Math.abs((set!.getTime() - start) / 1000 - sunsetS));
  }
  console.log(`sun at ${altitudeDeg} degrees: at most ${worstS.toFixed(1)} s from the almanac, ${worstSuncalcS.toFixed(1)} s from suncalc`);
  expect(worstS).toBeLessThan(10);
  expect(worstSuncalcS).toBeLessThan(10);
});

// kalendrier.ouest-france.fr, heure lever et coucher du soleil à Dijon: local time, whole minutes.
test.each([
  ['2025-09-01', 120, '06:59', '20:20'], ['2025-09-06', 120, '07:05', '20:10'],
  ['2023-04-01', 120, '07:19', '20:08'], ['2023-04-08', 120, '07:05', '20:18'],
  ['2019-10-01', 120, '07:38', '19:20'], ['2019-10-07', 120, '07:46', '19:08'],
])('published calendar for Dijon, %s, UTC + %i min: %s to %s, to the minute', (date, utcOffsetMin, rise, set) => {
  const { sunriseS, sunsetS } = sunTimes(dijon(date, utcOffsetMin), 0);
  // A calendar of whole minutes may round or cut: one minute either way.
  expect(Math.abs(sunriseS - parseClock(rise)!), formatClock(sunriseS)).toBeLessThanOrEqual(MINUTE_S);
  expect(Math.abs(sunsetS - parseClock(set)!), formatClock(sunsetS)).toBeLessThanOrEqual(MINUTE_S);
});

describe('every day of 2026 against suncalc', () => {
  const worstDifferenceS = (latitudeDeg: number, longitudeDeg: number): number => {
    const facts = { date: '2026-01-01', utcOffsetMin: 0, originLatitudeDeg: latitudeDeg, originLongitudeDeg: longitudeDeg };
    let worstS = 0;
    for (let day = 0; day < 365; day++) {
      const noon = new Date(Date.UTC(2026, 0, 1 + day, 12)), midnight = Date.UTC(2026, 0, 1 + day);
      const { sunrise, sunset } = getTimes(noon, latitudeDeg, longitudeDeg);
      const { sunriseS, sunsetS } = sunTimes(facts, day);
      worstS = Math.max(worstS, Math.abs(sunriseS - day * 86400 - (sunrise!.getTime() - midnight) / 1000), Math.abs(sunsetS - day * 86400 - (sunset!.getTime() - midnight) / 1000));
    }
    return worstS;
  };
  test.each([['Dijon', 47.322, 5.041], ['Bologna', 44.494, 11.343], ['on the equator', 0, -0.5], ['in latitude 60', 60, 18.9]])('%s: within a minute', (_, latitudeDeg, longitudeDeg) => {
    expect(worstDifferenceS(latitudeDeg, longitudeDeg)).toBeLessThan(MINUTE_S);
  });
});

test('beyond the polar circle the sun stays up in June and down in December', () => {
  const tromso = { utcOffsetMin: 60, originLatitudeDeg: 69.65, originLongitudeDeg: 18.96 };
  expect(sunTimes({ ...tromso, date: '2026-06-21' }, 0)).toEqual({ sunriseS: -Infinity, sunsetS: Infinity });
  expect(sunTimes({ ...tromso, date: '2026-12-21' }, 0)).toEqual({ sunriseS: Infinity, sunsetS: -Infinity });
});

test('the sun below -6 degrees at Dijon: 3,878 h a year, computed elsewhere', () => {
  let darkS = 0;
  for (let day = 0; day < 365; day++) darkS += sunTimes(dijon('2026-01-01'), day + 1, -6).sunriseS - sunTimes(dijon('2026-01-01'), day, -6).sunsetS;
  expect(Math.abs(darkS / 3600 - 3878)).toBeLessThan(2);
});

// Sunset to sunrise 4,292 h; 15 min later and 15 min earlier 4,110 h: computed elsewhere for the same place.
test('the nights of a year at Dijon: 4,292 h; 4,110 h when lamps burn half an hour less a night', () => {
  let nightS = 0;
  for (let day = 0; day < 365; day++) nightS += sunTimes(dijon('2026-01-01'), day + 1).sunriseS - sunTimes(dijon('2026-01-01'), day).sunsetS;
  expect(Math.abs(nightS / 3600 - 4292)).toBeLessThan(2);
  expect(Math.abs(nightS / 3600 - 365 * 0.5 - 4110)).toBeLessThan(2);
});
