import type { CityState } from '../state/city-state.ts';
import type { PedestrianState } from '../state/pedestrian-state.ts';
import { crossingControl } from '../twin/crossings.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Where drivers have priority, they stop only for people who are this close to their lane. */
const CLOSE_S = 1;

/**
 * Says which parts of the streets drivers have to stop before: at a zebra, and on a green of the people, all lanes while
 * someone is about to step on, and those that someone on the crossing has not passed yet; in front of signals for one
 * crossing alone, all lanes while these are not green.
 */
export function claimWindows(twin: ReadingTwin, state: CityState, pedestrians: PedestrianState): void {
  const { windows, blockedWindows, crossings, people } = pedestrians;
  for (let index = 0; index < pedestrians.blockedCount; index++) windows.blocked[blockedWindows[index]!] = 0;
  pedestrians.blockedCount = 0;
  for (let crossing = 0; crossing < twin.crossings.count; crossing++) {
    if ((crossings.waiting[crossing]! > 0 && makesDriversWait(twin, state, crossing)) || vehiclesSeeRed(twin, state, crossing)) claimAll(twin, pedestrians, crossing);
  }
  for (let person = 0; person < pedestrians.peopleCount; person++) {
    if (people.startS[person]! >= 0) claimAhead(twin, pedestrians, person, state.timeS);
  }
}

/** Whether people who wait at this crossing may step on as soon as no vehicle is too close to stop. */
function makesDriversWait(twin: ReadingTwin, state: CityState, crossing: number): boolean {
  const control = twin.crossings.control[crossing]!;
  return control === crossingControl.zebra || (control === crossingControl.signals && isGreenForPeople(twin, state, crossing));
}

/** Whether the people's signal is green. */
export function isGreenForPeople({ crossings }: ReadingTwin, { signals }: CityState, crossing: number): boolean {
  const controller = crossings.controller[crossing]!;
  return controller >= 0 && signals.shown[signals.controllers.firstGroup[controller]! + crossings.signalGroup[crossing]!] === aspect.green;
}

function vehiclesSeeRed({ crossings }: ReadingTwin, { signals }: CityState, crossing: number): boolean {
  const group = crossings.vehicleGroup[crossing]!;
  if (group < 0) return false;
  const shown = signals.shown[signals.controllers.firstGroup[crossings.controller[crossing]!]! + group]!;
  return shown === aspect.red || shown === aspect.amber || shown === aspect.redAmber;
}

function claim(pedestrians: PedestrianState, window: number): void {
  const { windows, blockedWindows } = pedestrians;
  if (windows.blocked[window] === 1) return;
  windows.blocked[window] = 1;
  windows.takenUntilS[window] = 0;
  blockedWindows[pedestrians.blockedCount++] = window;
}

function claimAll({ crossings }: ReadingTwin, pedestrians: PedestrianState, crossing: number): void {
  const first = crossings.firstWindow[crossing]!, until = first + crossings.windowCount[crossing]!;
  for (let window = first; window < until; window++) claim(pedestrians, window);
}

/** The lanes that a person on the crossing has still to pass. */
function claimAhead({ crossings, crossingWindows }: ReadingTwin, pedestrians: PedestrianState, person: number, timeS: number): void {
  const { people } = pedestrians, crossing = people.crossing[person]!, lengthM = crossings.lengthM[crossing]!;
  const walkedM = (timeS - people.startS[person]!) * people.walkingMps[person]!, isBack = people.fromSecondKerb[person] === 1;
  const closeM = crossings.control[crossing] === crossingControl.unmarked ? CLOSE_S * people.walkingMps[person]! : Infinity;
  const first = crossings.firstWindow[crossing]!, until = first + crossings.windowCount[crossing]!;
  for (let window = first; window < until; window++) {
    const enterM = isBack ? lengthM - crossingWindows.farM[window]! : crossingWindows.nearM[window]!;
    const leaveM = isBack ? lengthM - crossingWindows.nearM[window]! : crossingWindows.farM[window]!;
    if (walkedM < leaveM && walkedM >= enterM - closeM) claim(pedestrians, window);
  }
}
