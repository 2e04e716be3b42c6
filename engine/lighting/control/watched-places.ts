import type { LampGroups } from '../../twin/lamp-groups.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { groupsOf } from './groups-of.ts';

/** Which groups look at which places and crossings; derived from the twin, no state. Lists of all rows, one behind the other. */
export interface WatchedPlaces {
  groups: LampGroups;
  /** By place of the streets (lanes, then movements): where its groups begin in `placeGroups`. */
  placeFirst: Int32Array;
  placeGroups: Int32Array;
  crossingFirst: Int32Array;
  crossingGroups: Int32Array;
  /** Links of the streets that some group looks at. */
  links: Int32Array;
}

const known = new WeakMap<ReadingTwin, WatchedPlaces>();

export function watchedPlaces(twin: ReadingTwin): WatchedPlaces {
  const before = known.get(twin);
  if (before) return before;
  const groups = groupsOf(twin), { lanes, links, movements, streets, crossings, crossingWindows } = twin;
  const ofStreet: number[][] = Array.from({ length: streets.count }, () => []);
  groups.streets.forEach((watched, group) => watched.forEach((street) => ofStreet[street]!.push(group)));
  const ofLane = (lane: number): readonly number[] => ofStreet[links.street[lanes.link[lane]!]!] ?? [];
  const places = Array.from({ length: lanes.count + movements.count }, (_, place) => ofLane(place < lanes.count ? place : movements.fromLane[place - lanes.count]!));
  const atCrossing = Array.from({ length: crossings.count }, (_, crossing) => {
    const found = new Set<number>(), first = crossings.firstWindow[crossing]!;
    for (let window = first; window < first + crossings.windowCount[crossing]!; window++) {
      const lane = crossingWindows.lane[window]!;
      for (const group of ofLane(lane >= 0 ? lane : movements.fromLane[crossingWindows.movement[window]!]!)) found.add(group);
    }
    return [...found];
  });
  const [placeFirst, placeGroups] = chained(places), [crossingFirst, crossingGroups] = chained(atCrossing);
  const watched = { groups, placeFirst, placeGroups, crossingFirst, crossingGroups, links: Int32Array.from({ length: links.count }, (_, link) => link).filter((link) => (ofStreet[links.street[link]!]?.length ?? 0) > 0) };
  known.set(twin, watched);
  return watched;
}

function chained(lists: readonly (readonly number[])[]): [first: Int32Array, all: Int32Array] {
  const first = new Int32Array(lists.length + 1);
  lists.forEach(({ length }, at) => { first[at + 1] = first[at]! + length; });
  return [first, Int32Array.from(lists.flat())];
}
