import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { laneFinder } from '../nearest-lane.ts';

/** A lamp lights the street within so many metres. */
export const LIT_STREET_WITHIN_M = 40;
/** A lamp that names its street may stand farther from it: on a verge, behind parked cars. */
const NAMED_STREET_WITHIN_M = 80;

/** Finds the street that a lamp lights: the one that it names if that is near, else the nearest; -1 where none is near. */
export function streetFinder(twin: ReadingTwin): (xM: number, yM: number, name: string) => { street: number; isNamed: boolean } {
  const streetOfLane = (lane: number): number => twin.links.street[twin.lanes.link[lane]!]!;
  const nearest = laneFinder(twin, () => true), named = new Map<string, ReturnType<typeof laneFinder> | undefined>();
  const rowsByName = new Map<string, Set<number>>();
  for (let street = 0; street < twin.streets.count; street++) {
    const key = plain(twin.streets.name[street]!);
    if (key === '') continue;
    if (!rowsByName.has(key)) rowsByName.set(key, new Set());
    rowsByName.get(key)!.add(street);
  }
  const finderOf = (name: string) => {
    const key = plain(name), rows = rowsByName.get(key);
    if (!named.has(key)) named.set(key, rows && laneFinder(twin, (lane) => rows.has(streetOfLane(lane))));
    return named.get(key);
  };
  return (xM, yM, name) => {
    const onNamed = name === '' ? undefined : finderOf(name)?.(xM, yM, NAMED_STREET_WITHIN_M);
    const lane = (onNamed ?? nearest(xM, yM, LIT_STREET_WITHIN_M))?.lane;
    return { street: lane === undefined ? -1 : streetOfLane(lane), isNamed: onNamed !== undefined };
  };
}

/** A name without accents, capitals and marks; by capitals first, for ß is written SS in them. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
