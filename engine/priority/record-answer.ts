import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { PriorityState } from '../state/priority-state.ts';
import { isService, priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import { bandOf } from './learn-arrival.ts';

/** What an answer means for those at the junction. */
export interface Effect {
  /** Until when the green is held, or when the running stage ends; -1 where nothing changes. */
  untilS: number;
  /** How much sooner it is green for who asked. */
  gainS: number;
  /** What the others wait longer, all together. */
  costVehicleS: number;
  /** Who asked before, where that is why; -1 for none. */
  otherDeparture: number;
}

const NO_EFFECT: Effect = { untilS: -1, gainS: 0, costVehicleS: 0, otherDeparture: -1 };

/** Writes down what the request in this row is answered, or what has become of it. */
export function recordAnswer(state: CityState, log: ResultLog, row: number, answer: number, reason: number, effect = NO_EFFECT): void {
  const priority = state.priority!, { rows: request } = priority.requests;
  const at = addRow(log.priorityDecisions), { rows } = log.priorityDecisions;
  rows.controller[at] = request.controller[row]!;
  rows.timeS[at] = state.timeS;
  rows.departure[at] = request.departure[row]!;
  rows.signalGroup[at] = request.signalGroup[row]!;
  rows.answer[at] = answer;
  rows.reason[at] = reason;
  rows.interval[at] = state.signals.controllers.interval[request.controller[row]!]!;
  rows.askedS[at] = request.askedS[row]!;
  rows.arrivesS[at] = answer === priorityAnswer.passed ? request.expectedS[row]! : request.arrivesS[row]!;
  rows.bandS[at] = bandOf(state, priority, row);
  rows.metRed[at] = request.metRed[row]!;
  rows.lateS[at] = request.lateS[row]!;
  rows.headwayShare[at] = request.headwayShare[row]!;
  rows.aboardCount[at] = request.aboardCount[row]!;
  rows.togetherCount[at] = reason === priorityReason.solvedTogether ? request.togetherCount[row]! : 0;
  rows.untilS[at] = effect.untilS;
  rows.gainS[at] = effect.gainS;
  rows.costVehicleS[at] = effect.costVehicleS;
  rows.otherDeparture[at] = effect.otherDeparture;
  rows.givenBackS[at] = 0;
}

/** Keeps what the request in this row is answered. */
export function note({ requests: { rows } }: PriorityState, row: number, given: number, reason: number, interval: number): void {
  rows.answer[row] = given;
  rows.reason[row] = reason;
  rows.interval[row] = interval;
}

/** Answers without an effect are written down when they change. */
export function answer(state: CityState, priority: PriorityState, log: ResultLog, row: number, given: number, reason: number, otherDeparture = -1): void {
  const { rows } = priority.requests;
  if (rows.answer[row] === given && rows.reason[row] === reason) return;
  // Who has been served and now finds the green as it needs it has nothing new to tell.
  if (given === priorityAnswer.notNeeded && isService(rows.answer[row]!)) return;
  note(priority, row, given, reason, state.signals.controllers.interval[rows.controller[row]!]!);
  recordAnswer(state, log, row, given, reason, { ...NO_EFFECT, otherDeparture });
}
