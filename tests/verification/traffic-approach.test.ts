// Goal: who comes to a lower limit, wherever its steps fall, is down to it in time and never brakes harder than at ease.
import { describe, expect, test } from 'vitest';
import { approachSpeedMps, stopSpeedMps } from '../../engine/traffic/car-following.ts';

const BRAKING_MPS2 = 4.5, ROUNDING = 1e-9;

/** Drives from `startM` before the point, as fast as allowed; returns the speed of each step until the point is passed. */
function approach(startM: number, fastMps: number, wantedMps: number, stepS: number): number[] {
  const speeds = [fastMps];
  for (let restM = startM; restM > 0; restM -= speeds.at(-1)! * stepS) speeds.push(Math.min(fastMps, approachSpeedMps(restM, wantedMps, BRAKING_MPS2, stepS)));
  return speeds;
}

describe.each([1, 0.5])('steps of %d s', (stepS) => {
  test.each([2, 4.5, 8])('from 30 m/s down to %d m/s', (wantedMps) => {
    for (let startM = 200; startM < 230; startM += 0.37) {
      const speeds = approach(startM, 30, wantedMps, stepS);
      // The step that passes the point is driven at the wanted speed: no part of it beyond the point is too fast.
      expect(speeds.at(-1)!).toBeLessThanOrEqual(wantedMps + ROUNDING);
      for (let step = 1; step < speeds.length; step++) expect(speeds[step - 1]! - speeds[step]!).toBeLessThanOrEqual(BRAKING_MPS2 * stepS + ROUNDING);
    }
  });

  test('to a line where others may come: slow enough to stop once they can be seen', () => {
    const visibleMps = stopSpeedMps(4.5, BRAKING_MPS2, 1, stepS);
    for (let startM = 100; startM < 115; startM += 0.37) expect(approach(startM, 14, visibleMps, stepS).at(-1)!).toBeLessThanOrEqual(visibleMps + ROUNDING);
  });
});
