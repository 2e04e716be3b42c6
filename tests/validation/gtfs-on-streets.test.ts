// Goal: an imported timetable drives on imported streets: each trip from stop to stop, one vehicle's trips one after another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importGtfs } from '../../data/build/from-gtfs.ts';
import { importOsm } from '../../data/build/from-osm.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'jumeau-feed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRIPS = 40;
const clock = (timeS: number): string => [timeS / 3600, (timeS / 60) % 60, timeS % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

/** A made-up feed over the real bus stops of a map: each trip calls at three stops that follow each other in the file. */
function writeFeed({ stops, facts }: Twin): void {
  const rows = Array.from({ length: stops.count }, (_, row) => row).filter((row) => stops.lane[row]! >= 0).slice(0, TRIPS + 2);
  const latitude = (row: number): number => facts.originLatitudeDeg + stops.yM[row]! / facts.metresPerDegreeNorth, longitude = (row: number): number => facts.originLongitudeDeg + stops.xM[row]! / facts.metresPerDegreeEast;
  const calls = Array.from({ length: TRIPS }, (_, trip) => [0, 1, 2].map((call) => {
    const timeS = 8 * 3600 + trip * 600 + call * 300;
    return `t${trip},${clock(timeS)},${clock(timeS)},s${rows[trip + call]},${call}`;
  }));
  const files = {
    'routes.txt': 'route_id,route_short_name,route_type\nr,1,3\n',
    'stops.txt': `stop_id,stop_name,stop_lat,stop_lon\n${rows.map((row) => `s${row},Stop ${row},${latitude(row)},${longitude(row)}`).join('\n')}\ns9999,Elsewhere,${latitude(rows[0]!) + 1},${longitude(rows[0]!)}\n`,
    'calendar.txt': 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nw,1,1,1,1,1,0,0,20260105,20260109\n',
    'trips.txt': `route_id,service_id,trip_id,block_id\n${Array.from({ length: TRIPS + 1 }, (_, trip) => `r,w,t${trip},b${trip % 2}`).join('\n')}\n`,
    'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${calls.flat().join('\n')}\nt${TRIPS},09:00:00,09:00:00,s${rows[0]},0\nt${TRIPS},10:00:00,10:00:00,s9999,1\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

describeOnSharedData('a timetable on the streets of Bad Hersfeld', () => {
  let twin: Twin, problems: readonly Problem[];
  beforeAll(async () => {
    const streets = (await importOsm(sharedPath('02-osm/badhersfeld_bbox.osm.xml.gz'))).value!;
    writeFeed(streets);
    const laid = await importGtfs(folder, { into: streets });
    twin = laid.value!;
    problems = laid.problems;
  });

  test('the twin is whole, and the trip to a stop off the map is named', () => {
    expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
    const named = problems.find(({ code }) => code === 'gtfs-trips-off-streets')!;
    expect(named.parameters['stops']).toBe(1);
    expect(named.parameters['matched']).toBe(twin.departures.count);
    expect(Number(named.parameters['matched']) + Number(named.parameters['unmatched'])).toBe(TRIPS + 1);
  });

  test('most trips run, each with a halt at each of its stops, in its order, not leaving before its time', () => {
    const { departures, trips, calls, halts } = twin;
    expect(departures.count).toBeGreaterThan(0.6 * TRIPS);
    for (let row = 0; row < departures.count; row++) {
      const trip = departures.trip[row]!, first = departures.firstHalt[row]!;
      expect(trips.departure[trip]).toBe(row);
      expect(departures.haltCount[row]).toBe(trips.callCount[trip]);
      for (let call = 0; call < trips.callCount[trip]!; call++) {
        expect(halts.stop[first + call]).toBe(calls.stop[trips.firstCall[trip]! + call]);
        if (call < trips.callCount[trip]! - 1) expect(halts.untilS[first + call]).toBe(calls.departS[trips.firstCall[trip]! + call]);
      }
    }
  });

  test('the trips of a block wait for the one before', () => {
    const { departures, trips } = twin;
    const lastOf = new Map<number, number>();
    for (let row = 0; row < departures.count; row++) {
      const block = trips.block[departures.trip[row]!]!;
      expect(departures.after[row]).toBe(lastOf.get(block) ?? -1);
      lastOf.set(block, row);
    }
    expect(lastOf.size).toBe(2);
  });
});
