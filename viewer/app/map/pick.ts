import KDBush from 'kdbush';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { VehicleSnapshots } from '../feed/vehicle-snapshots.ts';
import type { Thing, ThingKind } from '../session/thing.ts';
import { lineWays } from './city-ribbons.ts';
import { mapLayer, type LayerName } from './layers.ts';

/** Finds what a person points at. */
export interface Picker {
  /** The thing nearest to a place on the ground, among what the layers show. */
  at(xM: number, yM: number, view: { metresPerPixel: number; zoom: number; layerBits: number; snapshotShare: number }): Thing | undefined;
}

type Placed = { count: number; xM: ArrayLike<number>; yM: ArrayLike<number> };

/** Point things with the layer that shows them, if they can be hidden, and the zoom from which they can be told apart. */
const pointKinds: { kind: ThingKind; layer?: LayerName; fromZoom: number; reachPx: number }[] = [
  { kind: 'controlPosts', layer: 'controlPosts', fromZoom: 9, reachPx: 12 },
  { kind: 'bollardSites', layer: 'bollardSites', fromZoom: 11, reachPx: 10 },
  { kind: 'buildings', layer: 'buildings', fromZoom: 10, reachPx: 10 },
  { kind: 'cameras', layer: 'cameras', fromZoom: 11, reachPx: 10 },
  { kind: 'serviceVehicles', layer: 'serviceVehicles', fromZoom: 11, reachPx: 10 },
  { kind: 'cabinets', layer: 'cabinets', fromZoom: 12.5, reachPx: 9 },
  { kind: 'stops', layer: 'stops', fromZoom: 12.5, reachPx: 9 },
  { kind: 'controllers', layer: 'signals', fromZoom: 12.8, reachPx: 9 },
  { kind: 'lamps', layer: 'lamps', fromZoom: 14.2, reachPx: 8 },
  { kind: 'junctions', fromZoom: 14.2, reachPx: 7 },
];

function pointIndex(table: Placed): KDBush | undefined {
  if (table.count === 0) return undefined;
  const index = new KDBush(table.count);
  for (let row = 0; row < table.count; row++) index.add(table.xM[row]!, table.yM[row]!);
  return index.finish();
}

function nearest(index: KDBush | undefined, table: Placed, xM: number, yM: number, reachM: number): { row: number; apartM: number } | undefined {
  let row = -1, apartM = reachM;
  for (const near of index?.within(xM, yM, reachM) ?? []) {
    const awayM = Math.hypot(table.xM[near]! - xM, table.yM[near]! - yM);
    if (awayM <= apartM) [row, apartM] = [near, awayM];
  }
  return row < 0 ? undefined : { row, apartM };
}

/** Distance from a point to a stretch between two corners. */
export function apartFromStretch(xM: number, yM: number, ax: number, ay: number, bx: number, by: number): number {
  const east = bx - ax, north = by - ay;
  const length2 = east * east + north * north;
  const share = length2 > 0 ? Math.min(1, Math.max(0, ((xM - ax) * east + (yM - ay) * north) / length2)) : 0;
  return Math.hypot(ax + east * share - xM, ay + north * share - yM);
}

export function isInside(twin: ReadingTwin, firstPoint: number, pointCount: number, xM: number, yM: number): boolean {
  const { points } = twin;
  let inside = false;
  for (let at = firstPoint, before = firstPoint + pointCount - 1; at < firstPoint + pointCount; before = at++) {
    const ay = points.yM[at]!, by = points.yM[before]!;
    if (ay > yM !== by > yM && xM < ((points.xM[before]! - points.xM[at]!) * (yM - ay)) / (by - ay) + points.xM[at]!) inside = !inside;
  }
  return inside;
}

/** Streets by the middles of their stretches; long stretches are entered several times. */
function streetFinder({ streets, points }: ReadingTwin): (xM: number, yM: number, reachM: number) => { row: number; apartM: number } | undefined {
  const SPACING_M = 60;
  const entries: { street: number; at: number; xM: number; yM: number }[] = [];
  for (let street = 0; street < streets.count; street++) {
    for (let at = streets.firstPoint[street]!; at + 1 < streets.firstPoint[street]! + streets.pointCount[street]!; at++) {
      const ax = points.xM[at]!, ay = points.yM[at]!, bx = points.xM[at + 1]!, by = points.yM[at + 1]!;
      const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / SPACING_M));
      for (let piece = 0; piece < pieces; piece++) {
        const share = (piece + 0.5) / pieces;
        entries.push({ street, at, xM: ax + (bx - ax) * share, yM: ay + (by - ay) * share });
      }
    }
  }
  const index = entries.length > 0 ? new KDBush(entries.length) : undefined;
  for (const { xM, yM } of entries) index?.add(xM, yM);
  index?.finish();
  return (xM, yM, reachM) => {
    let found: { row: number; apartM: number } | undefined;
    for (const entry of index?.within(xM, yM, reachM + SPACING_M / 2) ?? []) {
      const { street, at } = entries[entry]!;
      const apartM = apartFromStretch(xM, yM, points.xM[at]!, points.yM[at]!, points.xM[at + 1]!, points.yM[at + 1]!);
      // The carriageway belongs to the street as well as what lies a little beside it.
      const beyondM = Math.max(0, apartM - streets.widthM[street]! / 2);
      if (beyondM <= reachM && (!found || beyondM < found.apartM)) found = { row: street, apartM: beyondM };
    }
    return found;
  };
}

function vehicleAt(snapshots: VehicleSnapshots, xM: number, yM: number, reachM: number, share: number): number {
  const { rows } = snapshots;
  let departure = -1, apartM = reachM;
  for (let row = 0; row < snapshots.count(); row++) {
    const at = row * 12;
    const frontX = rows[at]! + (rows[at + 4]! - rows[at]!) * share, frontY = rows[at + 1]! + (rows[at + 5]! - rows[at + 1]!) * share;
    const middleM = rows[at + 8]! / 2;
    const awayM = Math.hypot(frontX - rows[at + 2]! * middleM - xM, frontY - rows[at + 3]! * middleM - yM) - rows[at + 9]! / 2;
    if (awayM < apartM) [departure, apartM] = [snapshots.departureOf(row), awayM];
  }
  return departure;
}

export function makePicker(twin: ReadingTwin, snapshots: VehicleSnapshots): Picker {
  const indexes = new Map(pointKinds.map(({ kind }) => [kind, pointIndex(twin[kind] as unknown as Placed)]));
  const findStreet = streetFinder(twin);
  const shows = (bits: number, layer: LayerName): boolean => (bits & mapLayer(layer).bit) !== 0;
  let lines: Map<number, number> | undefined;
  /** The line that is drawn last on a street, found when somebody first points at lines. */
  const lineOnStreet = (): Map<number, number> => {
    lines ??= new Map([...lineWays(twin)].flatMap(([line, way]) => [...way].map((street) => [street, line] as const)));
    return lines;
  };
  const outlined = (kind: 'pedestrianZones' | 'areas' | 'communes', xM: number, yM: number): Thing | undefined => {
    const { count, firstPoint, pointCount } = twin[kind];
    for (let row = 0; row < count; row++) if (isInside(twin, firstPoint[row]!, pointCount[row]!, xM, yM)) return { kind, row };
    return undefined;
  };
  return {
    at(xM, yM, { metresPerPixel, zoom, layerBits, snapshotShare }) {
      if (shows(layerBits, 'vehicles')) {
        const departure = vehicleAt(snapshots, xM, yM, Math.max(2.5, (zoom > 13 ? 8 : 5) * metresPerPixel), snapshotShare);
        if (departure >= 0) return { kind: 'departures', row: departure };
      }
      let found: Thing | undefined, leastPx = Infinity;
      for (const { kind, layer, fromZoom, reachPx } of pointKinds) {
        if (zoom < fromZoom || (layer && !shows(layerBits, layer))) continue;
        const near = nearest(indexes.get(kind), twin[kind] as unknown as Placed, xM, yM, Math.max(1.5, reachPx * metresPerPixel));
        const apartPx = near ? near.apartM / metresPerPixel : Infinity;
        if (near && apartPx < leastPx) [found, leastPx] = [{ kind, row: near.row }, apartPx];
      }
      if (found) return found;
      const linesShown = shows(layerBits, 'lines');
      const street = zoom >= 12.5 || linesShown ? findStreet(xM, yM, 5 * metresPerPixel) : undefined;
      const line = street && linesShown ? lineOnStreet().get(street.row) : undefined;
      if (line !== undefined) return { kind: 'lines', row: line };
      if (street && zoom >= 12.5) return { kind: 'streets', row: street.row };
      return (shows(layerBits, 'pedestrianZones') ? outlined('pedestrianZones', xM, yM) : undefined)
        ?? outlined('areas', xM, yM) ?? outlined('communes', xM, yM);
    },
  };
}
