// Goal: between the knots of a replay, vehicles are where constant speed along their lanes puts them.
import { expect, test } from 'vitest';
import { makeTable, tableFrom } from '../../engine/foundation/table.ts';
import { replayKnotColumns, replayWalkColumns } from '../../engine/results/tables.ts';
import { makePlaces, type Pose } from '../../viewer/app/feed/places.ts';
import { makeReplayWays } from '../../viewer/app/feed/replay-ways.ts';
import { makeVehicleSnapshots } from '../../viewer/app/feed/vehicle-snapshots.ts';
import { smallCity, smallReplay } from '../browser/small-city.ts';

const twin = smallCity();
const places = makePlaces(twin);
const pose: Pose = { xM: 0, yM: 0, east: 1, north: 0 };

test('half way in time is half way along the lane', () => {
  const knots = tableFrom(replayKnotColumns, [{ departure: 3, timeS: 0, place: 0, positionM: 10 }, { departure: 3, timeS: 4, place: 0, positionM: 50 }]);
  const ways = makeReplayWays({ fromS: 600, untilS: 900, knots, walks: makeTable(replayWalkColumns, 0) }, places);
  expect(ways.vehicleOf(3)).toBe(0);
  expect(ways.vehicleOf(2)).toBe(-1);
  expect(ways.pose(0, 602, 0, pose)).toBe(true);
  const first = twin.lanes.firstPoint[0]!;
  expect(Math.hypot(pose.xM - twin.points.xM[first]!, pose.yM - twin.points.yM[first]!)).toBeCloseTo(30, 4);
  expect(ways.speedMps(0, 602)).toBeCloseTo(10, 5);
  expect(ways.pose(0, 605, 0, pose)).toBe(false);
});

test('from a lane into the junction it drives on without a jump', () => {
  const ways = makeReplayWays(smallReplay(twin, 0), places);
  let worstM = 0;
  for (let vehicle = 0; vehicle < ways.vehicleCount; vehicle++) {
    let before: { xM: number; yM: number } | undefined;
    for (let timeS = 0; timeS < 120; timeS += 0.1) {
      if (!ways.pose(vehicle, timeS, 0, pose)) break;
      if (before) worstM = Math.max(worstM, Math.hypot(pose.xM - before.xM, pose.yM - before.yM));
      before = { xM: pose.xM, yM: pose.yM };
    }
  }
  // 8 m/s for 0.1 s; the drawn line of a movement may be a little longer than its length says.
  expect(worstM).toBeLessThan(0.85);
});

test('as many vehicles are drawn as are on the network, a tram in several pieces', () => {
  const snapshots = makeVehicleSnapshots(twin);
  const ways = makeReplayWays(smallReplay(twin, 0), places);
  const everywhere = { westM: -1e4, southM: -1e4, eastM: 1e4, northM: 1e4 };
  snapshots.update(ways, 100, { spacingS: 0.5, bounds: everywhere, close: true });
  expect(snapshots.vehicleCount()).toBe(twin.departures.count);
  // One tram of 33 m is drawn in three pieces.
  expect(snapshots.count()).toBe(twin.departures.count + 2);
});

test('only vehicles in view are placed, and all are counted', () => {
  const snapshots = makeVehicleSnapshots(twin);
  const ways = makeReplayWays(smallReplay(twin, 0), places);
  snapshots.update(ways, 100, { spacingS: 0.5, bounds: { westM: 900, southM: 900, eastM: 910, northM: 910 }, close: true });
  expect([snapshots.count(), snapshots.vehicleCount()]).toEqual([0, twin.departures.count]);
});
