// Goal: whoever waits sees within a few seconds that something is being done, in a log as well, and is not flooded.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oneByOne, runsProgress } from '../../cli/progress.ts';
import { openTerminal, type Terminal } from '../../cli/terminal.ts';

let said: string[];
const terminal = (language: 'fr' | 'en' = 'en'): Terminal => ({ ...openTerminal(language, false), note: (line) => void said.push(line) });
beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());
const runs = [1, 2].map(() => ({ fromS: 7 * 3600, untilS: 8 * 3600, vehicles: undefined }));

test('runs that have not made their first step are announced after two seconds; what ends before says nothing', () => {
  const quick = runsProgress(terminal(), runs);
  vi.advanceTimersByTime(1900);
  quick.end();
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([]);
  const slow = runsProgress(terminal('fr'), runs);
  vi.advanceTimersByTime(2000);
  expect(said).toEqual(['Simulation 0\u202f%  0 simulation sur 2']);
  slow.end();
});

test('in a log a line every half minute, however often steps are told', () => {
  const progress = runsProgress(terminal(), runs.slice(1));
  for (let second = 0; second < 95; second++) {
    vi.advanceTimersByTime(1000);
    progress.onProgress(0, { timeS: 7 * 3600 + 30 * second, running: 3, arrived: 0 });
  }
  progress.end();
  // After 2, 32, 62 and 92 seconds.
  expect(said).toHaveLength(4);
  expect(said[1]).toMatch(/^Simulating 26%  07:15  3 vehicles/);
});

test('several runs have no clock in common: how many are done, and how many under way', () => {
  const progress = runsProgress(terminal(), [...runs, ...runs]);
  for (const run of [0, 1, 2]) progress.onProgress(run, { timeS: 7.5 * 3600, running: 3, arrived: 0 });
  progress.onFinished(1, {});
  vi.advanceTimersByTime(2000);
  expect(said).toEqual([expect.stringMatching(/^Simulating 50%  1 of 4 simulations  2 under way/)]);
  progress.end();
});

test('how long the rest takes follows from how long it took, what the store held apart', () => {
  const progress = runsProgress(terminal(), Array.from({ length: 100 }, () => runs[0]!)), finish = (run: number, stored: boolean) => progress.onFinished(run, {}, stored);
  for (let run = 0; run < 60; run++) finish(run, true);
  vi.advanceTimersByTime(34_000);
  finish(60, false);
  vi.advanceTimersByTime(30_000);
  // 2 of the 40 that were missing in 64 seconds: the other 38 take 19 times as long.
  finish(61, false);
  for (let run = 62; run < 98; run++) finish(run, false);
  vi.advanceTimersByTime(136_000);
  finish(98, false);
  // One of 40 is left after 200 seconds.
  expect(said).toEqual(['Simulating 60%  60 of 100 simulations', 'Simulating 61%  61 of 100 simulations  23 min left', 'Simulating 62%  62 of 100 simulations  21 min left', 'Simulating 99%  99 of 100 simulations  10 s left']);
});

test('things done one by one tell how many are done', async () => {
  const done = await oneByOne(terminal(), 'Reading', 4, async (at) => {
    vi.advanceTimersByTime(1500);
    return at * 10;
  });
  expect(done).toEqual([0, 10, 20, 30]);
  expect(said).toEqual(['Reading 50%  ']);
});
