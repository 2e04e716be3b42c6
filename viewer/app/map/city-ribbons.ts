import { crossingControl } from '../../../engine/twin/crossings.ts';
import { category, roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Disc } from './draw-discs.ts';
import { cornerNormals, makeRibbons, type Ribbons } from './draw-ribbons.ts';
import { mapLayer } from './layers.ts';

type Colour = readonly [number, number, number];

/** How a class of street looks on the map: colour, least width in pixels, zoom from which it shows. */
export const streetLook: Record<number, { colour: Colour; leastPx: number; fromZoom: number; pavementM: number }> = {
  [roadClass.motorway]: { colour: [232, 140, 70], leastPx: 2.6, fromZoom: 0, pavementM: 0 },
  [roadClass.trunk]: { colour: [236, 158, 84], leastPx: 2.4, fromZoom: 0, pavementM: 0 },
  [roadClass.primary]: { colour: [246, 200, 116], leastPx: 1.9, fromZoom: 0, pavementM: 4 },
  [roadClass.secondary]: { colour: [252, 226, 160], leastPx: 1.5, fromZoom: 0, pavementM: 4 },
  [roadClass.tertiary]: { colour: [255, 255, 250], leastPx: 1.1, fromZoom: 10.5, pavementM: 3.6 },
  [roadClass.residential]: { colour: [255, 255, 252], leastPx: 0.7, fromZoom: 11.4, pavementM: 3 },
  [roadClass.service]: { colour: [250, 249, 246], leastPx: 0.6, fromZoom: 13, pavementM: 0 },
  [roadClass.busway]: { colour: [238, 216, 226], leastPx: 1, fromZoom: 12, pavementM: 2 },
  [roadClass.tramway]: { colour: [196, 212, 186], leastPx: 1, fromZoom: 11.5, pavementM: 0 },
  [roadClass.footway]: { colour: [244, 226, 196], leastPx: 0.5, fromZoom: 14, pavementM: 0 },
};
const PAVEMENT: Colour = [186, 180, 170];
/** From here on a junction is larger than some pixels. */
export const CROSSINGS_FROM_ZOOM = 14.5;

/** From here on the bars of a crossing can be seen as such. */
export const ZEBRAS_FROM_ZOOM = 16;

/** Corners of a row of any table that has an outline or a line. */
export function cornersOf({ points }: ReadingTwin, firstPoint: number, pointCount: number): { xM: Float64Array; yM: Float64Array } {
  const xM = new Float64Array(pointCount), yM = new Float64Array(pointCount);
  for (let at = 0; at < pointCount; at++) {
    xM[at] = points.xM[firstPoint + at]!;
    yM[at] = points.yM[firstPoint + at]!;
  }
  return { xM, yM };
}

/** Pavements, carriageways and the patches where they meet, narrow streets below wide ones, bridges on top. */
export function streetRibbons(twin: ReadingTwin): { pavements: Ribbons; carriageways: Ribbons; discs: Disc[] } {
  const { streets, junctions } = twin;
  const pavements = makeRibbons(), carriageways = makeRibbons();
  const order = Array.from({ length: streets.count }, (_, street) => street)
    .sort((a, b) => streets.level[a]! - streets.level[b]! || streets.class[b]! - streets.class[a]!);
  for (const street of order) {
    const look = streetLook[streets.class[street]!] ?? streetLook[roadClass.residential]!;
    const { xM, yM } = cornersOf(twin, streets.firstPoint[street]!, streets.pointCount[street]!);
    const widthM = Math.max(2, streets.widthM[street]!);
    if (look.pavementM > 0) pavements.add(xM, yM, { colour: PAVEMENT, widthM: widthM + look.pavementM, leastPx: 0, kind: 3, layer: 0, fromZoom: 15.2 });
    carriageways.add(xM, yM, { colour: look.colour, widthM, leastPx: look.leastPx, kind: 0, layer: 0, fromZoom: look.fromZoom });
  }
  const widest = new Map<number, { radiusM: number; colour: Colour; class: number }>();
  for (let link = 0; link < twin.links.count; link++) {
    const street = twin.links.street[link]!;
    if (streets.class[street] === roadClass.tramway) continue;
    for (const junction of [twin.links.fromJunction[link]!, twin.links.toJunction[link]!]) {
      const before = widest.get(junction);
      const radiusM = Math.max(before?.radiusM ?? 0, streets.widthM[street]! / 2);
      const wins = !before || streets.class[street]! < before.class;
      widest.set(junction, { radiusM, colour: wins ? (streetLook[streets.class[street]!] ?? streetLook[5]!).colour : before.colour, class: wins ? streets.class[street]! : before.class });
    }
  }
  const discs = [...widest].map(([junction, { radiusM, colour }]) => ({ xM: junctions.xM[junction]!, yM: junctions.yM[junction]!, radiusM, colour }));
  return { pavements, carriageways, discs };
}

/** Whether the street of a link is drawn into the middle of the junction at its end. */
function reachesMiddle(twin: ReadingTwin, link: number): boolean {
  const { links, junctions, streets } = twin;
  const junction = links.toJunction[link]!, street = links.street[link]!;
  const { xM, yM } = cornersOf(twin, streets.firstPoint[street]!, streets.pointCount[street]!);
  return xM.some((x, at) => Math.hypot(x - junctions.xM[junction]!, yM[at]! - junctions.yM[junction]!) < 1);
}

/** The ground on which movements cross a junction, where streets end at their stop lines rather than in its middle. */
export function crossingRibbons(twin: ReadingTwin): Ribbons {
  const { movements, lanes, links, streets } = twin;
  const ribbons = makeRibbons();
  const covered = Array.from({ length: links.count }, (_, link) => reachesMiddle(twin, link));
  for (let movement = 0; movement < movements.count; movement++) {
    const lane = movements.fromLane[movement]!;
    if (covered[lanes.link[lane]!] || lanes.permitted[lane] === category.tram || lanes.permitted[lane] === category.pedestrian) continue;
    const { colour } = streetLook[streets.class[links.street[lanes.link[lane]!]!]!] ?? streetLook[roadClass.residential]!;
    const { xM, yM } = cornersOf(twin, movements.firstPoint[movement]!, movements.pointCount[movement]!);
    ribbons.add(xM, yM, { colour, widthM: lanes.widthM[lane]!, leastPx: 0, kind: 0, layer: 0, fromZoom: CROSSINGS_FROM_ZOOM });
  }
  return ribbons;
}

/** Lines between lanes, and the line between both directions. */
export function markingRibbons(twin: ReadingTwin): Ribbons {
  const { links, lanes, streets } = twin;
  const ribbons = makeRibbons();
  const white: Colour = [236, 236, 230];
  for (let link = 0; link < links.count; link++) {
    for (let at = 0; at < links.laneCount[link]!; at++) {
      const lane = links.firstLane[link]! + at;
      if (lanes.permitted[lane]! === category.tram || lanes.permitted[lane]! === category.pedestrian) continue;
      const { xM, yM } = cornersOf(twin, lanes.firstPoint[lane]!, lanes.pointCount[lane]!);
      const leftmost = at === links.laneCount[link]! - 1;
      if (leftmost && streets.class[links.street[link]!]! >= roadClass.residential) continue;
      const normals = cornerNormals(xM, yM);
      const offsetM = lanes.widthM[lane]! / 2;
      const busOnly = (lanes.permitted[lane]! & category.car) === 0;
      ribbons.add(
        xM.map((x, k) => x + normals[2 * k]! * offsetM), yM.map((y, k) => y + normals[2 * k + 1]! * offsetM),
        { colour: white, widthM: busOnly ? 0.25 : 0.15, leastPx: 0, kind: leftmost || busOnly ? 3 : 4, layer: 0, fromZoom: 16.6 },
      );
    }
  }
  return ribbons;
}

/** Crossings for people on foot, those with signals too: white bars along the street, as French law has them painted. Unmarked ones have none. */
export function zebraRibbons(twin: ReadingTwin): Ribbons {
  const { crossings } = twin, ribbons = makeRibbons(), { bit } = mapLayer('crossings');
  for (let row = 0; row < crossings.count; row++) {
    if (crossings.control[row] === crossingControl.unmarked) continue;
    const { xM, yM } = cornersOf(twin, crossings.firstPoint[row]!, crossings.pointCount[row]!);
    ribbons.add(xM, yM, { colour: [240, 240, 236], widthM: crossings.widthM[row]!, leastPx: 0, kind: 5, layer: bit, fromZoom: ZEBRAS_FROM_ZOOM + 0.4 });
  }
  return ribbons;
}

/** Tram tracks: two rails. */
function addRails(twin: ReadingTwin, ribbons: Ribbons): void {
  const { lanes } = twin;
  for (let lane = 0; lane < lanes.count; lane++) {
    if (lanes.permitted[lane]! !== category.tram) continue;
    const { xM, yM } = cornersOf(twin, lanes.firstPoint[lane]!, lanes.pointCount[lane]!);
    const normals = cornerNormals(xM, yM);
    for (const side of [-0.72, 0.72]) {
      ribbons.add(xM.map((x, k) => x + normals[2 * k]! * side), yM.map((y, k) => y + normals[2 * k + 1]! * side),
        { colour: [120, 124, 128], widthM: 0.12, leastPx: 0.4, kind: 3, layer: 0, fromZoom: 15 });
    }
  }
}

/** The way of one trip of each line and direction, along the lanes it drives. */
export function lineWays({ trips, departures, routes, routeLinks, links }: ReadingTwin): Map<number, Set<number>> {
  const ways = new Map<number, Set<number>>();
  const seen = new Set<string>();
  for (let trip = 0; trip < trips.count; trip++) {
    const key = `${trips.line[trip]} ${trips.direction[trip]}`;
    const departure = trips.departure[trip]!;
    if (departure < 0 || seen.has(key)) continue;
    seen.add(key);
    const way = ways.get(trips.line[trip]!) ?? new Set<number>();
    const route = departures.route[departure]!;
    for (let at = 0; at < routes.linkCount[route]!; at++) way.add(links.street[routeLinks.link[routes.firstLink[route]! + at]!]!);
    ways.set(trips.line[trip]!, way);
  }
  return ways;
}

/** Lines drawn over the streets: communes, transit lines, fibre, rails. */
export function overlayRibbons(twin: ReadingTwin): Ribbons {
  const { communes, fibres, lines, streets } = twin;
  const ribbons = makeRibbons();
  addRails(twin, ribbons);
  const commune = mapLayer('communes'), fibre = mapLayer('fibres'), line = mapLayer('lines');
  for (let row = 0; row < communes.count; row++) {
    const { xM, yM } = cornersOf(twin, communes.firstPoint[row]!, communes.pointCount[row]!);
    if (xM.length < 3) continue;
    ribbons.add([...xM, xM[0]!], [...yM, yM[0]!], { colour: commune.sign.colour, widthM: 0, leastPx: 1.1, kind: 2, layer: commune.bit, fromZoom: 0 });
  }
  for (let row = 0; row < fibres.count; row++) {
    const { xM, yM } = cornersOf(twin, fibres.firstPoint[row]!, fibres.pointCount[row]!);
    ribbons.add(xM, yM, { colour: fibre.sign.colour, widthM: 0.6, leastPx: 1.3, kind: 1, layer: fibre.bit, fromZoom: 0 });
  }
  for (const [row, way] of lineWays(twin)) {
    const colour = lines.colour[row]!;
    for (const street of way) {
      const { xM, yM } = cornersOf(twin, streets.firstPoint[street]!, streets.pointCount[street]!);
      ribbons.add(xM, yM, { colour: [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255], widthM: 1.6, leastPx: 2.4, kind: 1, layer: line.bit, fromZoom: 0 });
    }
  }
  return ribbons;
}
