// Goal: in a replay every signal shows at every second what it showed in the run, also on the way from one stage to another.
import { expect, test } from 'vitest';
import { tablesFromBytes, tablesToBytes } from '../../engine/foundation/table-bytes.ts';
import type { Columns, Table } from '../../engine/foundation/table.ts';
import { finishedTables, makeResultLog } from '../../engine/results/result-log.ts';
import { REPLAY_SEGMENT_S, resultTables } from '../../engine/results/tables.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { makeSignalChanges, makeSignalStates } from '../../viewer/app/feed/signal-states.ts';
import { signalSlice } from '../../viewer/server/signal-slice.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';
import { FROM_S, recorded, RUN_S } from './recorded-junction.ts';

test.each([0, 1, 2, 3, 4, 5])('junction %i, forwards and backwards through segments that stand alone', (seed) => {
  const twin = twinOf(randomArms(seed)), { shown, changingS, tables } = recorded(twin, seed), states = makeSignalStates(twin);
  expect(changingS).toBeGreaterThan(RUN_S / 20);
  const columns: Record<string, Columns> = { signalChanges: resultTables.signalChanges, aspectChanges: resultTables.aspectChanges };
  const segments = Array.from({ length: RUN_S / REPLAY_SEGMENT_S }, (_, at) => {
    const fromS = FROM_S + at * REPLAY_SEGMENT_S, slice = signalSlice(tables, fromS, fromS + REPLAY_SEGMENT_S);
    const sent = tablesFromBytes('JUMTAB-1', columns, tablesToBytes('JUMTAB-1', columns, slice as unknown as Record<string, Table<Columns>>, {}))!.tables as unknown as typeof slice;
    return makeSignalChanges(fromS, fromS + REPLAY_SEGMENT_S, sent, twin.controllers.count);
  });
  const seconds = Array.from({ length: RUN_S }, (_, second) => second), order = [...seconds, ...seconds.toReversed(), ...seconds.map((second) => (second * 617) % RUN_S)];
  for (const second of order) {
    states.update(FROM_S + second, segments[Math.floor(second / REPLAY_SEGMENT_S)]);
    expect([...states.shown]).toEqual([...shown[second]!]);
  }
});

test('a plan that is never left writes no row', () => {
  const twin = twinOf(randomArms(0)), state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  for (; state.tick < 3600; state.tick++, state.timeS++) advanceSignals(twin, state, log);
  expect(finishedTables(log).signalChanges.count).toBeGreaterThan(60);
  expect(finishedTables(log).aspectChanges.count).toBe(0);
});
