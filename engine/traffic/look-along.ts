import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { aspect } from '../twin/signals.ts';
import { USUAL_VISIBILITY_M } from '../twin/streets.ts';
import { announceInside, announcePocket, announceStopLine, confirmInside } from './announcement.ts';
import { MOST_APPROACHES, openRecords } from './approaches.ts';
import { heedBlockage } from './blockages.ts';
import { approachSpeedMps, brakeGapM, stopSpeedMps } from './car-following.ts';
import { heedFoes } from './foes.ts';
import { heedCrossings, isHeldByPeople } from './heed-crossings.ts';
import { heedHalt, heedNeighbours, heedTail } from './heed-neighbours.ts';
import { goesOn, hasRoomBeyond, passesShortLane } from './keep-clear.ts';
import { meetsSomeone } from './presence.ts';
import { leavesRingOpen } from './ring-room.ts';
import { movementFrom } from './route-guide.ts';
import type { Sight } from './scratch.ts';
import { keepBehind, lookFrom, speedToStopMps, stopWithin } from './sight.ts';
import { isShut, NO_SIGNAL, shownTo } from './signal-sight.ts';
import type { Traffic } from './traffic.ts';

/** Distance from the stop line at which drivers stand, as SUMO's default. */
export const STOP_LINE_GAP_M = 1;
/** At a stop sign a stand further from the line than this is one in a queue. */
const STOOD_WITHIN_M = USUAL_VISIBILITY_M;
const ROUNDING_M = 1e-3;
/** Who drives off a tail slower than this may have to stop on the junction. */
const SLOW_TAIL_MPS = 6;
/** From seeing others at a junction to braking, whoever drives: the headway kept behind vehicles has nothing to do with it, nor has it in SUMO. */
const REACTION_S = 1;
/** A lorry needs this long to pull away across a street. */
export const HEARD_OF_S = 8;

/** One vehicle looks along its whole way, place by place, as far as it may have to stop or others wait to hear of it. */
export function lookAlong(traffic: Traffic, state: CityState, sight: Sight, slot: number): void {
  const { roads, twin, approaches } = traffic, { vehicles } = state;
  lookFrom(traffic, state, sight, slot);
  openRecords(approaches, slot);
  let place = vehicles.place[slot]!, guideRow = vehicles.guideRow[slot]!;
  const positionM = vehicles.positionM[slot]!, endRow = vehicles.guideEndRow[slot]!;
  sight.seenM = roads.placeLengthM[place]! - positionM;
  heedNeighbours(traffic, state, sight, place);
  heedHalt(traffic, state, sight, place, guideRow, -positionM);
  heedTail(traffic, state, sight, place);
  if (roads.blockages !== undefined && place < roads.laneCount) heedBlockage(roads.blockages, sight, place, -positionM);
  if (roads.hasCrossing[place] === 1) heedCrossings(traffic, state, sight, place, -positionM);
  const stopsWithinM = sight.mostMps * (traffic.stepS + sight.headwayS) + brakeGapM(sight.mostMps, sight.decelerationMps2, 0, traffic.stepS) + STOP_LINE_GAP_M;
  // Who waits for a gap must hear of this vehicle in time to let it pass; Krauss drivers are heard of as late as in SUMO.
  const horizonM = sight.isIdm ? Math.max(stopsWithinM, sight.mostMps * HEARD_OF_S) : stopsWithinM;
  if (place >= roads.laneCount) {
    const movement = place - roads.laneCount;
    if (meetsSomeone(traffic.presence, movement)) heedFoes(traffic, state, sight, movement, -positionM);
    announcePocket(traffic, state, sight, movement, -positionM);
    announceInside(traffic, state, sight, movement, positionM);
    place = enterLane(traffic, state, sight, twin.movements.toLane[movement]!, ++guideRow);
  }
  // The guide is asked only for a junction that is near: it is the largest of all tables.
  while (guideRow < endRow && sight.seenM < horizonM) {
    const movement = place === vehicles.place[slot] ? vehicles.nextMovement[slot]! : movementFrom(traffic, place, guideRow);
    if (sight.seenM >= stopsWithinM && (movement < 0 || roads.hasFoes[movement] === 0)) break;
    if (movement < 0) { stopWithin(sight, sight.seenM); break; }
    if (!lookInto(traffic, state, sight, movement, guideRow + 1)) break;
    place = enterLane(traffic, state, sight, twin.movements.toLane[movement]!, ++guideRow);
  }
  vehicles.plannedSpeedMps[slot] = sight.boundMps;
  if (approaches.count[slot] === 0) return;
  confirmInside(traffic, sight);
  traffic.deciding[traffic.decidingCount++] = slot;
}

/** Looks on along a lane after a junction, whose start is `sight.seenM` away; returns the lane. */
function enterLane(traffic: Traffic, state: CityState, sight: Sight, lane: number, guideRow: number): number {
  const { roads } = traffic, startM = sight.seenM;
  heedLimit(sight, startM, roads.placeLimitMps[lane]!);
  heedLast(traffic, state, sight, lane);
  heedHalt(traffic, state, sight, lane, guideRow, startM);
  if (roads.blockages !== undefined) heedBlockage(roads.blockages, sight, lane, startM);
  if (roads.hasCrossing[lane] === 1) heedCrossings(traffic, state, sight, lane, startM);
  sight.seenM += roads.placeLengthM[lane]!;
  heedTail(traffic, state, sight, lane);
  return lane;
}

function heedLimit(sight: Sight, distanceM: number, limitMps: number): void {
  const wantedMps = Math.min(limitMps * sight.speedFactor, sight.maxSpeedMps);
  if (wantedMps >= sight.boundMps) return;
  sight.boundMps = Math.min(sight.boundMps, approachSpeedMps(distanceM, wantedMps, sight.decelerationMps2, sight.stepS));
}

/** The last vehicle on a place that starts `sight.seenM` away, if no leader has been found before. */
function heedLast(traffic: Traffic, state: CityState, sight: Sight, place: number): void {
  if (sight.hasLeader) return;
  const { vehicles } = state, { vehicleTypes } = traffic.twin;
  const last = state.places.last[place]!;
  if (last < 0) return;
  const type = vehicles.vehicleType[last]!;
  keepBehind(traffic, state, sight, last, sight.seenM + vehicles.positionM[last]! - vehicleTypes.lengthM[type]!);
  sight.hasLeader = true;
}

/** Looks into a junction whose stop line is `sight.seenM` away. False where the vehicle has to stop at or in it. */
function lookInto(traffic: Traffic, state: CityState, sight: Sight, movement: number, guideRow: number): boolean {
  const { roads, approaches, coming } = traffic;
  const stopM = Math.max(0, sight.seenM - STOP_LINE_GAP_M), shown = shownTo(traffic, state, movement);
  if (isShut(shown) && sight.brakeGapM <= sight.seenM) {
    stopWithin(sight, stopM);
    return false;
  }
  if (approaches.count[sight.slot]! >= MOST_APPROACHES - 1) { stopWithin(sight, stopM); return false; }
  const heldMps = coming.heldMps = speedToStopMps(sight, stopM);
  const mayYield = roads.isMinor[movement] === 1 && (shown === NO_SIGNAL || shown === aspect.greenPermissive || shown >= aspect.flashing);
  // Without priority and still unable to see the others: slow enough to stop once they can be seen.
  coming.mostMps = Infinity;
  const visibilityM = mayYield ? traffic.twin.movements.visibilityM[movement]! : Infinity;
  if (sight.seenM > visibilityM) {
    // Never quicker to react than a step is long: else the step that first sees them ends where it is too late to stop.
    const visibleMps = coming.mostMps = stopSpeedMps(visibilityM, sight.decelerationMps2, Math.max(REACTION_S, sight.stepS), sight.stepS);
    sight.boundMps = Math.min(sight.boundMps, approachSpeedMps(sight.seenM - visibilityM, visibleMps, sight.decelerationMps2, sight.stepS));
  }
  // Who could no longer stop at ease goes on as decided before: braking hard would only surprise those behind.
  const inside = roads.laneCount + movement, isHeld = roads.hasCrossing[inside] === 1 && isHeldByPeople(traffic, state, sight, inside);
  const stopsFirst = mayYield && traffic.twin.movements.stopsFirst[movement] === 1 && sight.brakeGapM <= sight.seenM && !hasStood(state, sight);
  const goes = !isHeld && !stopsFirst && (roads.hasFoes[movement] === 0 || sight.brakeGapM > sight.seenM || hasRoom(traffic, state, sight, movement, guideRow));
  heedLimit(sight, sight.seenM, roads.placeLimitMps[roads.laneCount + movement]!);
  // People may be gone before it has come to a stand: until then the others count on it.
  const comes = goes || (isHeld && heldMps > STANDING_MPS);
  announceStopLine(traffic, state, sight, movement, comes);
  if (!goes) { sight.boundMps = heldMps; return false; }
  heedLast(traffic, state, sight, roads.laneCount + movement);
  if (meetsSomeone(traffic.presence, movement)) heedFoes(traffic, state, sight, movement, sight.seenM);
  if (roads.hasCrossing[inside] === 1) heedCrossings(traffic, state, sight, inside, sight.seenM);
  const startM = sight.seenM;
  sight.seenM += roads.placeLengthM[roads.laneCount + movement]!;
  heedTail(traffic, state, sight, roads.laneCount + movement);
  announcePocket(traffic, state, sight, movement, startM);
  return true;
}

/** Whether it has come to a stand at a stop sign. Who is nearer to the line than where all stand has stood, and is on its way. */
const hasStood = ({ vehicles }: CityState, { slot, seenM }: Sight): boolean =>
  seenM < STOP_LINE_GAP_M - ROUNDING_M || (seenM <= STOOD_WITHIN_M && vehicles.waitingS[slot]! > 0);

/** `guideRow`: that of the link to which the movement leads. */
function hasRoom(traffic: Traffic, state: CityState, sight: Sight, movement: number, guideRow: number): boolean {
  if (traffic.twin.movements.keepsClear[movement] === 0) return true;
  // Who is on a roundabout drives up to the one ahead.
  if (traffic.roads.ringOn[traffic.twin.movements.fromLane[movement]!] === movement) return true;
  const lane = traffic.twin.movements.toLane[movement]!, tail = state.places.last[lane]!, neededM = sight.lengthM + sight.minGapM;
  if (!leavesRingOpen(traffic, state, sight.slot, movement, neededM)) return false;
  if (tail >= 0 && state.vehicles.speedMps[tail]! > SLOW_TAIL_MPS && goesOn(traffic, state, lane)) return true;
  return hasRoomBeyond(traffic, state, movement, neededM) && passesShortLane(traffic, state, sight.slot, traffic.twin.movements.junction[movement]!, lane, guideRow);
}
