import { randomShare } from '../../../engine/foundation/random.ts';
import type { Zones } from './zones.ts';

/** What draws are for; each meaning has its own number. */
const PURPOSE = { rounding: 7101, linkRank: 7102, destination: 7103 } as const;

/** Trips from link to link, by kind (out from home, homeward, through), before they have a route. */
export interface FlowList { fromLink: number[]; toLink: number[]; trips: [number[], number[], number[]] }

export const emptyFlows = (): FlowList => ({ fromLink: [], toLink: [], trips: [[], [], []] });

export function addFlow(flows: FlowList, fromLink: number, toLink: number, trips: readonly [number, number, number]): void {
  flows.fromLink.push(fromLink);
  flows.toLink.push(toLink);
  for (let kind = 0; kind < 3; kind++) flows.trips[kind]!.push(trips[kind]!);
}

/** A whole number of trips whose mean over all pairs is the number asked for; small flows come in pairs of trips. */
export function wholeTrips(seed: number, expected: number, from: number, to: number): number {
  const quantum = expected < 4 ? 2 : 1;
  const draw = randomShare(seed, PURPOSE.rounding, from, to);
  return quantum * Math.floor(expected / quantum + draw);
}

/** Links of a zone in a random but fixed order, to start and end trips at: the first of them serve a small zone, more a busy one. */
export function accessLinks(seed: number, zones: Zones, zone: number): number[] {
  const members = Array.from(zones.links.subarray(zones.firstLink[zone]!, zones.firstLink[zone + 1]!));
  const rank = new Map(members.map((link) => [link, randomShare(seed, PURPOSE.linkRank, link, 0)]));
  return members.sort((one, other) => rank.get(one)! - rank.get(other)! || one - other);
}

export interface ZoneTrips { outward: Float64Array; homeward: Float64Array }

/**
 * Deals the trips between zones to links: a zone starts its trips at one link for every `tripsPerLink` of them, so that no
 * side street has to let out a crowd, and each pair of zones takes as few of these as it needs.
 */
export function flowsBetweenZones(seed: number, zones: Zones, { outward, homeward }: ZoneTrips, tripsPerLink: number): FlowList {
  const flows = emptyFlows();
  const { count } = zones;
  const access = Array.from({ length: count }, (_, zone) => accessLinks(seed, zones, zone));
  for (let from = 0; from < count; from++) {
    let sum = 0;
    for (let to = 0; to < count; to++) sum += outward[from * count + to]! + homeward[from * count + to]!;
    const starts = access[from]!.slice(0, Math.max(1, Math.round(sum / tripsPerLink)));
    for (let to = 0; to < count; to++) {
      const out = wholeTrips(seed, outward[from * count + to]!, from, to), home = wholeTrips(seed, homeward[from * count + to]!, from + count, to);
      const parts = Math.min(starts.length, Math.ceil((out + home) / 14));
      for (let part = 0; part < parts; part++) {
        const start = starts[(to + part) % starts.length]!;
        const ends = access[to]!;
        const end = ends[Math.floor(randomShare(seed, PURPOSE.destination, from * count + to, part) * ends.length)]!;
        const share = (whole: number) => Math.floor(((part + 1) * whole) / parts) - Math.floor((part * whole) / parts);
        if (start !== end) addFlow(flows, start, end, [share(out), share(home), 0]);
      }
    }
  }
  return flows;
}
