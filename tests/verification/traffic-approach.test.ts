// Goal: who comes to a lower limit, wherever its steps fall, is down to it in time and never brakes harder than at ease.
import { describe, expect, test } from 'vitest';
import { approachSpeedMps, stopSpeedMps } from '../../engine/traffic/car-following.ts';

const BRAKING_MPS2 = 4.5, ROUNDING = 1e-6;

/** Drives from `startM` before the point, as fast as allowed, up to the point and one step beyond; returns the speed of each step, and where it began. */
function approach(startM: number, fastMps: number, wantedMps: number, stepS: number): { mps: number; restM: number }[] {
  const steps = [{ mps: fastMps, restM: startM + fastMps * stepS }];
  for (let restM = startM; restM > -ROUNDING; restM -= steps.at(-1)!.mps * stepS) steps.push({ mps: Math.min(fastMps, approachSpeedMps(restM, wantedMps, BRAKING_MPS2, stepS)), restM });
  return steps;
}

/** No part of a step beyond the point is driven faster than wanted, and no step brakes harder than at ease. */
function check(steps: { mps: number; restM: number }[], wantedMps: number, stepS: number): void {
  for (const { mps, restM } of steps) if (mps * stepS > restM + ROUNDING) expect(mps).toBeLessThanOrEqual(wantedMps + ROUNDING);
  for (let step = 1; step < steps.length; step++) expect(steps[step - 1]!.mps - steps[step]!.mps).toBeLessThanOrEqual(BRAKING_MPS2 * stepS + ROUNDING);
}

describe.each([1, 0.5])('steps of %d s', (stepS) => {
  test.each([2, 4.5, 8])('from 30 m/s down to %d m/s', (wantedMps) => {
    for (let startM = 200; startM < 230; startM += 0.37) check(approach(startM, 30, wantedMps, stepS), wantedMps, stepS);
  });

  test('to a line where others may come: slow enough to stop once they can be seen', () => {
    const visibleMps = stopSpeedMps(4.5, BRAKING_MPS2, 1, stepS);
    for (let startM = 100; startM < 115; startM += 0.37) check(approach(startM, 14, visibleMps, stepS), visibleMps, stepS);
  });
});
