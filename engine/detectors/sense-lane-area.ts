import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Adds up who is on a lane area: how much of it they cover, how long they stay, how far they drive. */
export function senseLaneArea(twin: ReadingTwin, state: CityState, detector: number, stepS: number): void {
  const { vehicles, places } = state, { detectors, lanes } = twin;
  const lane = detectors.lane[detector]!, fromM = detectors.positionM[detector]!;
  const gone = places.left[lane]!;
  if (gone >= 0 && vehicles.departure[gone] === places.leftDeparture[lane]) {
    // Its front has left the lane; its rear may still be here.
    addUp(twin, state, detector, gone, lanes.lengthM[lane]! + vehicles.odometerM[gone]! - places.leftOdometerM[lane]!, stepS);
  }
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) {
    const frontM = vehicles.positionM[slot]!;
    if (frontM <= fromM) break;
    addUp(twin, state, detector, slot, frontM, stepS);
  }
}

function addUp({ detectors, vehicleTypes }: ReadingTwin, { vehicles, detectors: { rows } }: CityState, detector: number, slot: number, frontM: number, stepS: number): void {
  const fromM = detectors.positionM[detector]!, lengthM = detectors.lengthM[detector]!, untilM = fromM + lengthM;
  const goneM = vehicles.speedMps[slot]! * stepS, vehicleM = vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
  if (frontM > fromM && frontM - goneM <= fromM && vehicles.drivenM[slot]! >= goneM) rows.vehicles[detector]! += 1;
  // Of this step, the part after its front came onto the area and before its rear left it.
  const onM = Math.min(frontM, untilM + vehicleM) - Math.max(frontM - goneM, fromM);
  if (onM < 0) return;
  const share = goneM > 0 ? onM / goneM : 1;
  rows.vehicleSeconds[detector]! += stepS * share;
  rows.speedSum[detector]! += goneM * share;
  const coveredM = Math.min(frontM, untilM) - Math.max(frontM - vehicleM, fromM);
  if (coveredM > 0) rows.occupiedS[detector]! += (stepS * coveredM) / lengthM;
}
