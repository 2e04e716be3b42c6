import { DAY_S } from '../../../engine/foundation/clock.ts';
import { checkIntergreen, checkPlanLimits, checkPlansWhole, type TellFault } from '../../../engine/twin/plan-faults.ts';
import { detectorKind } from '../../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { CAMERA_REACH_M } from '../../../engine/twin/ways-before.ts';
import type { ProblemList } from '../../formats/problem-list.ts';
import { checkPlanSchedules } from './plan-schedules.ts';

const ROUNDING_S = 1e-6, ROUNDING_M = 1e-6;
/** Plans count in tenths of a second; thousands of shorter intervals would end in every step. */
const SHORTEST_S = 0.1;
/** No stage is prolonged to more than a day, which is what a plan without a longest green comes with. */
const LONGEST_S = DAY_S;

/** Detectors lie on their lanes, and what they prolong has bounds in order. */
function checkDetectors({ detectors, lanes, movements, actuations, actuationGaps }: ReadingTwin, problems: ProblemList): void {
  for (let row = 0; row < detectors.count; row++) {
    const where = `detectors: row ${row} "${detectors.name[row]}"`, lane = detectors.lane[row]!, fromM = detectors.positionM[row]!, lengthM = detectors.lengthM[row]!;
    const isArea = detectors.kind[row] === detectorKind.laneArea, movement = detectors.movement[row]!;
    const placeM = movement < 0 ? lanes.lengthM[lane] ?? -1 : movements.lengthM[movement]!;
    if (lane < 0 || (movement >= 0 && (isArea || movements.fromLane[movement] !== lane)) || !(fromM >= 0 && fromM + lengthM <= placeM + ROUNDING_M) || (isArea ? !(lengthM > 0) : lengthM !== 0)) problems.error('twin-detector-off-lane', where, { fromM, lengthM });
  }
  for (let row = 0; row < actuations.count; row++) {
    const shortestS = actuations.shortestS[row]!, longestS = actuations.longestS[row]!;
    if (actuations.interval[row]! < 0 || !(shortestS >= SHORTEST_S - ROUNDING_S && longestS >= shortestS && longestS <= Math.max(shortestS, LONGEST_S))) problems.error('twin-actuation-bounds', `actuations: row ${row}`, { shortestS, longestS });
  }
  for (let row = 0; row < actuationGaps.count; row++) {
    const detector = actuationGaps.detector[row]!;
    if (detector < 0 || detectors.kind[detector] !== detectorKind.loop) problems.error('twin-gap-without-loop', `actuationGaps: row ${row}`, { detector });
  }
}

/** Controllers that choose stages do so now and then: one that never waited would choose for ever within a step. */
function checkChoices({ stageControls }: ReadingTwin, problems: ProblemList): void {
  for (let row = 0; row < stageControls.count; row++) {
    const controller = stageControls.controller[row]!, isTwice = row > 0 && controller === stageControls.controller[row - 1], lengthsS = [stageControls.decisionEveryS[row]!, stageControls.leastStageS[row]!];
    if (controller < 0 || isTwice || !(stageControls.reachM[row]! > 0 && stageControls.reachM[row]! <= CAMERA_REACH_M) || !lengthsS.every((lengthS) => lengthS >= 1 && lengthS <= LONGEST_S)) problems.error('twin-stage-control', `stageControls: row ${row}`, { everyS: lengthsS[0]!, leastS: lengthsS[1]!, reachM: stageControls.reachM[row]!, mostReachM: CAMERA_REACH_M });
  }
}

/** Every group has its limits, or none has any. */
function checkGroups({ controllers, signalGroups }: ReadingTwin, problems: ProblemList): void {
  if (signalGroups.count === 0) return;
  const rowsOf = new Int32Array(controllers.count);
  for (let row = 0; row < signalGroups.count; row++) {
    const controller = signalGroups.controller[row]!;
    if (controller >= 0) rowsOf[controller]! += 1;
    const limitsS = [signalGroups.minimumGreenS[row]!, signalGroups.amberS[row]!, signalGroups.longestWaitS[row]!];
    if (limitsS.some((limitS) => limitS < 0)) problems.error('twin-group-limits', `signalGroups: row ${row}`, { limitS: Math.min(...limitsS) });
  }
  for (let controller = 0; controller < controllers.count; controller++) {
    if (rowsOf[controller] !== controllers.groupCount[controller]) problems.error('twin-groups-without-limits', `controllers: row ${controller} "${controllers.name[controller]}"`, { rows: rowsOf[controller]!, groups: controllers.groupCount[controller]! });
  }
}

/** Plans are whole, and keep the limits of their groups and the intergreens of their controller where there are any. */
export function checkSignals(twin: ReadingTwin, problems: ProblemList): void {
  const { controllers, intergreens, signalGroups } = twin;
  const tellOf = (controller: number): TellFault => (code, parameters) => problems.error(code, `controllers: row ${controller} "${controllers.name[controller]}"`, parameters);
  for (let controller = 0; controller < controllers.count; controller++) checkPlansWhole(twin, controller, tellOf(controller));
  checkPlanSchedules(twin, problems);
  checkDetectors(twin, problems);
  checkChoices(twin, problems);
  checkGroups(twin, problems);
  if (problems.hasErrors()) return;
  let firstGroup = 0;
  for (let controller = 0; controller < controllers.count && signalGroups.count > 0; firstGroup += controllers.groupCount[controller++]!) checkPlanLimits(twin, controller, firstGroup, tellOf(controller));
  for (let row = 0; row < intergreens.count; row++) {
    const controller = intergreens.controller[row]!, leastS = intergreens.leastS[row]!, group = Math.max(intergreens.endingGroup[row]!, intergreens.startingGroup[row]!);
    if (group >= (controller < 0 ? 0 : controllers.groupCount[controller]!)) { problems.error('twin-no-such-group', `intergreens: row ${row}`, { group }); continue; }
    if (Math.abs(leastS * 10 - Math.round(leastS * 10)) > ROUNDING_S) problems.error('twin-intergreen-tenths', `intergreens: row ${row}`, { leastS });
    checkIntergreen(twin, row, tellOf(controller));
  }
}
