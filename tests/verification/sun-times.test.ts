// Goal: sunrise and sunset are right, against another library, a published calendar and times computed elsewhere.
import { getTimes } from 'suncalc';
import { describe, expect, test } from 'vitest';
import { formatClock, parseClock } from '../../engine/foundation/clock.ts';
import { julianDay } from '../../engine/foundation/calendar.ts';
import { sunTimes, type PlaceAndDate } from '../../engine/lighting/sun-times.ts';

const dijon = (date: string, utcOffsetMin = 0): PlaceAndDate => ({ date, utcOffsetMin, originLatitudeDeg: 47.322, originLongitudeDeg: 5.041 });
const MINUTE_S = 60;

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
])('Dijon %s: sunrise %s, sunset %s, to 15 s', (date, rise, set) => {
  const { sunriseS, sunsetS } = sunTimes(dijon(date), 0);
  expect(Math.abs(sunriseS - parseClock(rise)!)).toBeLessThan(15);
  expect(Math.abs(sunsetS - parseClock(set)!)).toBeLessThan(15);
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

// Sunset to sunrise 4,292 h; 15 min later and 15 min earlier 4,110 h: computed elsewhere for the same place.
test('the nights of a year at Dijon: 4,292 h; 4,110 h when lamps burn half an hour less a night', () => {
  let nightS = 0;
  for (let day = 0; day < 365; day++) nightS += sunTimes(dijon('2026-01-01'), day + 1).sunriseS - sunTimes(dijon('2026-01-01'), day).sunsetS;
  expect(Math.abs(nightS / 3600 - 4292)).toBeLessThan(2);
  expect(Math.abs(nightS / 3600 - 365 * 0.5 - 4110)).toBeLessThan(2);
});
