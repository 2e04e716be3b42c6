import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { showInterval } from '../state/signal-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { giveBackS } from './give-back.ts';
import { actuationOf, prolongForTraffic } from './prolong-for-traffic.ts';
import { prolongForPriority } from './prolong.ts';

/**
 * Every controller whose interval is over goes on: to the same interval for longer if a bus or tram needs it and may
 * have it, otherwise to the next one of its plan. Controllers are looked at only when their interval ends.
 *
 * Called once a step, after `requestPriority`, before anyone looks at a signal.
 */
export function advanceSignals(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { controllers } = state.signals;
  for (let controller = 0; controller < controllers.count; controller++) {
    if (state.tick === 0) recordChange(state, log, controller, state.timeS, false);
    // More than one interval may end in a long step.
    while (controllers.endsS[controller]! <= state.timeS) {
      if (!prolongForPriority(twin, state.signals, controller) && !prolongForTraffic(twin, state, controller)) enterNext(twin, state, log, controller);
    }
  }
}

function enterNext(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): void {
  const { controllers } = state.signals, plan = twin.controllers;
  const before = controllers.interval[controller]!, first = plan.firstInterval[controller]!, next = before + 1;
  const startS = controllers.endsS[controller]!, extendedS = controllers.extendedS[controller]!;
  const lengthS = startS - controllers.startedS[controller]!;
  // Where traffic decides there is no plan to be late against.
  if (actuationOf(twin, before) < 0) controllers.behindS[controller] = controllers.behindS[controller]! + lengthS - twin.intervals.durationS[before]!;
  const interval = next < first + plan.intervalCount[controller]! ? next : first;
  controllers.interval[controller] = interval;
  controllers.startedS[controller] = startS;
  controllers.extendedS[controller] = 0;
  controllers.neededUntilS[controller] = -1;
  controllers.shortenedS[controller] = giveBackS(twin, controller, interval, controllers.behindS[controller]!);
  const actuation = actuationOf(twin, interval);
  controllers.endsS[controller] = startS + (actuation >= 0 ? twin.actuations.shortestS[actuation]! : twin.intervals.durationS[interval]! - controllers.shortenedS[controller]!);
  showInterval(twin, state.signals, controller);
  recordChange(state, log, controller, startS, extendedS > 0);
}

function recordChange(state: CityState, log: ResultLog, controller: number, timeS: number, extended: boolean): void {
  const { interval } = state.signals.controllers;
  if (interval[controller]! < 0) return;
  const row = addRow(log.signalChanges), { rows } = log.signalChanges;
  rows.controller[row] = controller;
  rows.timeS[row] = timeS;
  rows.interval[row] = interval[controller]!;
  rows.extendedForPriority[row] = extended ? 1 : 0;
}
