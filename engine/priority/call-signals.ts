import { randomNormal } from '../foundation/random.ts';
import type { CityState } from '../state/city-state.ts';
import { dropRow, takeRow } from '../state/filling-table.ts';
import { messageKind, unitColumns, type PriorityState } from '../state/priority-state.ts';
import { callOf } from '../twin/call-of.ts';
import { kindsBeforePlan, preemptionRuleOf } from '../twin/preemption-rule-of.ts';
import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { arrivalInS } from './arrival-time.ts';
import { callWave } from './call-wave.ts';
import { noteHeadway } from './on-board.ts';
import { purposes } from './purposes.ts';
import { hasPassedLine, sendMessage } from './send-message.ts';
import { signalAhead, type SignalAhead } from './signal-ahead.ts';
import { NO_TRANSPONDER, qualityOf, transponderOf } from './transponder.ts';

/** Categories whose calls are heard. */
const SERVED = category.bus | category.tram;

/** What the on-board unit of a vehicle knows: where the vehicle is, and how it calls. */
interface OnBoard { slot: number; row: number; departure: number; transponder: number; isEquipped: boolean }

/**
 * Every equipped bus and tram that comes towards a signal calls its controller: first at the distance that its transponder
 * is set to, then again and again, and once more behind the stop line. It calls behind its stop, for nobody knows how
 * long it stands there. Emergency vehicles call all signals ahead at once. Without `busPriority`, or at controllers that do not listen, nobody calls.
 */
export function callSignals(twin: ReadingTwin, state: CityState, { busPriority, seed }: { busPriority: boolean; seed: number }): void {
  const { priority, vehicles } = state;
  if (!priority || !busPriority) return;
  forgetGone(twin, state, priority, seed);
  // A rule that lets vehicles of a kind go before the plan says that they all carry what it takes to call there.
  const beforePlan = state.preemption ? kindsBeforePlan(twin) : 0;
  for (let index = 0; index < state.transitCount; index++) {
    const slot = state.transitSlots[index]!, departure = vehicles.departure[slot]!, kind = twin.vehicleTypes.category[vehicles.vehicleType[slot]!]!;
    // A lorry with a delivery halt stands in the same list.
    const equipped = isEquipped(twin, departure);
    if ((kind & SERVED) === 0 || !(equipped || (kind & beforePlan) !== 0)) continue;
    const transponder = transponderOf(twin, kind);
    if (transponder === NO_TRANSPONDER) continue;
    const row = unitOn(state, priority, slot, departure);
    noteStop(twin, state, priority, row, slot);
    call(twin, state, priority, { slot, row, departure, transponder, isEquipped: equipped }, seed);
  }
  if (state.preemption) callWave(twin, state, priority, state.preemption, seed);
}

/** Spares and buses of other fleets have no transponder. Vehicles of no known fleet count as equipped. */
function isEquipped({ departures, trips, blocks, fleet }: ReadingTwin, departure: number): boolean {
  const trip = departures.trip[departure]!, block = trip < 0 ? -1 : trips.block[trip]!;
  const vehicle = block < 0 ? -1 : blocks.vehicle[block]!;
  return vehicle < 0 || fleet.priorityEquipped[vehicle] === 1;
}

function unitOn({ vehicles }: CityState, { units, unitOf }: PriorityState, slot: number, departure: number): number {
  if (unitOf[departure]! >= 0) return unitOf[departure]!;
  const row = takeRow(unitColumns, units), { rows } = units;
  rows.departure[row] = departure;
  rows.nextHalt[row] = vehicles.nextHalt[slot]!;
  rows.lateS[row] = 0;
  rows.headwayShare[row] = -1;
  rows.controller[row] = -1;
  rows.signalGroup[row] = 0;
  rows.nextCallS[row] = 0;
  rows.stopLineOdometerM[row] = 0;
  unitOf[departure] = row;
  return row;
}

/** Vehicles that have left the network take their unit with them. */
function forgetGone(twin: ReadingTwin, state: CityState, priority: PriorityState, seed: number): void {
  const { units, unitOf } = priority;
  for (let row = units.used - 1; row >= 0; row--) {
    const departure = units.rows.departure[row]!;
    if (state.departures.slot[departure]! >= 0) continue;
    const kind = twin.vehicleTypes.category[twin.departures.vehicleType[departure]!]!;
    hangUp(twin, state, priority, { slot: -1, row, departure, transponder: transponderOf(twin, kind), isEquipped: true }, seed);
    unitOf[departure] = -1;
    dropRow(unitColumns, units, row);
    for (let behind = row; behind < units.used; behind++) unitOf[units.rows.departure[behind]!] = behind;
  }
}

/** Who has left a stop knows how late it is. */
function noteStop(twin: ReadingTwin, state: CityState, priority: PriorityState, row: number, slot: number): void {
  const { vehicles, timeS } = state, { rows } = priority.units;
  const halt = rows.nextHalt[row]!;
  if (vehicles.nextHalt[slot] === halt) return;
  rows.nextHalt[row] = vehicles.nextHalt[slot]!;
  if (halt < 0) return;
  // Others have no timetable but the time before which they must not go on.
  const call = callOf(twin, rows.departure[row]!, halt), plannedS = call < 0 ? twin.halts.untilS[halt]! : twin.calls.departS[call]!;
  rows.lateS[row] = plannedS < 0 ? 0 : timeS - plannedS;
  noteHeadway(twin, state, priority, row, call);
}

function call(twin: ReadingTwin, state: CityState, priority: PriorityState, on: OnBoard, seed: number): void {
  const { units: { rows } } = priority, { row, slot, departure, transponder, isEquipped: equipped } = on;
  const reachM = qualityOf(twin, transponder, 'checkInM'), deviationM = qualityOf(twin, transponder, 'positionErrorM');
  // Nobody is further off than the draw can be: within ±6 deviations.
  const ahead = signalAhead(twin, state, slot, reachM + 6 * deviationM), isCalling = rows.controller[row]! >= 0;
  const listens = ahead !== undefined && ((equipped && twin.controllers.busPriority[ahead.controller] === 1) || preemptionRuleOf(twin, ahead.controller, twin.vehicleTypes.category[state.vehicles.vehicleType[slot]!]!) >= 0);
  if (isCalling && !(listens && ahead.controller === rows.controller[row] && ahead.group === rows.signalGroup[row])) hangUp(twin, state, priority, on, seed);
  if (!listens) return;
  const errorM = deviationM > 0 ? deviationM * randomNormal(seed, purposes.position, departure, ahead.controller) : 0;
  const believed: SignalAhead = { ...ahead, distanceM: ahead.distanceM + errorM };
  if (rows.controller[row]! < 0) {
    if (believed.distanceM > reachM) return;
    rows.controller[row] = ahead.controller;
    rows.signalGroup[row] = ahead.group;
  } else if (state.timeS < rows.nextCallS[row]!) return;
  rows.nextCallS[row] = state.timeS + qualityOf(twin, transponder, 'renewEveryS');
  rows.stopLineOdometerM[row] = state.vehicles.odometerM[slot]! + ahead.distanceM;
  tell(twin, state, priority, on, { kind: messageKind.call, arrivesS: state.timeS + arrivalInS(twin, state, slot, believed) }, seed);
}

/** Ends a call: behind the stop line it signs off, elsewhere it withdraws. */
function hangUp(twin: ReadingTwin, state: CityState, priority: PriorityState, on: OnBoard, seed: number): void {
  const { rows } = priority.units, { row, slot, transponder } = on;
  if (rows.controller[row]! < 0) return;
  const hasPassed = slot < 0 || hasPassedLine(state, slot, rows.stopLineOdometerM[row]!);
  if (qualityOf(twin, transponder, 'signsOff') === 1) tell(twin, state, priority, on, { kind: hasPassed ? messageKind.signOff : messageKind.withdrawal, arrivesS: state.timeS }, seed);
  rows.controller[row] = -1;
}

function tell(twin: ReadingTwin, state: CityState, priority: PriorityState, { row, departure, transponder }: OnBoard, { kind, arrivesS }: { kind: number; arrivesS: number }, seed: number): void {
  const { rows } = priority.units;
  sendMessage(twin, state, priority, transponder, { kind, departure, controller: rows.controller[row]!, signalGroup: rows.signalGroup[row]!, arrivesS, lateS: rows.lateS[row]!, headwayShare: rows.headwayShare[row]! }, seed);
}
