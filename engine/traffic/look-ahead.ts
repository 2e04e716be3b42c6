import type { CityState } from '../state/city-state.ts';
import { followOnLane } from './follow-on-lane.ts';
import { leftRearPastEndM } from './lane-order.ts';
import { lookAlong } from './look-along.ts';
import { noteOverlap } from './note-overlap.ts';
import type { Traffic } from './traffic.ts';

/** Every vehicle on the places of one thread looks along its way on the same picture: how fast it could go, where it may have to stop, when it will come. */
export function lookOnOwn(traffic: Traffic, state: CityState): void {
  traffic.decidingCount = 0;
  const { places, vehicles, activePlaces } = state, { sight, roads, own, twin: { vehicleTypes } } = traffic;
  for (let index = 0; index < state.activePlaceCount; index++) {
    const place = activePlaces[index]!;
    if (own !== undefined && own.owner[place] !== own.thread) continue;
    if (place < roads.laneCount && roads.blockages === undefined && roads.hasCrossing[place] === 0) followOnLane(traffic, state, place);
    else {
      let rearM = roads.placeLengthM[place]! + leftRearPastEndM(state, place, vehicleTypes.lengthM);
      for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) {
        noteOverlap(state, slot, rearM);
        rearM = vehicles.positionM[slot]! - vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
        lookAlong(traffic, state, sight, slot);
      }
    }
  }
}
