// Goal: from any stage to any other, amber and the intergreen matrix are kept to the second, and not a second more is lost.
import { describe, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { beginStage } from '../../engine/signals/begin-stage.ts';
import { copyState, prepareState, stateHash, type CityState } from '../../engine/state/city-state.ts';
import { aspect, groupKind, signalGroupColumns } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, greenPermissive, amber, red } = aspect;

/** Three groups of vehicles, each against the others, and people who cross the first's way; 10 s a stage. */
function junction(): Twin {
  const twin = laneWithSignal({
    plan: [
      { durationS: 10, stage: true, shown: [green, red, red, red] }, { durationS: 5, shown: [amber, red, red, red] },
      { durationS: 10, stage: true, shown: [red, green, red, green] }, { durationS: 20, shown: [red, amber, red, red] },
      { durationS: 10, stage: true, shown: [red, red, green, red] }, { durationS: 5, shown: [red, red, amber, red] },
    ],
    matrix: [[0, 1, 5], [0, 2, 4.3], [1, 0, 5], [1, 2, 4], [2, 0, 5], [2, 1, 4], [0, 3, 4], [3, 0, 12]],
    limitMps: 13.89, driving: {}, departS: [],
  });
  const row = (kind: number, amberS: number) => ({ controller: 0, kind, minimumGreenS: 6, amberS, longestWaitS: 0 });
  twin.signalGroups = tableFrom(signalGroupColumns, [row(groupKind.vehicle, 3), row(groupKind.vehicle, 3), row(groupKind.vehicle, 3), row(groupKind.pedestrian, 0)]);
  return twin;
}

const letters = (state: CityState): string => [...state.signals.shown].map((shown) => 'rygG'[shown]!).join('');

/** What is shown second by second; `orders`: at which second the controller is sent to which interval. */
function shownBySecond(twin: Twin, seconds: number, orders: Readonly<Record<number, number>>): string[] {
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0), shown: string[] = [];
  for (; state.tick < seconds; state.tick++, state.timeS++) {
    if (orders[state.timeS] !== undefined) beginStage(twin, state.signals, 0, orders[state.timeS]!, state.timeS);
    advanceSignals(twin, state, log);
    watchSignals(twin, state, 1);
    shown.push(letters(state));
  }
  return shown;
}

const runs = (shown: readonly string[]): string[] => {
  const lengths: [string, number][] = [];
  for (const one of shown) if (lengths.at(-1)?.[0] === one) lengths.at(-1)![1]++; else lengths.push([one, 1]);
  return lengths.map(([one, lengthS]) => `${one} ${lengthS}`);
};

describe('a stage out of turn', () => {
  test('green ends at once, 3 s of amber, and the other green when 4.3 s are over, at the next second', () => {
    expect(runs(shownBySecond(junction(), 20, { 8: 4 })).slice(0, 4)).toEqual(['Grrr 8', 'yrrr 3', 'rrrr 2', 'rrGr 7']);
  });

  test('a green that has not had its minimum has it first', () => {
    expect(runs(shownBySecond(junction(), 20, { 2: 2 })).slice(0, 4)).toEqual(['Grrr 6', 'yrrr 3', 'rrrr 1', 'rrrG 1']);
  });

  test('greens start one by one, each as soon as its own intergreen is over', () => {
    // People start 4 s after the end of group 0, group 1 after 5 s.
    expect(shownBySecond(junction(), 20, { 8: 2 }).slice(8, 14)).toEqual(['yrrr', 'yrrr', 'yrrr', 'rrrr', 'rrrG', 'rGrG']);
  });

  test('people have their 12 s to cross whatever stage is in between', () => {
    // Stage 2 runs from 15 to 25; people stop at 21, group 2 gets 4 s later, and group 0 not before 33.
    const shown = shownBySecond(junction(), 60, { 21: 4, 27: 0 });
    expect(shown[20]).toBe('rGrG');
    expect(shown[21]).toBe('ryrr');
    expect(shown.slice(25, 31)).toEqual(['rrGr', 'rrGr', 'rrGr', 'rrGr', 'rrGr', 'rrGr']);
    expect(shown.findIndex((one, second) => second > 21 && one.startsWith('G'))).toBe(36);
  });

  test('changed its mind on the way: from what is shown then, nothing cut short', () => {
    const shown = shownBySecond(junction(), 30, { 8: 4, 10: 2 });
    expect(shown.slice(8, 14)).toEqual(['yrrr', 'yrrr', 'yrrr', 'rrrr', 'rrrG', 'rGrG']);
  });

  test('back to the stage it was leaving: amber first', () => {
    expect(shownBySecond(junction(), 80, { 68: 4, 69: 0 }).slice(68, 73)).toEqual(['yrrr', 'yrrr', 'yrrr', 'Grrr', 'Grrr']);
  });
});

test('a green of both stages stays, with no more right than in either until the new one runs', () => {
  const twin = laneWithSignal({
    plan: [
      { durationS: 10, stage: true, shown: [green, green, red] }, { durationS: 5, shown: [green, amber, red] },
      { durationS: 10, stage: true, shown: [greenPermissive, red, green] }, { durationS: 5, shown: [greenPermissive, red, amber] },
    ],
    matrix: [[1, 2, 5], [2, 1, 5]], limitMps: 13.89, driving: {}, departS: [],
  });
  expect(runs(shownBySecond(twin, 40, { 7: 2, 18: 0 })).slice(0, 6)).toEqual(['GGr 7', 'gyr 3', 'grr 2', 'grG 6', 'gry 3', 'grr 2']);
});

describe('back on the plan', () => {
  /** When stage 0 begins, second by second, with its distance to the plan. */
  function latenessS(orders: Readonly<Record<number, number>>, seconds: number): number[] {
    const late: number[] = [], shown = shownBySecond(junction(), seconds, orders);
    shown.forEach((one, second) => { if (second > 0 && one.startsWith('G') && !shown[second - 1]!.startsWith('G')) late.push(second % 60); });
    return late;
  }
  test('a plan that nobody disturbs begins every 60 s', () => {
    expect(new Set(latenessS({}, 600))).toEqual(new Set([0]));
  });
  test('a plan that was left comes back to its offset and keeps it', () => {
    const late = latenessS({ 66: 4 }, 3600), back = late.findIndex((_, cycle) => late.slice(cycle).every((apartS) => apartS === 0));
    console.log(`cycle by cycle, seconds after the start of the plan: ${late.slice(0, back + 1).join(', ')}; back after ${back} cycles`);
    expect(late[0]).toBe(0);
    expect(late[1]).not.toBe(0);
    // Stages of 10 s give back 3 s each, 9 s a cycle: half a cycle of 60 s takes four.
    expect(back).toBeLessThanOrEqual(1 + 2 + Math.ceil(60 / 9));
  });
});

test('stopped on the way to a stage and taken up again: the same state, bit for bit', () => {
  const twin = junction();
  const drive = (cutTick: number): string => {
    let state = prepareState(twin, 0);
    const log = makeResultLog(twin, 0);
    for (; state.tick < 120; state.tick++, state.timeS++) {
      if (state.tick === cutTick) state = copyState(state);
      if (state.tick === 8) beginStage(twin, state.signals, 0, 4, state.timeS);
      advanceSignals(twin, state, log);
    }
    return stateHash(state);
  };
  expect(drive(10)).toBe(drive(-1));
});
