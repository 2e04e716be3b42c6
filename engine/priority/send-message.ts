import { randomShare } from '../foundation/random.ts';
import type { CityState } from '../state/city-state.ts';
import { takeRow } from '../state/filling-table.ts';
import { messageColumns, messageKind, type PriorityState } from '../state/priority-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { aboardCount, classOf } from './on-board.ts';
import { purposes } from './purposes.ts';
import { qualityOf } from './transponder.ts';

/** What a vehicle tells a controller. */
export interface Message { kind: number; departure: number; controller: number; signalGroup: number; arrivesS: number; lateS: number; headwayShare: number }

/**
 * Puts a message on its way, unless it is lost. `waveRow`: of a vehicle that calls many signals in one step, what keeps their
 * draws apart; they have purposes of their own, for others are drawn by departure.
 */
export function sendMessage(twin: ReadingTwin, state: CityState, { messages }: PriorityState, transponder: number, message: Message, seed: number, waveRow?: number): void {
  const { timeS, tick } = state, lossShare = qualityOf(twin, transponder, 'lossShare');
  const [call, other] = waveRow === undefined ? [purposes.messageLoss, purposes.signOffLoss] : [purposes.waveCallLoss, purposes.waveSignOffLoss];
  if (lossShare > 0 && randomShare(seed, message.kind === messageKind.call ? call : other, waveRow ?? message.departure, tick) < lossShare) return;
  const at = takeRow(messageColumns, messages), { rows } = messages;
  rows.heardS[at] = timeS + qualityOf(twin, transponder, 'latencyS');
  rows.kind[at] = message.kind;
  rows.departure[at] = message.departure;
  rows.controller[at] = message.controller;
  rows.signalGroup[at] = message.signalGroup;
  rows.arrivesS[at] = message.arrivesS;
  rows.lateS[at] = message.lateS;
  rows.headwayShare[at] = message.headwayShare;
  rows.aboardCount[at] = aboardCount(twin, state, message.departure);
  rows.lineClass[at] = classOf(twin, message.departure);
}

/** Odometers are good to this. */
const ODOMETER_M = 1;

/** Whether a vehicle is behind a stop line, by its odometer. */
export const hasPassedLine = ({ vehicles }: CityState, slot: number, stopLineOdometerM: number): boolean => vehicles.odometerM[slot]! >= stopLineOdometerM - ODOMETER_M;
