// Goal: who points at something gets that thing, as far as the layers show it.
import { expect, test } from 'vitest';
import { makePlaces, type Pose } from '../../viewer/app/feed/places.ts';
import { makeReplayWays } from '../../viewer/app/feed/replay-ways.ts';
import { makeVehicleSnapshots } from '../../viewer/app/feed/vehicle-snapshots.ts';
import { mapLayers } from '../../viewer/app/map/layers.ts';
import { makePicker } from '../../viewer/app/map/pick.ts';
import { smallCity, smallReplay } from '../browser/small-city.ts';

const twin = smallCity();
const all = mapLayers.reduce((bits, { bit }) => bits | bit, 0);
const without = (...names: string[]): number => mapLayers.filter(({ name }) => !names.includes(name)).reduce((bits, { bit }) => bits | bit, 0);
/** At 0.5 m a pixel, zoom 17 or so. */
const view = (layerBits = all) => ({ metresPerPixel: 0.5, zoom: 17, layerBits, snapshotShare: 0 });
const empty = makePicker(twin, makeVehicleSnapshots(twin));

test.each([
  ['lamps', 5], ['cabinets', 0], ['cameras', 0], ['buildings', 1], ['bollardSites', 0], ['serviceVehicles', 0], ['controlPosts', 0], ['controllers', 2],
] as const)('pointing at %s %i', (kind, row) => {
  expect(empty.at(twin[kind].xM[row]!, twin[kind].yM[row]!, view())).toEqual({ kind, row });
});

test('what is hidden is not found: a hidden lamp leaves its street', () => {
  const { xM, yM, street } = twin.lamps;
  expect(empty.at(xM[5]!, yM[5]!, view(without('lamps', 'lines')))).toEqual({ kind: 'streets', row: street[5] });
});

test('a crossing without signals is a junction; beside everything there is the commune', () => {
  expect(empty.at(twin.junctions.xM[7]!, twin.junctions.yM[7]!, view(without('lamps')))).toEqual({ kind: 'junctions', row: 7 });
  expect(empty.at(-400, -400, view())).toEqual({ kind: 'communes', row: 0 });
  expect(empty.at(-5000, 0, view())).toBeUndefined();
});

test('a vehicle is found where it is drawn, and hides what it stands on', () => {
  const snapshots = makeVehicleSnapshots(twin);
  const ways = makeReplayWays(smallReplay(twin, 0), makePlaces(twin));
  snapshots.update(ways, 60, { spacingS: 0.5, bounds: { westM: -1e4, southM: -1e4, eastM: 1e4, northM: 1e4 }, close: true });
  const pose: Pose = { xM: 0, yM: 0, east: 1, north: 0 };
  const middleM = twin.vehicleTypes.lengthM[twin.departures.vehicleType[11]!]! / 2;
  ways.pose(ways.vehicleOf(11), 60, middleM, pose);
  expect(makePicker(twin, snapshots).at(pose.xM, pose.yM, view())).toEqual({ kind: 'departures', row: 11 });
});
