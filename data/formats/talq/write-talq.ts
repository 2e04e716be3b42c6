import type { Checked } from '../../../engine/foundation/problem.ts';
import { EVERY_DAY, levelReference, switchingKind } from '../../../engine/twin/lighting.ts';
import type { DimmingLevel, Program, ZoneCalendar } from '../../../engine/twin/zone-calendars.ts';
import { makeProblemList, type ProblemList } from '../problem-list.ts';
import { clockText, HORIZON_DEG, type PresenceSpan, type Switching, type ZoneSchedule } from '../zone-schedule.ts';
import { areApart, isPeriod, standsOn } from './presence-control.ts';
import { TALQ_VERSION } from './talq-records.ts';

/** Who owns programs and calendars, as TALQ asks. */
const OWNER = 'jumeau';
const DEVICE_CLASS = 'LightingZone', FUNCTION = 'lampActuator';

/**
 * Schedules of zones as TALQ resources: a control program for each program and way of switching, a calendar for each that differs, and for each zone a
 * device with one lamp actuator that follows its calendar (a lamp actuator may stand for several lamps that are controlled alike). What TALQ cannot say is an error.
 */
export function writeTalq(schedules: readonly ZoneSchedule[]): Checked<string> {
  const problems = makeProblemList(), programs = makeShelf<object>(), calendars = makeShelf<object>();
  const noons = new Set(schedules.map(({ calendar }) => calendar.startsAtNoon));
  if (noons.size > 1) problems.error('talq-two-day-starts', '', { zones: schedules.filter(({ calendar }) => calendar.startsAtNoon === 1).map(({ zone }) => zone).join(', ').slice(0, 200) });
  const devices = schedules.map(({ zone, calendar, switching, presence = [] }, row) => {
    const activePeriods = activePeriodsOf(zone, switching, problems), ofZone = [calendar.usual, ...calendar.rules.map(({ program }) => program)];
    const said = presence.filter((span) => isPeriod(span) && standsOn(ofZone, span)), kept = areApart(said) ? said : [], dynamicControls = kept.map((span) => dynamicControlText(zone, span, problems));
    if (kept.length < presence.length) problems.warning('talq-presence-left', zone, { count: presence.length - kept.length });
    const programOf = (program: Program): string => programs.keep(program.name, [program.levels, switching, kept], (id) => ({ ...programText(id, program, zone, activePeriods, problems), ...(kept.length > 0 && { dynamicControls }) }));
    const calendarId = calendars.keep(calendar.name, [calendar, switching, kept], (id) => calendarText(id, calendar, programOf));
    return { address: `00000000-0000-4000-8000-${String(row).padStart(12, '0')}`, name: zone, class: DEVICE_CLASS, functions: [{ id: FUNCTION, type: 'LampActuatorFunction', calendarID: { type: 'AttributeString', value: calendarId } }] };
  });
  if (problems.hasErrors()) return { problems: problems.all() };
  const file = {
    talqVersion: TALQ_VERSION,
    controlService: { name: 'ControlService', dayOffset: noons.has(1) ? 12 : 0, supportedTypes: ['AbsoluteActivePeriod', 'AstroClockActivePeriod', 'AstroClockTimeControl', 'SensorActivePeriod', 'DynamicControl', 'FixedControlEffect', 'ccDay'] },
    controlPrograms: programs.all(), calendars: calendars.all(),
    deviceClasses: [{ name: DEVICE_CLASS, functions: [{ functionId: FUNCTION, type: 'LampActuatorFunction' }] }],
    devices,
  };
  return { value: `${JSON.stringify(file, null, 2)}\n`, problems: problems.all() };
}

/** Things that are written once for all that are equal, each under a name of its own. */
function makeShelf<T>() {
  const ids = new Map<string, string>(), taken = new Set<string>(), kept: T[] = [];
  return {
    keep(name: string, content: unknown, make: (id: string) => T): string {
      const key = JSON.stringify([name, content]);
      if (!ids.has(key)) {
        let id = name;
        for (let other = 2; taken.has(id); other++) id = `${name}-${other}`;
        taken.add(id);
        ids.set(key, id);
        kept.push(make(id));
      }
      return ids.get(key)!;
    },
    all: () => kept,
  };
}

const wholeMinutes = (seconds: number): number | undefined => (Number.isInteger(seconds / 60) ? seconds / 60 + 0 : undefined);
const isClock = (clockS: number): boolean => Number.isInteger(clockS) && clockS >= 0 && clockS < 86_400;

function activePeriodsOf(zone: string, switching: Switching, problems: ProblemList): object[] {
  const { kind, sunAltitudeDeg, onOffsetS, offOffsetS, onLx, offLx, onClockS, offClockS } = switching;
  if (kind === switchingKind.photocell) return [{ name: 'SensorActivePeriod', sensor: { sensorAddresses: [] }, onLevel: onLx, offLevel: offLx }];
  if (kind === switchingKind.fixedHours) {
    // TALQ takes a period that ends as it starts for the whole day.
    const isWholeDay = onClockS === 0 && offClockS === 86_400;
    if (!isWholeDay && (!isClock(onClockS) || !isClock(offClockS % 86_400) || onClockS === offClockS % 86_400)) problems.error('talq-not-a-second', zone, { value: `${onClockS}-${offClockS} s` });
    return [{ name: 'AbsoluteActivePeriod', startTime: clockText(onClockS), endTime: clockText(offClockS % 86_400) }];
  }
  if (sunAltitudeDeg !== HORIZON_DEG) problems.error('talq-no-twilight', zone, { altitudeDeg: sunAltitudeDeg });
  const sunsetOffset = wholeMinutes(onOffsetS), sunriseOffset = wholeMinutes(offOffsetS);
  if (sunsetOffset === undefined || sunriseOffset === undefined) problems.error('talq-not-a-minute', zone, { value: `${onOffsetS} s, ${offOffsetS} s` });
  return [{ name: 'AstroClockActivePeriod', sunsetOffset, sunriseOffset }];
}

function programText(id: string, { levels }: Program, zone: string, activePeriods: object[], problems: ProblemList): object {
  const where = `${zone}: ${id}`, byClock = levels.filter(({ reference }) => reference === levelReference.clock), bySun = levels.filter(({ reference }) => reference !== levelReference.clock);
  if (byClock.length > 0 && bySun.length > 0) problems.error('talq-mixed-references', where);
  if (levels.some(({ reference }) => reference === levelReference.nightMiddle)) problems.error('talq-no-night-middle', where);
  for (const { fromS } of byClock) if (!isClock(fromS)) problems.error('talq-not-a-second', where, { value: `${fromS} s` });
  if (new Set(byClock.map(({ fromS }) => fromS)).size < byClock.length) problems.error('talq-same-time', where);
  for (const { fromS } of bySun) if (wholeMinutes(fromS) === undefined) problems.error('talq-not-a-minute', where, { value: `${fromS} s` });
  const fixedTimeControls = levels.length === 0
    ? [{ startTime: '00:00:00', command: commandText({ outputShare: 1, rampS: 0 }, where, problems) }]
    : byClock.map((level) => ({ startTime: clockText(level.fromS), command: commandText(level, where, problems) }));
  const astroClockTimeControls = bySun.map((level) => ({
    offset: wholeMinutes(level.fromS), solarEventType: level.reference === levelReference.sunset ? 'sunset' : 'sunrise', operation: 'Set', command: commandText(level, where, problems),
  }));
  return { type: 'ControlProgramOne', id, ownerCMS: OWNER, activePeriods, fixedTimeControls, ...(astroClockTimeControls.length > 0 && { astroClockTimeControls }) };
}

/** TALQ's levels are whole percents. */
function commandText({ outputShare, rampS }: Pick<DimmingLevel, 'outputShare' | 'rampS'>, where: string, problems: ProblemList): object {
  const percent = Math.round(outputShare * 100);
  if (percent / 100 !== outputShare) problems.error('talq-not-a-percent', where, { percent: outputShare * 100 });
  return { state: { name: 'LevelState', value: percent }, ...(rampS > 0 && { rampToLevelTime: rampS }) };
}

/** The level while somebody is there, and as long after as it holds; the program gives the other. */
function dynamicControlText(zone: string, { fromClockS, untilClockS, busyShare, holdS, fallS }: PresenceSpan, problems: ProblemList): object {
  return {
    period: { startTime: clockText(fromClockS), endTime: clockText(untilClockS) },
    effect: {
      type: 'FixedControlEffect', operation: 'Set', holdTime: holdS, source: { sensor: { sensorAddresses: [] } },
      command: { ...commandText({ outputShare: busyShare, rampS: 0 }, zone, problems), ...(fallS > 0 && { rampFromLevelTime: fallS }) },
    },
  };
}

function calendarText(id: string, { usual, rules }: ZoneCalendar, programOf: (program: Program) => string): object {
  return {
    id, ownerCMS: OWNER, defaultProgram: programOf(usual),
    rules: rules.flatMap(({ fromDate, untilDate, days, program }) => {
      // A span over the new year is written in two: nothing says that TALQ's may wrap.
      const spans = untilDate < fromDate ? [[fromDate, 1231], [101, untilDate]] : [[fromDate, untilDate]];
      const condition = days === EVERY_DAY ? {} : { condition: { type: 'ccDay', days: [1, 2, 3, 4, 5, 6, 7].filter((day) => (days >> (day - 1)) & 1).map((start) => ({ start })) } };
      return days === 0 ? [] : spans.map(([startDate, endDate]) => ({ startDate: dateText(startDate!), endDate: dateText(endDate!), ...condition, program: programOf(program) }));
    }),
  };
}

const dateText = (date: number): string => `--${String(Math.floor(date / 100)).padStart(2, '0')}-${String(date % 100).padStart(2, '0')}`;
