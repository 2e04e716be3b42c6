import { tableFrom, type RowValues } from '../foundation/table.ts';
import { calendarRuleColumns, dimmingLevelColumns, lightingCalendarColumns, lightingProgramColumns, lightingZoneColumns } from './lighting.ts';
import type { ReadingTwin, Twin } from './twin.ts';

/** A level of a program, as a row of `dimmingLevels`. */
export type DimmingLevel = RowValues<typeof dimmingLevelColumns>;

/** A program by its name and levels; none: full output. */
export interface Program { name: string; levels: readonly DimmingLevel[] }

/** What a zone runs on which day: its calendar with the programs in place of their rows. */
export interface ZoneCalendar {
  name: string;
  startsAtNoon: number;
  usual: Program;
  rules: readonly { fromDate: number; untilDate: number; days: number; program: Program }[];
}

const FULL_OUTPUT: Program = { name: 'full', levels: [] };

/** The calendar of every zone, to be altered and written back; a zone without one burns at full output. */
export function zoneCalendars(twin: ReadingTwin): ZoneCalendar[] {
  const { lightingZones, lightingCalendars, calendarRules } = twin;
  return Array.from({ length: lightingZones.count }, (_, zone): ZoneCalendar => {
    const calendar = lightingZones.calendar[zone]!;
    if (calendar < 0) return { name: lightingZones.name[zone]!, startsAtNoon: 0, usual: FULL_OUTPUT, rules: [] };
    const first = lightingCalendars.firstRule[calendar]!;
    return {
      name: lightingCalendars.name[calendar]!,
      startsAtNoon: lightingCalendars.startsAtNoon[calendar]!,
      usual: programAt(twin, lightingCalendars.defaultProgram[calendar]!),
      rules: Array.from({ length: lightingCalendars.ruleCount[calendar]! }, (_, at) => ({
        fromDate: calendarRules.fromDate[first + at]!, untilDate: calendarRules.untilDate[first + at]!, days: calendarRules.days[first + at]!,
        program: programAt(twin, calendarRules.program[first + at]!),
      })),
    };
  });
}

function programAt({ lightingPrograms, dimmingLevels: { reference, fromS, outputShare, rampS } }: ReadingTwin, program: number): Program {
  if (program < 0) return FULL_OUTPUT;
  const first = lightingPrograms.firstLevel[program]!;
  return {
    name: lightingPrograms.name[program]!,
    levels: Array.from({ length: lightingPrograms.levelCount[program]! }, (_, at) => ({
      reference: reference[first + at]!, fromS: fromS[first + at]!, outputShare: outputShare[first + at]!, rampS: rampS[first + at]!,
    })),
  };
}

/** Puts one calendar for each zone, in the order of the zones, in place of those of the twin. Equal programs of one name are one row. */
export function writeZoneCalendars(copy: Twin, calendars: readonly ZoneCalendar[]): void {
  const programs: Program[] = [], rows = new Map<string, number>();
  const rowOfProgram = (program: Program): number => {
    const key = JSON.stringify(program);
    if (!rows.has(key)) rows.set(key, programs.push(program) - 1);
    return rows.get(key)!;
  };
  const { lightingZones } = copy;
  let firstRule = 0;
  copy.lightingZones = tableFrom(lightingZoneColumns, calendars.map((_, zone) => ({ name: lightingZones.name[zone]!, calendar: zone, switching: lightingZones.switching[zone]! })));
  copy.lightingCalendars = tableFrom(lightingCalendarColumns, calendars.map(({ name, startsAtNoon, usual, rules }) => {
    const row = { name, startsAtNoon, defaultProgram: rowOfProgram(usual), firstRule, ruleCount: rules.length };
    firstRule += rules.length;
    return row;
  }));
  copy.calendarRules = tableFrom(calendarRuleColumns, calendars.flatMap(({ rules }) => rules.map(({ program, ...when }) => ({ ...when, program: rowOfProgram(program) }))));
  let firstLevel = 0;
  copy.lightingPrograms = tableFrom(lightingProgramColumns, programs.map(({ name, levels }) => {
    const row = { name, firstLevel, levelCount: levels.length };
    firstLevel += levels.length;
    return row;
  }));
  copy.dimmingLevels = tableFrom(dimmingLevelColumns, programs.flatMap(({ levels }) => levels));
}
