import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { dropRow, takeRow } from '../state/filling-table.ts';
import { messageColumns, messageKind, requestColumns, type PriorityState } from '../state/priority-state.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import { isGreenAspect } from '../twin/plan-green.ts';
import { ruleOf } from '../twin/priority.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { recordAnswer } from './record-answer.ts';
import { correctionS, learnPassage } from './learn-arrival.ts';

/** Red this long before a vehicle is expected may already have slowed it down. */
const RED_COUNTS_S = 3;

/** Controllers hear what has reached them, and forget those of whom they hear nothing any more. */
export function hearMessages(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog): void {
  const { messages, requests } = priority;
  for (let at = 0; at < messages.used;) {
    if (messages.rows.heardS[at]! > state.timeS) { at++; continue; }
    hear(state, priority, log, at);
    dropRow(messageColumns, messages, at);
  }
  for (let row = 0; row < requests.used;) {
    if (state.timeS - requests.rows.heardS[row]! > ruleOf(twin, requests.rows.controller[row]!).timeOutS) {
      recordAnswer(state, log, row, priorityAnswer.dropped, priorityReason.notRenewed);
      dropRow(requestColumns, requests, row);
    } else noteRed(state, priority, row++);
  }
}

function hear(state: CityState, priority: PriorityState, log: ResultLog, at: number): void {
  const { messages: { rows: message }, requests } = priority, departure = message.departure[at]!, controller = message.controller[at]!;
  let row = 0;
  while (row < requests.used && (requests.rows.departure[row] !== departure || requests.rows.controller[row] !== controller)) row++;
  if (message.kind[at] !== messageKind.call) {
    if (row === requests.used) return;
    const hasPassed = message.kind[at] === messageKind.signOff;
    recordAnswer(state, log, row, hasPassed ? priorityAnswer.passed : priorityAnswer.dropped, hasPassed ? priorityReason.signedOff : priorityReason.withdrawn);
    if (hasPassed) learnPassage(state, priority, row);
    dropRow(requestColumns, requests, row);
    return;
  }
  if (row === requests.used) openRequest(state, priority, at);
  const { rows } = requests;
  rows.heardS[row] = state.timeS;
  rows.lateS[row] = message.lateS[at]!;
  rows.headwayShare[row] = message.headwayShare[at]!;
  rows.aboardCount[row] = message.aboardCount[at]!;
  rows.lineClass[row] = message.lineClass[at]!;
  rows.arrivesS[row] = message.arrivesS[at]! + correctionS(state, priority, row, message.arrivesS[at]!);
  if (rows.askedS[row] === state.timeS) rows.expectedS[row] = rows.arrivesS[row]!;
}

function openRequest({ timeS }: CityState, { messages: { rows: message }, requests }: PriorityState, at: number): void {
  const row = takeRow(requestColumns, requests), { rows } = requests;
  rows.departure[row] = message.departure[at]!;
  rows.controller[row] = message.controller[at]!;
  rows.signalGroup[row] = message.signalGroup[at]!;
  rows.askedS[row] = timeS;
  rows.firstArrivesS[row] = message.arrivesS[at]!;
  rows.metRed[row] = 0;
  rows.togetherCount[row] = 0;
  rows.answer[row] = priorityAnswer.none;
  rows.reason[row] = priorityReason.none;
  rows.interval[row] = -1;
}

/** Whoever meets red comes later than its way alone would have made it. */
function noteRed({ timeS, signals }: CityState, { requests: { rows } }: PriorityState, row: number): void {
  if (timeS < rows.expectedS[row]! - RED_COUNTS_S) return;
  if (!isGreenAspect(signals.shown[signals.controllers.firstGroup[rows.controller[row]!]! + rows.signalGroup[row]!]!)) rows.metRed[row] = 1;
}
