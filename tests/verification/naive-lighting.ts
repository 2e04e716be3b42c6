// Street lighting second by second: what a zone gives, from clocks of a time zone as the platform knows them. Shares only the sun with the engine.
import { sunAltitudeOfDaylightDeg } from '../../engine/lighting/daylight.ts';
import { sunTimes } from '../../engine/lighting/sun-times.ts';
import type { CityFacts } from '../../engine/twin/twin.ts';
import type { DrawnZone, Level } from './zone-city.ts';

const DAY_MS = 86_400_000, SPARE_DAYS = 5;

/** Real seconds of the days of a place, each with its civil day and clock. */
interface Seconds { startMs: number; day: Int32Array; clockS: Int32Array; firstOfDay: Map<number, number> }

const known = new Map<string, Seconds>();

function secondsOf(fromDate: string, dayCount: number, timeZone: string): Seconds {
  const key = `${fromDate} ${dayCount} ${timeZone}`, before = known.get(key);
  if (before) return before;
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsetMs = (ms: number): number => Number(/GMT([+-]\d\d)?/.exec(format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value)![1] ?? 0) * 3_600_000;
  const zero = Date.parse(`${fromDate}T00:00:00Z`), startMs = zero - SPARE_DAYS * DAY_MS, count = (dayCount + 2 * SPARE_DAYS) * 86_400;
  const day = new Int32Array(count), clockS = new Int32Array(count), firstOfDay = new Map<number, number>();
  for (let second = 0, offset = 0; second < count; second++) {
    const ms = startMs + second * 1000;
    // Clocks change on the hour.
    if (second % 3600 === 0) offset = offsetMs(ms);
    const local = ms + offset - zero;
    day[second] = Math.floor(local / DAY_MS);
    clockS[second] = (local - day[second]! * DAY_MS) / 1000;
    if (!firstOfDay.has(day[second]!)) firstOfDay.set(day[second]!, second);
  }
  const seconds = { startMs, day, clockS, firstOfDay };
  known.clear();
  known.set(key, seconds);
  return seconds;
}

/** The first second of a day at which its clock shows a time or later. */
function whenClockShows({ day, clockS, firstOfDay }: Seconds, ofDay: number, atClockS: number): number {
  // Clocks are an hour off at most: no need to look before.
  let second = (firstOfDay.get(ofDay) ?? Infinity) + Math.max(0, atClockS - 3600);
  while (second < day.length && day[second] === ofDay && clockS[second]! < atClockS) second++;
  return second;
}

/** Light and burning time of a zone between civil midnights, by trapezoids of one second. */
export function naiveLight(facts: CityFacts, zone: DrawnZone, fromDate: string, dayCount: number, timeZone = 'Europe/Paris'): { lightS: number; burningS: number } {
  const seconds = secondsOf(fromDate, dayCount, timeZone), { day, clockS, startMs } = seconds, zero = Date.parse(`${fromDate}T00:00:00Z`);
  const place = { ...facts, date: fromDate, utcOffsetMin: 0 }, toSecond = (utcS: number) => Math.round(utcS + (zero - startMs) / 1000);
  const sunset = (ofDay: number, deg?: number) => sunTimes(place, ofDay, deg).sunsetS, sunrise = (ofDay: number, deg?: number) => sunTimes(place, ofDay, deg).sunriseS;
  const days = [...seconds.firstOfDay.keys()].slice(1, -1);
  const nights = days.map((ofDay): [number, number] => {
    const rule = zone.switching;
    if (rule.kind === 'fixedHours') return [whenClockShows(seconds, ofDay, rule.onClockS), whenClockShows(seconds, ofDay + (rule.offClockS < rule.onClockS ? 1 : 0), rule.offClockS)];
    if (rule.kind === 'photocell') return [toSecond(sunset(ofDay, sunAltitudeOfDaylightDeg(rule.onLx))), toSecond(sunrise(ofDay + 1, sunAltitudeOfDaylightDeg(rule.offLx)))];
    if (rule.kind === 'sun') return [toSecond(sunset(ofDay, rule.altitudeDeg) + rule.onOffsetS), toSecond(sunrise(ofDay + 1, rule.altitudeDeg) + rule.offOffsetS)];
    return [toSecond(sunset(ofDay) + 60 * facts.lighting.switchOnOffsetMin), toSecond(sunrise(ofDay + 1) + 60 * facts.lighting.switchOffOffsetMin)];
  });
  const programOf = (ofDay: number): readonly Level[] => {
    const date = new Date(zero + ofDay * DAY_MS), number = (date.getUTCMonth() + 1) * 100 + date.getUTCDate(), weekday = (date.getUTCDay() + 6) % 7;
    const rule = zone.rules.find(({ fromDate: from, untilDate: until, days: on }) => (on >> weekday) % 2 === 1 && (from <= until ? number >= from && number <= until : number >= from || number <= until));
    return rule ? rule.levels : zone.levels;
  };
  const half = zone.startsAtNoon ? 43_200 : 0, windows = new Map<number, { at: number; level: Level }[]>();
  for (const ofDay of days.slice(1, -1)) {
    const begins = whenClockShows(seconds, ofDay, half), ends = whenClockShows(seconds, ofDay + 1, half), starts: { at: number; level: Level }[] = [];
    for (const level of programOf(ofDay)) {
      for (const near of [ofDay - 1, ofDay, ofDay + 1]) {
        const at = level.from === 'clock' ? whenClockShows(seconds, near, level.fromS) : toSecond((level.from === 'sunset' ? sunset(near) : level.from === 'sunrise' ? sunrise(near) : (sunset(near) + sunrise(near + 1)) / 2) + level.fromS);
        if (at >= begins && at < ends) starts.push({ at, level });
      }
    }
    windows.set(ofDay, starts.sort((one, other) => one.at - other.at));
  }
  const burning = new Uint8Array(day.length);
  for (const [on, off] of nights) burning.fill(1, Math.min(on, day.length), Math.max(on, Math.min(off, day.length)));
  let lightS = 0, burningS = 0, out = 0, target = 0, rampFrom = 0, rampStart = 0, rampEnd = -1;
  for (let second = whenClockShows(seconds, days[2]!, 0); second < day.length && day[second]! < dayCount; second++) {
    const ofDay = zone.startsAtNoon && clockS[second]! < 43_200 ? day[second]! - 1 : day[second]!, starts = windows.get(ofDay)!, last = programOf(ofDay).at(-1);
    const inForce = starts.findLast(({ at }) => at <= second)?.level ?? starts.at(-1)?.level ?? last ?? { share: 1, rampS: 0 };
    const limited = Math.min(1, ...zone.limits.filter(({ fromClockS: from, untilClockS: until }) => (from < until ? clockS[second]! >= from && clockS[second]! < until : clockS[second]! >= from || clockS[second]! < until)).map(({ share }) => share));
    const burns = burning[second] === 1, burned = burning[second - 1] === 1;
    const wanted = burns ? Math.min(inForce.share, limited) : 0;
    const beganNow = starts.some(({ at }) => at === second) || (clockS[second] === half && starts[0]?.at !== second);
    if (wanted !== target || (burned && !burns)) {
      if (burns && burned && beganNow && inForce.rampS > 0) [rampFrom, rampStart, rampEnd] = [out, second, second + inForce.rampS];
      else [rampEnd, out] = [-1, wanted];
      target = wanted;
    }
    const next = rampEnd > second ? rampFrom + ((target - rampFrom) * (second + 1 - rampStart)) / (rampEnd - rampStart) : target;
    if (day[second]! >= 0) {
      lightS += (out + next) / 2;
      burningS += next > 0 || out > 0 ? 1 : 0;
    }
    out = next;
  }
  return { lightS, burningS };
}
