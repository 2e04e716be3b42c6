import type { CityState } from '../state/city-state.ts';
import { leftRearPastEndM } from './lane-order.ts';
import { haltsOnRow } from './lane-view.ts';
import type { Sight } from './scratch.ts';
import { keepBehind, stopWithin } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Share of comfortable braking that drivers spend to fall back behind those on another lane. */
const EASY_BRAKING_SHARE = 0.5;
/** Who lets in stays this much further back than it would behind that vehicle: where both stand, a gap short of the standstill gap by a rounding is refused for ever. */
const LET_IN_MARGIN_M = 0.1;

/** The vehicle ahead on the same place, and one on the lane beside that is to be let in. */
export function heedNeighbours(traffic: Traffic, state: CityState, sight: Sight, place: number): void {
  const { vehicles } = state, { vehicleTypes } = traffic.twin, { slot } = sight;
  const positionM = vehicles.positionM[slot]!, leader = vehicles.ahead[slot]!, guest = vehicles.courtesySlot[slot]!;
  if (leader >= 0) {
    const type = vehicles.vehicleType[leader]!;
    keepBehind(traffic, state, sight, leader, vehicles.positionM[leader]! - vehicleTypes.lengthM[type]! - positionM);
    sight.hasLeader = true;
  }
  if (guest >= 0) letIn(traffic, state, sight, place, guest);
  const other = vehicles.fallBehindSlot[slot]!;
  if (other >= 0) fallBehind(traffic, state, sight, place, other);
}

/** How far the rear of a vehicle on another lane of the same link is ahead; NaN where it is no longer there. */
function besideM(traffic: Traffic, { vehicles }: CityState, slot: number, place: number, other: number): number {
  const { roads, twin } = traffic, otherPlace = vehicles.place[other]!;
  if (vehicles.departure[other]! < 0 || otherPlace >= roads.laneCount || place >= roads.laneCount || roads.placeLink[otherPlace] !== roads.placeLink[place]) return NaN;
  return vehicles.positionM[other]! - twin.vehicleTypes.lengthM[vehicles.vehicleType[other]!]! - vehicles.positionM[slot]!;
}

/** Lets in a vehicle from the lane beside by comfortable braking; who is already beside it drives on. */
function letIn(traffic: Traffic, state: CityState, sight: Sight, place: number, guest: number): void {
  const { vehicles } = state, gapM = besideM(traffic, state, sight.slot, place, guest);
  vehicles.courtesySlot[sight.slot] = -1;
  if (!(gapM >= sight.minGapM)) return;
  const before = sight.boundMps;
  keepBehind(traffic, state, sight, guest, gapM - LET_IN_MARGIN_M);
  sight.boundMps = Math.min(before, Math.max(sight.boundMps, sight.speedMps - sight.decelerationMps2 * traffic.stepS));
}

/** Falls back behind a vehicle on the lane that this one has to change to, by easy braking. */
function fallBehind(traffic: Traffic, state: CityState, sight: Sight, place: number, other: number): void {
  const { vehicles } = state, gapM = besideM(traffic, state, sight.slot, place, other);
  vehicles.fallBehindSlot[sight.slot] = -1;
  if (Number.isNaN(gapM)) return;
  const before = sight.boundMps;
  keepBehind(traffic, state, sight, other, gapM);
  sight.boundMps = Math.min(before, Math.max(sight.boundMps, sight.speedMps - EASY_BRAKING_SHARE * sight.decelerationMps2 * traffic.stepS));
}

/** A planned halt on this link. `startM`: from the vehicle's front to the start of the lane. */
export function heedHalt(traffic: Traffic, state: CityState, sight: Sight, place: number, guideRow: number, startM: number): void {
  const { vehicles } = state, { halts } = traffic.twin, halt = vehicles.nextHalt[sight.slot]!;
  if (halt < 0 || place >= traffic.roads.laneCount) return;
  if (vehicles.standingSinceS[sight.slot]! >= 0) sight.boundMps = 0;
  else if (haltsOnRow(traffic, state, sight.slot, halt, guideRow)) {
    const haltM = startM + halts.positionM[halt]!;
    stopWithin(sight, halts.lane[halt] === place ? haltM : Math.min(haltM, behindLastM(traffic, state, sight, halts.lane[halt]!, startM)));
  }
}

/** From a lane beside the halt: how far the vehicle may go to be able to change in behind those who are there; so nobody who leaves is blocked. */
function behindLastM(traffic: Traffic, { places, vehicles }: CityState, sight: Sight, lane: number, startM: number): number {
  for (let slot = places.last[lane]!; slot >= 0; slot = vehicles.ahead[slot]!) {
    const rearM = startM + vehicles.positionM[slot]! - traffic.twin.vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
    if (rearM > 0) return rearM - sight.minGapM;
  }
  return Infinity;
}

/** The rear of the vehicle that has left this place last, while it is still on it or just beyond on another way. */
export function heedTail(traffic: Traffic, state: CityState, sight: Sight, place: number): void {
  if (sight.hasLeader || state.places.left[place]! < 0) return;
  const rearM = leftRearPastEndM(state, place, traffic.twin.vehicleTypes.lengthM);
  if (rearM >= 0) return;
  const slot = state.places.left[place]!;
  keepBehind(traffic, state, sight, slot, sight.seenM + rearM);
}
