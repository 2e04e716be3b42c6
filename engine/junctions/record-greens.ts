import { addRow } from '../results/growing-table.ts';
import { NO_GREEN, widenJunctionLog, type JunctionLog } from '../results/junction-log.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Slower than this a vehicle is in a queue, and further behind the one before than this it is not: what traffic engineers' tools take as a rule (5 km/h, 20 m). */
const QUEUE_MPS = 5 / 3.6, QUEUE_GAP_M = 20;

/**
 * Every green of every lane before signals: who stood there when it began, and who of them stands there still when it
 * ends. A lane has green while any of its movements has. Called after signals have decided and before anybody moves.
 */
export function recordGreens(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { junctions } = log;
  if (junctions === undefined) return;
  widenJunctionLog(junctions, state.vehicles.count);
  for (let row = 0; row < junctions.lanes.length; row++) {
    const lane = junctions.lanes[row]!, isGreen = hasGreen(twin, state, lane), fromS = junctions.greenFromS[row]!;
    if (isGreen === (fromS !== NO_GREEN)) continue;
    if (isGreen) beginGreen(twin, state, junctions, row, lane);
    else endGreen(state, log, junctions, row, fromS > junctions.startS);
  }
}

/** At the end of a run: greens that go on. */
export function finishGreens(state: CityState, log: ResultLog): void {
  const { junctions } = log;
  if (junctions === undefined) return;
  for (let row = 0; row < junctions.lanes.length; row++) if (junctions.greenFromS[row] !== NO_GREEN) endGreen(state, log, junctions, row, false);
}

function hasGreen({ lanes, movements, junctions }: ReadingTwin, { signals }: CityState, lane: number): boolean {
  const first = lanes.firstMovement[lane]!, end = first + lanes.movementCount[lane]!;
  for (let movement = first; movement < end; movement++) {
    const group = movements.signalGroup[movement]!;
    if (group < 0) continue;
    const shown = signals.shown[signals.controllers.firstGroup[junctions.controller[movements.junction[movement]!]!]! + group]!;
    if (shown === aspect.green || shown === aspect.greenPermissive || shown === aspect.greenArrowAfterStop) return true;
  }
  return false;
}

/** Marks who stands in the queue: one behind the other from the stop line, up to a bus that serves a stop. */
function beginGreen({ lanes, vehicleTypes }: ReadingTwin, state: CityState, junctions: JunctionLog, row: number, lane: number): void {
  const { vehicles, places } = state, lengthM = lanes.lengthM[lane]!;
  let waitingCount = 0, reachM = 0;
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) {
    const frontM = lengthM - vehicles.positionM[slot]!;
    if (!(vehicles.speedMps[slot]! < QUEUE_MPS) || vehicles.standingSinceS[slot]! >= 0 || frontM - reachM > QUEUE_GAP_M) break;
    junctions.queuedOn[slot] = lane;
    waitingCount++;
    reachM = frontM + vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
  }
  junctions.greenFromS[row] = state.timeS;
  junctions.waitingCount[row] = waitingCount;
  junctions.queueM[row] = Math.min(reachM, lengthM);
}

function endGreen({ vehicles, places, timeS }: CityState, log: ResultLog, junctions: JunctionLog, row: number, isWhole: boolean): void {
  const lane = junctions.lanes[row]!;
  let leftCount = 0;
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) if (junctions.queuedOn[slot] === lane) leftCount++;
  const at = addRow(log.laneGreens), { rows } = log.laneGreens;
  rows.lane[at] = lane;
  rows.fromS[at] = junctions.greenFromS[row]!;
  rows.untilS[at] = timeS;
  rows.isWhole[at] = isWhole ? 1 : 0;
  junctions.greenFromS[row] = NO_GREEN;
  if (!isWhole) return;
  rows.waitingCount[at] = junctions.waitingCount[row]!;
  rows.queueM[at] = junctions.queueM[row]!;
  rows.leftWaitingCount[at] = leftCount;
}
