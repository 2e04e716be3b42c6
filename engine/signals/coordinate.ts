import type { CityState } from '../state/city-state.ts';
import { waitLeftS } from '../state/longest-wait.ts';
import { approachesOf } from '../twin/approach-lanes.ts';
import { coordinationOf, shortestCoordinatedS } from '../twin/coordination-of.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { nextPlannedEndS } from './keep-to-plan.ts';
import { laneDemand } from './lane-demand.ts';

/** A stage goes on while someone is so near that the gap before him is shorter: the usual gap of loops, 3 s. */
const GAP_S = 3;
/** Controllers count whole seconds. */
const TICK_S = 1;

/**
 * A coordinated controller has come to an interval of its plan, and shows it. The coordinated stage ends when cycle and offset say, however
 * early it began, so that it has what the others left. Of the others each ends for want of traffic, and is never longer than planned.
 */
export function beginCoordinated(twin: ReadingTwin, state: CityState, controller: number): void {
  const { controllers } = state.signals, interval = controllers.interval[controller]!, row = coordinationOf(twin, controller, interval), startS = controllers.startedS[controller]!;
  if (row < 0) return;
  controllers.behindS[controller] = 0;
  controllers.shortenedS[controller] = 0;
  const shortestS = shortestCoordinatedS(twin, row, interval);
  if (interval === twin.coordinations.stage[row]) {
    const leastS = startS + twin.coordinations.leastStageS[row]!, endS = nextPlannedEndS(twin, interval, leastS);
    // Where it was cut short or came out of turn, its end by cycle and offset may be too far away for those who wait.
    controllers.endsS[controller] = Math.max(leastS, Math.min(endS, endS + Math.floor(waitLeftS(twin, state, controller, endS))));
  }
  else controllers.endsS[controller] = startS + (peopleWait(twin, state, controller, interval, row) ? twin.intervals.durationS[interval]! : shortestS);
}

/** Whether a stage at a coordinated controller that is about to end goes on, for a second, because vehicles still come that no other stage of the cycle serves as long. */
export function goesOnCoordinated(twin: ReadingTwin, state: CityState, controller: number): boolean {
  const { controllers } = state.signals, interval = controllers.interval[controller]!, row = coordinationOf(twin, controller, interval);
  if (row < 0 || twin.intervals.stage[interval] === 0 || interval === twin.coordinations.stage[row]) return false;
  const ranS = controllers.endsS[controller]! - controllers.startedS[controller]!, durationS = twin.intervals.durationS[interval]!;
  if (ranS >= durationS || !vehiclesCome(twin, state, controller, interval, row)) return false;
  controllers.endsS[controller] = controllers.startedS[controller]! + Math.min(durationS, ranS + TICK_S);
  return true;
}

/** Whether vehicles come near the stop line that this stage lets go and the coordinated one does not. */
function vehiclesCome(twin: ReadingTwin, state: CityState, controller: number, interval: number, row: number): boolean {
  const coordinated = twin.coordinations.stage[row]!, { movements } = twin;
  const weigh = (slot: number): number => (isGreen(twin, coordinated, movements.signalGroup[state.vehicles.nextMovement[slot]!]!) ? 0 : 1);
  return approachesOf(twin).lanes[controller]!.some((lane) => {
    const reachM = Math.min(twin.lanes.lengthM[lane]!, GAP_S * twin.lanes.speedLimitMps[lane]!);
    return laneDemand(twin, state, lane, interval, reachM, weigh) > 0;
  });
}

/** Whether people wait whom this interval lets go and the coordinated stage does not. */
function peopleWait(twin: ReadingTwin, { pedestrians }: CityState, controller: number, interval: number, row: number): boolean {
  if (!pedestrians) return false;
  return approachesOf(twin).crossings[controller]!.some((crossing) => {
    const group = twin.crossings.signalGroup[crossing]!;
    return pedestrians.crossings.waiting[crossing]! > 0 && isGreen(twin, interval, group) && !isGreen(twin, twin.coordinations.stage[row]!, group);
  });
}
