import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Traffic zones: groups of links where trips start and end. */
export interface Zones {
  count: number;
  /** Links of zone z: rows `firstLink[z]` to `firstLink[z + 1]` of `links`. */
  firstLink: Uint32Array;
  links: Int32Array;
  population: Float64Array;
  jobs: Float64Array;
  xM: Float64Array;
  yM: Float64Array;
}

/** What lives and works along each link; links where no trip may start or end have neither. */
export interface LinkActivity { population: Float64Array; jobs: Float64Array }

/**
 * Zones of about equal activity (people plus jobs): the links of each commune are halved across the longer side of the
 * map, at equal activity, until no part has more than `mostActivity`. Zones are small where much happens.
 */
export function makeZones(twin: ReadingTwin, { population, jobs }: LinkActivity, mostActivity: number): Zones {
  const { links, streets, junctions } = twin;
  const xOf = (link: number) => (junctions.xM[links.fromJunction[link]!]! + junctions.xM[links.toJunction[link]!]!) / 2;
  const yOf = (link: number) => (junctions.yM[links.fromJunction[link]!]! + junctions.yM[links.toJunction[link]!]!) / 2;
  const activityOf = (link: number) => population[link]! + jobs[link]!;
  const byCommune = new Map<number, number[]>();
  for (let link = 0; link < links.count; link++) {
    if (activityOf(link) <= 0) continue;
    const commune = streets.commune[links.street[link]!]!;
    const there = byCommune.get(commune);
    if (there) there.push(link);
    else byCommune.set(commune, [link]);
  }
  const groups: number[][] = [];
  const halve = (members: number[]): void => {
    let activity = 0, west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
    for (const link of members) {
      activity += activityOf(link);
      west = Math.min(west, xOf(link)); east = Math.max(east, xOf(link));
      south = Math.min(south, yOf(link)); north = Math.max(north, yOf(link));
    }
    if (activity <= mostActivity || members.length < 8) { groups.push(members); return; }
    const along = east - west > north - south ? xOf : yOf;
    members.sort((one, other) => along(one) - along(other) || one - other);
    let sum = 0, cut = 0;
    while (cut < members.length - 4 && (sum < activity / 2 || cut < 4)) sum += activityOf(members[cut++]!);
    halve(members.slice(0, cut));
    halve(members.slice(cut));
  };
  for (const [, members] of [...byCommune].sort((one, other) => one[0] - other[0])) halve(members);
  return zonesOf(groups, population, jobs, xOf, yOf);
}

function zonesOf(
  groups: readonly number[][], population: Float64Array, jobs: Float64Array, xOf: (link: number) => number, yOf: (link: number) => number,
): Zones {
  const zones: Zones = {
    count: groups.length, firstLink: new Uint32Array(groups.length + 1), links: Int32Array.from(groups.flat()),
    population: new Float64Array(groups.length), jobs: new Float64Array(groups.length),
    xM: new Float64Array(groups.length), yM: new Float64Array(groups.length),
  };
  groups.forEach((members, zone) => {
    zones.firstLink[zone + 1] = zones.firstLink[zone]! + members.length;
    for (const link of members) {
      zones.population[zone]! += population[link]!;
      zones.jobs[zone]! += jobs[link]!;
      zones.xM[zone]! += xOf(link) / members.length;
      zones.yM[zone]! += yOf(link) / members.length;
    }
  });
  return zones;
}
