// Goal: real timetables of others arrive whole, and broken ones are named, not thrown.
import { execFileSync } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importGtfs } from '../../data/build/from-gtfs.ts';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { transitMode } from '../../engine/twin/transit.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'jumeau-gtfs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function feed(files: Record<string, string>): string {
  const path = mkdtempSync(join(folder, 'feed-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const clocksTold = ({ facts }: Twin): number => facts.sources.filter(({ what }) => typeof what !== 'string' && what.en.startsWith('clock')).length;

const tiny = {
  'routes.txt': 'route_id,route_short_name,route_type\nr,1,3\n',
  'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\na,A,47.0,5.0\nb,B,47.0,5.01\nc,C,47.0,5.02\n',
  'calendar.txt': 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nw,1,1,1,1,1,0,0,20260105,20260109\n',
  'trips.txt': 'route_id,service_id,trip_id\nr,w,t1\nr,w,t2\n',
  'stop_times.txt': 'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,08:00:00,08:00:00,a,1\nt1,,,b,2\nt1,08:10:00,08:10:00,c,3\nt2,24:30:00,24:31:00,a,1\nt2,24:40:00,24:40:00,c,2\n',
};

describe('a timetable of two trips', () => {
  // Directive 2000/84/EC: summer time from 29 March to 25 October 2026.
  test.each([['20260105,20260109', '2026-01-05', 60], ['20260706,20260710', '2026-07-06', 120], ['20260327,20260327', '2026-03-27', 60], ['20260330,20260330', '2026-03-30', 120]])(
    'a feed of %s runs in the time of its season', async (days, date, utcOffsetMin) => {
      const { value: twin } = await importGtfs(feed({ ...tiny, 'calendar.txt': tiny['calendar.txt'].replace('20260105,20260109', days) }));
      expect(twin!.facts.date).toBe(date);
      expect(twin!.facts.utcOffsetMin).toBe(utcOffsetMin);
      // Over a map of winter the same: the map's own date is moved with its offset.
      const again = await importGtfs(feed({ ...tiny, 'calendar.txt': tiny['calendar.txt'].replace('20260105,20260109', days) }), { into: emptyTwin({ ...importedFacts('map', flatMapAt(47, 5)) }) });
      expect(again.value!.facts.utcOffsetMin).toBe(utcOffsetMin);
    },
  );

  // IANA: New York 5 h behind UTC in winter, Sydney 10 h ahead in its winter and 11 in its summer, India 5 h 30 ahead all year.
  test.each([['Europe/Paris', 60, 0], ['Europe/London', 0, 1], ['America/New_York', -300, 1], ['Australia/Sydney', 600, 1], ['Asia/Kolkata', 330, 1]])('a feed of %s runs %i min ahead of UTC; what differs from central Europe is told once', async (zone, utcOffsetMin, told) => {
    const files = { ...tiny, 'agency.txt': `agency_id,agency_name,agency_timezone\n1,Bus,${zone}\n` };
    for (const into of [undefined, emptyTwin({ ...importedFacts('map', flatMapAt(47, 5)) })]) {
      const { value: twin, problems } = await importGtfs(feed(files), { into });
      expect(problems.filter(({ code }) => code === 'gtfs-unknown-timezone')).toEqual([]);
      expect([twin!.facts.utcOffsetMin, clocksTold(twin!)]).toEqual([utcOffsetMin, told]);
      if (into) expect(clocksTold((await importGtfs(feed(files), { into: twin! })).value!)).toBe(told);
    }
  });

  test('without a time zone that is known the longitude decides, and a wrong one is told', async () => {
    const lima = { ...tiny, 'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\na,A,-12.07,-77.05\nb,B,-12.07,-77.04\nc,C,-12.07,-77.03\n' };
    expect((await importGtfs(feed(lima))).value!.facts.utcOffsetMin).toBe(-300);
    const { value: twin, problems } = await importGtfs(feed({ ...lima, 'agency.txt': 'agency_name,agency_timezone\nBus,Lima time\n' }));
    expect([twin!.facts.utcOffsetMin, problems.map(({ code }) => code)]).toEqual([-300, ['gtfs-unknown-timezone']]);
  });

  test('a stop without a time is passed half way, and hours may pass midnight', async () => {
    const { value: twin, problems } = await importGtfs(feed(tiny));
    expect(problems).toEqual([]);
    expect(twin!.facts.date).toBe('2026-01-05');
    expect([...twin!.calls.arriveS]).toEqual([28800, 29100, 29400, 88200, 88800]);
    expect([...twin!.calls.departS]).toEqual([28800, 29100, 29400, 88260, 88800]);
    // 0.02 degrees of longitude at 47 degrees north: 0.02 * 111,320 m * cos(47°) = 1,518 m, within the ellipsoid's 0.2 %.
    expect(twin!.lines.lengthM[0]).toBeGreaterThan(1515);
    expect(twin!.lines.lengthM[0]).toBeLessThan(1525);
  });

  test('one vehicle can do both', async () => {
    const { value: twin } = await importGtfs(feed(tiny));
    expect(twin!.blocks.count).toBe(1);
    expect(twin!.blocks.startS[0]).toBe(28800);
    expect(twin!.blocks.endS[0]).toBe(88800);
  });

  test('a trip repeated every ten minutes for an hour is six trips', async () => {
    const { value: twin } = await importGtfs(feed({ ...tiny, 'frequencies.txt': 'trip_id,start_time,end_time,headway_secs\nt1,09:00:00,10:00:00,600\n' }));
    expect(twin!.trips.count).toBe(7);
    expect(twin!.lines.headwayS[0]).toBe(600);
  });
});

describe('broken feeds are named', () => {
  const codesOf = async (path: string) => (await importGtfs(path)).problems.map(({ code }) => code);

  test.each([
    ['no such path', () => join(folder, 'nowhere'), 'file-not-found'],
    ['not a zip', () => { const path = join(folder, 'page.zip'); writeFileSync(path, '<html>not found</html>'); return path; }, 'gtfs-not-a-zip'],
    ['no stop times', () => { const { 'stop_times.txt': _, ...rest } = tiny; return feed(rest); }, 'gtfs-missing-file'],
    ['no stop_lat', () => feed({ ...tiny, 'stops.txt': 'stop_id,stop_name\na,A\n' }), 'gtfs-missing-column'],
    ['an empty file', () => feed({ ...tiny, 'stops.txt': '' }), 'gtfs-empty-file'],
    ['a trip of an unknown route', () => feed({ ...tiny, 'trips.txt': 'route_id,service_id,trip_id\nr,w,t1\nx,w,t2\n' }), 'gtfs-unknown-route'],
    ['a time that is none', () => feed({ ...tiny, 'stop_times.txt': tiny['stop_times.txt'].replace('08:00:00,08:00:00', 'noon,noon') }), 'gtfs-not-a-time'],
    ['a day without trips', () => feed({ ...tiny, 'trips.txt': 'route_id,service_id,trip_id\n' }), 'gtfs-no-service'],
    ['a headway of nothing', () => feed({ ...tiny, 'frequencies.txt': 'trip_id,start_time,end_time,headway_secs\nt1,09:00:00,10:00:00,0\n' }), 'gtfs-impossible-headway'],
  ])('%s', async (_title, path, code) => {
    expect(await codesOf(path())).toContain(code);
  });

  test('a thousand broken rows are counted, twenty listed', async () => {
    const rows = Array.from({ length: 1000 }, (_, row) => `t1,08:00:00,08:00:00,nowhere,${row}`).join('\n');
    const { problems } = await importGtfs(feed({ ...tiny, 'stop_times.txt': `${tiny['stop_times.txt']}${rows}\n` }));
    expect(problems.filter(({ code }) => code === 'gtfs-unknown-stop').length).toBe(20);
    expect(problems.find(({ code }) => code === 'more-of-these')!.parameters['count']).toBe(980);
  });
});

/** A second reader of feeds: lines split at commas, which is enough for files without quoted commas in these columns. */
function csv(path: string, name: string): Record<string, string>[] {
  const [header, ...lines] = Buffer.from(unzipSync(readFileSync(path))[name]!).toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '');
  const fields = (line: string): string[] => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) => field!.replace(/^"|"$/g, ''));
  const columns = fields(header!);
  return lines.map((line) => { const values = fields(line); return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])); });
}

/** Trips of a day by the calendar, and by its exceptions where there are any. */
function tripsOn(path: string, date: string): Record<string, string>[] {
  const packed = date.replaceAll('-', ''), weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][new Date(`${date}T00:00:00Z`).getUTCDay()]!;
  const names = Object.keys(unzipSync(readFileSync(path)));
  const running = new Set(!names.includes('calendar.txt') ? [] : csv(path, 'calendar.txt')
    .filter((row) => row[weekday] === '1' && row['start_date']! <= packed && packed <= row['end_date']!).map((row) => row['service_id']));
  for (const row of names.includes('calendar_dates.txt') ? csv(path, 'calendar_dates.txt') : []) {
    if (row['date'] === packed) running[row['exception_type'] === '1' ? 'add' : 'delete'](row['service_id']!);
  }
  return csv(path, 'trips.txt').filter((trip) => running.has(trip['service_id']!));
}

describeOnSharedData('real feeds', () => {
  test.each(['01-dijon/derived/divia-2023-10-31-derived.gtfs.zip', '03-gtfs/vvs-bus-751-only.gtfs.zip'])('%s: every trip, call and line of the day, by a second count', async (name) => {
    const path = sharedPath(name);
    const { value, problems } = await importGtfs(path);
    const twin = value!;
    const dropped = new Set(problems.filter(({ code }) => code === 'gtfs-undrivable-trip').map(({ parameters }) => parameters['trip']));
    const trips = tripsOn(path, twin.facts.date).filter((trip) => !dropped.has(trip['trip_id']!));
    expect(twin.trips.count).toBe(trips.length);
    expect(twin.lines.count).toBe(new Set(trips.map((trip) => trip['route_id'])).size);
    const ids = new Set(trips.map((trip) => trip['trip_id']));
    const calls = csv(path, 'stop_times.txt').filter((call) => ids.has(call['trip_id']!));
    expect(twin.calls.count).toBe(calls.length);
    expect(twin.stops.count).toBe(new Set(calls.map((call) => call['stop_id'])).size);
    const seconds = (clock: string): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    const timed = calls.filter((call) => call['arrival_time'] !== '');
    expect(Math.min(...twin.calls.arriveS)).toBe(Math.min(...timed.map((call) => seconds(call['arrival_time']!))));
    expect(Math.max(...twin.calls.departS)).toBe(Math.max(...timed.map((call) => seconds(call['departure_time']!))));
    const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);
    if (timed.length === calls.length) expect(sum(twin.calls.departS)).toBe(sum(calls.map((call) => seconds(call['departure_time']!))));
    expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('Dijon, one autumn day of 2023: 35 lines, 2,451 trips, two of the lines trams', async () => {
    const { value: twin, problems } = await importGtfs(sharedPath('01-dijon/derived/divia-2023-10-31-derived.gtfs.zip'));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(twin!.lines.count).toBe(35);
    expect(twin!.trips.count + problems.filter(({ code }) => code === 'gtfs-undrivable-trip').length).toBe(2451);
    expect([...twin!.lines.mode].filter((mode) => mode === transitMode.tram).length).toBe(2);
    expect(twin!.facts.originLatitudeDeg).toBeCloseTo(47.3, 0);
  });

  test('Stuttgart line 752: the chosen day is a weekday of its calendar', async () => {
    const { value: twin } = await importGtfs(sharedPath('03-gtfs/vvs-bus-751-only.gtfs.zip'));
    expect(twin!.lines.count).toBe(1);
    expect(twin!.trips.count).toBeGreaterThan(20);
    expect([1, 2, 3, 4, 5]).toContain(new Date(`${twin!.facts.date}T00:00:00Z`).getUTCDay());
  });

  test('the Dijon feed of winter 2024 lacks its stop times, and that is what is said', async () => {
    const { value, problems } = await importGtfs(sharedPath('01-dijon/divia-gtfs-2024-01'));
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', code: 'gtfs-missing-file', parameters: { file: 'stop_times.txt' } })]);
  });

  test.each(['Tallis-LonsLeSaunier', 'bullrunner-gtfs', 'caltrain_gtfs', 'good_feed', 'irl_dub_gtfs'])('%s arrives without an error', async (name) => {
    const { value: twin, problems } = await importGtfs(sharedPath(`03-gtfs/${name}.zip`));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(twin!.trips.count).toBeGreaterThan(0);
    expect(twin!.trips.count).toBeGreaterThanOrEqual(twin!.blocks.count);
  });

  test('an archive that is not a timetable, and one cut short, are named', async () => {
    const netex = await importGtfs(sharedPath('03-gtfs/netex.zip'));
    expect(netex.problems.map(({ code }) => code)).toContain('gtfs-missing-file');
    const cut = join(folder, 'cut.zip');
    cpSync(sharedPath('03-gtfs/caltrain_gtfs.zip'), cut);
    execFileSync('chmod', ['u+w', cut]);
    truncateSync(cut, 30_000);
    expect((await importGtfs(cut)).problems.map(({ code }) => code)).toEqual(['gtfs-not-a-zip']);
  });
});
