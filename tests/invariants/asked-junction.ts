// A junction at which buses ask, without the buses: for invariants of what priority and signals make of it.
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { copyState, prepareState, stateHash, type CityState } from '../../engine/state/city-state.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { hearRequests, type HeardRequest } from '../verification/priority-request.ts';

/** One second: who asks is heard, priority decides, signals follow, the monitor looks. */
export function second(twin: Twin, state: CityState, log: ResultLog, heard: readonly HeardRequest[]): void {
  hearRequests(state, heard);
  decidePriority(twin, state, log);
  advanceSignals(twin, state, log);
  watchSignals(twin, state, 1);
  state.tick++;
  state.timeS++;
}

/** The state after 500 s, gone on with from a copy at a tick; -1: in one go. */
export function hashAfterCut(twin: Twin, cutTick: number, askedBy: (state: CityState) => readonly HeardRequest[]): string {
  let state = prepareState(twin, 0);
  const log = makeResultLog(twin, 0);
  while (state.tick < 500) {
    if (state.tick === cutTick) state = copyState(state);
    second(twin, state, log, askedBy(state));
  }
  return stateHash(state);
}

/** What a plan that nobody disturbs shows, second by second of its cycle. */
export const shownByPlan = (twin: Twin): string[] => Array.from({ length: twin.controllers.cycleS[0]! }, (_, timeS) => String(prepareState(twin, timeS).signals.shown));
