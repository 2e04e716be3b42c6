import { roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** A road that leads out of the map: where traffic enters and where it leaves. */
export interface CordonRoad { street: number; entry: number; exit: number; class: number; lanes: number; xM: number; yM: number }

/** Roads of at least secondary class that end at the edge of the map, by rising entry link; carriageways that belong together are one road. */
export function cordonRoads(twin: ReadingTwin, connected: Uint8Array): CordonRoad[] {
  const { links, junctions, streets } = twin;
  const streetAt = new Int32Array(junctions.count).fill(-1);
  for (let link = 0; link < links.count; link++) {
    for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) {
      const known = streetAt[junction]!;
      streetAt[junction] = known === -1 || known === links.street[link] ? links.street[link]! : -2;
    }
  }
  const major = (link: number) => streets.class[links.street[link]!]! <= roadClass.secondary && connected[link] === 1;
  const entries: number[] = [], exits: number[] = [];
  for (let link = 0; link < links.count; link++) {
    if (!major(link)) continue;
    if (streetAt[links.fromJunction[link]!]! >= 0) entries.push(link);
    if (streetAt[links.toJunction[link]!]! >= 0) exits.push(link);
  }
  const roads: CordonRoad[] = [];
  for (const entry of entries) {
    const xM = junctions.xM[links.fromJunction[entry]!]!, yM = junctions.yM[links.fromJunction[entry]!]!;
    let exit = -1, bestM2 = 300 * 300;
    for (const candidate of exits) {
      const eastM = junctions.xM[links.toJunction[candidate]!]! - xM, northM = junctions.yM[links.toJunction[candidate]!]! - yM;
      const distanceM2 = eastM * eastM + northM * northM;
      if (distanceM2 < bestM2) { bestM2 = distanceM2; exit = candidate; }
    }
    const street = links.street[entry]!;
    if (exit >= 0) roads.push({ street, entry, exit, class: streets.class[street]!, lanes: links.laneCount[entry]!, xM, yM });
  }
  return roads;
}
