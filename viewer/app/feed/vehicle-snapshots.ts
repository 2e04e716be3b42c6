import { category } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Bounds } from '../map/tiles.ts';
import type { Pose } from './places.ts';
import type { ReplayWays } from './replay-ways.ts';

/** What a vehicle is drawn as; the order is that of the shader's table. */
export const vehicleKind = { car: 0, van: 1, lorry: 2, bus: 3, tram: 4, twoWheeler: 5, emergency: 6, other: 7 } as const;

/** All vehicles at two moments close together: the GPU finds every moment in between. */
export interface VehicleSnapshots {
  readonly capacity: number;
  /** Three texels a piece: pose before, pose after (x, y, heading east, heading north), look (length m, width m, kind + 16 × piece counted from the front, colour seed). */
  readonly rows: Float32Array;
  /** Pieces that are drawn. */
  count(): number;
  /** Vehicles on the network, those out of view included. */
  vehicleCount(): number;
  version(): number;
  /** Departure of a row: long trams have several rows. */
  departureOf(row: number): number;
  /** Makes snapshots around `timeS` if the present ones do not hold it; returns the share of the way between them. */
  update(ways: ReplayWays | undefined, timeS: number, view: SnapshotView): number;
}

/** What the snapshots are for. */
export interface SnapshotView {
  /** How far apart the two moments may be. */
  spacingS: number;
  /** Only vehicles in here are placed; those elsewhere are counted. */
  bounds: Bounds;
  /** Whether it is seen how a vehicle stands across its lane; otherwise its front and the lane's direction do. */
  close: boolean;
}

/** What a row of snapshots is drawn as. */
export const kindOfRow = (snapshots: VehicleSnapshots, row: number): number => snapshots.rows[row * 12 + 10]! % 16;

const holds = (outer: Bounds, inner: Bounds): boolean =>
  outer.westM <= inner.westM && outer.southM <= inner.southM && outer.eastM >= inner.eastM && outer.northM >= inner.northM;
/** Room around the view, so that a moving camera does not ask for new snapshots all the time. */
const widened = ({ westM, southM, eastM, northM }: Bounds): Bounds => {
  const moreM = 200 + 0.25 * Math.max(eastM - westM, northM - southM);
  return { westM: westM - moreM, southM: southM - moreM, eastM: eastM + moreM, northM: northM + moreM };
};

const CAPACITY = 24_000;
const LONGEST_PIECE_M = 12.5;

const kindOfCategory = (bits: number): number => {
  if (bits & category.tram) return vehicleKind.tram;
  if (bits & category.bus) return vehicleKind.bus;
  if (bits & category.lorry) return vehicleKind.lorry;
  if (bits & category.van) return vehicleKind.van;
  if (bits & (category.bicycle | category.motorcycle)) return vehicleKind.twoWheeler;
  if (bits & category.emergency) return vehicleKind.emergency;
  return bits & (category.car | category.taxi) ? vehicleKind.car : vehicleKind.other;
};

/** What kind of vehicle serves a departure. */
export const kindOfDeparture = ({ departures, vehicleTypes }: ReadingTwin, departure: number): number =>
  kindOfCategory(vehicleTypes.category[departures.vehicleType[departure]!]!);

export function makeVehicleSnapshots(twin: ReadingTwin): VehicleSnapshots {
  const { vehicleTypes, departures } = twin;
  const rows = new Float32Array(CAPACITY * 12);
  const departureOfRow = new Int32Array(CAPACITY);
  const front: Pose = { xM: 0, yM: 0, east: 1, north: 0 }, rear: Pose = { ...front };
  let count = 0, vehicleCount = 0, version = 0, heldWays: ReplayWays | undefined, beforeS = NaN, afterS = NaN, heldClose = false, heldBounds: Bounds = { westM: 0, southM: 0, eastM: 0, northM: 0 };

  const writePose = (ways: ReplayWays, vehicle: number, timeS: number, fromFrontM: number, pieceM: number, at: number, close: boolean): boolean => {
    if (!ways.pose(vehicle, timeS, fromFrontM, front)) return false;
    let east = front.east, north = front.north;
    if (close && ways.pose(vehicle, timeS, fromFrontM + pieceM * 0.8, rear)) {
      const eastM = front.xM - rear.xM, northM = front.yM - rear.yM;
      const apartM = Math.hypot(eastM, northM);
      if (apartM > 0.05) [east, north] = [eastM / apartM, northM / apartM];
    }
    rows[at] = front.xM;
    rows[at + 1] = front.yM;
    rows[at + 2] = east;
    rows[at + 3] = north;
    return true;
  };

  const fill = (ways: ReplayWays, { westM, southM, eastM, northM }: Bounds, close: boolean): void => {
    count = 0;
    vehicleCount = 0;
    for (let vehicle = 0; vehicle < ways.vehicleCount && count < CAPACITY; vehicle++) {
      if (!writePose(ways, vehicle, beforeS, 0, 0, count * 12, false)) continue;
      vehicleCount++;
      if (front.xM < westM || front.xM > eastM || front.yM < southM || front.yM > northM) continue;
      const departure = ways.departureOf(vehicle);
      const type = departures.vehicleType[departure]!;
      const lengthM = vehicleTypes.lengthM[type]!;
      const kind = kindOfCategory(vehicleTypes.category[type]!);
      const pieces = kind === vehicleKind.tram || lengthM > 19 ? Math.ceil(lengthM / LONGEST_PIECE_M) : 1;
      const seed = ((Math.imul(departure + 1, 2654435761) >>> 8) & 0xffff) / 65536;
      for (let piece = 0; piece < pieces && count < CAPACITY; piece++) {
        const pieceM = lengthM / pieces;
        const at = count * 12;
        if (close || piece > 0) writePose(ways, vehicle, beforeS, piece * pieceM, pieceM, at, close);
        // One that leaves the network before the second moment stands until then.
        if (!writePose(ways, vehicle, afterS, piece * pieceM, pieceM, at + 4, close)) rows.copyWithin(at + 4, at, at + 4);
        rows[at + 8] = pieceM - (pieces > 1 ? 0.3 : 0);
        rows[at + 9] = vehicleTypes.widthM[type]! || 1.8;
        rows[at + 10] = kind + 16 * piece;
        rows[at + 11] = seed;
        departureOfRow[count++] = departure;
      }
    }
  };
  return {
    capacity: CAPACITY, rows,
    count: () => count,
    vehicleCount: () => vehicleCount,
    version: () => version,
    departureOf: (row) => departureOfRow[row]!,
    update(ways, timeS, { spacingS, bounds, close }) {
      if (!ways || timeS < ways.fromS || timeS > ways.untilS) {
        if (count > 0) { count = 0; vehicleCount = 0; version++; }
        heldWays = undefined;
        return 0;
      }
      if (ways !== heldWays || timeS < beforeS || timeS > afterS || close !== heldClose || !holds(heldBounds, bounds)) {
        heldWays = ways;
        beforeS = timeS;
        afterS = Math.min(ways.untilS, timeS + spacingS);
        heldBounds = widened(bounds);
        heldClose = close;
        fill(ways, heldBounds, close);
        version++;
      }
      return afterS > beforeS ? (timeS - beforeS) / (afterS - beforeS) : 0;
    },
  };
}
