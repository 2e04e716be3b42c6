import type { ReplaySegment } from '../../../engine/results/tables.ts';
import type { Places, Pose } from './places.ts';

/** Where a vehicle is at one moment: its place and the knot from which its way is known. */
interface Spot { place: number; positionM: number; knot: number; besidePlace: number; besideShare: number; besidePositionM: number }

/** The ways of all vehicles of one replay segment, evaluated at any of its moments. */
export interface ReplayWays {
  readonly fromS: number;
  readonly untilS: number;
  readonly vehicleCount: number;
  departureOf(vehicle: number): number;
  /** The vehicle of a departure in this segment, -1 when it is not in it. */
  vehicleOf(departure: number): number;
  /** Pose of the point `backM` behind the front bumper at `timeS`; false when the vehicle is not on the network then. */
  pose(vehicle: number, timeS: number, backM: number, into: Pose): boolean;
  /** The lane or movement at `timeS`, -1 when not on the network. */
  placeAt(vehicle: number, timeS: number): number;
  /** Speed over the knots around `timeS`. */
  speedMps(vehicle: number, timeS: number): number;
}

export function makeReplayWays({ fromS, untilS, knots }: ReplaySegment, places: Places): ReplayWays {
  const { departure, timeS: knotS, place, positionM, count } = knots;
  const starts: number[] = [];
  for (let knot = 0; knot < count; knot++) if (knot === 0 || departure[knot] !== departure[knot - 1]) starts.push(knot);
  const vehicleCount = starts.length;
  starts.push(count);
  const cursor = Int32Array.from(starts.slice(0, vehicleCount));

  /** The last knot at or before `atS` (since the segment's start); playing forward or back it is next to the one before. */
  const knotBefore = (vehicle: number, atS: number): number => {
    const first = starts[vehicle]!, end = starts[vehicle + 1]! - 1;
    if (atS < knotS[first]! || atS > knotS[end]!) return -1;
    let knot = cursor[vehicle]!;
    while (knot < end - 1 && knotS[knot + 1]! <= atS) knot++;
    while (knot > first && knotS[knot]! > atS) knot--;
    cursor[vehicle] = knot;
    return knot;
  };

  const spot: Spot = { place: 0, positionM: 0, knot: 0, besidePlace: -1, besideShare: 0, besidePositionM: 0 };
  const findSpot = (vehicle: number, timeS: number): boolean => {
    const atS = timeS - fromS;
    const knot = knotBefore(vehicle, atS);
    if (knot < 0) return false;
    const next = knot + 1 < starts[vehicle + 1]! ? knot + 1 : knot;
    const lastsS = knotS[next]! - knotS[knot]!;
    const share = lastsS > 1e-6 ? Math.min(1, (atS - knotS[knot]!) / lastsS) : 0;
    const from = place[knot]!, to = place[next]!;
    spot.knot = knot;
    spot.place = from;
    spot.besidePlace = -1;
    if (from === to) spot.positionM = positionM[knot]! + (positionM[next]! - positionM[knot]!) * share;
    else if (places.follows(from, to)) {
      const restM = Math.max(0, places.lengthM(from) - positionM[knot]!);
      const goneM = (restM + positionM[next]!) * share;
      if (goneM <= restM) spot.positionM = positionM[knot]! + goneM;
      else { spot.place = to; spot.positionM = goneM - restM; }
    } else {
      // A lane change: from one line across to the other. Elsewhere (a rescue) it stays until it is there.
      spot.positionM = positionM[knot]!;
      if (places.beside(from, to)) {
        spot.positionM += (positionM[next]! - positionM[knot]!) * share;
        spot.besidePlace = to;
        spot.besideShare = share;
        spot.besidePositionM = spot.positionM;
      }
    }
    return true;
  };

  const other: Pose = { xM: 0, yM: 0, east: 1, north: 0 };
  const behind = (vehicle: number, backM: number, into: Pose): void => {
    let at = spot.place, alongM = spot.positionM - backM;
    let knot = spot.knot;
    // Step back over the places that the vehicle has come from, as far as this segment knows them.
    for (let steps = 0; alongM < 0 && steps < 6; steps++) {
      while (knot >= starts[vehicle]! && place[knot] === at) knot--;
      if (knot < starts[vehicle]! || !places.follows(place[knot]!, at)) break;
      at = place[knot]!;
      alongM += places.lengthM(at);
    }
    places.poseAt(at, alongM, into);
    if (spot.besidePlace >= 0) {
      places.poseAt(spot.besidePlace, spot.besidePositionM - backM, other);
      into.xM += (other.xM - into.xM) * spot.besideShare;
      into.yM += (other.yM - into.yM) * spot.besideShare;
    }
  };
  return {
    fromS, untilS, vehicleCount,
    departureOf: (vehicle) => departure[starts[vehicle]!]!,
    vehicleOf(wanted) {
      // Knots are sorted by departure.
      let low = 0, high = vehicleCount;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (departure[starts[middle]!]! < wanted) low = middle + 1;
        else high = middle;
      }
      return low < vehicleCount && departure[starts[low]!] === wanted ? low : -1;
    },
    pose(vehicle, timeS, backM, into) {
      if (!findSpot(vehicle, timeS)) return false;
      behind(vehicle, backM, into);
      return true;
    },
    placeAt: (vehicle, timeS) => (findSpot(vehicle, timeS) ? spot.place : -1),
    speedMps(vehicle, timeS) {
      const knot = knotBefore(vehicle, timeS - fromS);
      if (knot < 0 || knot + 1 >= starts[vehicle + 1]!) return 0;
      const lastsS = knotS[knot + 1]! - knotS[knot]!;
      if (lastsS < 1e-6) return 0;
      const goneM = place[knot] === place[knot + 1] || places.beside(place[knot]!, place[knot + 1]!)
        ? positionM[knot + 1]! - positionM[knot]!
        : places.follows(place[knot]!, place[knot + 1]!) ? places.lengthM(place[knot]!) - positionM[knot]! + positionM[knot + 1]! : 0;
      return Math.max(0, goneM / lastsS);
    },
  };
}
