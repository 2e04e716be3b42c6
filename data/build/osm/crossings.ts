import { junctionControl, ORDINARY_TRAFFIC } from '../../../engine/twin/streets.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { addCrossings, type CrossingReport } from '../crossings/add-crossings.ts';
import type { CrossingSite } from '../crossings/crossing-site.ts';
import { laneFinder } from '../nearest-lane.ts';

/** A node of the map where people cross: what its tags say of signals and markings. */
export interface OsmCrossing { id: number; xM: number; yM: number; kind: 'signals' | 'marked' | 'unmarked' }

/** A crossing lies on its street: half the width of a carriageway away at most. */
const WITHIN_M = 12;
/** Closer than this to a stop line it crosses an arm of that junction. */
const ARM_WITHIN_M = 15;
/** Two nodes of one street closer than this are one crossing. */
const SAME_WITHIN_M = 8;

/** Crossings of the map, as arms or between junctions. The map does not say how many people come: none, until someone does. */
export function addOsmCrossings(twin: Twin, crossings: readonly OsmCrossing[]): CrossingReport {
  const nearest = laneFinder(twin, (lane) => (twin.lanes.permitted[lane]! & ORDINARY_TRAFFIC) !== 0), armsOf = countArms(twin);
  const known = new Set<string>(), sites: CrossingSite[] = [];
  for (const crossing of crossings) {
    const place = nearest(crossing.xM, crossing.yM, WITHIN_M);
    const site = place && siteOf(twin, armsOf, crossing, twin.lanes.link[place.lane]!, place.positionM);
    if (!site || isKnown(known, sites, site)) continue;
    sites.push(site);
  }
  const report = addCrossings(twin, sites, Array.from({ length: 24 }, () => 1));
  return { ...report, withoutRoom: report.withoutRoom + crossings.length - sites.length };
}

function countArms({ junctions, links }: Twin): Uint16Array {
  const arms = Array.from({ length: junctions.count }, () => new Set<number>());
  for (let link = 0; link < links.count; link++) for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) arms[junction]!.add(links.street[link]!);
  return Uint16Array.from(arms, (streets) => streets.size);
}

function siteOf({ links, junctions }: Twin, armsOf: Uint16Array, { id, xM, yM, kind }: OsmCrossing, link: number, positionM: number): CrossingSite | undefined {
  const site = { name: `osm:node/${id}`, street: links.street[link]!, xM, yM, dayPeopleCount: 0 };
  const toEndM = links.lengthM[link]! - positionM, end = toEndM <= positionM ? links.toJunction[link]! : links.fromJunction[link]!;
  if (Math.min(toEndM, positionM) > ARM_WITHIN_M || armsOf[end]! < 3) return { ...site, junction: -1, control: kind === 'signals' ? 'signals' : kind === 'unmarked' ? 'unmarked' : 'zebra' };
  if (junctions.control[end] === junctionControl.signals) return { ...site, junction: end, control: 'signals' };
  // People who wait for a gap would have to see what turns into the arm: such places are left out.
  return kind === 'unmarked' ? undefined : { ...site, junction: end, control: 'zebra' };
}

/** Whether another node has already given this crossing. */
function isKnown(known: Set<string>, sites: readonly CrossingSite[], { street, junction, xM, yM }: CrossingSite): boolean {
  if (junction < 0) {
    return sites.some((other) => other.street === street && other.junction < 0 && (other.xM - xM) * (other.xM - xM) + (other.yM - yM) * (other.yM - yM) < SAME_WITHIN_M * SAME_WITHIN_M);
  }
  const key = `${street} ${junction}`, was = known.has(key);
  known.add(key);
  return was;
}
