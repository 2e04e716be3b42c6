import { DAY_S } from '../engine/foundation/clock.ts';
import { calendarClock } from '../engine/lighting/civil-clock.ts';
import { sunTimes } from '../engine/lighting/sun-times.ts';
import type { CityFacts } from '../engine/twin/twin.ts';
import type { Night } from '../data/formats/eclext/night-hours.ts';

const DAYS = 366;

/** The nights of a year at a place, by its clocks; those without sunset or sunrise left out. */
export function nightsOfYear(facts: CityFacts): Night[] {
  const clock = calendarClock(facts, `${facts.date.slice(0, 4)}-01-01`, DAYS), place = { ...facts, date: clock.date, utcOffsetMin: clock.utcOffsetMin };
  return Array.from({ length: DAYS }, (_, day) => {
    const aheadS = clock.summers.some(({ first, end }) => day >= first && day < end) ? 3600 : 0;
    return { sunsetS: sunTimes(place, day).sunsetS - day * DAY_S + aheadS, sunriseS: sunTimes(place, day + 1).sunriseS - day * DAY_S + aheadS };
  }).filter(({ sunsetS, sunriseS }) => Number.isFinite(sunsetS) && Number.isFinite(sunriseS));
}
