/** Something that stands somewhere. */
interface Placed { xM: number; yM: number }

/**
 * Groups of neighbouring lamps, each to be fed by one cabinet: a set is halved across its longer side until no part has more
 * than `most`. Every group then has more than `most` / 2 lamps, unless the whole set is smaller. Groups hold positions in the
 * list given.
 */
export function groupLamps(lamps: readonly Placed[], members: number[], most: number): number[][] {
  if (members.length <= most) return members.length > 0 ? [members] : [];
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  for (const lamp of members) {
    const { xM, yM } = lamps[lamp]!;
    west = Math.min(west, xM); east = Math.max(east, xM);
    south = Math.min(south, yM); north = Math.max(north, yM);
  }
  const along = east - west > north - south ? (lamp: number) => lamps[lamp]!.xM : (lamp: number) => lamps[lamp]!.yM;
  const sorted = [...members].sort((one, other) => along(one) - along(other) || one - other);
  const half = sorted.length >> 1;
  return [...groupLamps(lamps, sorted.slice(0, half), most), ...groupLamps(lamps, sorted.slice(half), most)];
}

/** The lamp of a group that is nearest to the group's middle: its cabinet stands there. */
export function middleOf(lamps: readonly Placed[], members: readonly number[]): number {
  let xM = 0, yM = 0;
  for (const lamp of members) { xM += lamps[lamp]!.xM / members.length; yM += lamps[lamp]!.yM / members.length; }
  let best = members[0]!, bestM2 = Infinity;
  for (const lamp of members) {
    const eastM = lamps[lamp]!.xM - xM, northM = lamps[lamp]!.yM - yM;
    if (eastM * eastM + northM * northM < bestM2) { best = lamp; bestM2 = eastM * eastM + northM * northM; }
  }
  return best;
}
