import { julianDay } from '../foundation/calendar.ts';
import { DAY_S } from '../foundation/clock.ts';
import { atan2, cos, sin } from '../foundation/exact-math.ts';
import type { CityFacts } from '../twin/twin.ts';

/**
 * Sunrise and sunset after the solar calculator of NOAA (gml.noaa.gov/grad/solcalc), which follows Meeus, Astronomical
 * Algorithms (2nd ed. 1998), chapters 22, 25 and 28. How near it comes to other programs and to almanacs: docs/models/sun.md.
 */

const DEGREE = 3.141592653589793 / 180;
/** Sunset and sunrise: the upper limb on the horizon, refraction 34', half the disc 16'. */
export const HORIZON_DEG = -0.833;
/** Julian day of 2000-01-01, 12:00. */
const EPOCH_JULIAN_DAY = 2451545;
const CENTURY_DAYS = 36525;
/** Each round brings the sun's place to the time found in the round before; the third moves it by less than 0.01 s. */
const ROUNDS = 4;

/** When the sun rises and sets, or crosses another altitude, seconds since local midnight of the first day. */
export interface SunTimes {
  /** -Infinity where the sun does not set on that day, Infinity where it does not rise. */
  sunriseS: number;
  /** Infinity where the sun does not set on that day, -Infinity where it does not rise. */
  sunsetS: number;
}

/** What sun times depend on. */
export type PlaceAndDate = Pick<CityFacts, 'date' | 'utcOffsetMin' | 'originLatitudeDeg' | 'originLongitudeDeg'>;

/**
 * When the sun's centre, refraction left out, comes up through an altitude and goes down through it again, on the day that lies `day` days
 * after the first one; sunrise and sunset where nothing else is asked for.
 */
export function sunTimes(facts: PlaceAndDate, day: number, altitudeDeg = HORIZON_DEG): SunTimes {
  const { sunriseS, sunsetS } = timesOfDay(facts, julianDay(facts.date) + day, altitudeDeg);
  return { sunriseS: day * DAY_S + sunriseS, sunsetS: day * DAY_S + sunsetS };
}

/** All zones of a city ask for the same days: what was worked out is kept, by place and altitude, then by day. */
const known = new Map<string, Map<number, SunTimes>>();
const MOST_PLACES = 64, MOST_DAYS = 40_000;

function timesOfDay(facts: PlaceAndDate, julian: number, altitudeDeg: number): SunTimes {
  const place = `${facts.originLatitudeDeg} ${facts.originLongitudeDeg} ${facts.utcOffsetMin} ${altitudeDeg}`;
  let days = known.get(place);
  if (!days || days.size >= MOST_DAYS) {
    if (known.size >= MOST_PLACES) known.clear();
    known.set(place, days = new Map());
  }
  let times = days.get(julian);
  if (!times) days.set(julian, times = { sunriseS: crossingS(facts, julian, altitudeDeg, -1), sunsetS: crossingS(facts, julian, altitudeDeg, 1) });
  return times;
}

/** When the sun crosses an altitude, seconds after local midnight of that day. `side`: -1 in the morning, 1 in the evening. */
function crossingS(facts: PlaceAndDate, julian: number, altitudeDeg: number, side: -1 | 1): number {
  const midnight = julian - facts.utcOffsetMin / 1440;
  const latitude = facts.originLatitudeDeg * DEGREE, sinAltitude = sin(altitudeDeg * DEGREE);
  let timeMin = 720;
  for (let round = 0; round < ROUNDS; round++) {
    const { declinationRad, equationOfTimeMin } = sunAt(midnight + timeMin / 1440);
    const cosHourAngle = (sinAltitude - sin(latitude) * sin(declinationRad)) / (cos(latitude) * cos(declinationRad));
    if (cosHourAngle > 1) return -side * Infinity;
    if (cosHourAngle < -1) return side * Infinity;
    const hourAngleDeg = atan2(Math.sqrt(1 - cosHourAngle * cosHourAngle), cosHourAngle) / DEGREE;
    timeMin = 720 - 4 * facts.originLongitudeDeg - equationOfTimeMin + facts.utcOffsetMin + side * 4 * hourAngleDeg;
  }
  return timeMin * 60;
}

/** Where the sun stands, and how far a sundial is ahead of a clock. */
function sunAt(julian: number): { declinationRad: number; equationOfTimeMin: number } {
  const t = (julian - EPOCH_JULIAN_DAY) / CENTURY_DAYS;
  const meanLongitude = (280.46646 + t * (36000.76983 + t * 0.0003032)) * DEGREE;
  const meanAnomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)) * DEGREE;
  const eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
  const centreDeg = sin(meanAnomaly) * (1.914602 - t * (0.004817 + t * 0.000014)) +
    sin(2 * meanAnomaly) * (0.019993 - t * 0.000101) + sin(3 * meanAnomaly) * 0.000289;
  const node = (125.04 - t * 1934.136) * DEGREE;
  const apparentLongitude = meanLongitude + (centreDeg - 0.00569 - 0.00478 * sin(node)) * DEGREE;
  const meanObliquityDeg = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
  const obliquity = (meanObliquityDeg + 0.00256 * cos(node)) * DEGREE;
  const sinDeclination = sin(obliquity) * sin(apparentLongitude);
  const tanHalf = sin(obliquity / 2) / cos(obliquity / 2), y = tanHalf * tanHalf;
  const equation = y * sin(2 * meanLongitude) - 2 * eccentricity * sin(meanAnomaly) +
    4 * eccentricity * y * sin(meanAnomaly) * cos(2 * meanLongitude) -
    0.5 * y * y * sin(4 * meanLongitude) - 1.25 * eccentricity * eccentricity * sin(2 * meanAnomaly);
  return {
    declinationRad: atan2(sinDeclination, Math.sqrt(1 - sinDeclination * sinDeclination)),
    equationOfTimeMin: 4 * (equation / DEGREE),
  };
}
