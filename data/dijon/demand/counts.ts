import { roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { demandFigures } from '../facts/demand.ts';

/** The counting point on the ring road at the Ahuy interchange, on the map to about 200 m. */
const AHUY_DEG = [47.3590, 5.0330] as const;

/** The links of the ring road at the Ahuy interchange, one for each direction: what they carry in a day is the published count. */
export function ahuyCountLinks(twin: ReadingTwin): number[] {
  const { links, streets, junctions, facts } = twin;
  const xM = (AHUY_DEG[1] - facts.originLongitudeDeg) * facts.metresPerDegreeEast;
  const yM = (AHUY_DEG[0] - facts.originLatitudeDeg) * facts.metresPerDegreeNorth;
  const directionOf = (link: number): [number, number] => {
    const from = links.fromJunction[link]!, to = links.toJunction[link]!;
    return [junctions.xM[to]! - junctions.xM[from]!, junctions.yM[to]! - junctions.yM[from]!];
  };
  const away2 = (link: number) => {
    const from = links.fromJunction[link]!, to = links.toJunction[link]!;
    const eastM = (junctions.xM[from]! + junctions.xM[to]!) / 2 - xM, northM = (junctions.yM[from]! + junctions.yM[to]!) / 2 - yM;
    return eastM * eastM + northM * northM;
  };
  // Slip roads have one lane; the carriageways of the ring have more.
  const ring: number[] = [];
  for (let link = 0; link < links.count; link++) if (streets.class[links.street[link]!]! <= roadClass.trunk && links.laneCount[link]! >= 2) ring.push(link);
  ring.sort((one, other) => away2(one) - away2(other) || one - other);
  const first = ring[0];
  if (first === undefined) return [];
  const [firstEastM, firstNorthM] = directionOf(first);
  const second = ring.find((link) => {
    const [eastM, northM] = directionOf(link);
    return eastM * firstEastM + northM * firstNorthM < 0;
  });
  return second === undefined ? [first] : [first, second];
}

/** Every count of a day that is published: the place, the links that are counted, and the vehicles both ways. The only one there is has been put into the demand (`facts/edge-traffic.ts`). */
export const publishedCounts = (twin: ReadingTwin) =>
  [{ place: 'Rocade, Ahuy', links: ahuyCountLinks(twin), vehiclesPerDay: demandFigures.ahuyPerDay.value, source: 'infos-dijon.com', isInput: true }];
