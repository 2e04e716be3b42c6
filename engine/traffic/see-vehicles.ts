import type { ReplayRecorder } from '../results/replay-recorder.ts';
import type { CityState } from '../state/city-state.ts';

/** Shows the replay where everyone is at the end of a step. */
export function seeVehicles({ vehicles, pedestrians, timeS }: CityState, replay: ReplayRecorder): void {
  for (let slot = 0; slot < vehicles.count; slot++) {
    if (vehicles.departure[slot]! >= 0) replay.see(slot, vehicles.departure[slot]!, timeS, vehicles.place[slot]!, vehicles.positionM[slot]!);
  }
  replay.endStep(timeS, pedestrians);
}
