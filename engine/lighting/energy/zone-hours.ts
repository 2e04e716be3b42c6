import { DAY_S } from '../../foundation/clock.ts';
import { levelReference } from '../../twin/lighting.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { momentS } from '../civil-clock.ts';
import { walkOutput } from '../lamp-schedule.ts';
import { programOf } from '../program-levels.ts';
import { burningTable, EVERY_DAY, hasRoom } from './burning-table.ts';
import { addClockNights } from './clock-nights.ts';
import type { BurningTable, LightingPeriod } from './lighting-period.ts';

/** What the schedules of zones come to, month by month: row = zone * months + month. The last zone stands for lamps of none. */
export interface ZoneHours {
  /** Time in which lamps give light; half of it while they ramp from or to nothing. */
  burningS: Float64Array;
  /** Output times time. */
  lightS: Float64Array;
}

/** Hours of all zones that have lamps. Schedules of clock times come from tables; those with ramps or times counted from the sun are walked. */
export function zoneHours(twin: ReadingTwin, period: LightingPeriod): ZoneHours {
  const monthCount = period.months.length, zoneCount = twin.lightingZones.count + 1;
  const make = () => new Float64Array(zoneCount * monthCount);
  const hours: ZoneHours = { burningS: make(), lightS: make() };
  const limited = zonesWithLimits(twin), calendars = new Map<number, ZoneCalendar>();
  for (const zone of zonesWithLamps(twin)) {
    const row = zone * monthCount, rule = zone < twin.lightingZones.count ? twin.lightingZones.switching[zone]! : -1;
    const parts = limited[zone] ? undefined : zoneTables(twin, period, zone, rule, calendars);
    if (parts) for (const { program, table } of parts) addProgram(twin, program, table, monthCount, row, hours);
    else if (!addClockNights(twin, period, zone, hours)) walkMonths(twin, period, zone, hours);
  }
  return hours;
}

/** Adds what a program of clock times gives on the days of a table. */
function addProgram({ lightingPrograms, dimmingLevels: { fromS, outputShare } }: ReadingTwin, program: number, table: BurningTable, monthCount: number, row: number, { burningS, lightS }: ZoneHours): void {
  const first = program < 0 ? 0 : lightingPrograms.firstLevel[program]!, count = program < 0 ? 0 : lightingPrograms.levelCount[program]!;
  // From midnight to the first level the last one holds; a program without levels is one of full output.
  for (let level = -1; level < Math.max(0, count); level++) {
    const share = count === 0 ? 1 : outputShare[level < 0 ? first + count - 1 : first + level]!;
    if (share <= 0) continue;
    const from = clockRow(level < 0 ? 0 : fromS[first + level]!) * monthCount, until = clockRow(level + 1 < count ? fromS[first + level + 1]! : DAY_S) * monthCount;
    for (let month = 0; month < monthCount; month++) {
      const seconds = table[until + month]! - table[from + month]!;
      burningS[row + month]! += seconds;
      lightS[row + month]! += seconds * share;
    }
  }
}

const clockRow = (clockS: number): number => Math.floor(clockS + 0.5);

/** Programs of a calendar, each with the table of the days on which it runs. */
interface ZoneCalendar { key: string; programs: number[]; startsAtNoon: boolean }
/** More programs than this in one calendar are walked: each needs a table of its own. */
const MOST_PROGRAMS = 8;

function zoneTables(twin: ReadingTwin, period: LightingPeriod, zone: number, rule: number, calendars: Map<number, ZoneCalendar>): { program: number; table: BurningTable }[] | undefined {
  const calendar = zone < twin.lightingZones.count ? twin.lightingZones.calendar[zone]! : -1;
  // Without a program no more than with one: a file may give every zone a switching rule of its own, and each needs a table.
  if (calendar < 0) return hasRoom(period, 1) ? [{ program: -1, table: burningTable(twin, period, rule, EVERY_DAY) }] : undefined;
  let known = calendars.get(calendar);
  if (!known) calendars.set(calendar, known = calendarOf(twin, calendar));
  const { key, programs, startsAtNoon } = known;
  if (programs.length > MOST_PROGRAMS || !programs.every((program) => isByClock(twin, program)) || !hasRoom(period, programs.length)) return undefined;
  if (programs.length === 1) return [{ program: programs[0]!, table: burningTable(twin, period, rule, EVERY_DAY) }];
  return programs.map((program, at) => ({
    program,
    table: burningTable(twin, period, rule, { key: `${at} of ${key}`, startsAtNoon, holds: (day) => programOf(twin, period.clock, zone, day) === program }),
  }));
}

/** Calendars with the same rules share their tables, whatever programs they name: the key says which rules name the same one. */
function calendarOf({ lightingCalendars, calendarRules }: ReadingTwin, calendar: number): ZoneCalendar {
  const first = lightingCalendars.firstRule[calendar]!, programs: number[] = [lightingCalendars.defaultProgram[calendar]!], startsAtNoon = lightingCalendars.startsAtNoon[calendar] === 1;
  let key = startsAtNoon ? 'noon' : 'midnight';
  for (let rule = first; rule < first + lightingCalendars.ruleCount[calendar]!; rule++) {
    const program = calendarRules.program[rule]!;
    if (!programs.includes(program)) programs.push(program);
    key += ` ${calendarRules.fromDate[rule]}-${calendarRules.untilDate[rule]}-${calendarRules.days[rule]}-${programs.indexOf(program)}`;
  }
  return { key, programs, startsAtNoon };
}

/** Whether all levels of a program begin by the clock and at once. Levels of one time, out of order or at 24:00 are for those who walk. */
function isByClock({ lightingPrograms, dimmingLevels }: ReadingTwin, program: number): boolean {
  if (program < 0) return true;
  const first = lightingPrograms.firstLevel[program]!, end = first + lightingPrograms.levelCount[program]!;
  for (let level = first; level < end; level++) {
    if (dimmingLevels.reference[level] !== levelReference.clock || dimmingLevels.rampS[level]! > 0) return false;
    const row = clockRow(dimmingLevels.fromS[level]!);
    if (!(row > (level > first ? clockRow(dimmingLevels.fromS[level - 1]!) : -1) && row < DAY_S)) return false;
  }
  return true;
}

/** Adds what the stretches of a zone come to, cut where months meet. */
function walkMonths(twin: ReadingTwin, { clock, months, dayCount }: LightingPeriod, zone: number, { burningS, lightS }: ZoneHours): void {
  const endsS = months.map(({ endDay }) => momentS(clock, endDay, 0)), beginS = momentS(clock, 0, 0), row = zone * months.length;
  let month = 0;
  walkOutput(twin, clock, zone, { firstDay: 0, endDay: dayCount }, (startS, startShare, endS, endShare) => {
    if (startShare === 0 && endShare === 0) return;
    const slope = (endShare - startShare) / (endS - startS), startOn = startShare > 0 ? 1 : 0, onSlope = ((endShare > 0 ? 1 : 0) - startOn) / (endS - startS);
    for (let fromS = Math.max(startS, beginS); fromS < endS;) {
      while (endsS[month]! <= fromS) month++;
      const untilS = Math.min(endS, endsS[month]!), lengthS = untilS - fromS, middleS = (fromS + untilS) / 2 - startS;
      lightS[row + month]! += lengthS * (startShare + slope * middleS);
      burningS[row + month]! += lengthS * (startOn + onSlope * middleS);
      fromS = untilS;
    }
  });
}

/** Zones in which lamps stand, in the order of rows. */
function zonesWithLamps({ lamps, lightingZones }: ReadingTwin): number[] {
  const isLit = new Uint8Array(lightingZones.count + 1), zones: number[] = [];
  for (let lamp = 0; lamp < lamps.count; lamp++) isLit[lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!] = 1;
  for (let zone = 0; zone < isLit.length; zone++) if (isLit[zone]) zones.push(zone);
  return zones;
}

function zonesWithLimits({ lightingLimits, lightingZones }: ReadingTwin): Uint8Array {
  const isLimited = new Uint8Array(lightingZones.count + 1);
  for (let limit = 0; limit < lightingLimits.count; limit++) isLimited[lightingLimits.zone[limit]!] = 1;
  return isLimited;
}
