// Goal: EclExt night profiles say the hours of the standard's own examples, and programs written as profiles come back with the same light at every second that lamps burn.
import { expect, test } from 'vitest';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { withSchedules } from '../../data/build/lamps/zone-schedules.ts';
import { hourIn, hourText, momentOfNight } from '../../data/formats/eclext/night-hours.ts';
import { readProfiles } from '../../data/formats/eclext/read-profiles.ts';
import { ECLEXT_HEAD, writeProfiles } from '../../data/formats/eclext/write-profiles.ts';
import { UNUSED_SWITCHING, type Switching, type ZoneSchedule } from '../../data/formats/zone-schedule.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { calendarClock, type CivilClock } from '../../engine/lighting/civil-clock.ts';
import { levelStarts } from '../../engine/lighting/program-levels.ts';
import { burningSpan } from '../../engine/lighting/switching.ts';
import { levelReference, lightingZoneColumns, switchingKind } from '../../engine/twin/lighting.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import type { DimmingLevel } from '../../engine/twin/zone-calendars.ts';
import { nightsOfYear } from '../../cli/nights-of-year.ts';

const CASES = process.env['JUMEAU_PROOF'] === '1' ? 1000 : 40;
console.log(`EclExt: ${CASES} random programs, each over the nights of 2026`);

const facts = importedFacts('town', flatMapAt(47.32, 5.04)), nights = nightsOfYear(facts);
const minute = 60, hour = 3600;
const sunset: Switching = { ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: -0.833, onOffsetS: 15 * minute, offOffsetS: -15 * minute };
const level = (reference: keyof typeof levelReference, fromS: number, outputShare: number, rampS = 0): DimmingLevel => ({ reference: levelReference[reference], fromS, outputShare, rampS });
const zoneOf = (levels: DimmingLevel[], switching = sunset): ZoneSchedule => ({ zone: 'z', switching, calendar: { name: 'c', startsAtNoon: 1, rules: [], usual: { name: 'p', levels } } });

function town({ zone, ...schedule }: ZoneSchedule): Twin {
  const twin = emptyTwin(facts);
  twin.lightingZones = tableFrom(lightingZoneColumns, [{ name: zone, calendar: -1, switching: -1 }]);
  return withSchedules(twin, [{ zone, ...schedule }]);
}

/** Every change of light while lamps burn, over a year: when, and to which share. */
function lightOf(twin: Twin, clock: CivilClock): [number, number][] {
  const starts = levelStarts(twin, clock, 0, -2, 366), light: [number, number][] = [];
  let at = 0;
  for (let night = 0; night < 364; night++) {
    const span = burningSpan(twin, clock, twin.lightingZones.switching[0]!, night);
    if (!span) continue;
    while (at + 1 < starts.length && starts[at + 1]!.atS <= span.onS) at++;
    light.push([span.onS, starts[at]!.share]);
    while (at + 1 < starts.length && starts[at + 1]!.atS < span.offS) {
      at++;
      if (starts[at]!.share !== light.at(-1)![1]) light.push([starts[at]!.atS, starts[at]!.share]);
    }
    light.push([span.offS, 0]);
  }
  // Of two levels that begin in one second the later holds.
  return light.filter(([atS, share], row) => light[row + 1]?.[0] !== atS && (row === 0 || share !== light[row - 1]![1] || atS !== light[row - 1]![0]));
}

test.each([['21:36HL', 'clock', 21 * hour + 36 * minute], ['-196MN', 'nightMiddle', -196 * minute], ['-15CS', 'sunset', -15 * minute], ['+15LS', 'sunrise', 15 * minute], ['+0CS', 'sunset', 0]] as const)(
  'the example %s of the standard', (text, reference, fromS) => {
    expect(hourIn(text)).toEqual({ reference: levelReference[reference], fromS });
    expect(hourText({ reference: levelReference[reference], fromS })).toBe(text);
  });

test('in a night from 18:00 to 7:00 the middle is 0:30, and a clock time before noon is of its morning', () => {
  const night = { sunsetS: 18 * hour, sunriseS: 31 * hour };
  expect(momentOfNight(hourIn('+0MN')!, night)).toBe(24.5 * hour);
  expect(momentOfNight(hourIn('-196MN')!, night)).toBe(24.5 * hour - 196 * minute);
  expect(momentOfNight(hourIn('05:30')!, night)).toBe(29.5 * hour);
});

test('a profile reads as the office wrote it: dimmed from 23:00, dark from 1:00 to 5:00', () => {
  const { value, problems } = writeProfiles([zoneOf([level('clock', 1 * hour, 0), level('clock', 5 * hour, 1), level('clock', 23 * hour, 0.6)])], nights);
  expect(problems).toEqual([]);
  expect(value!.trim().split('\n')).toEqual([ECLEXT_HEAD, 'z,+15CS,-15LS,z-1,F,23:00HL,01:00HL,%,60,,', 'z,+15CS,-15LS,z-2,EX,01:00HL,05:00HL,,,,']);
});

/** Programs of one to five levels that are in one order all year: by the clock between 23:00 and 4:00, or from the middle of the night. */
function drawn(seed: number): ZoneSchedule {
  let draws = 0;
  const below = (most: number): number => Math.floor(randomShare(seed, 2, draws++, 0) * most);
  const kind = below(4), count = 1 + below(5), times = new Set<number>();
  while (times.size < count) times.add(below(290) * minute);
  const share = (): number => (below(4) === 0 ? 1 : below(101) / 100);
  const levels = [...times].sort((a, b) => a - b).map((fromS): DimmingLevel => {
    if (kind === 0) return level('nightMiddle', fromS - 145 * minute, share());
    if (kind === 1) return level('sunset', fromS + 30 * minute, share());
    return level('clock', (23 * hour + fromS) % 86_400, share());
  });
  // One more from the sun, well before the others.
  if (kind === 3) levels.push(level('sunset', 20 * minute, share()));
  const switching = below(3) === 0 ? { ...UNUSED_SWITCHING, kind: switchingKind.fixedHours, onClockS: 20 * hour + below(60) * minute, offClockS: 5 * hour + below(60) * minute } : { ...sunset, onOffsetS: below(20) * minute, offOffsetS: -below(20) * minute };
  return zoneOf(levels.sort((one, other) => one.reference - other.reference || one.fromS - other.fromS), switching);
}

test('random programs come back with the same light in every night of a year', () => {
  let written = 0, refused = 0;
  const clock = calendarClock(facts, '2026-01-01', 366);
  for (let seed = 0; seed < CASES; seed++) {
    const schedule = drawn(seed), { value, problems } = writeProfiles([schedule], nights);
    if (value === undefined) {
      refused++;
      expect([...new Set(problems.map(({ code }) => code))], `seed ${seed}`).toEqual(['eclext-order-changes']);
      continue;
    }
    const read = readProfiles('p.csv', value, ['z'], nights);
    expect(read.problems, `seed ${seed}`).toEqual([]);
    expect(lightOf(town(read.value![0]!), clock), `seed ${seed}: ${value}`).toEqual(lightOf(town(schedule), clock));
    written++;
  }
  console.log(`EclExt: ${written} programs came back, ${refused} that no profile can say were refused`);
  expect(written).toBeGreaterThan(CASES / 3);
});

test.each([
  ['eclext-order-changes', zoneOf([level('sunset', 4 * hour, 0.5), level('clock', 0, 0.2)])],
  ['eclext-not-a-minute', zoneOf([level('clock', 30, 0.5), level('clock', hour, 1)])],
  ['eclext-other-switching', zoneOf([], { ...sunset, sunAltitudeDeg: -6 })],
  ['eclext-other-switching', zoneOf([], { ...UNUSED_SWITCHING, kind: switchingKind.photocell, onLx: 20, offLx: 30 })],
  ['eclext-no-calendar', { ...zoneOf([]), calendar: { name: 'c', startsAtNoon: 1, usual: { name: 'p', levels: [] }, rules: [{ fromDate: 101, untilDate: 201, days: 127, program: { name: 'q', levels: [] } }] } }],
] as const)('what a profile cannot say is an error: %s', (code, schedule) => {
  expect(writeProfiles([schedule], nights).problems.map((problem) => problem.code)).toContain(code);
});

const csv = (...lines: string[]): string => [ECLEXT_HEAD, ...lines].join('\n');
test.each([
  ['eclext-odd-hour', csv('z,+15CS,-15LS,a,F,25:00HL,05:00HL,%,50,,')],
  ['eclext-odd-hour', csv('z,20:36TU,-15LS,,,,,,,,')],
  ['eclext-odd-burning', csv('z,20:00HL,-15LS,,,,,,,,')],
  ['eclext-odd-variation', csv('z,+15CS,-15LS,a,F,23:00HL,05:00HL,VA,1500,,')],
  ['eclext-odd-variation', csv('z,+15CS,-15LS,a,P,23:00HL,05:00HL,%,50,,')],
  ['eclext-odd-variation', csv('z,+15CS,-15LS,a,F,23:00HL,05:00HL,%,150,,')],
  ['eclext-dated', csv('z,+15CS,-15LS,a,F,23:00HL,05:00HL,%,50,20200101,20211231')],
  ['eclext-overlap', csv('z,+15CS,-15LS,a,F,23:00HL,02:00HL,%,50,,', 'z,+15CS,-15LS,b,F,01:00HL,05:00HL,%,20,,')],
  ['eclext-overlap', csv('z,+15CS,-15LS,a,F,05:00HL,23:00HL,%,50,,')],
  ['eclext-profile-differs', csv('z,+15CS,-15LS,a,F,23:00HL,01:00HL,%,50,,', 'z,+10CS,-15LS,b,EX,01:00HL,05:00HL,,,,')],
  ['eclext-no-zone', csv('y,+15CS,-15LS,,,,,,,,')],
  ['eclext-no-column', 'nomProfil,allumageSoir\nz,+0CS\n'],
] as const)('what a profile says and a twin cannot is an error: %s', (code, content) => {
  const { value, problems } = readProfiles('p.csv', content, ['z'], nights);
  expect(value).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toContain(code);
});
