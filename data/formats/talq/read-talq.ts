import type { Checked } from '../../../engine/foundation/problem.ts';
import { EVERY_DAY, levelReference, switchingKind } from '../../../engine/twin/lighting.ts';
import type { DimmingLevel, Program, ZoneCalendar } from '../../../engine/twin/zone-calendars.ts';
import { makeProblemList, type ProblemList } from '../problem-list.ts';
import { fieldFaults } from '../yaml-document.ts';
import { HORIZON_DEG, UNUSED_SWITCHING, type PresenceSpan, type Switching, type ZoneSchedule } from '../zone-schedule.ts';
import { datesNamed, spansWithin, yearlyDate } from './calendar-dates.ts';
import { areApart, isPeriod, levelBetween, standsOn } from './presence-control.ts';
import { presenceControl, talqFileSchema, type TalqCalendar, type TalqCommand, type TalqFile, type TalqProgram, type TalqRule } from './talq-records.ts';

/** A calendar with its programs, as zones follow it. */
type ReadCalendar = Pick<ZoneSchedule, 'calendar' | 'switching' | 'presence'>;

/**
 * Schedules of zones from TALQ resources. A zone follows the calendar of the device of its name, or of its group of names, else the calendar of its own name.
 * What the tables of a twin cannot say is an error; dynamic controls that are no rule of presence are left out and told.
 */
export function readTalq(file: string, content: string, zones: readonly string[]): Checked<ZoneSchedule[]> {
  const problems = makeProblemList();
  let whole: unknown;
  try {
    whole = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (cause) {
    problems.error('talq-not-json', file, { cause: (cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
    return { problems: problems.all() };
  }
  const checked = talqFileSchema.safeParse(whole, { reportInput: true });
  if (!checked.success) {
    for (const { path, field, kind, cause, causeFr } of fieldFaults(checked.error.issues, whole)) {
      const where = `${file}: ${path.join('.')}`;
      if (kind === 'missing') problems.error('talq-missing-field', where, { field });
      else problems.error('talq-wrong-field', where, { field, cause, causeFr });
    }
    return { problems: problems.all() };
  }
  const schedules = schedulesOf(file, checked.data, zones, problems);
  return problems.hasErrors() ? { problems: problems.all() } : { value: schedules, problems: problems.all() };
}

function schedulesOf(file: string, talq: TalqFile, zones: readonly string[], problems: ProblemList): ZoneSchedule[] {
  const programs = byId(file, 'controlPrograms', talq.controlPrograms, problems), calendars = byId(file, 'calendars', talq.calendars, problems);
  const followed = followedCalendars(talq, zones), read = new Map<string, ReadCalendar | undefined>(), schedules: ZoneSchedule[] = [];
  for (const [zone, id] of followed) {
    const calendar = calendars.get(id);
    if (!calendar) { problems.error('talq-unknown-calendar', `${file}: devices.${zone}`, { calendar: id }); continue; }
    if (!read.has(id)) read.set(id, readCalendar(file, calendar, programs, talq.controlService.dayOffset, problems));
    const found = read.get(id);
    if (found) schedules.push({ zone, ...found });
  }
  if (followed.size === 0) problems.error('talq-no-zone', file, { zones: zones.join(', ').slice(0, 300), calendars: [...calendars.keys()].join(', ').slice(0, 300) });
  const left = [...calendars.keys()].filter((id) => !read.has(id));
  if (left.length > 0 && followed.size > 0) problems.warning('talq-calendars-left', file, { calendars: left.join(', ').slice(0, 300) });
  return schedules;
}

function byId<T extends { id: string }>(file: string, list: string, all: readonly T[], problems: ProblemList): Map<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    if (found.has(one.id)) problems.error('talq-same-id', `${file}: ${list}`, { id: one.id });
    found.set(one.id, one);
  }
  return found;
}

/** Which calendar each zone follows, by its device or by its own name. */
function followedCalendars({ devices, calendars }: TalqFile, zones: readonly string[]): Map<string, string> {
  const known = new Set(zones), followed = new Map<string, string>();
  for (const { name, functions } of devices) {
    const id = functions.find(({ type, calendarID }) => type === 'LampActuatorFunction' && calendarID?.value)?.calendarID?.value;
    if (id !== undefined && known.has(name)) followed.set(name, id);
  }
  for (const { id } of calendars) if (known.has(id) && !followed.has(id)) followed.set(id, id);
  return followed;
}

const FULL_OUTPUT: Program = { name: 'full', levels: [] };

function readCalendar(file: string, { id, rules, defaultProgram }: TalqCalendar, programs: ReadonlyMap<string, TalqProgram>, dayOffset: 0 | 12, problems: ProblemList): ReadCalendar | undefined {
  const where = `${file}: calendars.${id}`, switchings = new Map<string, Switching>(), used = new Map<string, TalqProgram>();
  const programOf = (name: string): Program => {
    const program = programs.get(name);
    if (!program) { problems.error('talq-unknown-program', where, { program: name }); return FULL_OUTPUT; }
    used.set(name, program);
    const switching = readActivePeriods(`${file}: controlPrograms.${name}`, program, problems);
    if (switching) switchings.set(JSON.stringify(switching), switching);
    return readProgram(`${file}: controlPrograms.${name}`, program, problems);
  };
  const calendar: ZoneCalendar = {
    name: id, startsAtNoon: dayOffset === 12 ? 1 : 0,
    rules: rules.flatMap((rule, at) => readRule(`${where}.rules.${at}`, rule, programOf, problems)),
    usual: defaultProgram === undefined ? FULL_OUTPUT : programOf(defaultProgram),
  };
  if (defaultProgram === undefined) problems.warning('talq-no-default', where);
  if (switchings.size > 1) problems.error('talq-switching-differs', where);
  const [switching] = switchings.values();
  return switching && { calendar, switching, presence: readPresence(where, [...used.values()], calendar, problems) };
}

function readRule(where: string, { startDate = '--01-01', endDate = '--12-31', condition, program }: TalqRule, programOf: (name: string) => Program, problems: ProblemList): ZoneCalendar['rules'][number][] {
  const fromDate = yearlyDate(startDate), untilDate = yearlyDate(endDate);
  if (fromDate === undefined || untilDate === undefined) { problems.error('talq-dated-rule', where, { startDate: startDate.slice(0, 20), endDate: endDate.slice(0, 20) }); return []; }
  const runs = programOf(program), span = { fromDate, untilDate };
  if (condition?.type === 'ccDate') {
    const holds = datesNamed(condition.dates ?? []);
    if (!holds) { problems.error('talq-odd-dates', where); return []; }
    return spansWithin(span, holds).map((part) => ({ ...part, days: EVERY_DAY, program: runs }));
  }
  if ((condition?.occurrences ?? []).length > 0) { problems.error('talq-occurrences', where); return []; }
  let days = condition ? 0 : EVERY_DAY;
  for (const { start, end = start } of condition?.days ?? []) for (let day = start; day <= end; day++) days |= 1 << (day - 1);
  return days === 0 ? [] : [{ ...span, days, program: runs }];
}

/**
 * Dynamic controls as rules of presence, where all programs of the calendar have the same, each sets one level within a period, and every program gives
 * one level there, the one while nobody is there. Otherwise they are left out, and told.
 */
function readPresence(where: string, programs: readonly TalqProgram[], { usual, rules }: ZoneCalendar, problems: ProblemList): PresenceSpan[] {
  const all = programs.map(({ dynamicControls }) => JSON.stringify(dynamicControls)), controls = programs[0]?.dynamicControls ?? [], ofCalendar = [usual, ...rules.map(({ program }) => program)];
  const spans = controls.flatMap((control): PresenceSpan[] => {
    const { data } = presenceControl.safeParse(control);
    const fromClockS = clockIn(data?.period.startTime), untilClockS = clockIn(data?.period.endTime);
    if (!data || fromClockS === undefined || untilClockS === undefined) return [];
    const { holdTime: holdS, operation, command: { state, rampToLevelTime = 0, rampFromLevelTime: fallS = 0 } } = data.effect;
    if (state.name !== 'LevelState' || !Number.isInteger(state.value) || rampToLevelTime > 0 || fallS > 3600) return [];
    const quietShare = levelBetween(usual, fromClockS, untilClockS) ?? NaN, busyShare = (state.value as number) / 100;
    const span = { fromClockS, untilClockS, quietShare, busyShare, holdS, fallS };
    return isPeriod(span) && standsOn(ofCalendar, span) && busyShare >= 0 && busyShare <= 1 && (operation === 'Set' || busyShare >= quietShare) ? [span] : [];
  });
  const most = Math.max(0, ...programs.map(({ dynamicControls }) => dynamicControls.length));
  const isKept = spans.length === most && new Set(all).size <= 1 && areApart(spans);
  if (!isKept) problems.warning('talq-dynamic-controls', where, { count: most });
  return isKept ? spans : [];
}

/** When a program is active, lamps burn. */
function readActivePeriods(where: string, { activePeriods }: TalqProgram, problems: ProblemList): Switching | undefined {
  const wholeDay = { ...UNUSED_SWITCHING, kind: switchingKind.fixedHours, onClockS: 0, offClockS: 86_400 };
  if (activePeriods.length === 0) return wholeDay;
  if (activePeriods.length > 1) { problems.error('talq-several-periods', where); return undefined; }
  const { name, startTime, endTime, sunsetOffset, sunriseOffset, onLevel, offLevel } = activePeriods[0]!;
  const onClockS = clockIn(startTime), offClockS = clockIn(endTime);
  if (name === 'AbsoluteActivePeriod' && onClockS !== undefined && offClockS !== undefined) return onClockS === offClockS ? wholeDay : { ...UNUSED_SWITCHING, kind: switchingKind.fixedHours, onClockS, offClockS };
  if (name === 'AstroClockActivePeriod' && sunsetOffset !== undefined && sunriseOffset !== undefined) return { ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: HORIZON_DEG, onOffsetS: sunsetOffset * 60, offOffsetS: sunriseOffset * 60 };
  if (name === 'SensorActivePeriod' && onLevel !== undefined && offLevel !== undefined && onLevel > 0 && offLevel > 0) return { ...UNUSED_SWITCHING, kind: switchingKind.photocell, onLx: onLevel, offLx: offLevel };
  problems.error('talq-other-period', where, { name: name.slice(0, 80) });
  return undefined;
}

function clockIn(text: string | undefined): number | undefined {
  const [, hours, minutes, seconds] = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function readProgram(where: string, { id, type, fixedTimeControls, astroClockTimeControls }: TalqProgram, problems: ProblemList): Program {
  if (type !== 'ControlProgramOne') problems.error('talq-other-program', where, { type: type.slice(0, 80) });
  const byClock = fixedTimeControls.map(({ startTime, command }) => ({ reference: levelReference.clock as number, fromS: clockIn(startTime)!, ...readCommand(where, command, problems) }))
    // They are to rise; gateways whose days begin at noon are known to begin with the evening.
    .sort((one, other) => one.fromS - other.fromS);
  if (new Set(byClock.map(({ fromS }) => fromS)).size < byClock.length) problems.error('talq-same-time', where);
  if (astroClockTimeControls.length === 0) return { name: id, levels: byClock };
  // From one of them to the next, "Set" stands above fixed times; one of another operation mixes both, which a list of levels cannot say.
  if (astroClockTimeControls.some(({ operation }) => operation !== 'Set')) problems.error('talq-operation', where);
  if (byClock.length > 0) problems.warning('talq-fixed-times-hidden', where, { count: byClock.length });
  return {
    name: id,
    levels: astroClockTimeControls.map(({ offset, solarEventType, command }): DimmingLevel => ({ reference: levelReference[solarEventType], fromS: offset * 60, ...readCommand(where, command, problems) })),
  };
}

function readCommand(where: string, { state: { name, value }, rampToLevelTime = 0, rampFromLevelTime = 0 }: TalqCommand, problems: ProblemList): { outputShare: number; rampS: number } {
  const isLevel = name === 'LevelState' && typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
  if (!isLevel) problems.error('talq-other-state', where, { name: name.slice(0, 80), value: JSON.stringify(value ?? null).slice(0, 80) });
  if (rampFromLevelTime > 0) problems.warning('talq-ramp-back', where);
  return { outputShare: isLevel ? value / 100 : 1, rampS: rampToLevelTime };
}
