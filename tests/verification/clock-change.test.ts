// Goal: clocks change when those of a time zone do, as the platform knows it: in the moments of a day, in half hours and clock hours of a year, at every offset of Europe.
import { describe, expect, test } from 'vitest';
import { clockChangeS, hoursShown, julianDay } from '../../engine/foundation/calendar.ts';
import { calendarClock, clockAheadS, momentS } from '../../engine/lighting/civil-clock.ts';
import { outputHours } from '../../engine/lighting/compliance/output-hours.ts';
import { litSlots } from '../../scenarios/report/savings/lit-slots.ts';
import { dijonFacts } from './lighting-city.ts';
import { cityOfZones } from './zone-city.ts';

const QUARTER_MS = 900_000, YEAR = '2026', DAYS = 365;
const ZONES = [['Atlantic/Azores', -60], ['Europe/Lisbon', 0], ['Europe/Dublin', 0], ['Europe/Paris', 60], ['Europe/Athens', 120], ['Europe/Helsinki', 120]] as const;

/** What the clocks of a zone show at the start of every quarter of an hour of the year, by the platform. */
function shown(timeZone: string): { utcMs: number; date: string; hour: number; minute: number }[] {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }), firstMs = Date.parse(`${YEAR}-01-01T00:00Z`) - 86_400_000;
  return Array.from({ length: (DAYS + 2) * 96 }, (_, at) => firstMs + at * QUARTER_MS).map((utcMs) => {
    const [date, clock] = format.format(utcMs).split(' ') as [string, string], [hour, minute] = clock.split(':').map(Number) as [number, number];
    return { utcMs, date, hour, minute };
  }).filter(({ date }) => date.startsWith(YEAR));
}

describe.each(ZONES)('%s, UTC + %i min in winter', (timeZone, utcOffsetMin) => {
  const facts = dijonFacts({ utcOffsetMin }), quarters = shown(timeZone), dayOf = (date: string) => julianDay(date) - julianDay(`${YEAR}-01-01`), startMs = Date.parse(`${YEAR}-01-01T00:00Z`) - utcOffsetMin * 60_000;

  test('a clock time is the first moment at which clocks show it, and clocks are ahead from one change to the other', () => {
    const clock = calendarClock(facts, `${YEAR}-01-01`, DAYS), seen = new Set<string>();
    for (const { utcMs, date, hour, minute } of quarters) {
      const timeS = (utcMs - startMs) / 1000, day = dayOf(date), clockS = hour * 3600 + minute * 60, key = `${date} ${clockS}`;
      expect(timeS + clockAheadS(clock, timeS), key).toBe(day * 86_400 + clockS);
      if (!seen.has(key)) expect(momentS(clock, day, clockS), key).toBe(timeS);
      seen.add(key);
    }
    expect(quarters.length - seen.size).toBe(4);
  });

  test('hours and half hours of the clock are as long as they are', () => {
    const twin = cityOfZones(facts, []), { dates, lengthH } = litSlots(twin, { fromDate: `${YEAR}-01-01`, untilDate: `${YEAR}-12-31` }), halves = new Float64Array(lengthH.length);
    for (const { date, hour, minute } of quarters) halves[dayOf(date) * 48 + hour * 2 + Math.floor(minute / 30)]! += 0.25;
    expect(lengthH).toEqual(halves);
    dates.forEach((date, day) => { for (let hour = 0; hour < 24; hour++) expect(hoursShown(date, hour, utcOffsetMin), `${date} ${hour}`).toBe(halves[day * 48 + hour * 2]! + halves[day * 48 + hour * 2 + 1]!); });
  });

  test('lamps dimmed until the end of June are so in the clock hours in which they are', () => {
    const twin = cityOfZones(facts, [{
      switching: { kind: 'fixedHours', onClockS: 18 * 3600, offClockS: 6 * 3600 }, startsAtNoon: false, levels: [{ from: 'clock', fromS: 0, share: 1, rampS: 0 }], limits: [], lampsW: [60],
      rules: [{ fromDate: 101, untilDate: 630, days: 127, levels: [{ from: 'clock', fromS: 0, share: 0.5, rampS: 0 }] }],
    }]);
    const wanted = new Map<string, number>(), add = (hour: number, share: number) => wanted.set(`${hour} ${share}`, (wanted.get(`${hour} ${share}`) ?? 0) + 0.25);
    for (const { date, hour } of quarters) if (hour >= 18 || hour < 6) add(hour, date <= `${YEAR}-06-30` ? 0.5 : 1);
    const found = outputHours(twin)[0]!.map(({ hour, outputShare, hours }): [string, number] => [`${hour} ${outputShare}`, Math.round(hours * 1e6) / 1e6]);
    expect(new Map(found)).toEqual(wanted);
  });
});

test('outside Europe clocks change on the same Sundays, at 2:00 by standard time: 1:00 UTC would be Saturday evening in New York', () => {
  for (const standardMin of [-300, -480, 330, 540]) expect([clockChangeS(standardMin), hoursShown('2026-03-29', 2, standardMin), hoursShown('2026-10-25', 2, standardMin)]).toEqual([7200, 0, 2]);
});
