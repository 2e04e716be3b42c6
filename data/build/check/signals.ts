import { DAY_S } from '../../../engine/foundation/clock.ts';
import { aspect, detectorKind } from '../../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { CAMERA_REACH_M } from '../../../engine/twin/ways-before.ts';
import type { ProblemList } from '../../formats/problem-list.ts';
import { planLimits, type TimedStep } from '../signals/plan-limits.ts';
import { planRanges, type PlanRange } from '../signals/plan-ranges.ts';
import { checkPlanSchedules } from './plan-schedules.ts';

const ROUNDING_S = 1e-6, ROUNDING_M = 1e-6;
/** Plans count in tenths of a second; thousands of shorter intervals would end in every step. */
const SHORTEST_S = 0.1;
/** No stage is prolonged to more than a day, which is what a plan without a longest green comes with. */
const LONGEST_S = DAY_S;

const isGreen = (shown: number): boolean => shown === aspect.green || shown === aspect.greenPermissive;

function checkPlan(twin: ReadingTwin, controller: number, { first, count, cycleS }: PlanRange, problems: ProblemList): void {
  const { controllers, intervals, aspects } = twin;
  const where = `controllers: row ${controller} "${controllers.name[controller]}"`;
  let sumS = 0;
  for (let interval = first; interval < first + count; interval++) {
    const durationS = intervals.durationS[interval]!;
    sumS += durationS;
    if (!(durationS >= SHORTEST_S - ROUNDING_S)) problems.error('twin-interval-without-duration', where, { interval });
    if (intervals.longestS[interval]! < durationS) problems.error('twin-interval-longest', where, { interval });
    if (intervals.longestS[interval]! > Math.max(durationS, LONGEST_S)) problems.error('twin-interval-too-long', where, { interval, longestS: intervals.longestS[interval]!, mostS: LONGEST_S });
    if (intervals.firstAspect[interval]! + controllers.groupCount[controller]! > aspects.count) problems.error('twin-range-elsewhere', where, { table: 'aspects', interval });
  }
  if (count === 0) problems.error('twin-controller-without-plan', where, {});
  if (Math.abs(sumS - cycleS) > ROUNDING_S) problems.error('twin-cycle-differs', where, { cycleS, sumS });
}

/** The least time between the end of one group's green and the start of another's in any plan of a controller, -1 if both are ever green together. */
export const planClearanceS = (twin: ReadingTwin, controller: number, endingGroup: number, startingGroup: number): number =>
  Math.min(...planRanges(twin, controller).map((plan) => clearanceInS(twin, plan, endingGroup, startingGroup)));

function clearanceInS({ intervals, aspects }: ReadingTwin, { first, count }: PlanRange, endingGroup: number, startingGroup: number): number {
  const green = (at: number, group: number): boolean => isGreen(aspects.shown[intervals.firstAspect[first + (at % count)]! + group]!);
  let leastS = Infinity;
  for (let at = 0; at < count; at++) {
    if (green(at, endingGroup) && green(at, startingGroup)) return -1;
    if (!green(at, endingGroup) || green(at + 1, endingGroup)) continue;
    let waitS = 0, next = at + 1;
    while (next < at + count && !green(next, startingGroup)) waitS += intervals.durationS[first + (next++ % count)]!;
    if (next < at + count) leastS = Math.min(leastS, waitS);
  }
  return leastS;
}

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

/** Plans as they run undisturbed keep the limits of their groups: the safety monitor would stop the run. */
function checkLimits(twin: ReadingTwin, problems: ProblemList): void {
  const { controllers, actuations, signalGroups } = twin;
  if (signalGroups.count === 0) return;
  const shortestS = new Map(Array.from(actuations.interval, (interval, row) => [interval, actuations.shortestS[row]!]));
  let firstRow = 0;
  for (let controller = 0; controller < controllers.count; controller++) {
    for (const plan of planRanges(twin, controller)) checkLimitsOf(twin, controller, firstRow, stepsOf(twin, controller, plan, shortestS), problems);
    firstRow += controllers.groupCount[controller]!;
  }
}

function stepsOf({ controllers, intervals, aspects }: ReadingTwin, controller: number, { first, count }: PlanRange, shortestS: ReadonlyMap<number, number>): TimedStep[] {
  return Array.from({ length: count }, (_, at): TimedStep => {
    const durationS = intervals.durationS[first + at]!, from = intervals.firstAspect[first + at]!;
    return { leastS: shortestS.get(first + at) ?? durationS, mostS: durationS, shown: Array.from({ length: controllers.groupCount[controller]! }, (_group, group) => aspects.shown[from + group]!) };
  });
}

function checkLimitsOf({ controllers, signalGroups }: ReadingTwin, controller: number, firstRow: number, steps: readonly TimedStep[], problems: ProblemList): void {
  const { minimumGreenS, amberS, longestWaitS } = signalGroups, where = `controllers: row ${controller} "${controllers.name[controller]}"`;
  for (let group = 0; group < controllers.groupCount[controller]!; group++) {
    const row = firstRow + group, shown = planLimits(steps, group);
    if (shown.leastGreenS < minimumGreenS[row]! - ROUNDING_S) problems.error('twin-green-below-limit', where, { group, planS: shown.leastGreenS, limitS: minimumGreenS[row]! });
    if (shown.leastAmberS < amberS[row]! - ROUNDING_S) problems.error('twin-amber-below-limit', where, { group, planS: shown.leastAmberS, limitS: amberS[row]! });
    if (longestWaitS[row]! > 0 && shown.longestRedS > longestWaitS[row]! + ROUNDING_S) problems.error('twin-wait-above-limit', where, { group, planS: Math.min(shown.longestRedS, DAY_S), limitS: longestWaitS[row]! });
  }
}

/** Plans are whole, and keep the intergreens of their controller where there are any. */
export function checkSignals(twin: ReadingTwin, problems: ProblemList): void {
  const { controllers, intergreens } = twin;
  for (let controller = 0; controller < controllers.count; controller++) for (const plan of planRanges(twin, controller)) checkPlan(twin, controller, plan, problems);
  checkPlanSchedules(twin, problems);
  checkDetectors(twin, problems);
  checkChoices(twin, problems);
  checkGroups(twin, problems);
  if (problems.hasErrors()) return;
  checkLimits(twin, problems);
  for (let row = 0; row < intergreens.count; row++) {
    const controller = intergreens.controller[row]!, endingGroup = intergreens.endingGroup[row]!, startingGroup = intergreens.startingGroup[row]!;
    const groups = controller < 0 ? 0 : controllers.groupCount[controller]!;
    if (endingGroup >= groups || startingGroup >= groups) { problems.error('twin-no-such-group', `intergreens: row ${row}`, { group: Math.max(endingGroup, startingGroup) }); continue; }
    const clearanceS = planClearanceS(twin, controller, endingGroup, startingGroup), leastS = intergreens.leastS[row]!;
    if (Math.abs(leastS * 10 - Math.round(leastS * 10)) > ROUNDING_S) problems.error('twin-intergreen-tenths', `intergreens: row ${row}`, { leastS });
    if (clearanceS >= leastS - ROUNDING_S) continue;
    problems.error('twin-plan-breaks-intergreen', `controllers: row ${controller} "${controllers.name[controller]}"`, { endingGroup, startingGroup, leastS, planS: clearanceS });
  }
}
