import { calendarDay, julianDay } from '../foundation/calendar.ts';
import { DAY_S } from '../foundation/clock.ts';
import { levelReference } from '../twin/lighting.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { momentS, type CivilClock } from './civil-clock.ts';
import { sunTimes } from './sun-times.ts';
import { wholeS } from './switching.ts';

/** A level of output that a program asks for from a moment on. */
export interface LevelStart { atS: number; share: number; rampS: number }

/** The program that a zone runs on a day, -1 for full output: that of the first rule of its calendar that names the day, else the default one. */
export function programOf({ lightingZones, lightingCalendars, calendarRules: rules }: ReadingTwin, clock: CivilClock, zone: number, day: number): number {
  const calendar = zone < lightingZones.count ? lightingZones.calendar[zone]! : -1;
  if (calendar < 0) return -1;
  const first = lightingCalendars.firstRule[calendar]!, end = first + lightingCalendars.ruleCount[calendar]!;
  if (first < end) {
    const { month, dayOfMonth, weekday } = calendarDay(julianDay(clock.date) + day), date = month * 100 + dayOfMonth;
    for (let rule = first; rule < end; rule++) {
      const fromDate = rules.fromDate[rule]!, untilDate = rules.untilDate[rule]!;
      const inSpan = fromDate <= untilDate ? date >= fromDate && date <= untilDate : date >= fromDate || date <= untilDate;
      if (inSpan && rules.days[rule]! & (1 << weekday)) return rules.program[rule]!;
    }
  }
  return lightingCalendars.defaultProgram[calendar]!;
}

/**
 * What the programs of a zone ask for, from the hours of day `firstDay` (from noon or midnight, as its calendar says) to those of the day
 * before `endDay`, in the order of time. A level begins at each moment that it names and that lies within the hours of the day that runs
 * its program. Before the first one of the day, the program gives what its last one gives: programs go round.
 */
export function levelStarts(twin: ReadingTwin, clock: CivilClock, zone: number, firstDay: number, endDay: number): LevelStart[] {
  const { lightingZones, lightingCalendars } = twin, calendar = zone < lightingZones.count ? lightingZones.calendar[zone]! : -1;
  const startsAtS = calendar >= 0 && lightingCalendars.startsAtNoon[calendar] === 1 ? DAY_S / 2 : 0;
  const starts: LevelStart[] = [];
  for (let day = firstDay; day < endDay; day++) {
    const fromS = momentS(clock, day, startsAtS), untilS = momentS(clock, day + 1, startsAtS);
    const ofDay = levelsWithin(twin, clock, programOf(twin, clock, zone, day), day, fromS, untilS);
    const last = ofDay.at(-1)!;
    if (ofDay[0]!.atS > fromS) starts.push({ ...last, atS: fromS });
    for (const level of ofDay) if (level.atS >= fromS) starts.push(level);
  }
  return starts;
}

/** The levels of a program that begin within some hours, in the order of time; its last row, as before them, where none does. */
function levelsWithin(twin: ReadingTwin, clock: CivilClock, program: number, day: number, fromS: number, untilS: number): LevelStart[] {
  const { lightingPrograms, dimmingLevels: levels } = twin;
  if (program < 0 || lightingPrograms.levelCount[program] === 0) return [{ atS: fromS, share: 1, rampS: 0 }];
  const first = lightingPrograms.firstLevel[program]!, end = first + lightingPrograms.levelCount[program]!;
  const found: LevelStart[] = [];
  for (let level = first; level < end; level++) {
    for (let from = day - 1; from <= day + 1; from++) {
      const atS = wholeS(levelMomentS(twin, clock, levels.reference[level]!, levels.fromS[level]!, from));
      if (atS >= fromS && atS < untilS) found.push({ atS, share: levels.outputShare[level]!, rampS: wholeS(levels.rampS[level]!) });
    }
  }
  if (found.length === 0) return [{ atS: fromS, share: levels.outputShare[end - 1]!, rampS: wholeS(levels.rampS[end - 1]!) }];
  // Sorting keeps the order of rows that begin together: the later one holds.
  return found.sort((one, other) => one.atS - other.atS);
}

/** When a level begins by the clock, the sunset, the sunrise of a day or the middle of the night after it; NaN where the sun does neither. */
function levelMomentS({ facts }: ReadingTwin, clock: CivilClock, reference: number, fromS: number, day: number): number {
  if (reference === levelReference.clock) return momentS(clock, day, fromS);
  const place = { ...facts, date: clock.date, utcOffsetMin: clock.utcOffsetMin };
  if (reference === levelReference.sunset) return sunTimes(place, day).sunsetS + fromS;
  if (reference === levelReference.sunrise) return sunTimes(place, day).sunriseS + fromS;
  return (sunTimes(place, day).sunsetS + sunTimes(place, day + 1).sunriseS) / 2 + fromS;
}
