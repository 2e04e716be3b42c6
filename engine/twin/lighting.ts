import { codeOf, f32, f64, rowOf, text, u16, u32, u8, yesNo, type Table } from '../foundation/table.ts';

/** Street lights as they stand. */
export const lampColumns = {
  name: text('number on the column'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  street: rowOf('streets', 'the street that this lamp is meant to light; -1 for a square or a path'),
  cabinet: rowOf('cabinets', 'the cabinet that feeds it'),
  zone: rowOf('lightingZones', 'the zone whose calendar it follows'),
  luminaire: rowOf('luminaires', 'the kind that hangs there; -1 unknown: LED that takes power in proportion to light'),
  replaced: rowOf('luminaires', 'the kind that the present one replaced; -1 unknown'),
  heightM: f32('light source above the road surface'),
  ratedPowerW: f32('at full output, driver or gear losses included'),
  powerBeforeW: f32('of the lamp that it replaced, gear losses included'),
  ratedFluxLm: f32('at full output, when new'),
  installedYear: u16('in which the present luminaire came; 0 unknown'),
};

/** Whether each lamp can be told what to do, or only the whole cabinet be switched and dimmed. */
export const cabinetControl = { lamp: 0, cabinet: 1 } as const;

/** A cabinet: where a group of lamps is fed, metered and switched. */
export const cabinetColumns = {
  name: text('number of the cabinet'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  commune: rowOf('communes', 'where it stands'),
  meter: text('number of the delivery point that its consumption is billed under; empty where it has none'),
  control: codeOf(cabinetControl, 'what a command reaches: every lamp, or all of them at once'),
  standbyPowerW: f64('taken by its own controller and modem, day and night'),
  voltageV: f64('between phase and neutral'),
  cableResistanceOhm: f64('that loses, under the whole current of the cabinet, what all its cables lose; 0 where nobody knows'),
};

/** A lighting zone: lamps that follow one calendar and are switched by one rule. */
export const lightingZoneColumns = {
  name: text('short name used in scenarios, e.g. "residential"'),
  calendar: rowOf('lightingCalendars', 'which program runs on which day; -1: full output whenever lamps burn'),
  switching: rowOf('switchingRules', 'when its lamps burn; -1: sunset and sunrise moved by the offsets of the city'),
};

/** What decides when lamps burn. */
export const switchingKind = { sun: 0, photocell: 1, fixedHours: 2 } as const;

export const switchingRuleColumns = {
  name: text('short name, e.g. "civil-twilight"'),
  kind: codeOf(switchingKind, 'the sun, daylight as a photocell sees it, or the clock'),
  sunAltitudeDeg: f64('sun: lamps burn while its centre, refraction left out, stands below this; -0.833 is sunset and sunrise, -6 civil twilight'),
  onOffsetS: f64('sun: added to the time in the evening'),
  offOffsetS: f64('sun: added to the time in the morning'),
  onLx: f64('photocell: lamps come on when horizontal illuminance under a clear sky falls to this'),
  offLx: f64('photocell: lamps go off when it rises to this'),
  onClockS: f64('fixedHours: clock time at which lamps come on, 0 to 86,400'),
  offClockS: f64('fixedHours: clock time at which lamps go off'),
};

/** A calendar: on the days that a rule names its program runs, else the default one. The first rule that names a day wins. */
export const lightingCalendarColumns = {
  name: text('short name'),
  defaultProgram: rowOf('lightingPrograms', 'on days that no rule names; -1: full output'),
  startsAtNoon: yesNo('whether the program of a day runs from noon to noon, through one night; else from midnight to midnight'),
  firstRule: u32('first row in `calendarRules`'),
  ruleCount: u16('rows in `calendarRules`'),
};

/** Days of the week, one bit each in `calendarRules.days`. */
export const EVERY_DAY = 127;

export const calendarRuleColumns = {
  fromDate: u16('first day of the year: month * 100 + day'),
  untilDate: u16('last day, included; before `fromDate` for a span over the new year'),
  days: u8('bit set: 1 Monday, 2 Tuesday, 4 Wednesday ... 64 Sunday'),
  program: rowOf('lightingPrograms', 'what runs on them'),
};

/** A control program: levels of output over a day, for lamps that burn. */
export const lightingProgramColumns = {
  name: text('short name'),
  firstLevel: u32('first row in `dimmingLevels`'),
  levelCount: u16('rows in `dimmingLevels`; 0: full output'),
};

/** What the time of a dimming level is counted from. */
export const levelReference = { clock: 0, sunset: 1, sunrise: 2, nightMiddle: 3 } as const;

/** A level: from this time on, until the next level begins, lamps that burn give this output. The last one holds into the next day. */
export const dimmingLevelColumns = {
  reference: codeOf(levelReference, 'what `fromS` is counted from'),
  fromS: f64('clock: seconds since midnight, 0 to 86,400, rising within a program; else seconds after that event, below 0 before it'),
  outputShare: f64('0 off, 1 full output'),
  rampS: f64('in which output moves evenly from the level before to this one; 0 at once'),
};

/** A limit that a scenario lays over the programs of a zone: between two clock times its lamps give no more than this. */
export const lightingLimitColumns = {
  zone: rowOf('lightingZones', 'whose lamps'),
  fromClockS: f64('clock time, 0 to 86,400'),
  untilClockS: f64('clock time; before `fromClockS` for a span over midnight'),
  mostShare: f64('most output in this span: 0 off, 1 no limit'),
};

export type Lamps = Table<typeof lampColumns>;
export type Cabinets = Table<typeof cabinetColumns>;
export type LightingZones = Table<typeof lightingZoneColumns>;
export type SwitchingRules = Table<typeof switchingRuleColumns>;
export type LightingCalendars = Table<typeof lightingCalendarColumns>;
export type CalendarRules = Table<typeof calendarRuleColumns>;
export type LightingPrograms = Table<typeof lightingProgramColumns>;
export type LightingLimits = Table<typeof lightingLimitColumns>;
export type DimmingLevels = Table<typeof dimmingLevelColumns>;
