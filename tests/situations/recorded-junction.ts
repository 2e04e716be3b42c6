import { randomShare } from '../../engine/foundation/random.ts';
import { finishedTables, makeResultLog } from '../../engine/results/result-log.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { beginStage } from '../../engine/signals/begin-stage.ts';
import { isChangingOver } from '../../engine/state/changeover-state.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import type { Twin } from '../../engine/twin/twin.ts';

export const FROM_S = 600, RUN_S = 1500;

/** What is shown second by second while a controller is sent to a stage by chance now and then, and what is recorded of it. */
export function recorded(twin: Twin, seed: number) {
  const state = prepareState(twin, FROM_S), log = makeResultLog(twin, FROM_S), shown: Uint8Array[] = [];
  let changingS = 0;
  for (; state.tick < RUN_S; state.tick++, state.timeS++) {
    const stages = Array.from({ length: twin.intervals.count }, (_, interval) => interval).filter((interval) => twin.intervals.stage[interval] === 1);
    if (randomShare(seed, 50, 0, state.tick) < 0.03) beginStage(twin, state.signals, 0, stages[Math.floor(randomShare(seed, 51, 0, state.tick) * stages.length)]!, state.timeS);
    advanceSignals(twin, state, log);
    shown.push(state.signals.shown.slice());
    if (isChangingOver(state.signals, 0)) changingS++;
  }
  return { shown, changingS, tables: finishedTables(log) };
}
