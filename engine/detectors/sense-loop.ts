import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Notes who has come over a loop in this step and who has left it, to the moment within the step. */
export function senseLoop(twin: ReadingTwin, state: CityState, detector: number, stepS: number): void {
  const { vehicles, places, detectors: { rows } } = state;
  const lane = twin.detectors.lane[detector]!, movement = twin.detectors.movement[detector]!, loopM = twin.detectors.positionM[detector]!;
  const place = movement < 0 ? lane : twin.lanes.count + movement, lengthM = movement < 0 ? twin.lanes.lengthM[lane]! : twin.movements.lengthM[movement]!;
  // One who is found beyond the loop was over it before, or comes anew: this tells them apart.
  const before = rows.overSlot[detector]!;
  if (before >= 0) lookWhetherItLeft(twin, state, detector, stepS);
  const gone = places.left[place]!;
  if (gone >= 0 && gone !== before && vehicles.departure[gone] === places.leftDeparture[place]) {
    // It has left the place since; its odometer tells when it passed the loop.
    const atOdometerM = places.leftOdometerM[place]! - (lengthM - loopM);
    meet(twin, state, detector, gone, vehicles.odometerM[gone]! - atOdometerM, stepS);
  }
  if (places.vehicles[place] === 0) return;
  if (loopM > lengthM / 2) {
    for (let slot = places.first[place]!; slot >= 0 && vehicles.positionM[slot]! > loopM; slot = vehicles.behind[slot]!) {
      if (slot !== before) meet(twin, state, detector, slot, vehicles.positionM[slot]! - loopM, stepS);
    }
    return;
  }
  for (let slot = places.last[place]!; slot >= 0; slot = vehicles.ahead[slot]!) {
    const pastM = vehicles.positionM[slot]! - loopM;
    if (pastM <= 0 || slot === before) continue;
    if (!meet(twin, state, detector, slot, pastM, stepS)) return;
  }
}

/** A vehicle whose front is `pastM` beyond the loop: counted if it came over it in this step. False where it was past it before, as all ahead of it. */
function meet(twin: ReadingTwin, state: CityState, detector: number, slot: number, pastM: number, stepS: number): boolean {
  const { vehicles, detectors: { rows } } = state;
  const mps = vehicles.speedMps[slot]!, lengthM = twin.vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
  const hasCrossed = pastM <= mps * stepS, isOver = pastM < lengthM;
  if (!hasCrossed && !isOver) return false;
  // Two cannot stand over one loop: the one before has left, though it was not seen to.
  if (rows.overSlot[detector]! >= 0) leave(state, detector, state.timeS);
  // One that did not cross it was put there: it entered the road or changed lane over the loop.
  const sinceS = hasCrossed ? state.timeS - pastM / mps : state.timeS;
  rows.overSlot[detector] = slot;
  rows.overDeparture[detector] = vehicles.departure[slot]!;
  rows.overSinceS[detector] = sinceS;
  rows.clearOdometerM[detector] = vehicles.odometerM[slot]! - pastM + lengthM;
  if (!isOver) pass(state, detector, state.timeS - (pastM - lengthM) / mps, lengthM);
  return true;
}

function lookWhetherItLeft(twin: ReadingTwin, state: CityState, detector: number, stepS: number): void {
  const { vehicles, detectors: { rows } } = state;
  const slot = rows.overSlot[detector]!, place = vehicles.place[slot]!, lane = twin.detectors.lane[detector]!;
  if (vehicles.departure[slot] !== rows.overDeparture[detector]) { leave(state, detector, state.timeS); return; }
  const pastM = vehicles.odometerM[slot]! - rows.clearOdometerM[detector]!;
  if (pastM >= 0) {
    const mps = vehicles.speedMps[slot]!;
    // One that was moved on by a rescue has jumped, not driven.
    const agoS = Math.min(stepS, mps > 0 ? pastM / mps : 0);
    pass(state, detector, state.timeS - agoS, twin.vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!);
  } else if (twin.detectors.movement[detector]! < 0 && place !== lane && place < twin.lanes.count && twin.lanes.link[place] === twin.lanes.link[lane]) leave(state, detector, state.timeS - stepS);
}

/** The rear of the vehicle over the loop has passed it. */
function pass(state: CityState, detector: number, atS: number, lengthM: number): void {
  const { rows } = state.detectors;
  rows.vehicles[detector]! += 1;
  rows.speedSum[detector]! += lengthM / Math.max(atS - rows.overSinceS[detector]!, 1e-3);
  leave(state, detector, atS);
}

/** Nobody is over the loop from now on: its vehicle has passed, arrived, or changed lane. */
function leave({ detectors: { rows } }: CityState, detector: number, atS: number): void {
  rows.occupiedS[detector]! += Math.max(0, atS - Math.max(rows.overSinceS[detector]!, rows.fromS[detector]!));
  rows.leftS[detector] = atS;
  rows.overSlot[detector] = -1;
}
