import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { priorityAnswer } from '../twin/priority-words.ts';
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
  rows.untilS[at] = effect.untilS;
  rows.gainS[at] = effect.gainS;
  rows.costVehicleS[at] = effect.costVehicleS;
  rows.otherDeparture[at] = effect.otherDeparture;
}
