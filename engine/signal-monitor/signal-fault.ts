import { formatClock } from '../foundation/clock.ts';
import type { Problem } from '../foundation/problem.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Stops a run whose signals have broken a limit that the twin declares. What was simulated until then is no result. */
export class SignalFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code} ${problem.where} ${JSON.stringify(problem.parameters)}`);
    this.problem = problem;
  }
}

/** What was broken: when, at which group, against which other, what the twin asks for and what was shown. */
export interface BrokenLimit { timeS: number; controller: number; group: number; other?: number; limitS?: number; shownS?: number }

const roundedS = (timeS: number): number => Math.round(timeS * 10) / 10;

export function signalFault(twin: ReadingTwin, code: string, { timeS, controller, group, other, limitS, shownS }: BrokenLimit): SignalFault {
  return new SignalFault({
    severity: 'error', code, where: `controller "${twin.controllers.name[controller]}"`,
    parameters: {
      at: formatClock(timeS), group,
      ...(other === undefined ? {} : { other }), ...(limitS === undefined ? {} : { limitS: roundedS(limitS) }), ...(shownS === undefined ? {} : { shownS: roundedS(shownS) }),
    },
  });
}
