import { randomNormal } from '../foundation/random.ts';
import type { CityState } from '../state/city-state.ts';
import { dropRow, takeRow } from '../state/filling-table.ts';
import { waveCallColumns, type PreemptionState } from '../state/preemption-state.ts';
import { messageKind, type PriorityState } from '../state/priority-state.ts';
import { preemptionRuleOf } from '../twin/preemption-rule-of.ts';
import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { arrivalInS } from './arrival-time.ts';
import { purposes } from './purposes.ts';
import { hasPassedLine, sendMessage } from './send-message.ts';
import { signalsAhead, type SignalAhead } from './signal-ahead.ts';
import { NO_TRANSPONDER, qualityOf, transponderOf } from './transponder.ts';

/** The systems that a call goes through. */
interface Wave { twin: ReadingTwin; state: CityState; priority: PriorityState; calls: PreemptionState['calls']; transponder: number; seed: number }

/**
 * Emergency vehicles call every signal ahead of them that their transponder reaches, so that one after the other is green
 * when they come. Only controllers with a rule for them listen.
 */
export function callWave(twin: ReadingTwin, state: CityState, priority: PriorityState, { calls }: PreemptionState, seed: number): void {
  const transponder = transponderOf(twin, category.emergency);
  if (transponder === NO_TRANSPONDER) return;
  const wave = { twin, state, priority, calls, transponder, seed };
  for (const departure of emergencyDepartures(twin)) {
    const slot = state.departures.slot[departure]!, ahead = slot < 0 ? [] : signalsThatHear(wave, slot);
    for (let row = calls.used - 1; row >= 0; row--) {
      if (calls.rows.departure[row] === departure && !ahead.some(({ controller, group }) => controller === calls.rows.controller[row] && group === calls.rows.signalGroup[row])) endCall(wave, slot, row);
    }
    for (const signal of ahead) renewCall(wave, slot, departure, signal);
  }
}

const known = new WeakMap<ReadingTwin, readonly number[]>();

/** Gathered once for each twin. */
function emergencyDepartures(twin: ReadingTwin): readonly number[] {
  const found = known.get(twin);
  if (found) return found;
  const rows = Array.from({ length: twin.departures.count }, (_, row) => row).filter((row) => twin.vehicleTypes.category[twin.departures.vehicleType[row]!] === category.emergency);
  known.set(twin, rows);
  return rows;
}

/** Of several signals of one controller the nearest: behind it the next is called. */
function signalsThatHear({ twin, state, transponder }: Wave, slot: number): SignalAhead[] {
  // Nobody is further off than the draw can be: within ±6 deviations.
  const all = signalsAhead(twin, state, slot, qualityOf(twin, transponder, 'checkInM') + 6 * qualityOf(twin, transponder, 'positionErrorM'));
  return all.filter(({ controller }, at) => preemptionRuleOf(twin, controller, category.emergency) >= 0 && all.findIndex((one) => one.controller === controller) === at);
}

function renewCall({ twin, state, priority, calls, transponder, seed }: Wave, slot: number, departure: number, { controller, group, distanceM, speedLimitMps }: SignalAhead): void {
  const deviationM = qualityOf(twin, transponder, 'positionErrorM'), errorM = deviationM > 0 ? deviationM * randomNormal(seed, purposes.position, departure, controller) : 0;
  const believed = { distanceM: distanceM + errorM, speedLimitMps };
  let row = 0;
  while (row < calls.used && (calls.rows.departure[row] !== departure || calls.rows.controller[row] !== controller)) row++;
  if (row === calls.used) {
    if (believed.distanceM > qualityOf(twin, transponder, 'checkInM')) return;
    takeRow(waveCallColumns, calls);
    calls.rows.departure[row] = departure;
    calls.rows.controller[row] = controller;
    calls.rows.signalGroup[row] = group;
  } else if (state.timeS < calls.rows.nextCallS[row]!) return;
  calls.rows.nextCallS[row] = state.timeS + qualityOf(twin, transponder, 'renewEveryS');
  calls.rows.stopLineOdometerM[row] = state.vehicles.odometerM[slot]! + distanceM;
  tell({ twin, state, priority, calls, transponder, seed }, row, messageKind.call, state.timeS + arrivalInS(twin, state, slot, believed));
}

/** Behind the stop line it signs off, elsewhere it withdraws. */
function endCall(wave: Wave, slot: number, row: number): void {
  const { twin, state, calls, transponder } = wave, hasPassed = slot < 0 || hasPassedLine(state, slot, calls.rows.stopLineOdometerM[row]!);
  if (qualityOf(twin, transponder, 'signsOff') === 1) tell(wave, row, hasPassed ? messageKind.signOff : messageKind.withdrawal, state.timeS);
  dropRow(waveCallColumns, calls, row);
}

function tell({ twin, state, priority, calls: { rows }, transponder, seed }: Wave, row: number, kind: number, arrivesS: number): void {
  const departure = rows.departure[row]!, controller = rows.controller[row]!, message = { kind, departure, controller, signalGroup: rows.signalGroup[row]!, arrivesS, lateS: 0, headwayShare: -1 };
  // What one signal does not hear another may.
  sendMessage(twin, state, priority, transponder, message, seed, departure * twin.controllers.count + controller);
}
