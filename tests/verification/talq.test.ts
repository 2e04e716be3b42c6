// Goal: programs and calendars written as TALQ fit its data model and come back with every switching instant and level of every day of a year; what TALQ or a twin cannot say is told.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Ajv, { type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { withSchedules, zoneSchedules } from '../../data/build/lamps/zone-schedules.ts';
import { readTalq } from '../../data/formats/talq/read-talq.ts';
import { writeTalq } from '../../data/formats/talq/write-talq.ts';
import { UNUSED_SWITCHING, type Switching, type ZoneSchedule } from '../../data/formats/zone-schedule.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { calendarClock } from '../../engine/lighting/civil-clock.ts';
import { levelStarts, type LevelStart } from '../../engine/lighting/program-levels.ts';
import { burningSpan } from '../../engine/lighting/switching.ts';
import { levelReference, lightingZoneColumns, switchingKind } from '../../engine/twin/lighting.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import type { DimmingLevel, Program, ZoneCalendar } from '../../engine/twin/zone-calendars.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const CASES = proof ? 1000 : 60;
console.log(`TALQ: ${CASES} random sets of programs and calendars, each over the 366 days of 2028`);

/** A town of zones with these schedules. */
function town(schedules: readonly ZoneSchedule[]): Twin {
  const twin = emptyTwin(importedFacts('town', flatMapAt(47.32, 5.04)));
  twin.lightingZones = tableFrom(lightingZoneColumns, schedules.map(({ zone }) => ({ name: zone, calendar: -1, switching: -1 })));
  return withSchedules(twin, schedules);
}

/** Schedules that TALQ can say: whole seconds, minutes and percents, one reference a program. */
function drawn(seed: number): ZoneSchedule[] {
  let draws = 0;
  const below = (most: number): number => Math.floor(randomShare(seed, 1, draws++, 0) * most);
  const program = (name: string): Program => {
    const count = below(6), isByClock = below(3) > 0, times = new Set<number>();
    while (times.size < count) times.add(isByClock ? below(86_400) : (below(721) - 360) * 60);
    const levels = [...times].sort((a, b) => a - b).map((fromS): DimmingLevel => ({
      reference: isByClock ? levelReference.clock : below(2) === 0 ? levelReference.sunset : levelReference.sunrise, fromS, outputShare: below(101) / 100, rampS: below(3) === 0 ? below(1800) : 0,
    }));
    return { name, levels };
  };
  const programs = [program('a'), program('b'), program('a'), program('c')], startsAtNoon = below(2);
  const date = (): number => (1 + below(12)) * 100 + 1 + below(28);
  const switching = (): Switching => {
    const kind = below(3);
    if (kind === switchingKind.photocell) return { ...UNUSED_SWITCHING, kind, onLx: 1 + below(50), offLx: 1 + below(50) };
    if (kind === switchingKind.fixedHours) return { ...UNUSED_SWITCHING, kind, onClockS: 43_200 + below(43_200), offClockS: 1 + below(43_000) };
    return { ...UNUSED_SWITCHING, kind, sunAltitudeDeg: -0.833, onOffsetS: (below(121) - 60) * 60, offOffsetS: (below(121) - 60) * 60 };
  };
  return Array.from({ length: 1 + below(4) }, (_, zone): ZoneSchedule => ({
    zone: `zone-${zone}`, switching: switching(),
    calendar: {
      name: `calendar-${below(2)}`, startsAtNoon, usual: programs[below(4)]!,
      rules: Array.from({ length: below(6) }, () => ({ fromDate: date(), untilDate: date(), days: below(3) === 0 ? 127 : below(128), program: programs[below(4)]! })),
    },
  }));
}

/** What runs on a day, read from the calendar as people read it. */
function programOn({ rules, usual }: ZoneCalendar, date: Date): DimmingLevel[] {
  const day = (date.getUTCMonth() + 1) * 100 + date.getUTCDate(), weekday = (date.getUTCDay() + 6) % 7;
  for (const { fromDate, untilDate, days, program } of rules) {
    const isIn = fromDate <= untilDate ? fromDate <= day && day <= untilDate : fromDate <= day || day <= untilDate;
    if (isIn && Math.floor(days / 2 ** weekday) % 2 === 1) return [...program.levels];
  }
  return [...usual.levels];
}

/** Full output by one level or by none is the same. */
const plain = (levels: DimmingLevel[]): DimmingLevel[] => (levels.length === 1 && levels[0]!.outputShare === 1 && levels[0]!.fromS === 0 && levels[0]!.reference === levelReference.clock && levels[0]!.rampS === 0 ? [] : levels);

/** Starts that change the level: full output said again at midnight is none. */
const changes = (starts: readonly LevelStart[]): LevelStart[] => starts.filter(({ share }, at) => at === 0 || share !== starts[at - 1]!.share);

const dayOf2028 = (day: number): Date => new Date(Date.UTC(2028, 0, 1 + day));

test.each(Array.from({ length: CASES }, (_, seed) => seed))('random schedules %i come back as they went', (seed) => {
  const schedules = drawn(seed), written = writeTalq(schedules);
  expect(written.problems).toEqual([]);
  const read = readTalq('p.json', written.value!, schedules.map(({ zone }) => zone));
  expect(read.problems).toEqual([]);
  const before = town(schedules), after = town(read.value!);
  expect(zoneSchedules(after).map(({ switching }) => switching)).toEqual(zoneSchedules(before).map(({ switching }) => switching));
  schedules.forEach(({ calendar }, zone) => {
    for (let day = 0; day < 366; day++) expect(plain(programOn(read.value![zone]!.calendar, dayOf2028(day)))).toEqual(plain(programOn(calendar, dayOf2028(day))));
    expect(read.value![zone]!.calendar.startsAtNoon).toBe(calendar.startsAtNoon);
  });
  // The engine sees the same instants: one zone in four, for it takes its time.
  const clock = calendarClock(before.facts, '2028-01-01', 366);
  if (seed % 4 === 0) {
    expect(changes(levelStarts(after, clock, 0, 0, 366))).toEqual(changes(levelStarts(before, clock, 0, 0, 366)));
    for (let day = 0; day < 366; day += 7) expect(burningSpan(after, clock, after.lightingZones.switching[0]!, day)).toEqual(burningSpan(before, clock, before.lightingZones.switching[0]!, day));
  }
});

const MODEL = '12-road-lighting/talq-data-model-2-7-1.json.gz';
describeOnSharedData('the data model of TALQ 2.7.1', () => {
  const model = JSON.parse(gunzipSync(readFileSync(sharedPath(MODEL))).toString()) as { components: { schemas: Record<string, unknown> } };
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { time: /^\d\d:\d\d:\d\d$/, date: /^\d{4}-\d\d-\d\d$/, uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, float: true, 'date-time': true, double: true, uri: true, int64: true } });
  ajv.addSchema({ $id: 'talq', ...model });
  const validators = new Map<string, ValidateFunction>();
  const faults = (name: string, value: unknown): string[] => {
    if (!validators.has(name)) validators.set(name, ajv.compile({ $ref: `talq#/components/schemas/${name}` }));
    return validators.get(name)!(value) ? [] : ajv.errorsText(validators.get(name)!.errors).split(', ').map((fault) => `${name}: ${fault}`);
  };
  /** The model refers to base types and tells the real one by a name within: each such object is held against its own. */
  const within = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { name, type, functionId } = value as Record<string, unknown>;
    // What describes a function names its type without being one.
    if (functionId !== undefined) return faults('FunctionDesc', value);
    const own = [name, type].filter((word): word is string => typeof word === 'string' && /(State|ActivePeriod|^ccDa.*|Function|^AttributeString|^ControlService|^FixedControlEffect|^ControlProgramOne)$/.test(word) && Object.hasOwn(model.components.schemas, word));
    return [...own.flatMap((schema) => faults(schema, value)), ...Object.values(value).flatMap(within)];
  };

  test(`programs, calendars, devices and the control service of ${CASES} cities fit it`, () => {
    let programs = 0;
    for (let seed = 0; seed < CASES; seed++) {
      const file = JSON.parse(writeTalq(drawn(seed)).value!) as Record<string, object[]>;
      programs += file['controlPrograms']!.length;
      expect(within(file)).toEqual([]);
      expect(file['controlPrograms']!.flatMap((one) => faults('ControlProgramOne', one))).toEqual([]);
      expect(file['calendars']!.flatMap((one) => faults('Calendar', one))).toEqual([]);
      expect(file['devices']!.flatMap((one) => faults('Device', one))).toEqual([]);
      expect(file['deviceClasses']!.flatMap((one) => faults('DeviceClass', one))).toEqual([]);
      expect(faults('ControlService', file['controlService'])).toEqual([]);
    }
    console.log(`TALQ: ${programs} control programs fit the data model`);
  });

  test('dynamic controls fit it', () => {
    const file = JSON.parse(writeTalq(withPeople).value!) as { controlPrograms: { dynamicControls: object[] }[] };
    expect(within(file)).toEqual([]);
    expect(file.controlPrograms.flatMap(({ dynamicControls }) => dynamicControls.flatMap((one) => faults('DynamicControl', one)))).toEqual([]);
  });

  test('the check finds what does not fit', () => {
    expect(faults('LevelState', { name: 'LevelState', value: 50.5 })).not.toEqual([]);
    expect(faults('Calendar', { id: 'a', ownerCMS: 'x', rules: [{ startDate: '--13-01', program: 'p' }] })).not.toEqual([]);
    expect(within({ deep: [{ name: 'AstroClockActivePeriod', sunsetOffset: 1.5, sunriseOffset: 0 }] })).not.toEqual([]);
    expect(faults('FixedTimeControl', { startTime: '5:00', command: { state: { name: 'LevelState' } } })).not.toEqual([]);
  });
});

/** Dark from 1:00 to 5:00 but for people, and dimmed before. */
const withPeople: ZoneSchedule[] = [{
  zone: 'path', switching: { ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: -0.833 },
  calendar: { name: 'c', startsAtNoon: 1, rules: [], usual: { name: 'p', levels: [[3600, 0], [18_000, 1], [79_200, 0.5]].map(([fromS, outputShare]) => ({ reference: levelReference.clock, fromS: fromS!, outputShare: outputShare!, rampS: 0 })) } },
  presence: [{ fromClockS: 3600, untilClockS: 18_000, quietShare: 0, busyShare: 0.7, holdS: 90, fallS: 30 }, { fromClockS: 79_200, untilClockS: 3600, quietShare: 0.5, busyShare: 1, holdS: 60, fallS: 0 }],
}];

test('rules of presence become dynamic controls with hold time, and come back into the tables of the city', () => {
  const { value, problems } = writeTalq(withPeople), effects = (JSON.parse(value!) as { controlPrograms: { dynamicControls: unknown[] }[] }).controlPrograms[0]!.dynamicControls;
  expect(problems).toEqual([]);
  expect(effects[0]).toEqual({
    period: { startTime: '01:00:00', endTime: '05:00:00' },
    effect: { type: 'FixedControlEffect', operation: 'Set', holdTime: 90, source: { sensor: { sensorAddresses: [] } }, command: { state: { name: 'LevelState', value: 70 }, rampFromLevelTime: 30 } },
  });
  const read = readTalq('p.json', value!, ['path']);
  expect(read.problems).toEqual([]);
  expect(read.value![0]!.presence).toEqual(withPeople[0]!.presence);
  expect(zoneSchedules(town(read.value!))[0]!.presence).toEqual(withPeople[0]!.presence);
});

test('a rule of presence whose program gives another level meanwhile is told, on both ways', () => {
  const other = { ...withPeople[0]!, presence: [{ ...withPeople[0]!.presence![0]!, quietShare: 0.1 }] };
  expect(writeTalq([other]).problems.map(({ code }) => code)).toEqual(['talq-presence-left']);
  const text = writeTalq(withPeople).value!.replace('"endTime": "05:00:00"', '"endTime": "06:00:00"');
  const read = readTalq('p.json', text, ['path']);
  expect(read.problems.map(({ code }) => code)).toEqual(['talq-dynamic-controls']);
  expect(read.value![0]!.presence).toEqual([]);
});

const sunset: Switching = { ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: -0.833 };
const level = (reference: keyof typeof levelReference, fromS: number, outputShare = 0.5): DimmingLevel => ({ reference: levelReference[reference], fromS, outputShare, rampS: 0 });
const zoneOf = (levels: DimmingLevel[], switching = sunset, startsAtNoon = 0, zone = 'z'): ZoneSchedule => ({ zone, switching, calendar: { name: 'c', startsAtNoon, rules: [], usual: { name: 'p', levels } } });

test.each([
  ['talq-no-night-middle', [zoneOf([level('nightMiddle', 0)])]],
  ['talq-mixed-references', [zoneOf([level('clock', 0), level('sunset', 3600)])]],
  ['talq-not-a-percent', [zoneOf([level('clock', 0, 0.333)])]],
  ['talq-not-a-second', [zoneOf([level('clock', 0.5)])]],
  ['talq-not-a-minute', [zoneOf([level('sunset', 90)])]],
  ['talq-same-time', [zoneOf([level('clock', 60), level('clock', 60, 0.2)])]],
  ['talq-no-twilight', [zoneOf([], { ...sunset, sunAltitudeDeg: -6 })]],
  ['talq-not-a-minute', [zoneOf([], { ...sunset, onOffsetS: 30 })]],
  ['talq-two-day-starts', [zoneOf([]), zoneOf([], sunset, 1, 'y')]],
] as const)('what TALQ cannot say is an error: %s', (code, schedules) => {
  const { value, problems } = writeTalq(schedules);
  expect(value).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

/** A file of another system: one program, one calendar of the zone's name. */
const other = (program: object, calendar: object = {}, service: object = {}): string => JSON.stringify({
  controlService: service,
  controlPrograms: [{ id: 'p', type: 'ControlProgramOne', ownerCMS: 'x', activePeriods: [{ name: 'AstroClockActivePeriod', sunsetOffset: 10, sunriseOffset: -5 }], fixedTimeControls: [{ startTime: '22:00:00', command: { state: { name: 'LevelState', value: 60 } } }], ...program }],
  calendars: [{ id: 'z', ownerCMS: 'x', defaultProgram: 'p', ...calendar }],
});

test.each([
  ['talq-dynamic-controls', { dynamicControls: [{ effect: { type: 'FixedControlEffect', operation: 'Max', source: {} } }] }, {}],
  ['talq-several-periods', { activePeriods: [{ name: 'AbsoluteActivePeriod', startTime: '18:00:00', endTime: '23:00:00' }, { name: 'AbsoluteActivePeriod', startTime: '05:00:00', endTime: '07:00:00' }] }, {}],
  ['talq-other-period', { activePeriods: [{ name: 'ValueActivePeriod', operator: 'GT' }] }, {}],
  ['talq-operation', { astroClockTimeControls: [{ offset: 5, solarEventType: 'sunset', operation: 'Max', command: { state: { name: 'LevelState', value: 50 } } }], fixedTimeControls: [] }, {}],
  ['talq-fixed-times-hidden', { astroClockTimeControls: [{ offset: 5, solarEventType: 'sunset', operation: 'Set', command: { state: { name: 'LevelState', value: 50 } } }] }, {}],
  ['talq-other-state', { fixedTimeControls: [{ startTime: '22:00:00', command: { state: { name: 'RGBState', value: 'ff' } } }] }, {}],
  ['talq-dated-rule', {}, { rules: [{ startDate: '2026-05-01', endDate: '2026-06-01', program: 'p' }] }],
  ['talq-occurrences', {}, { rules: [{ condition: { type: 'ccDay', days: [{ start: 1 }], occurrences: ['2'] }, program: 'p' }] }],
  ['talq-unknown-program', {}, { rules: [{ program: 'q' }] }],
  ['talq-no-default', {}, { defaultProgram: undefined, rules: [{ program: 'p' }] }],
] as const)('what a twin cannot say is told: %s', (code, program, calendar) => {
  expect(readTalq('o.json', other(program, calendar), ['z']).problems.map((problem) => problem.code)).toContain(code);
});

test('dates of the month and of the year become spans of days, noon days and sensors are kept', () => {
  const { value, problems } = readTalq('o.json', other(
    { activePeriods: [{ name: 'SensorActivePeriod', sensor: {}, onLevel: 30, offLevel: 50 }] },
    { rules: [{ startDate: '--11-15', endDate: '--02-10', condition: { type: 'ccDate', dates: [{ start: '---01', end: '---03' }, { start: '--12-24', end: '--12-26' }] }, program: 'p' }] },
    { dayOffset: 12 },
  ), ['z']);
  expect(problems).toEqual([]);
  expect(value![0]!.calendar.rules.map(({ fromDate, untilDate }) => [fromDate, untilDate])).toEqual([[101, 103], [201, 203], [1201, 1203], [1224, 1226]]);
  expect([value![0]!.calendar.startsAtNoon, value![0]!.switching.onLx, value![0]!.switching.offLx]).toEqual([1, 30, 50]);
});
